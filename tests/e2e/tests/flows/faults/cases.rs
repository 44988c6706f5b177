//! Every fault that any platform can have, before and after it did its work.

use e2e::Door;
use sandbox::{Effect, Fault};
use serde_json::json;

use super::{Case, Outcome};

fn answer(status: u16, body: serde_json::Value) -> Effect {
    Effect::Answer {
        status,
        headers: Default::default(),
        body: Some(body),
    }
}

/// Every fault that the sandbox knows, before and after the platform did its work.
pub fn cases(door: Door) -> Vec<Case> {
    use Outcome::{Done, LostAfter, LostBefore, Refused};
    let before = |name, effect, outcome, said| Case {
        name,
        fault: Fault::next(effect),
        outcome,
        said,
    };
    let after = |name, effect, outcome, said| Case {
        name,
        fault: Fault::next(effect).after(),
        outcome,
        said,
    };
    // A page cannot tell a broken connection from a refusal by CORS, but a host that it has read before does not refuse it.
    let broken = "The connection broke";
    let mut cases = vec![
        before(
            "status 401",
            answer(401, json!({ "message": "Unauthorized" })),
            Refused,
            "does not accept this access token",
        ),
        before(
            "status 403",
            answer(403, json!({ "message": "Not for you" })),
            Refused,
            "Not for you",
        ),
        before(
            "status 400",
            answer(400, json!({ "message": "Bad Request" })),
            Refused,
            "does not understand the request",
        ),
        before(
            "status 429",
            Effect::RateLimited { retry_after: 30 },
            Refused,
            "Too many requests",
        ),
        before(
            "status 503",
            answer(503, json!({ "message": "Down for repair" })),
            LostBefore,
            "The platform failed (HTTP 503)",
        ),
        before(
            "an HTML 500",
            Effect::HtmlError,
            LostBefore,
            "The platform failed (HTTP 500)",
        ),
        before(
            "an HTML 200",
            answer(200, json!("<!doctype html><title>Hotel Wi-Fi</title>")),
            LostBefore,
            "a web page instead of data",
        ),
        before(
            "no answer in time",
            Effect::Hold,
            LostBefore,
            "did not answer in time",
        ),
        before("a drop", Effect::Drop, LostBefore, broken),
        before(
            "malformed JSON",
            Effect::MalformedJson,
            LostBefore,
            "not valid JSON",
        ),
        before(
            "an empty body",
            Effect::EmptyBody,
            LostBefore,
            "an empty answer",
        ),
        before(
            "no result",
            answer(200, json!({ "data": null })),
            LostBefore,
            "an answer without a result",
        ),
        before("a short delay", Effect::Delay { ms: 200 }, Done, ""),
        after(
            "data with errors",
            Effect::Partial {
                errors: vec![json!({ "message": "Half of it" })],
            },
            Done,
            "Half of it",
        ),
        after(
            "an HTML 500 after committing",
            Effect::HtmlError,
            LostAfter,
            "The platform failed (HTTP 500)",
        ),
        after(
            "no answer in time after committing",
            Effect::Hold,
            LostAfter,
            "did not answer in time",
        ),
        after("a drop after committing", Effect::Drop, LostAfter, broken),
        after(
            "malformed JSON after committing",
            Effect::MalformedJson,
            LostAfter,
            "not valid JSON",
        ),
        after(
            "an empty body after committing",
            Effect::EmptyBody,
            LostAfter,
            "an empty answer",
        ),
    ];
    if door == Door::Cross {
        cases.push(before(
            "a refused preflight",
            Effect::RefuseCors,
            LostBefore,
            broken,
        ));
        cases.push(after(
            "an answer that may not be read",
            Effect::RefuseCors,
            LostAfter,
            broken,
        ));
    }
    cases
}
