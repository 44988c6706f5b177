//! What can come between a request and its answer.

use pegboard::platform::{Reply, TransportError};
use pegboard::subscription::Platform;
use serde_json::{Value, json};

use super::change::Change;
use crate::sample::reply;

/// The words of a refusal that only the platform itself can explain.
pub const WORDS: &str = "Nothing of the kind today";

/// `after` means that the platform did what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing comes within the time limit.
    Silent {
        after: bool,
    },
    Dropped {
        after: bool,
    },
    Offline,
    /// The answer comes late, but within the time limit.
    Slow,
    /// Something that is no JSON in the place of the answer.
    Spoilt {
        body: &'static str,
        after: bool,
    },
    Status {
        status: u16,
        form: Form,
        after: bool,
    },
    Throttled {
        retry_after: Option<u32>,
        body: &'static str,
    },
    /// Errors in the place of data.
    Errors {
        code: &'static str,
        after: bool,
    },
    /// Errors beside the data.
    Complained,
    Changed(Change),
    /// Ten megabytes of it.
    Large,
}

/// What stands in the body of a refusal by status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As the platform says it.
    Words,
    /// An object without a word.
    Bare,
    /// A web page of something between.
    Html,
}

/// Every fault that does not depend on what the answer would have been.
pub fn fixed() -> Vec<Fault> {
    use Fault::{
        Complained, Dropped, Errors, Large, Offline, Silent, Slow, Spoilt, Status, Throttled,
    };
    let mut all = vec![Offline, Slow, Complained, Large];
    for after in [false, true] {
        all.extend([Silent { after }, Dropped { after }]);
        for body in [
            "{\"data\": {\"a\": [1, ",
            "<!doctype html><title>Hotel Wi-Fi</title>",
            "",
        ] {
            all.push(Spoilt { body, after });
        }
        for status in [500, 502] {
            for form in [Form::Words, Form::Bare, Form::Html] {
                all.push(Status {
                    status,
                    form,
                    after,
                });
            }
        }
        let code = "INTERNAL_SERVER_ERROR";
        all.push(Errors { code, after });
    }
    for status in [400, 401, 403, 404, 409, 415, 422, 423] {
        for form in [Form::Words, Form::Bare, Form::Html] {
            let after = false;
            all.push(Status {
                status,
                form,
                after,
            });
        }
    }
    for retry_after in [None, Some(0), Some(1), Some(30)] {
        let object =
            r#"{"errors": {"title": "Too Many Requests", "code": "THROTTLED", "status": 429}}"#;
        for body in ["", "<html>", object, r#"{"retryAfter": 2}"#] {
            all.push(Throttled { retry_after, body });
        }
    }
    let code = "NEVER_SEEN_CODE";
    all.push(Errors { code, after: false });
    all
}

impl Fault {
    /// How long it takes, and what comes.
    pub fn strike(
        &self,
        platform: Platform,
        process: &mut dyn FnMut() -> Reply,
    ) -> (u64, Result<Reply, TransportError>) {
        let mut after = |after: bool| {
            if after {
                process();
            }
        };
        let answer = match self {
            Self::Silent { after: done } => {
                after(*done);
                return (u64::MAX, Err(TransportError::Broken));
            }
            Self::Slow => return (14_000, Ok(process())),
            Self::Dropped { after: done } => {
                after(*done);
                Err(TransportError::Broken)
            }
            Self::Offline => Err(TransportError::Offline),
            Self::Spoilt { body, after: done } => {
                after(*done);
                Ok(reply(200, body))
            }
            Self::Status {
                status,
                form,
                after: done,
            } => {
                after(*done);
                Ok(reply(*status, refusal(platform, *status, *form)))
            }
            Self::Throttled { retry_after, body } => Ok(Reply {
                retry_after: *retry_after,
                ..reply(429, body)
            }),
            Self::Errors { code, after: done } => {
                after(*done);
                Ok(reply(200, json!({ "data": null, "errors": [error(code)] })))
            }
            Self::Complained => Ok(changed(process(), |body| {
                body["errors"] = json!([error("NEVER_SEEN_CODE")]);
            })),
            Self::Changed(change) => Ok(changed(process(), |body| change.apply(body))),
            Self::Large => Ok(changed(process(), |body| {
                body["padding"] = "x".repeat(10_000_000).into();
            })),
        };
        (100, answer)
    }

    /// Whether nothing can be taken from the answer.
    pub fn is_fatal(&self) -> bool {
        !matches!(
            self,
            Self::Slow | Self::Complained | Self::Changed(_) | Self::Large
        )
    }

    /// Whether the next attempt of a read is made. On ikas only a wait that was named allows it (ikas contract, section 8).
    pub fn passes(&self, platform: Platform) -> bool {
        match self {
            Self::Throttled { retry_after, body } => {
                let named = retry_after.filter(|seconds| *seconds > 0);
                let named = named.or(body.contains("retryAfter").then_some(2));
                let fits = named.is_none_or(|seconds| seconds < 8);
                fits && (platform != Platform::Ikas || named.is_some())
            }
            _ if platform == Platform::Ikas => false,
            Self::Dropped { .. } => true,
            Self::Status { status, .. } => *status >= 500,
            _ => false,
        }
    }

    /// Whether it says, in Commerce Layer's words, that what was asked for is not there.
    pub fn says_gone(&self) -> bool {
        let (status, form) = (404, Form::Words);
        let after = false;
        *self
            == Self::Status {
                status,
                form,
                after,
            }
    }

    /// Whether this is why nothing can be told from what was read afterwards, so often as it strikes.
    pub fn blinds(&self, platform: Platform, attempts: usize) -> bool {
        match self {
            Self::Changed(change) => change.hides(),
            fault => fault.is_fatal() && !(attempts < 3 && fault.passes(platform)),
        }
    }
}

fn changed(mut answer: Reply, change: impl FnOnce(&mut Value)) -> Reply {
    if let Ok(mut body) = serde_json::from_str(&answer.body) {
        change(&mut body);
        answer.body = body.to_string();
    }
    answer
}

/// An error in the form of GraphQL and of JSON:API at once.
fn error(code: &str) -> Value {
    json!({ "message": WORDS, "extensions": { "code": code }, "title": WORDS, "code": code })
}

fn refusal(platform: Platform, status: u16, form: Form) -> String {
    let code = match status {
        400 => "BAD_REQUEST",
        401 => "INVALID_TOKEN",
        403 => "FORBIDDEN",
        404 => "RECORD_NOT_FOUND",
        409 => "RECORD_NOT_UNIQUE",
        415 => "UNSUPPORTED_MEDIA_TYPE",
        422 => "VALIDATION_ERROR",
        423 => "LOCKED",
        _ => "INTERNAL_SERVER_ERROR",
    };
    let body = match form {
        Form::Html => return "<html><title>Gateway</title></html>".to_owned(),
        Form::Bare => json!({}),
        Form::Words if platform == Platform::CommerceLayer => {
            let mut error = json!({ "title": WORDS, "code": code, "status": status.to_string() });
            if status == 422 {
                error["source"] = json!({ "pointer": "/data/attributes/callback_url" });
            }
            json!({ "errors": [error] })
        }
        Form::Words => json!({ "message": WORDS }),
    };
    body.to_string()
}
