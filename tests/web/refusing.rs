//! A browser that keeps nothing: all goes on within the visit, and the person is told once.

use js_sys::Function;
use pegboard::signals::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::board::{Console, ENDPOINT, fresh, kept};
use crate::wait::until;

/// Makes one way into the storage fail, until dropped.
struct Refusing(Function);

impl Refusing {
    fn new(method: &str) -> Self {
        let replace = Function::new_with_args(
            "method",
            "const before = Storage.prototype[method];
             Storage.prototype[method] = () => { throw new Error('refused'); };
             return () => { Storage.prototype[method] = before; };",
        );
        let restore = replace.call1(&JsValue::NULL, &method.into()).unwrap();
        Self(restore.into())
    }
}

impl Drop for Refusing {
    fn drop(&mut self) {
        self.0.call0(&JsValue::NULL).unwrap();
    }
}

async fn track(console: &Console, id: &str, event: &'static str) {
    let live = console.board.lives.get_untracked()[0];
    console.board.track(live, id, event, ENDPOINT);
    until("the row", || console.events().contains(&event.to_owned())).await;
}

#[wasm_bindgen_test]
async fn nothing_that_was_done_is_lost_within_the_visit() {
    for (method, said) in [("setItem", "no room left"), ("getItem", "keeps nothing")] {
        let console = fresh().await;
        console.connect_ledger().await;
        let refusing = Refusing::new(method);
        track(&console, "wh_1", "order/created").await;
        track(&console, "wh_2", "order/updated").await;
        assert_eq!(
            console.page.all(".notices [role=alert]").len(),
            1,
            "said once"
        );
        assert!(console.alerts().contains(said), "{}", console.alerts());
        let live = console.board.lives.get_untracked()[0];
        let file = console.board.export_ledger(live);
        assert!(file.contains("wh_1") && file.contains("wh_2"));
        drop(refusing);
        // As soon as the browser keeps something again, it keeps all of it.
        track(&console, "wh_3", "order/completed").await;
        let ledger = kept("pegboard.ledger.happycolis/oauth/Client");
        assert_eq!(ledger.as_array().map(Vec::len), Some(3));
    }
}

#[wasm_bindgen_test]
async fn a_connection_works_without_being_remembered() {
    let console = fresh().await;
    let refusing = Refusing::new("setItem");
    console.connect_list(&[]).await;
    assert!(console.alerts().contains("no room left"));
    drop(refusing);
    assert_eq!(kept("pegboard.connections"), serde_json::json!(null));
}
