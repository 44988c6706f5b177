//! What went wrong with a request, in words.

use std::collections::BTreeMap;

use pegboard::platform::{ApiError, Cause, Refusal, TransportError, Unreadable};
use pegboard::text::editor::not_done;
use pegboard::text::error::{detail, remedy, sentence};
use pegboard::validation::Field;

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
        Cause::Forbidden,
        Cause::Clash,
        Cause::Unprocessable,
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
        Unreadable::Another,
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
    assert_eq!(said.len(), 36);
}

fn bare(cause: Cause, status: u16, code: Option<&str>, message: &str) -> ApiError {
    ApiError::from(Refusal {
        cause,
        status,
        code: code.map(str::to_owned),
        message: message.to_owned(),
        fields: Vec::new(),
    })
}

/// With a sentence of our own in front.
#[test]
fn the_platforms_own_words_are_shown_as_they_came() {
    let of = |status, code, message: &str| detail(&bare(Cause::Schema, status, code, message));
    assert_eq!(of(200, Some("CODE"), "No").as_deref(), Some("No · CODE"));
    assert_eq!(
        of(403, Some("CODE"), "No").as_deref(),
        Some("No · CODE · HTTP 403")
    );
    assert_eq!(
        of(403, None, "").as_deref(),
        Some("HTTP 403, no reason given")
    );
    assert_eq!(
        of(403, Some("CODE"), "").as_deref(),
        Some("CODE · HTTP 403")
    );
    assert_eq!(of(200, None, "No").as_deref(), Some("No"));
    assert_eq!(of(200, None, ""), None);
    for error in every_error() {
        let is_refusal = matches!(error, ApiError::Refused(_));
        assert_eq!(detail(&error).is_some(), is_refusal, "{error:?}");
    }
}

/// Where nothing else is known of it, the platform's words are the sentence, and stand nowhere twice.
#[test]
fn an_error_that_nobody_knows_is_told_in_the_platforms_words() {
    let of = |status, code, message: &str| {
        let error = bare(Cause::Other, status, code, message);
        (sentence(&error), detail(&error).unwrap_or_default())
    };
    let said = |sentence: &str, detail: &str| (sentence.to_owned(), detail.to_owned());
    assert_eq!(
        of(200, Some("CODE"), "Not today"),
        said("The platform says: “Not today”.", "CODE")
    );
    assert_eq!(
        of(418, None, ""),
        said(
            "The platform sent an error without a reason (HTTP 418).",
            "HTTP 418, no reason given"
        )
    );
}

/// A button sends without a form: what is said of fields is then said nowhere else.
#[test]
fn what_is_said_of_fields_is_shown_without_a_form() {
    let error = ApiError::from(Refusal {
        cause: Cause::Fields,
        status: 422,
        code: None,
        message: String::new(),
        fields: vec![
            (Field::Endpoint, "It is taken".to_owned()),
            (Field::Events, "It is wrong".to_owned()),
        ],
    });
    assert_eq!(
        detail(&error).as_deref(),
        Some("It is taken · It is wrong · HTTP 422")
    );
    let said = [sentence(&error).as_str(), remedy(&error)].join(" ");
    assert!(
        !said.contains("typed") && !said.contains("marked"),
        "{said}"
    );
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
