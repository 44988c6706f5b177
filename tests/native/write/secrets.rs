//! What was typed as a secret: no words of a platform bring it back.

use pegboard::platform::{ApiError, Learned};
use pegboard::state::write::{Saving, create};
use pegboard::subscription::{Attribute, Draft, Platform};
use pegboard::validation::{AttributeRule, Need, Valid, validate};
use serde_json::{Value, json};

use super::script::{Script, run};
use crate::sample::{ENDPOINT, listed, reply, valid};

const EVENT: &str = "order/created";

/// One is a part of another; the last could be a part of any word.
const HEADERS: [(&str, &str); 4] = [
    ("X-Key", "s3cret"),
    ("X-Long", "s3cret-4711"),
    ("X-Four", "four"),
    ("X-Short", "two"),
];
const ECHO: &str = "This is wrong: s3cret-4711, s3cret, four, two";
const HIDDEN: &str = "This is wrong: [secret], [secret], [secret], two";

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

#[test]
fn an_authentication_is_hidden_as_a_header_value_is() {
    let attribute = Attribute::Authentication("client_secret".to_owned());
    let rule = AttributeRule {
        attribute: attribute.clone(),
        need: Need::Optional,
    };
    let mut draft = Draft {
        events: vec!["TASK_MODIFIED".to_owned()],
        endpoint: ENDPOINT.to_owned(),
        ..Draft::default()
    };
    draft.attributes.set(attribute, "s3cret-4711".to_owned());
    let mut rules = pegboard::platform::rules(
        &crate::sample::way_into(Platform::Sentera, "acme"),
        &Learned::default(),
        None,
    );
    rules.attributes = vec![rule];
    let valid: Valid = validate(&draft, &rules).unwrap();
    let mut words = ECHO.to_owned();
    valid.hide_in(&mut words);
    assert_eq!(words, "This is wrong: [secret], s3cret, four, two");
    // The endpoint is no secret: it is what the words are about.
    let mut words = ENDPOINT.to_owned();
    valid.hide_in(&mut words);
    assert_eq!(words, ENDPOINT);
}
