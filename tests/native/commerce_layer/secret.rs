//! The shared secret: read on demand, and in nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pegboard::platform::commerce_layer::{read_list, read_one, read_secret};
use pegboard::platform::{ApiError, Cause, Unreadable};
use pegboard::subscription::Secret;
use serde_json::{Value, json};

use super::fixture::{SECRET, text};
use crate::sample::{NOW, reply};

/// Section 7.2: the secret that signs is the one that is read, as the text that it is.
pub fn signs_deliveries(block: &str) {
    let vector = text(block);
    let after = |name: &str| {
        let line = vector.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|line| line.strip_prefix(": ")).unwrap()
    };
    let answer = json!({ "data": { "attributes": { "shared_secret": after("shared_secret") } } });
    assert_eq!(read_secret(&reply(200, answer)), Ok(Secret::new(SECRET)));
    assert_eq!(after("body").len(), 219);
    assert!(serde_json::from_str::<Value>(after("body")).is_ok());
    assert_eq!(STANDARD.decode(after("signature")).unwrap().len(), 32);
}

#[test]
fn it_is_read_from_a_whole_webhook_as_well() {
    let answer = text("name=commerce-layer.create.response.recorded");
    assert_eq!(read_secret(&reply(200, answer)), Ok(Secret::new(SECRET)));
}

#[test]
fn without_it_there_is_none() {
    for document in [
        json!({ "data": { "id": "a", "attributes": {} } }),
        json!({ "data": { "attributes": { "shared_secret": null } } }),
        json!({ "data": { "attributes": { "shared_secret": "" } } }),
        json!({ "data": { "attributes": { "shared_secret": [SECRET] } } }),
        json!({ "data": { "shared_secret": SECRET } }),
        json!({ "data": [{ "attributes": { "shared_secret": SECRET } }] }),
    ] {
        let unreadable = ApiError::Unreadable {
            status: 200,
            what: Unreadable::NoResult,
        };
        assert_eq!(read_secret(&reply(200, document)), Err(unreadable));
    }
    let refused = read_secret(&reply(401, text("name=commerce-layer.error.unauthorized")));
    assert_eq!(refused.unwrap_err().cause(), Some(&Cause::Role));
}

/// Section 0, point 6: every answer can hold it.
#[test]
fn it_shows_in_no_log_and_in_no_error() {
    let answer = text("name=commerce-layer.create.response.recorded");
    for (status, body) in [
        (200, answer.clone()),
        (200, answer.replace("mPpvRCrEOd\",\"type\"", "\",\"type\"")),
        (200, answer.replace(":null", ":[]")),
        (200, format!("{answer}}}")),
        (422, answer.clone()),
        (500, answer),
    ] {
        assert!(body.contains(SECRET));
        let reply = reply(status, body);
        let shown = format!(
            "{reply:?} {:?} {:?}",
            read_one(&reply, NOW),
            read_list(1, &reply, NOW)
        );
        assert!(!shown.contains(SECRET), "{shown}");
        if let Err(error) = read_secret(&reply) {
            assert!(!format!("{error:?}").contains(SECRET));
        }
    }
}
