//! The faults that are the same on every way into a platform, and so strike each kind of action once: further refusals, errors
//! in the place of data, ten megabytes, and answers that are not quite what they should be.

use sandbox::{Alteration, Effect, Fault};
use serde_json::{Value, json};

use super::{Case, Outcome};

/// What only the platform itself can have said.
const WORDS: &str = "Nothing of the kind today";

const MANY_BYTES: usize = 10_000_000;

/// How a platform words its errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Graphql,
    JsonApi,
}

/// A refusal by status, the code that stands beside it, and the words by which a person knows it.
const REFUSALS: [(&str, u16, &str, &str); 6] = [
    ("status 403", 403, "FORBIDDEN", WORDS),
    (
        "status 404",
        404,
        "RECORD_NOT_FOUND",
        "does not know what was asked for",
    ),
    ("status 409", 409, "RECORD_NOT_UNIQUE", WORDS),
    ("status 415", 415, "UNSUPPORTED_MEDIA_TYPE", WORDS),
    ("status 422", 422, "VALIDATION_ERROR", WORDS),
    ("status 423", 423, "LOCKED", WORDS),
];

/// Those that do not depend on what the answer would have been.
pub fn rest(form: Form) -> Vec<Case> {
    use Outcome::{Done, LostAfter, LostBefore, Refused};
    let case = |name, fault, outcome, said| Case {
        name,
        fault,
        outcome,
        said,
    };
    let answer = |status, body| {
        Fault::next(Effect::Answer {
            status,
            headers: Default::default(),
            body: Some(body),
        })
    };
    let mut all: Vec<Case> = REFUSALS
        .into_iter()
        .map(|(name, status, code, said)| {
            let fault = answer(status, form.refusal(status, code));
            case(name, fault, Refused, said)
        })
        .collect();
    let oversized = Fault::next(Effect::Oversized { bytes: MANY_BYTES });
    let without_result = "an answer without a result";
    let object =
        json!({ "errors": { "title": "Too Many Requests", "code": "THROTTLED", "status": 429 } });
    let mut errors = form.refusal(200, "NEVER_SEEN_CODE");
    errors["data"] = Value::Null;
    all.extend([
        case(
            "status 502",
            answer(502, form.refusal(502, "BAD_GATEWAY")),
            LostBefore,
            "The platform failed (HTTP 502)",
        ),
        case(
            "status 429 without Retry-After",
            answer(429, form.refusal(429, "THROTTLED")),
            Refused,
            "Too many requests.",
        ),
        case(
            "status 429 with an object for its errors, without Retry-After",
            answer(429, object),
            Refused,
            "Too many requests.",
        ),
        case(
            "errors in the place of data",
            answer(200, errors),
            Refused,
            WORDS,
        ),
        case(
            "ten megabytes of something else",
            oversized.clone(),
            LostBefore,
            without_result,
        ),
        case(
            "ten megabytes of something else after committing",
            oversized.after(),
            LostAfter,
            without_result,
        ),
        altered(
            "ten megabytes beside the answer",
            "/padding",
            Alteration::Set("x".repeat(MANY_BYTES).into()),
            Done,
        ),
    ]);
    all
}

/// A case in which one place of the real answer is changed. What it means for the write depends on the place; words of its
/// own it has none, for the write was done.
pub fn altered(name: &'static str, at: &str, change: Alteration, outcome: Outcome) -> Case {
    let at = at.to_owned();
    Case {
        name,
        fault: Fault::next(Effect::Altered { at, change }),
        outcome,
        said: "",
    }
}

impl Form {
    /// A refusal in the platform's own words.
    fn refusal(self, status: u16, code: &str) -> Value {
        match self {
            Self::Graphql if status == 200 => {
                json!({ "errors": [{ "message": WORDS, "extensions": { "code": code } }] })
            }
            Self::Graphql => json!({ "message": WORDS }),
            Self::JsonApi => {
                let status = status.to_string();
                let error =
                    json!({ "title": WORDS, "detail": WORDS, "code": code, "status": status });
                json!({ "errors": [error] })
            }
        }
    }
}
