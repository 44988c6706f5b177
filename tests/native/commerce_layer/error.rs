//! The error blocks of the contract, each read into its cause.

use pegboard::platform::commerce_layer as layer;
use pegboard::platform::{ApiError, Cause, Refusal, Removed, Reply};
use pegboard::subscription::Attribute;
use pegboard::validation::Field;
use serde_json::Value;

use super::fixture;
use crate::sample::{NOW, reply};

/// What a reply is refused with, whichever operation it answers; a removal is left out where it is gone.
pub fn refused(reply: &Reply) -> Refusal {
    let errors = [
        layer::read_list(1, reply, NOW).err(),
        layer::read_one(reply, NOW).err(),
        layer::read_deliveries(1, reply).err(),
        layer::read_secret(reply).err(),
        match layer::read_removed(reply) {
            Ok(Removed::Before) => layer::read_one(reply, NOW).err(),
            other => other.err(),
        },
    ];
    let refusals: Vec<Refusal> = errors
        .into_iter()
        .map(|error| match error {
            Some(ApiError::Refused(refusal)) => *refusal,
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(refusals.windows(2).all(|two| two[0] == two[1]));
    refusals[0].clone()
}

fn refusal(cause: Cause, status: u16, code: &str, message: &str) -> Refusal {
    Refusal {
        cause,
        status,
        code: Some(code.to_owned()),
        message: message.to_owned(),
        fields: Vec::new(),
    }
}

pub fn invalid_token(block: &str) {
    let message = "Invalid token: The access token you provided is invalid.";
    let read = refused(&reply(401, fixture::text(block)));
    assert_eq!(read, refusal(Cause::Token, 401, "INVALID_TOKEN", message));
}

/// Section 0, point 4: the same status, and quite another thing.
pub fn unauthorized(block: &str) {
    let message =
        "Access denied: You are not authorized to perform this action on the requested resource.";
    let read = refused(&reply(401, fixture::text(block)));
    assert_eq!(read, refusal(Cause::Role, 401, "UNAUTHORIZED", message));
}

pub fn not_found(block: &str) {
    let reply = reply(404, fixture::text(block));
    let message = "Record not found: The requested resource was not found. Please double-check the resource id.";
    let wanted = refusal(Cause::NotFound, 404, "RECORD_NOT_FOUND", message);
    assert_eq!(refused(&reply), wanted);
    assert_eq!(layer::read_removed(&reply), Ok(Removed::Before));
}

pub fn key_not_in_url(block: &str) {
    let message = "Key is not included in URL: The URL does not support the key 10272";
    let read = refused(&reply(400, fixture::text(block)));
    assert_eq!(
        read,
        refusal(Cause::Schema, 400, "KEY_NOT_INCLUDED_IN_URL", message)
    );
}

/// An error at a field that no form of the console has stays in the message.
pub fn another_field(block: &str) {
    let message = "quantity - must be less than or equal to 10";
    let read = refused(&reply(422, fixture::text(block)));
    assert_eq!(
        read,
        refusal(Cause::Unprocessable, 422, "VALIDATION_ERROR", message)
    );
}

/// The console never calls the auth server. Its errors are understood all the same: the status is a number, and the list
/// can be a lone object.
pub fn of_the_auth_server(block: &str) {
    let listed = fixture::json(block);
    let error = &listed["errors"][0];
    let status = u16::try_from(error["status"].as_u64().unwrap()).unwrap();
    let alone = serde_json::json!({ "errors": error });
    let read = refused(&reply(status, &listed));
    assert_eq!(read, refused(&reply(status, alone)));
    let title = error["title"].as_str().unwrap();
    assert!(
        read.message.starts_with(&format!("{title}: ")),
        "{}",
        read.message
    );
    assert_eq!(read.code.as_deref(), error["code"].as_str());
    let cause = match status {
        401 => Cause::Role,
        400 => Cause::Schema,
        _ => Cause::Forbidden,
    };
    assert_eq!(read.cause, cause);
}

/// Section 8.5, byte for byte: `errors` is an object, and the zero of `Retry-After` is no promise.
pub fn throttled(block: &str) {
    let text = fixture::text(block);
    let (head, body) = text.split_once("\n\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 429 "));
    let said = head
        .lines()
        .find_map(|line| line.strip_prefix("Retry-After: "));
    let said: u32 = said.unwrap().parse().unwrap();
    for (given, retry_after) in [(Some(said), None), (None, None), (Some(7), Some(7))] {
        let reply = Reply {
            status: 429,
            retry_after: given,
            body: body.to_owned(),
        };
        let cause = Cause::RateLimit { retry_after };
        assert_eq!(
            refused(&reply),
            refusal(cause, 429, "THROTTLED", "Too Many Requests")
        );
    }
}

/// Section 13.2: the status is the number at the end of the name.
pub fn assumed(block: &str) {
    let cases = fixture::json(block);
    let wanted = [
        ("blank_topic_422", Cause::Fields, vec![Field::Events]),
        (
            "blank_topic_and_url_422",
            Cause::Fields,
            vec![Field::Events, Field::Endpoint],
        ),
        ("topic_inclusion_422", Cause::Fields, vec![Field::Events]),
        ("url_invalid_422", Cause::Fields, vec![Field::Endpoint]),
        (
            "name_taken_422",
            Cause::Fields,
            vec![Field::Attribute(Attribute::Name)],
        ),
        ("not_unique_409", Cause::NotUnique, vec![]),
        ("param_not_allowed_400", Cause::Schema, vec![]),
        ("page_size_400", Cause::Schema, vec![]),
        ("sort_400", Cause::Schema, vec![]),
        ("not_acceptable_406", Cause::Schema, vec![]),
        ("unsupported_415", Cause::Schema, vec![]),
        ("internal_500", Cause::Server, vec![]),
    ];
    assert_eq!(cases.as_object().unwrap().len(), wanted.len());
    for (name, cause, fields) in wanted {
        let body: &Value = &cases[name];
        let status = name.rsplit('_').next().unwrap().parse().unwrap();
        let read = refused(&reply(status, body));
        assert_eq!((read.status, read.cause), (status, cause), "{name}");
        assert_eq!(read.code.as_deref(), body["errors"][0]["code"].as_str());
        assert_eq!(read.message.is_empty(), !fields.is_empty(), "{name}");
        let (at, said): (Vec<Field>, Vec<String>) = read.fields.into_iter().unzip();
        assert_eq!(at, fields, "{name}");
        for (said, error) in said.iter().zip(body["errors"].as_array().unwrap()) {
            assert_eq!(said, error["detail"].as_str().unwrap());
        }
    }
}
