//! What ikas delivers to the merchant. The console receives none of it; it takes scopes and the form of a token from these
//! facts.

use pegboard::platform::ikas::events;
use pegboard::subscription::{Claims, Credential, IkasVersion};
use serde_json::Value;

use super::fixture::{API, json, text};

fn keys(value: &Value) -> Vec<&str> {
    let members = value.as_object().unwrap();
    members.keys().map(String::as_str).collect()
}

/// Section 1.2: the documented token is cut short, so it is no readable JWT, and is taken all the same.
pub fn token_answer(block: &str) {
    let answer = json(block);
    let token = answer["access_token"].as_str().unwrap();
    assert_eq!(Claims::read(token), None);
    let authorization = Credential::new(token, API).authorization(API);
    assert_eq!(
        authorization,
        Some(format!(
            "{} {token}",
            answer["token_type"].as_str().unwrap()
        ))
    );
    assert_eq!(answer["expires_in"], 4 * 60 * 60);
}

/// Section 5.1: all seven are strings, the data included.
pub fn envelope_types(block: &str) {
    let types = json(block);
    assert!(types.as_object().unwrap().values().all(|of| of == "string"));
    assert_eq!(
        keys(&types),
        keys(&json("name=ikas.delivery.stock-updated"))
    );
}

/// Section 5.2: the scope of a delivery is one that the picker offers, and its data is a document in a string.
pub fn envelope(block: &str) {
    let delivery = json(block);
    assert!(delivery.as_object().unwrap().values().all(Value::is_string));
    let scope = delivery["scope"].as_str().unwrap();
    let offered = events(IkasVersion::V2);
    assert!(
        offered
            .iter()
            .flat_map(|group| &group.events)
            .any(|event| event == scope)
    );
    let data: Value = serde_json::from_str(delivery["data"].as_str().unwrap()).unwrap();
    assert_eq!(data["stockCount"], 7);
}

/// Section 5.2: the first vector signs the documented delivery.
pub fn signed(block: &str) {
    let vectors = text(block);
    let of = |start: &str| -> Vec<&str> {
        vectors
            .lines()
            .filter_map(|line| line.strip_prefix(start))
            .collect()
    };
    let delivery = json("name=ikas.delivery.stock-updated");
    assert_eq!(of("data: ")[0], delivery["data"].as_str().unwrap());
    assert_eq!(
        of("signature: ")[0],
        delivery["signature"].as_str().unwrap()
    );
    let signatures = of("signature: ");
    assert_eq!(signatures.len(), 2);
    for signature in signatures {
        let hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        assert!(signature.len() == 64 && signature.bytes().all(hex));
    }
}
