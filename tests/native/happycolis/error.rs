//! The error blocks of the contract, each read into its cause.

use pegboard::platform::happycolis::{read_created, read_list, read_proof, read_removed};
use pegboard::platform::{ApiError, Cause, Refusal, Removed, Reply};
use pegboard::subscription::HappyColisMode;
use serde_json::{Value, json};

use super::fixture;
use crate::sample::{NOW, reply};

/// What a reply is refused with, by the operation that it answers.
pub fn refused(operation: &str, reply: &Reply) -> Result<Removed, ApiError> {
    let done = |_| Removed::Now(None);
    match operation {
        "integration" => read_list(reply, NOW).map(|_| Removed::Now(None)),
        "integrationWebhookCreate" => {
            read_created(HappyColisMode::Integration, reply, NOW).map(|_| Removed::Now(None))
        }
        "oauthWebhookCreate" => {
            read_created(HappyColisMode::Oauth, reply, NOW).map(|_| Removed::Now(None))
        }
        "integrationWebhookRemove" => read_removed(HappyColisMode::Integration, reply),
        "oauthWebhookRemove" => read_removed(HappyColisMode::Oauth, reply),
        "__typename" => read_proof(reply).map(done),
        other => panic!("{other} is no operation"),
    }
}

const EVERY_OPERATION: [&str; 6] = [
    "integration",
    "integrationWebhookCreate",
    "oauthWebhookCreate",
    "integrationWebhookRemove",
    "oauthWebhookRemove",
    "__typename",
];

fn refusal(cause: Cause, status: u16, code: Option<&str>, message: &str) -> ApiError {
    ApiError::from(Refusal {
        cause,
        status,
        code: code.map(str::to_owned),
        message: message.to_owned(),
        fields: Vec::new(),
    })
}

/// Section 7.2.
pub fn not_found(block: &str) {
    let expected = refusal(
        Cause::NotFound,
        200,
        Some("NOT_FOUND"),
        "Shipment not found",
    );
    assert_eq!(
        refused("integration", &reply(200, fixture::text(block))),
        Err(expected)
    );
}

/// Section 10, row 13: HTTP 401 before GraphQL, or status 200 with the code; both mean the token.
pub fn unauthorized(block: &str) {
    let error = fixture::json(block);
    let expected = |status| refusal(Cause::Token, status, Some("UNAUTHORIZED"), "Unauthorized");
    for operation in EVERY_OPERATION {
        assert_eq!(refused(operation, &reply(401, &error)), Err(expected(401)));
        let answer = json!({ "data": null, "errors": [error] });
        assert_eq!(refused(operation, &reply(200, answer)), Err(expected(200)));
    }
}

/// Section 7.4. A browser reads `Retry-After` only where the server exposes it.
pub fn rate_limit(block: &str) {
    let text = fixture::text(block);
    let (head, body) = text.split_once("\n\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 429 "));
    let after = head
        .lines()
        .find_map(|line| line.strip_prefix("Retry-After: "))
        .unwrap();
    let after: u32 = after.parse().unwrap();
    let message = "Too many requests. Please retry after 30 seconds.";
    for retry_after in [Some(after), None] {
        let reply = Reply {
            status: 429,
            retry_after,
            body: body.to_owned(),
        };
        for operation in EVERY_OPERATION {
            let expected = refusal(Cause::RateLimit { retry_after }, 429, None, message);
            assert_eq!(refused(operation, &reply), Err(expected));
        }
    }
    assert_eq!(after, 30);
}

/// What one case of section 12.2 has to be read as.
enum Meaning {
    Refused(u16, Cause, Option<&'static str>),
    /// Section 7.3: not found is FORBIDDEN here, and means gone.
    GoneBefore,
}

fn assumed_meanings() -> Vec<(&'static str, Meaning)> {
    use Meaning::{GoneBefore, Refused};
    let scope = Cause::Scope {
        scope: Some("edit_integrations".to_owned()),
    };
    vec![
        ("token_401_body", Refused(401, Cause::Token, None)),
        ("bad_json_400_body", Refused(400, Cause::Schema, None)),
        (
            "graphql_syntax_400_body",
            Refused(400, Cause::Schema, Some("GRAPHQL_PARSE_FAILED")),
        ),
        (
            "graphql_validation_400_body",
            Refused(400, Cause::Schema, Some("GRAPHQL_VALIDATION_FAILED")),
        ),
        (
            "unauthorized_200",
            Refused(200, Cause::Token, Some("UNAUTHORIZED")),
        ),
        (
            "insufficient_scope",
            Refused(200, scope, Some("INSUFFICIENT_SCOPE")),
        ),
        (
            "wrong_token_kind",
            Refused(200, Cause::OtherMode, Some("FORBIDDEN")),
        ),
        (
            "not_https",
            Refused(200, Cause::Endpoint, Some("BAD_USER_INPUT")),
        ),
        (
            "invalid_url",
            Refused(200, Cause::Endpoint, Some("BAD_USER_INPUT")),
        ),
        (
            "type_missing",
            Refused(200, Cause::Event, Some("BAD_USER_INPUT")),
        ),
        (
            "headers_not_object",
            Refused(200, Cause::Headers, Some("BAD_USER_INPUT")),
        ),
        ("conflict", Refused(200, Cause::Conflict, Some("CONFLICT"))),
        ("remove_not_found_as_code", GoneBefore),
        ("remove_not_found_as_prefix", GoneBefore),
        (
            "remove_mismatch_as_code",
            Refused(200, Cause::OtherMode, Some("FORBIDDEN")),
        ),
        (
            "integration_not_found",
            Refused(200, Cause::NotFound, Some("NOT_FOUND")),
        ),
        (
            "introspection_off",
            Refused(200, Cause::Other, Some("INTROSPECTION_DISABLED")),
        ),
    ]
}

/// Section 12.2, with `data` null, absent, and `{ field: null }`: all three mean no result (section 7.5, step 5).
pub fn assumed(block: &str) {
    let cases = fixture::json(block);
    let cases = cases.as_object().unwrap();
    let meanings = assumed_meanings();
    assert_eq!(cases.len(), meanings.len());
    for (name, meaning) in meanings {
        let body = &cases[name];
        let error = body.get("errors").map_or(body, |errors| &errors[0]);
        let field = error["path"][0].as_str().unwrap_or("integration");
        let message = error["message"].as_str().unwrap();
        let (status, expected) = match meaning {
            Meaning::Refused(status, cause, code) => {
                (status, Err(refusal(cause, status, code, message)))
            }
            Meaning::GoneBefore => (200, Ok(Removed::Before)),
        };
        for data in [Some(json!(null)), Some(json!({ field: null })), None] {
            let mut body = body.clone();
            set_data(&mut body, data);
            assert_eq!(
                refused(field, &reply(status, &body)),
                expected,
                "{name}: {body}"
            );
        }
    }
}

fn set_data(body: &mut Value, data: Option<Value>) {
    let body = body.as_object_mut().unwrap();
    body.remove("data");
    if let Some(data) = data {
        body.insert("data".to_owned(), data);
    }
}

#[test]
fn a_mismatch_is_read_from_the_prefix_as_well() {
    let message = "You can't remove this webhook: integrationId or integrationType mismatch";
    let body = json!({ "data": null, "errors": [{ "message": format!("FORBIDDEN: {message}") }] });
    let expected = refusal(Cause::OtherMode, 200, Some("FORBIDDEN"), message);
    for operation in ["integrationWebhookRemove", "oauthWebhookRemove"] {
        assert_eq!(
            refused(operation, &reply(200, &body)),
            Err(expected.clone())
        );
    }
}
