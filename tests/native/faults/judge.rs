//! Whether a cell ended as it has to: in time, in words, with no write twice, and with the truth.

use pegboard::platform::{self, ApiError, Purpose};
use pegboard::state::write::BUDGET_MS;
use pegboard::subscription::{Listing, Platform};
use pegboard::text::error::{detail, remedy, sentence};

use super::action::{Claim, Deed, Part, RENAMED};
use super::change::How;
use super::fault::Fault;
use super::ground::{Ground, NEW};
use super::model::Model;
use super::wire::{State, Strike};

/// What is wrong with the end of a cell; nothing where all is well.
pub fn faults(ground: &Ground, strikes: &[Strike], parts: &[Part], end: &State) -> Vec<String> {
    let mut wrong = Vec::new();
    in_time(end, &mut wrong);
    once(end, &mut wrong);
    for part in parts {
        let error = match part {
            Part::Wrote { deed, claim, error } => {
                truth(ground, strikes, end, (*deed, *claim), &mut wrong);
                error
            }
            Part::Listed { listing, error } => {
                if let Some(listing) = listing {
                    whole(listing, error.is_some(), &end.model, &mut wrong);
                }
                error
            }
            Part::Read { error, good } => {
                if !good {
                    wrong.push("something else was read than what is there".to_owned());
                }
                error
            }
        };
        if let Some(error) = error {
            words(ground, strikes, error, &mut wrong);
        }
    }
    wrong
}

/// Each request ends within its time limit, and one that is repeated within 10 s.
fn in_time(end: &State, wrong: &mut Vec<String>) {
    for asked in &end.asked {
        let took = asked.ended - asked.begun;
        let limit = if asked.attempts > 1 {
            BUDGET_MS
        } else {
            15_000
        };
        if took > limit || asked.attempts > 3 {
            wrong.push(format!("{} attempts took {took} ms", asked.attempts));
        }
    }
}

fn once(end: &State, wrong: &mut Vec<String>) {
    let writes = || {
        let all = end.asked.iter();
        all.filter(|asked| asked.request.purpose == Purpose::Write)
    };
    for (at, write) in writes().enumerate() {
        let before = writes().take(at);
        let again = before.filter(|earlier| earlier.request == write.request);
        if write.attempts > 1 || again.count() > 0 {
            wrong.push(format!("{:?} was sent twice", write.request));
        }
    }
}

/// Whether the platform holds what was to be brought about.
pub fn holds(ground: &Ground, model: &Model, deed: Deed) -> bool {
    let id = &ground.target.id;
    let is_new = |events: &[String]| {
        let mut hooks = model.hooks.iter();
        hooks.any(|hook| {
            hook.events == events && hook.endpoint == NEW && !ground.model.hooks.contains(hook)
        })
    };
    match deed {
        Deed::Removed => model.find(id).is_none(),
        // One subscription, or one for every event.
        Deed::Created => {
            let mut events = ground.events.chunks(1);
            is_new(&ground.events) || events.all(is_new)
        }
        Deed::Edited => model.find(id).is_some_and(|hook| {
            let is_named = ground.platform() != Platform::CommerceLayer || hook.name == RENAMED;
            hook.endpoint == NEW && is_named
        }),
        Deed::Switched(action) => model.find(id).is_some_and(|hook| match action {
            platform::Action::Enable => !hook.disabled,
            platform::Action::Disable => hook.disabled,
            platform::Action::ResetCircuit => !hook.open,
        }),
    }
}

fn truth(
    ground: &Ground,
    strikes: &[Strike],
    end: &State,
    (deed, claim): (Deed, Claim),
    wrong: &mut Vec<String>,
) {
    let held = holds(ground, &end.model, deed);
    match claim {
        // What the platform itself shows otherwise is told as it shows it.
        Claim::Done | Claim::NotDone if strikes.iter().any(|strike| denies(strike, deed)) => {}
        Claim::Done if !held => wrong.push(format!("says {deed:?}, and it is not")),
        Claim::NotDone if held => wrong.push(format!("says not {deed:?}, and it is")),
        // One request is lost, and everything else can be read.
        Claim::Open if strikes.len() < 2 && ground.can_read_back() => {
            wrong.push(format!("leaves open whether {deed:?}, and could read it"));
        }
        _ => {}
    }
}

/// Whether a reply that was read afterwards shows another state than the platform holds: nothing can be told from that. An
/// attribute without a value is one that is empty (Commerce Layer contract, section 3).
fn denies(strike: &Strike, deed: Deed) -> bool {
    let Fault::Changed(change) = &strike.fault else {
        return false;
    };
    let place = change.place();
    let is = |name: &str| place.ends_with(name);
    match deed {
        Deed::Edited => is(".name") || is(".metadata"),
        Deed::Switched(_) => is(".disabled_at") && change.how == How::Null,
        Deed::Created | Deed::Removed => false,
    }
}

/// A list that says that it is whole is; one that does not says how much is missing, or shows what cannot be read.
fn whole(listing: &Listing, failed: bool, model: &Model, wrong: &mut Vec<String>) {
    let mut ids: Vec<&str> = listing.subscriptions().map(|row| row.id.as_str()).collect();
    ids.sort_unstable();
    let known = model.ids();
    if ids.iter().any(|id| !known.contains(id)) {
        wrong.push(format!("shows {ids:?}, and there are {known:?}"));
    }
    if !failed && listing.is_complete() && ids != known {
        wrong.push(format!("says that {ids:?} are all of {known:?}"));
    }
}

/// Every error has a sentence that names what happened, and a remedy. "The platform refused" alone is none, unless the
/// platform did not say a word.
fn words(ground: &Ground, strikes: &[Strike], error: &ApiError, wrong: &mut Vec<String>) {
    let said = [sentence(error), detail(error).unwrap_or_default()].join(" · ");
    if sentence(error).is_empty() || remedy(error).is_empty() {
        wrong.push("says nothing".to_owned());
    }
    let wordless = strikes.iter().any(|strike| strike.fault.is_wordless());
    if said.starts_with("The platform refused (HTTP") && !wordless {
        wrong.push(format!("says no more than: {said}"));
    }
    // What a changed reply is read as is not foreseen here, only that it is said.
    let names_it = |strike: &Strike| {
        !strike.fault.is_fatal() || said.contains(strike.fault.said(ground.platform()))
    };
    if !strikes.iter().any(names_it) {
        wrong.push(format!("says something else: {said}"));
    }
}
