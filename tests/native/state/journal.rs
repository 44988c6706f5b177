//! The journal: what was done, and what came of it.

use pegboard::platform::{Answered, ApiError, Cause, Refusal, Removed, TransportError};
use pegboard::state::journal::{
    Entry, LONGEST, Outcome, export, of_happened, of_removal, of_replacing, of_saving, write,
};
use pegboard::state::notice::Happened;
use pegboard::state::write::{Removal, Saving};
use pegboard::subscription::kept::Kept;
use serde_json::{Value, json};

use super::notice::{deeds, note};
use crate::sample::NOW;

fn entry(id: usize) -> Entry {
    let deed = deeds().swap_remove(0);
    Entry {
        id: id.to_string(),
        ..Entry::sent(&note(deed))
    }
}

fn refused() -> ApiError {
    ApiError::from(Refusal {
        status: 422,
        code: None,
        message: "the secret s3cret is bad".to_owned(),
        cause: Cause::Endpoint,
        fields: Vec::new(),
    })
}

#[test]
fn a_write_is_unknown_until_its_outcome_is() {
    let mut journal = Vec::new();
    write(&mut journal, entry(1));
    assert_eq!(journal[0].outcome, Outcome::Unknown);
    let done = Entry {
        outcome: Outcome::Done,
        ..entry(1)
    };
    write(&mut journal, done.clone());
    assert_eq!(journal, [done]);
}

#[test]
fn the_oldest_give_way() {
    let mut journal = Vec::new();
    for id in 0..LONGEST + 5 {
        write(&mut journal, entry(id));
    }
    assert_eq!(journal.len(), LONGEST);
    assert_eq!(journal[0].id, "5");
    assert_eq!(journal[LONGEST - 1].id, (LONGEST + 4).to_string());
}

#[test]
fn every_end_of_a_write_has_its_outcome() {
    let lost = || ApiError::Transport(TransportError::Broken);
    let confirmed = Saving::Confirmed(Answered {
        value: Vec::new(),
        warning: None,
    });
    let found = Saving::Found {
        lost: lost(),
        subscriptions: Vec::new(),
    };
    for done in [confirmed, found] {
        assert_eq!(of_saving(&done), (Outcome::Done, None));
        assert_eq!(of_replacing(&done), (Outcome::Done, None));
    }
    let absent = Saving::Absent {
        lost: lost(),
        at: NOW,
    };
    for not_done in [Saving::Refused(refused()), absent] {
        let (outcome, why) = of_saving(&not_done);
        assert_eq!(outcome, Outcome::NotDone);
        assert!(why.is_some_and(|why| !why.contains("s3cret")));
        // The old one is gone all the same.
        assert_eq!(of_replacing(&not_done).0, Outcome::OnlyRemoved);
    }
    assert_eq!(
        of_saving(&Saving::Unknown { lost: lost() }).0,
        Outcome::Unknown
    );

    for done in [
        Removal::Confirmed(Removed::Now(None)),
        Removal::Gone { lost: lost() },
    ] {
        assert_eq!(of_removal(&done), (Outcome::Done, None));
    }
    let there = Removal::StillThere {
        lost: lost(),
        at: NOW,
    };
    for not_done in [Removal::Refused(refused()), there] {
        assert_eq!(of_removal(&not_done).0, Outcome::NotDone);
    }
    assert_eq!(
        of_removal(&Removal::Unknown { lost: lost() }).0,
        Outcome::Unknown
    );
    // What a platform said while it failed is its own as well.
    for (outcome, why) in [
        of_saving(&Saving::Unknown { lost: refused() }),
        of_removal(&Removal::Unknown { lost: refused() }),
    ] {
        assert_eq!(outcome, Outcome::Unknown);
        assert!(why.is_some_and(|why| !why.contains("s3cret")));
    }
    assert_eq!(
        [Happened::Yes, Happened::No, Happened::OnlyRemoved].map(of_happened),
        [Outcome::Done, Outcome::NotDone, Outcome::OnlyRemoved]
    );
}

#[test]
fn an_entry_comes_back_as_it_was_kept() {
    let outcomes = [
        Outcome::Unknown,
        Outcome::Done,
        Outcome::NotDone,
        Outcome::OnlyRemoved,
    ];
    for (number, outcome) in outcomes.into_iter().enumerate() {
        let whole = Entry {
            outcome,
            why: (number > 0).then(|| "Because.".to_owned()),
            ..entry(number)
        };
        let kept = whole.keep();
        assert_eq!(Entry::recall(&kept), Ok(whole.clone()));
        let note = note(deeds().swap_remove(0)).keep();
        let words = ["unknown", "done", "not-done", "only-removed"];
        let mut exactly = json!({ "id": number.to_string(), "outcome": words[number] });
        for name in ["connection", "at", "deed"] {
            exactly[name] = note[name].clone();
        }
        if let Some(why) = whole.why {
            exactly["why"] = why.into();
        }
        assert_eq!(kept, exactly, "nothing else is kept");
        for name in ["id", "connection", "at", "deed", "outcome"] {
            let mut damaged = kept.clone();
            damaged.as_object_mut().unwrap().remove(name);
            assert!(Entry::recall(&damaged).is_err(), "{name}");
        }
        let mut damaged = kept;
        damaged["outcome"] = json!("perhaps");
        assert!(Entry::recall(&damaged).is_err());
    }
}

#[test]
fn the_file_names_its_format() {
    let file: Value = serde_json::from_str(&export(&[entry(1)])).unwrap();
    let (format, entries) = ("pegboard-journal", [entry(1).keep()]);
    let exactly = json!({ "format": format, "version": 1, "entries": entries });
    assert_eq!(file, exactly, "nothing else is in it");
}
