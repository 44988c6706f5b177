//! The error blocks of the contract, each read into its cause.

use pegboard::platform::ikas::{read_channels, read_list, read_removed, read_saved};
use pegboard::platform::{ApiError, Cause, Refusal, Reply};
use pegboard::subscription::IkasVersion;
use pegboard::validation::Field;
use serde_json::{Value, json};

use super::fixture;
use crate::sample::{NOW, reply};

/// What every operation is refused with: all of them read errors alike.
pub fn refused(reply: &Reply) -> Refusal {
    let errors = [
        read_list(reply, NOW).unwrap_err(),
        read_saved(IkasVersion::V1, reply, NOW).unwrap_err(),
        read_saved(IkasVersion::V2, reply, NOW).unwrap_err(),
        read_removed(reply).unwrap_err(),
        read_channels(reply).unwrap_err(),
    ];
    assert!(errors.iter().all(|error| *error == errors[0]), "{errors:?}");
    match &errors[0] {
        ApiError::Refused(refusal) => Refusal::clone(refusal),
        other => panic!("{other:?}"),
    }
}

fn refusal(cause: Cause, status: u16, code: Option<&str>, message: &str) -> Refusal {
    Refusal {
        cause,
        status,
        code: code.map(str::to_owned),
        message: message.to_owned(),
        fields: Vec::new(),
    }
}

/// Section 1.2: an answer of the authorization, which the console never asks. Read as an API's answer it refuses without a code.
pub fn of_the_authorization(block: &str) {
    let error = fixture::json(block);
    assert_eq!(error["errors"][0]["msg"], "redirect_uri is not whitelisted");
    assert_eq!(
        refused(&reply(200, error)),
        refusal(Cause::Other, 200, None, "")
    );
}

/// Section 11.2, in the shapes of `data` that mean no result.
pub fn assumed(block: &str) {
    let cases = fixture::json(block);
    let message =
        "Cannot query field \"saveWebhook\" on type \"Mutation\". Did you mean \"saveWebhooks\"?";
    let denied = "UNAUTHORIZED · deniedBy: \"FEATURE\" · requiredFeatures: [11,12]";
    let scope = "error_messages.public.webhook.invalid_scope";
    let mut arguments = refusal(
        Cause::Fields,
        200,
        Some("ARGUMENT_VALIDATION_ERROR"),
        "Argument Validation Error",
    );
    arguments.fields = vec![(Field::Endpoint, "endpoint must be an https URL".to_owned())];
    let wait = Cause::RateLimit {
        retry_after: Some(5),
    };
    let meanings = [
        (
            "login_required",
            refusal(Cause::Token, 200, Some("LOGIN_REQUIRED"), "LOGIN_REQUIRED"),
        ),
        (
            "unauthorized_feature",
            refusal(
                Cause::Scope { scope: None },
                200,
                Some("UNAUTHORIZED"),
                denied,
            ),
        ),
        (
            "invalid_scope",
            refusal(Cause::Event, 200, Some("INVALID_SCOPE"), scope),
        ),
        ("argument_validation", arguments),
        (
            "app_not_found",
            refusal(Cause::App, 200, Some("APP_NOT_FOUND"), "APP_NOT_FOUND"),
        ),
        (
            "wrong_version_400",
            refusal(
                Cause::Schema,
                400,
                Some("GRAPHQL_VALIDATION_FAILED"),
                message,
            ),
        ),
        (
            "too_many_requests_429",
            refusal(wait, 429, None, "Too Many Requests"),
        ),
        ("token_401", refusal(Cause::Token, 401, None, "")),
    ];
    assert_eq!(cases.as_object().unwrap().len(), meanings.len());
    for (name, meaning) in meanings {
        let body = &cases[name];
        assert_eq!(refused(&reply(meaning.status, body)), meaning, "{name}");
        if body.get("errors").is_some() {
            // The code decides, whatever the status of a refusal.
            for data in [json!(null), json!({}), json!({ "saveWebhooks": null })] {
                let mut body = body.clone();
                body["data"] = data;
                let other = if meaning.status == 200 { 400 } else { 200 };
                for status in [meaning.status, other, 403, 422] {
                    let wanted = Refusal {
                        status,
                        ..meaning.clone()
                    };
                    assert_eq!(refused(&reply(status, &body)), wanted, "{name} {status}");
                }
            }
        }
    }
}

/// Section 8: the header before the body.
#[test]
fn the_wait_of_a_429_is_read_from_the_header_first() {
    let body = json!({ "message": "Too Many Requests", "retryAfter": 4.2 });
    for (retry_after, body, told) in [
        (Some(9), &body, Some(9)),
        (None, &body, Some(5)),
        (None, &json!({ "retryAfter": "soon" }), None),
        (None, &Value::Null, None),
    ] {
        let reply = Reply {
            retry_after,
            ..reply(429, body)
        };
        assert_eq!(
            refused(&reply).cause,
            Cause::RateLimit { retry_after: told }
        );
    }
}
