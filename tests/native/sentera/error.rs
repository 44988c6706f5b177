//! The error bodies that the contract assumes (section 11.2), each read into its cause.

use pegboard::platform::sentera::{read_created, read_organizations, read_removed, read_updated};
use pegboard::platform::{ApiError, Cause, Refusal, Reply};
use pegboard::validation::Field;

use super::fixture;
use crate::sample::{NOW, reply};

/// What every operation is refused with: all of them read errors alike.
pub fn refused(reply: &Reply) -> Refusal {
    let errors = [
        read_created(reply, NOW).unwrap_err(),
        read_updated(reply, NOW).unwrap_err(),
        read_removed("a", reply).unwrap_err(),
        read_organizations(reply).unwrap_err(),
    ];
    assert!(errors.iter().all(|error| *error == errors[0]), "{errors:?}");
    match &errors[0] {
        ApiError::Refused(refusal) => Refusal::clone(refusal),
        other => panic!("{other:?}"),
    }
}

pub fn assumed(block: &str) {
    let cases = fixture::json(block);
    let wait = Cause::RateLimit { retry_after: None };
    let meanings = [
        ("no_token_401", 401, Cause::Token),
        ("update_nothing", 200, Cause::Fields),
        ("organization_not_found", 200, Cause::NotFound),
        ("subscription_not_found", 200, Cause::NotFound),
        ("url_invalid", 200, Cause::Endpoint),
        ("event_types_empty", 200, Cause::Event),
        ("too_many_ids", 200, Cause::Other),
        ("undefined_field", 200, Cause::Schema),
        ("message_only_200", 200, Cause::Server),
        ("too_many_requests_429", 429, wait),
    ];
    assert_eq!(cases.as_object().unwrap().len(), meanings.len());
    for (name, status, cause) in meanings {
        let body = &cases[name];
        let error = body.get("errors").map_or(body, |errors| &errors[0]);
        let message = error["message"].as_str().unwrap().to_owned();
        let code = error["extensions"]["code"].as_str().map(str::to_owned);
        let fields = match cause {
            Cause::Fields => [Field::Endpoint, Field::Events]
                .map(|field| (field, message.clone()))
                .to_vec(),
            _ => Vec::new(),
        };
        let wanted = Refusal {
            cause,
            status,
            code,
            message,
            fields,
        };
        assert_eq!(refused(&reply(status, body)), wanted, "{name}");
    }
}

/// A lone message may have come after the deed, so what was written is not known to be refused.
#[test]
fn a_lone_message_stays_open() {
    let body = &fixture::json("name=sentera.sandbox.errors")["message_only_200"];
    let lost = read_created(&reply(200, body), NOW).unwrap_err();
    assert!(matches!(lost, ApiError::Refused(_)) && !lost.is_certain());
}
