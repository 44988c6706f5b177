//! Values written by the browser's own JSON are what any reader reads back, our own included.

use pegboard::subscription::json::{parse, print};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn what_is_written_is_read_back_as_it_was() {
    for value in [
        json!(null),
        json!(true),
        json!(0),
        json!(-5),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1.5),
        json!(-0.1),
        json!(1e21),
        json!(""),
        json!("a \"b\" \\ / \n\r\t \u{0} \u{7f} \u{2028} \u{1F4A1} ü"),
        json!([]),
        json!({}),
        json!({ "": [1, "two", { "three": [null, false] }], "a\"b": {} }),
    ] {
        let text = print(&value);
        assert_eq!(
            serde_json::from_str::<Value>(&text).unwrap(),
            value,
            "{text}"
        );
        assert_eq!(parse(&text), Ok(value), "{text}");
    }
    assert_eq!(
        print(&json!({ "b": [1, 2], "a": "x" })),
        r#"{"a":"x","b":[1,2]}"#
    );
}
