//! Random schedules of faults and of another person's writes, over several confirmations in a row: nothing is there twice,
//! nothing is lost, nothing leaves the wall that the platform holds, and every report is true.

use pegboard::platform::Purpose;
use pegboard::subscription::{Platform, Subscription};
use proptest::prelude::*;
use proptest::sample::Index;

use super::action::Deed;
use super::ground::{self, Ground};
use super::judge::{holds, may_stay_open, place};
use super::model::Model;
use super::play::{Report, Wall};
use super::schedule::{Step, Task, steps};
use super::wire::{Asked, State, Wire};

type Checked = Result<(), TestCaseError>;

/// Plays one step on the wall, and checks what was said of it. All is then as the step left it.
fn play(wall: &mut Wall, step: &Step) -> Checked {
    wall.ground.known = wall.rows();
    wall.ground.model.touched.clear();
    let events = wall.ground.events.clone();
    wall.confirm(step);
    let ground = wall.ground.clone();
    let wire = Wire::new(&ground, &step.strikes).meddled(&step.meddlings);
    if step.task == Task::Look {
        wall.look(&wire);
        looked(&ground.known, wall, &wire.state())?;
    } else {
        let told = wall.write(step.task, &wire);
        // What a save is compared with was read before it.
        let mut ground = ground.clone();
        ground.known.clone_from(&wall.ground.known);
        sent_once(&told, &wire.state())?;
        for (nth, (deed, report)) in told.iter().enumerate() {
            is_true(&ground, step, &wire.state(), nth, (*deed, *report))?;
        }
        untouched(&ground, step.task, &wire.state().model)?;
    }
    let model = wire.state().model.clone();
    prop_assert!(
        model.made_here <= wall.confirmed,
        "{} were made, and {} confirmed",
        model.made_here,
        wall.confirmed
    );
    wall.ground.model = model;
    wall.ground.events = events;
    Ok(())
}

/// What was on the wall and is not any more was not there at some moment of the reading, and the other way round.
fn looked(before: &[Subscription], wall: &Wall, end: &State) -> Checked {
    let rows = wall.rows();
    let is_on = |id: &str| rows.iter().any(|row| row.id == id);
    let held = |id: &str, (_, model): &(usize, Model)| model.find(id).is_some();
    for row in before.iter().filter(|row| !is_on(&row.id)) {
        let mut seen = end.seen.iter();
        let left = seen.any(|model| !held(&row.id, model));
        prop_assert!(left, "{} left the wall, and was there all the time", row.id);
    }
    let was_on = |id: &str| before.iter().any(|row| row.id == id);
    for row in rows.iter().filter(|row| !was_on(&row.id)) {
        let is_there = end.seen.iter().any(|model| held(&row.id, model));
        prop_assert!(is_there, "{} is on the wall, and never was there", row.id);
    }
    let read = wall.remote.value().map(|read| &read.value);
    let is_whole = wall.remote.error().is_none() && read.is_some_and(|read| read.is_complete());
    if let Some((_, first)) = end.seen.first().filter(|_| is_whole) {
        for id in first.ids() {
            let stays = end.seen.iter().all(|model| held(id, model));
            prop_assert!(!stays || is_on(id), "{id} is missing from all there is");
        }
    }
    Ok(())
}

/// No write goes out twice, nor one that nobody confirmed.
fn sent_once(told: &[(Deed, Report)], end: &State) -> Checked {
    let is_write = |asked: &&Asked| asked.request.purpose == Purpose::Write;
    let writes: Vec<&Asked> = end.asked.iter().filter(is_write).collect();
    prop_assert!(writes.iter().all(|write| write.attempts == 1));
    prop_assert!(writes.len() <= told.len());
    Ok(())
}

/// Whether what was said of the write of this number is so.
fn is_true(
    ground: &Ground,
    step: &Step,
    end: &State,
    nth: usize,
    (deed, report): (Deed, Report),
) -> Checked {
    let at = place(end, nth);
    // The platform was reached, and did not refuse.
    let answer = at.and_then(|at| end.asked[at].genuine.as_ref());
    let is_done = answer.is_some_and(|reply| {
        matches!(reply.status, 200..=299) && !reply.body.contains("\"errors\"")
    });
    let from = at.map_or(0, |at| at + 1);
    let to = place(end, nth + 1).unwrap_or(end.asked.len());
    let id = &ground.target.id;
    match report {
        // Somebody else was there before: that it is gone is the answer.
        Report::Answered(true) if deed == Deed::Removed => {
            prop_assert!(holds(ground, &end.model, deed));
        }
        // Sentera does not say who removed what it does not name among the deleted.
        Report::Answered(false)
            if deed == Deed::Removed
                && ground.platform() == Platform::Sentera
                && (ground.model.find(id).is_none() || end.model.touched.contains(id)) => {}
        Report::Answered(said) => prop_assert_eq!(said, is_done, "{:?}", deed),
        Report::Seen(said) => {
            // Some moment of the reading is enough: its pages are not read at once.
            let mut seen = end.seen.iter().filter(|(at, _)| (from..to).contains(at));
            let is_so = seen.any(|(_, model)| holds(ground, model, deed) == said);
            prop_assert!(is_so, "says {deed:?}: {said}, and never was it so");
        }
        Report::Open => {
            // What moves from page to page while they are read is missed, and the number of rows tells.
            let moved = step
                .meddlings
                .iter()
                .any(|it| (from + 1..to).contains(&it.at));
            prop_assert!(
                moved || may_stay_open(ground, &step.strikes, end, nth),
                "leaves open whether {deed:?}, and could read it"
            );
        }
    }
    Ok(())
}

/// Every subscription but the one that was written to, and those that somebody else touched, is as it was.
fn untouched(ground: &Ground, task: Task, model: &Model) -> Checked {
    for hook in &ground.model.hooks {
        let is_target = task != Task::Create && hook.id == ground.target.id;
        let is_theirs = model.touched.contains(&hook.id);
        // ikas saves and removes by event.
        let events = match task {
            Task::Remove => &ground.target.events,
            _ => &ground.events,
        };
        let is_of = ground.platform() == Platform::Ikas && events.contains(&hook.events[0]);
        if !(is_target || is_theirs || is_of) {
            prop_assert_eq!(model.find(&hook.id), Some(hook));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_schedule_makes_a_false_report(which in any::<Index>(), steps in steps()) {
        thread_local! {
            static GROUNDS: Vec<Ground> = ground::every();
        }
        let mut wall = GROUNDS.with(|grounds| Wall::new(which.get(grounds)));
        for step in &steps {
            play(&mut wall, step)?;
        }
    }
}
