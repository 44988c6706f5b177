//! Which notices stay until they are dismissed, and which stand for a note.

use pegboard::platform::{Action, ApiError, Cause, Refusal, TransportError};
use pegboard::state::ledger::{ImportError, Imported};
use pegboard::state::note::{Act, Deed, Note, ReplaceStage};
use pegboard::state::notice::{Happened, Message, Subject, Tone};
use pegboard::state::storage::StorageError;

use super::ledger::key;
use crate::sample::NOW;
use pegboard::subscription::HappyColisMode;

fn subject() -> Subject {
    Subject {
        event: "order/created".to_owned(),
        endpoint: "https://a.example.com/".to_owned(),
    }
}

pub fn note(deed: Deed) -> Note {
    Note {
        id: "7".to_owned(),
        connection: key(HappyColisMode::Oauth, "Shop"),
        at: NOW,
        before: vec!["known".to_owned()],
        deed,
    }
}

pub fn deeds() -> Vec<Deed> {
    let (event, endpoint) = (
        "order/created".to_owned(),
        "https://a.example.com/".to_owned(),
    );
    let replace = |stage| Deed {
        act: Act::Replace(stage),
        id: Some("wh_1".to_owned()),
        event: event.clone(),
        endpoint: endpoint.clone(),
    };
    let (removing, creating, removed) = (
        replace(ReplaceStage::Removing),
        replace(ReplaceStage::Creating),
        replace(ReplaceStage::Removed),
    );
    let act = |action| Deed {
        act: Act::Switch(action),
        id: Some("wh_1".to_owned()),
        event: event.clone(),
        endpoint: endpoint.clone(),
    };
    let [enable, disable, reset] = Action::ALL.map(act);
    vec![
        Deed {
            act: Act::Create,
            id: None,
            event: event.clone(),
            endpoint: endpoint.clone(),
        },
        Deed {
            act: Act::Update,
            id: Some("wh_1".to_owned()),
            event: event.clone(),
            endpoint: endpoint.clone(),
        },
        enable,
        disable,
        reset,
        Deed {
            act: Act::Remove,
            id: Some("wh_1".to_owned()),
            event,
            endpoint,
        },
        removing,
        creating,
        removed,
    ]
}

/// Every kind of notice, with every kind of content that makes another sentence of it.
pub fn every_message() -> Vec<Message> {
    let lost = ApiError::Transport(TransportError::Broken);
    let complaint = Refusal {
        cause: Cause::Other,
        status: 200,
        code: None,
        message: "Something is slow".to_owned(),
        fields: Vec::new(),
    };
    let name = || "Shop".to_owned();
    let mut all = vec![
        Message::Connected { name: name() },
        Message::Created(subject()),
        Message::CreatedFound(subject()),
        Message::Replaced(subject()),
        Message::Updated(subject()),
        Message::Switched(subject(), Action::Enable),
        Message::Switched(subject(), Action::Disable),
        Message::Switched(subject(), Action::ResetCircuit),
        Message::Saved(vec![subject()]),
        Message::Removed(subject()),
        Message::RemovedBefore(subject()),
        Message::RemovedFound(subject()),
        Message::Tracked(subject()),
        Message::Untracked(subject()),
        Message::Imported(Imported { added: 2, known: 1 }),
        Message::Exported,
        Message::Copied,
        Message::Forgotten { name: name() },
        Message::Locked,
        Message::Unlocked { name: name() },
        Message::ForgottenAll,
        Message::Kept { name: name() },
        Message::SecretNotCopied,
        Message::ForgottenElsewhere { name: name() },
        Message::NotCopied {
            text: "wh_1".to_owned(),
        },
        Message::Warned(Box::new(complaint)),
        Message::NotConnected {
            name: name(),
            error: lost.clone(),
        },
        Message::Undecided(subject()),
        Message::WriteFailed {
            subject: subject(),
            error: lost,
        },
        Message::NotThere {
            subject: subject(),
            at: NOW,
        },
        Message::StillThere {
            subject: subject(),
            at: NOW,
        },
        Message::RemovedNotCreated { subject: subject() },
        Message::ImportFailed(ImportError::NotALedger { line: 3, column: 9 }),
        Message::ImportFailed(ImportError::Version { found: 9 }),
        Message::ImportFailed(ImportError::OtherConnection {
            found: "ikas/v2/Shop".to_owned(),
        }),
        Message::ImportFailed(ImportError::Entry { position: 4 }),
        Message::Storage(StorageError::Denied),
        Message::Storage(StorageError::Full),
        Message::Storage(StorageError::Damaged),
    ];
    for deed in deeds() {
        all.push(Message::MayHaveHappened {
            note: note(deed.clone()),
        });
        for happened in [Happened::Yes, Happened::No, Happened::OnlyRemoved] {
            all.push(Message::Settled {
                note: note(deed.clone()),
                happened,
                at: NOW,
            });
        }
    }
    all
}

#[test]
fn a_success_gives_way_and_anything_else_stays() {
    let successes = every_message()
        .iter()
        .filter(|it| it.tone() == Tone::Success)
        .count();
    assert_eq!(successes, 22);
    for (at, message) in every_message().iter().enumerate() {
        let expected = if at < 22 {
            Tone::Success
        } else {
            Tone::Failure
        };
        assert_eq!(message.tone(), expected, "{message:?}");
    }
}

#[test]
fn only_what_may_have_happened_stands_for_a_note() {
    for message in every_message() {
        let stands = matches!(
            message,
            Message::MayHaveHappened { .. } | Message::Settled { .. }
        );
        assert_eq!(message.note().is_some(), stands, "{message:?}");
        assert!(message.note().is_none_or(|note| note.id == "7"));
    }
}
