//! What was typed as a secret: no words of a platform bring it back.

use pegboard::platform::ApiError;
use pegboard::state::write::{Saving, create};
use serde_json::{Value, json};

use super::script::{Script, run};
use crate::sample::{ENDPOINT, listed, reply, valid};

const EVENT: &str = "order/created";

const HEADERS: [(&str, &str); 1] = [("X-Key", "s3cret-4711")];
const ECHO: &str = "This is wrong: s3cret-4711";
const HIDDEN: &str = "This is wrong: [secret]";

/// What a creation ends with when this is the platform's answer.
fn ending(answer: Value) -> Saving {
    let answer = Ok(reply(200, answer));
    let script = Script::new(answer, Ok(reply(200, "{}")));
    run(create(
        &script,
        &listed(),
        &valid(EVENT, ENDPOINT, &HEADERS),
        &[],
    ))
}

#[test]
fn a_refusal_that_repeats_a_header_value_is_told_without_it() {
    let error = json!({ "message": ECHO, "extensions": { "code": "BAD_USER_INPUT" } });
    let Saving::Refused(ApiError::Refused(refusal)) =
        ending(json!({ "data": null, "errors": [error] }))
    else {
        panic!("refused")
    };
    assert_eq!(refusal.message, HIDDEN);
    for (_, words) in &refusal.fields {
        assert!(!words.contains("s3cret"));
    }
}

#[test]
fn a_complaint_beside_what_was_created_is_told_without_it() {
    let created = json!({ "id": "new", "type": EVENT, "health": "HEALTHY", "endPoint": ENDPOINT });
    let answer =
        json!({ "data": { "integrationWebhookCreate": created }, "errors": [{ "message": ECHO }] });
    let saving = ending(answer);
    let (_, warning) = saving.subscriptions().unwrap();
    assert_eq!(warning.unwrap().message, HIDDEN);
}
