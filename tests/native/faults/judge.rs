//! Whether a cell ended as it has to: in time, in words, with no write twice, and with the truth.

use pegboard::platform::{self, ApiError, Purpose, Refusal};
use pegboard::state::write::BUDGET_MS;
use pegboard::subscription::{Attribute, Listing, Platform};
use pegboard::text::error::{detail, remedy, sentence};

use super::action::{Claim, Deed, Part, RENAMED};
use super::change::How;
use super::fault::{Fault, WORDS};
use super::ground::{Ground, NEW};
use super::model::Model;
use super::wire::{Asked, State, Strike};

/// What is wrong with the end of a cell; nothing where all is well.
pub fn faults(ground: &Ground, strikes: &[Strike], parts: &[Part], end: &State) -> Vec<String> {
    let mut wrong = Vec::new();
    in_time(end, &mut wrong);
    once(end, &mut wrong);
    let mut written = 0;
    for part in parts {
        let error = match part {
            Part::Wrote {
                deed,
                claim,
                error,
                complaint,
            } => {
                truth(ground, strikes, end, (*deed, *claim), &mut wrong);
                if *claim == Claim::Open && !may_stay_open(ground, strikes, end, written) {
                    wrong.push(format!("leaves open whether {deed:?}, and could read it"));
                }
                let at = place(end, written);
                told(ground, strikes, at, complaint.as_deref(), &mut wrong);
                written += 1;
                error.as_ref()
            }
            Part::Listed {
                listing,
                error,
                complaint,
            } => {
                if let Some(listing) = listing {
                    whole(listing, error.is_some(), &end.model, &mut wrong);
                }
                told(ground, strikes, None, complaint.as_deref(), &mut wrong);
                error.as_ref()
            }
            Part::Read { error, good } => {
                read_right(*good, &mut wrong);
                error.as_ref()
            }
            Part::Answered(Ok((good, complaint))) => {
                read_right(*good, &mut wrong);
                told(ground, strikes, None, complaint.as_deref(), &mut wrong);
                None
            }
            Part::Answered(Err(error)) => Some(error),
        };
        if let Some(error) = error {
            words(ground, strikes, error, &mut wrong);
        }
    }
    wrong
}

/// Whether a write, counted from 0, may end as "may have happened": where the contract gives nothing to read, or where what
/// is read after it cannot be seen through.
pub fn may_stay_open(ground: &Ground, strikes: &[Strike], end: &State, write: usize) -> bool {
    let Some(from) = place(end, write) else {
        return false;
    };
    let to = place(end, write + 1).unwrap_or(end.asked.len());
    let blinds = |strike: &Strike| {
        let is_after = strike.at > from && strike.at < to;
        // That a row is gone is said by the code of an error, and by nothing else.
        let genuine = end
            .asked
            .get(strike.at)
            .and_then(|asked| asked.genuine.as_ref());
        let says_gone = genuine.is_some_and(|reply| reply.status == 404);
        let is_other = says_gone && matches!(strike.fault, Fault::Complained | Fault::Changed(_));
        is_after && (is_other || strike.fault.blinds(ground.platform(), strike.attempts))
    };
    !ground.can_read_back() || strikes.iter().any(blinds)
}

/// Which of all requests a write is, counted from 0.
pub fn place(end: &State, write: usize) -> Option<usize> {
    let is_write = |asked: &Asked| asked.request.purpose == Purpose::Write;
    let asked = end.asked.iter().enumerate();
    let mut writes = asked.filter(|(_, asked)| is_write(asked));
    writes.nth(write).map(|(at, _)| at)
}

fn read_right(good: bool, wrong: &mut Vec<String>) {
    if !good {
        wrong.push("something else was read than what is there".to_owned());
    }
}

/// Errors beside the data of a GraphQL answer are told. JSON:API forbids them (its section on the top level).
fn told(
    ground: &Ground,
    strikes: &[Strike],
    at: Option<usize>,
    complaint: Option<&Refusal>,
    wrong: &mut Vec<String>,
) {
    let is_complaint =
        |strike: &Strike| strike.fault == Fault::Complained && at.is_none_or(|at| at == strike.at);
    let is_due = strikes.iter().any(is_complaint) && ground.platform() != Platform::CommerceLayer;
    let is_told = complaint.is_some_and(|complaint| complaint.message == WORDS);
    if is_due != is_told {
        wrong.push(format!("the complaint is {complaint:?}"));
    }
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
        hooks.any(|hook| hook.events == events && hook.endpoint == NEW && !ground.shows(hook))
    };
    match deed {
        Deed::Removed => model.find(id).is_none(),
        // One subscription, or one for every event.
        Deed::Created => {
            let mut events = ground.events.chunks(1);
            is_new(&ground.events) || events.all(is_new)
        }
        // What was not changed was not sent.
        Deed::Edited => model.find(id).is_some_and(|hook| {
            let old = &ground.target;
            let has_name = ground.platform() == Platform::CommerceLayer;
            let renames = has_name && old.attributes.get(&Attribute::Name) != RENAMED;
            let moves = old.endpoint.as_deref() != Some(NEW) || !renames;
            (!has_name || hook.name == RENAMED) && (!moves || hook.endpoint == NEW)
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

/// Every error has a sentence that names what happened, and a remedy. That the platform refused names nothing.
fn words(ground: &Ground, strikes: &[Strike], error: &ApiError, wrong: &mut Vec<String>) {
    let said = [sentence(error), detail(error).unwrap_or_default()].join(" · ");
    if sentence(error).is_empty() || remedy(error).is_empty() {
        wrong.push("says nothing".to_owned());
    }
    if said.starts_with("The platform refused") {
        wrong.push(format!("says no more than: {said}"));
    }
    // There is no form behind a button: nothing was typed, and nothing is marked.
    if remedy(error).contains("marked") {
        wrong.push(format!("speaks of a form: {}", remedy(error)));
    }
    let mut strikes = strikes.iter();
    if !strikes.any(|strike| strike.fault.is_told(ground.platform(), &said)) {
        wrong.push(format!("says something else: {said}"));
    }
}
