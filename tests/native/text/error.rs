//! What went wrong with a request, in words.

use std::collections::BTreeMap;

use pegboard::platform::{ApiError, Cause, Refusal, TransportError, Unreadable};
use pegboard::text::editor::not_done;
use pegboard::text::error::{detail, remedy, sentence};

fn refused(cause: Cause) -> ApiError {
    ApiError::from(Refusal {
        cause,
        status: 200,
        code: Some("CODE".to_owned()),
        message: "In its own words".to_owned(),
        fields: Vec::new(),
    })
}

fn unreadable(what: Unreadable) -> ApiError {
    ApiError::Unreadable { status: 200, what }
}

fn every_cause() -> Vec<Cause> {
    vec![
        Cause::Token,
        Cause::Scope {
            scope: Some("edit_integrations".to_owned()),
        },
        Cause::Scope { scope: None },
        Cause::OtherMode,
        Cause::Role,
        Cause::NotFound,
        Cause::Conflict,
        Cause::NotUnique,
        Cause::Endpoint,
        Cause::Event,
        Cause::Headers,
        Cause::Fields,
        Cause::Locked,
        Cause::App,
        Cause::RateLimit {
            retry_after: Some(30),
        },
        Cause::RateLimit { retry_after: None },
        Cause::Schema,
        Cause::Server,
        Cause::Other,
    ]
}

/// Every error that can be told, one of each kind.
pub fn every_error() -> Vec<ApiError> {
    let transport = [
        TransportError::Offline,
        TransportError::Unreachable,
        TransportError::Blocked,
        TransportError::Hidden,
        TransportError::Policy,
        TransportError::Locked,
        TransportError::Timeout { ms: 15_000 },
        TransportError::Broken,
        TransportError::Aborted,
    ];
    let unread = [
        Unreadable::Empty,
        Unreadable::Html,
        Unreadable::NotJson,
        Unreadable::NoResult,
    ];
    let mut all: Vec<ApiError> = transport.map(ApiError::Transport).to_vec();
    all.extend(unread.map(unreadable));
    all.extend(every_cause().into_iter().map(refused));
    all
}

#[test]
fn every_cause_has_a_sentence_of_its_own_and_a_remedy() {
    let mut said = BTreeMap::new();
    for error in every_error() {
        let sentence = sentence(&error);
        for text in [sentence.as_str(), remedy(&error)] {
            assert!(text.len() > 10 && text.ends_with('.'), "{error:?}: {text}");
            assert!(!text.contains('!'), "{text}");
        }
        if let Some(other) = said.insert(sentence.clone(), error.clone()) {
            panic!("{sentence} says both {other:?} and {error:?}");
        }
        assert!(!not_done(&error).is_empty());
    }
    assert_eq!(said.len(), 32);
}

#[test]
fn the_platforms_own_words_are_shown_as_they_came() {
    let of = |status, code: Option<&str>, message: &str| {
        let code = code.map(str::to_owned);
        let message = message.to_owned();
        detail(&ApiError::from(Refusal {
            cause: Cause::Other,
            status,
            code,
            message,
            fields: Vec::new(),
        }))
    };
    assert_eq!(of(200, Some("CODE"), "No").as_deref(), Some("No · CODE"));
    assert_eq!(
        of(403, Some("CODE"), "No").as_deref(),
        Some("No · CODE · HTTP 403")
    );
    assert_eq!(of(403, None, "").as_deref(), Some("HTTP 403"));
    assert_eq!(of(200, None, "No").as_deref(), Some("No"));
    assert_eq!(of(200, None, ""), None);
    for error in every_error() {
        let is_refusal = matches!(error, ApiError::Refused(_));
        assert_eq!(detail(&error).is_some(), is_refusal, "{error:?}");
    }
}

#[test]
fn what_the_platform_named_is_in_the_sentence() {
    let scope = Cause::Scope {
        scope: Some("edit_integrations".to_owned()),
    };
    assert!(sentence(&refused(scope)).contains("edit_integrations"));
    assert!(
        sentence(&refused(Cause::RateLimit {
            retry_after: Some(30)
        }))
        .contains("30 seconds")
    );
    let bare = |status| {
        let refusal = Refusal {
            cause: Cause::Other,
            status,
            code: None,
            message: String::new(),
            fields: Vec::new(),
        };
        sentence(&ApiError::from(refusal))
    };
    assert!(bare(403).contains("HTTP 403"));
    assert!(
        sentence(&ApiError::Unreadable {
            status: 204,
            what: Unreadable::Empty
        })
        .contains("HTTP 204")
    );
}

/// A blocked request is never called a bad token: nobody has judged it.
#[test]
fn a_blocked_request_says_that_the_browser_blocked_it() {
    let blocked = ApiError::Transport(TransportError::Blocked);
    assert!(sentence(&blocked).contains("CORS"));
    assert!(remedy(&blocked).contains("not judged") && remedy(&blocked).contains("relay"));
}
