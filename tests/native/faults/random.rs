//! Random schedules of faults and of another person's writes, over several writes in a row: nothing is there twice, nothing
//! is lost, and every report is true.

use pegboard::platform::Purpose;
use pegboard::state::write::{self, Removal, Saving};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::action::{Deed, typed};
use super::fault::{self, Fault};
use super::ground::{self, Ground, NEW};
use super::judge::holds;
use super::model::Model;
use super::wire::{Asked, Meddling, Strike, Wire};
use crate::write::run;

const MEDDLINGS: [fn(&mut Model, &str); 4] = [
    // Somebody removes a row,
    |model, id| {
        model.remove(id);
    },
    // sends it elsewhere,
    |model, id| send(model, id, "https://theirs.example.com/"),
    // does what the console is about to do,
    |model, id| send(model, id, NEW),
    // or creates another one.
    |model, id| {
        model.add(&[format!("theirs/{id}")], "https://theirs.example.com/");
    },
];

fn send(model: &mut Model, id: &str, endpoint: &str) {
    if let Some(hook) = model.touch(id) {
        hook.endpoint = endpoint.to_owned();
    }
}

/// One confirmation of a person, and what happens to its requests.
#[derive(Clone, Debug)]
struct Step {
    deed: Deed,
    of: Index,
    strikes: Vec<Strike>,
    meddling: Option<(usize, Index, Index)>,
}

fn faults() -> Vec<Fault> {
    let mut all = fault::fixed();
    // What takes long, and what claims that another person was there who was not.
    all.retain(|fault| *fault != Fault::Large && !fault.says_gone());
    all
}

fn step() -> impl Strategy<Value = Step> {
    let strike = (0..5_usize, select(faults()), select(vec![1, 2, usize::MAX]));
    let strike = strike.prop_map(|(at, fault, attempts)| Strike {
        at,
        fault,
        attempts,
    });
    let deed = select(vec![Deed::Created, Deed::Edited, Deed::Removed]);
    let meddling = (0..6_usize, any::<Index>(), any::<Index>());
    (
        deed,
        any::<Index>(),
        prop::collection::vec(strike, 0..4),
        prop::option::of(meddling),
    )
        .prop_map(|(deed, of, strikes, meddling)| Step {
            deed,
            of,
            strikes,
            meddling,
        })
}

/// What the console said of a write: `true` for done. Whether it rests on an answer or on what was read afterwards.
enum Report {
    Answered(bool),
    Seen(bool),
    Open,
}

fn of_saving(saving: &Saving) -> Report {
    match saving {
        Saving::Confirmed(_) => Report::Answered(true),
        Saving::Refused(_) | Saving::Changed(_) => Report::Answered(false),
        Saving::Found { .. } => Report::Seen(true),
        Saving::Absent { .. } => Report::Seen(false),
        Saving::Unknown { .. } => Report::Open,
    }
}

fn of_removal(removal: &Removal) -> Report {
    match removal {
        Removal::Confirmed(_) => Report::Answered(true),
        Removal::Refused(_) => Report::Answered(false),
        Removal::Gone { .. } => Report::Seen(true),
        Removal::StillThere { .. } => Report::Seen(false),
        Removal::Unknown { .. } => Report::Open,
    }
}

/// Plays one step on the ground, and checks what was said of it. The ground is then as the step left it.
fn play(ground: &mut Ground, step: &Step) -> Result<(), TestCaseError> {
    let Some(target) = ground.known.get(step.of.index(ground.known.len().max(1))) else {
        return Ok(());
    };
    ground.target = target.clone();
    // Gone behind the console's back: nothing to compare with.
    if ground.model.find(&ground.target.id).is_none() {
        return Ok(());
    }
    let meddling = step.meddling.map(|(at, what, of)| Meddling {
        at,
        what: *what.get(&MEDDLINGS),
        of: of.get(&ground.model.hooks).id.clone(),
    });
    let wire = Wire::new(ground, &step.strikes).meddling(meddling.clone());
    let session = &ground.session;
    let report = match step.deed {
        Deed::Created => {
            let valid = typed(ground, None);
            of_saving(&run(write::create(&wire, session, &valid, &ground.known)))
        }
        Deed::Edited if ground.offers().change == pegboard::platform::Change::Update => {
            let valid = typed(ground, Some(&ground.target));
            let saving = run(write::update(&wire, session, &ground.target, &valid, false));
            of_saving(&saving)
        }
        _ => of_removal(&run(write::remove(&wire, session, &ground.target))),
    };
    let deed = match step.deed {
        Deed::Edited if ground.offers().change != pegboard::platform::Change::Update => {
            Deed::Removed
        }
        deed => deed,
    };
    let end = wire.state();
    let writes: Vec<&Asked> = end
        .asked
        .iter()
        .filter(|asked| asked.request.purpose == Purpose::Write)
        .collect();
    prop_assert!(writes.len() <= 1 && writes.iter().all(|write| write.attempts == 1));
    // The platform was reached, and did not refuse.
    let answer = writes.first().and_then(|write| write.genuine.as_ref());
    let is_done = answer.is_some_and(|reply| {
        matches!(reply.status, 200..=299) && !reply.body.contains("\"errors\"")
    });
    let mut meddling_of = meddling.iter().map(|meddling| &meddling.of);
    let is_theirs = meddling_of.any(|id| *id == ground.target.id);
    match report {
        // Somebody else was there before: that it is gone is the answer.
        Report::Answered(true) if deed == Deed::Removed => {
            prop_assert!(holds(ground, &end.model, deed));
        }
        // Sentera does not say who removed what it does not name among the deleted.
        Report::Answered(false) if deed == Deed::Removed && is_theirs => {}
        Report::Answered(said) => prop_assert_eq!(said, is_done, "{:?}", deed),
        Report::Seen(said) => {
            // Some moment of the reading is enough: its pages are not read at once.
            let mut seen = end.seen.iter();
            let is_true = seen.any(|model| holds(ground, model, deed) == said);
            prop_assert!(is_true, "says {deed:?}: {said}, and never was it so");
        }
        Report::Open => prop_assert!(answer.is_none() || !step.strikes.is_empty()),
    }
    untouched(ground, &end.model, meddling.as_ref())?;
    let made = end
        .model
        .hooks
        .iter()
        .filter(|hook| hook.endpoint == NEW && ground.model.find(&hook.id).is_none());
    prop_assert!(
        made.count() <= ground.events.len(),
        "something is there twice"
    );
    let model = end.model.clone();
    drop(end);
    ground.model = model;
    ground.look();
    Ok(())
}

/// Every row but the one that was written to, and the one that somebody else touched, is as it was.
fn untouched(
    ground: &Ground,
    model: &Model,
    meddling: Option<&Meddling>,
) -> Result<(), TestCaseError> {
    for hook in &ground.model.hooks {
        let is_theirs = meddling.is_some_and(|meddling| meddling.of == hook.id);
        let is_new = ground.events.contains(&hook.events[0]);
        if hook.id != ground.target.id && !is_theirs && !is_new {
            prop_assert_eq!(model.find(&hook.id), Some(hook));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_schedule_makes_a_false_report(
        which in any::<Index>(),
        steps in prop::collection::vec(step(), 1..4),
    ) {
        thread_local! {
            static GROUNDS: Vec<Ground> = ground::every();
        }
        let mut ground = GROUNDS.with(|grounds| which.get(grounds).clone());
        for step in &steps {
            play(&mut ground, step)?;
        }
    }
}
