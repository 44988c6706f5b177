//! Notices in words.

use std::collections::BTreeSet;

use pegboard::platform::{ApiError, Cause, Refusal};
use pegboard::state::note::Note;
use pegboard::state::notice::{Message, Subject};
use pegboard::subscription::Platform;
use pegboard::text::notice::{sentence, unfinished};
use pegboard::validation::Field;

use super::super::state::notice::{deeds, every_message, note};
use crate::sample::{connection, every_access};

#[test]
fn every_notice_says_something_of_its_own() {
    let mut distinct = BTreeSet::new();
    for message in every_message() {
        let text = sentence(&message, |_| "TIME".to_owned());
        // These two end with what is not ours: the platform's words, or the text to be copied.
        let quotes = matches!(message, Message::Warned(_) | Message::NotCopied { .. });
        assert!(text.len() > 6 && (quotes || text.ends_with('.')), "{text}");
        assert!(!text.contains('!'), "{text}");
        distinct.insert(text);
    }
    // A list settles the three stages of a replacement in the same words.
    assert_eq!((every_message().len(), distinct.len()), (75, 69));
}

#[test]
fn a_notice_names_what_it_speaks_of() {
    for message in every_message() {
        let text = sentence(&message, |_| "TIME".to_owned());
        let names = |part: &str| assert!(text.contains(part), "{part} in {text}");
        match &message {
            Message::Connected { .. }
            | Message::Forgotten { .. }
            | Message::Unlocked { .. }
            | Message::Kept { .. }
            | Message::ForgottenElsewhere { .. }
            | Message::NotConnected { .. } => names("Shop"),
            Message::NotThere { .. } | Message::StillThere { .. } | Message::Settled { .. } => {
                names("order/created to https://a.example.com/");
                names("TIME");
            }
            Message::MayHaveHappened { .. } => {
                names("order/created to https://a.example.com/");
                names("may have happened");
                names("TIME");
            }
            Message::Created(_)
            | Message::CreatedFound(_)
            | Message::Replaced(_)
            | Message::Updated(_)
            | Message::Switched(..)
            | Message::Saved(_)
            | Message::Removed(_)
            | Message::RemovedBefore(_)
            | Message::RemovedFound(_)
            | Message::Tracked(_)
            | Message::Untracked(_)
            | Message::Undecided(_)
            | Message::WriteFailed { .. }
            | Message::RemovedNotCreated { .. } => names("order/created to https://a.example.com/"),
            Message::Warned(_) => names("Something is slow"),
            Message::NotCopied { .. } => names("wh_1"),
            Message::SecretNotCopied => names("Reveal"),
            Message::Imported(_) => names("2 added"),
            Message::ImportFailed(_) => names("Nothing was imported"),
            Message::Storage(_) => names("browser"),
            Message::Locked => names("Unlock"),
            Message::ForgottenAll => names("Nothing changed"),
            Message::Exported | Message::Copied => {}
        }
    }
}

#[test]
fn an_unfinished_write_is_told_before_its_connection_is_open() {
    let said: BTreeSet<String> = deeds()
        .into_iter()
        .map(|deed| unfinished(&note(deed), |_| "TIME".to_owned()))
        .collect();
    // The three stages of a replacement are told alike.
    assert_eq!(said.len(), 7);
    assert!(
        said.iter()
            .all(|text| text.contains("may have happened") && text.contains("TIME"))
    );
}

/// What can be done about a lost write is each platform's own: nobody else's support can remove a subscription.
#[test]
fn what_may_have_happened_is_told_in_the_platforms_terms() {
    for access in every_access() {
        let platform = access.platform();
        for deed in deeds() {
            let note = Note {
                connection: connection("Shop", access.clone()).key(),
                ..note(deed)
            };
            assert_eq!(note.connection.platform(), Some(platform));
            let text = sentence(&Message::MayHaveHappened { note }, |_| "TIME".to_owned());
            let names = text.contains("HappyColis");
            assert!(!names || platform == Platform::HappyColis, "{text}");
            assert!(text.contains("again"), "{text}");
        }
    }
}

/// A dialog shows the words at their field as well. A notice has none.
#[test]
fn what_a_refusal_says_of_a_field_stands_in_the_notice() {
    let refusal = Refusal {
        cause: Cause::Fields,
        status: 422,
        code: Some("VALIDATION_ERROR".to_owned()),
        message: String::new(),
        fields: vec![(Field::Endpoint, "is not reachable".to_owned())],
    };
    let failed = Message::WriteFailed {
        subject: Subject {
            event: "order/created".to_owned(),
            endpoint: "https://a.example.com/".to_owned(),
        },
        error: ApiError::from(refusal),
    };
    let text = sentence(&failed, |_| String::new());
    let words = "(is not reachable · VALIDATION_ERROR · HTTP 422)";
    assert!(text.contains(words), "{text}");
}
