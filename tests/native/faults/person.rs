//! What another person does meanwhile, with the same platform.

use pegboard::subscription::Platform;
use proptest::sample::Index;

use super::ground::{Ground, NEW};
use super::model::Model;

const THEIRS: &str = "https://theirs.example.com/";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whim {
    Remove,
    SendElsewhere,
    /// Does to a subscription what the console is about to do.
    SendAlike,
    AddAnother,
    /// Creates the very subscription that the console creates.
    AddAlike,
}

pub const WHIMS: [Whim; 5] = [
    Whim::Remove,
    Whim::SendElsewhere,
    Whim::SendAlike,
    Whim::AddAnother,
    Whim::AddAlike,
];

/// A whim just before a request arrives, counted from 0.
#[derive(Clone, Debug)]
pub struct Meddling {
    pub at: usize,
    pub whim: Whim,
    /// Which of what is there by then.
    pub of: Index,
}

/// How a whim moves the rows of a list from page to page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    Up,
    Down,
}

impl Meddling {
    pub const fn shift(&self) -> Option<Shift> {
        match self.whim {
            Whim::Remove => Some(Shift::Up),
            Whim::AddAnother | Whim::AddAlike => Some(Shift::Down),
            Whim::SendElsewhere | Whim::SendAlike => None,
        }
    }

    pub fn act(&self, ground: &Ground, model: &mut Model) {
        let hooks = &model.hooks;
        let of = (!hooks.is_empty()).then(|| self.of.get(hooks).id.clone());
        model.theirs = true;
        match (self.whim, of) {
            (Whim::Remove, Some(id)) => drop(model.remove(&id)),
            (Whim::SendElsewhere, Some(id)) => send(model, &id, THEIRS),
            (Whim::SendAlike, Some(id)) => send(model, &id, NEW),
            (Whim::AddAnother, _) => add(ground, model, &another(ground.platform()), THEIRS),
            (Whim::AddAlike, _) => add(ground, model, &ground.events, NEW),
            (_, None) => {}
        }
        model.theirs = false;
    }
}

fn send(model: &mut Model, id: &str, endpoint: &str) {
    if let Some(hook) = model.touch(id) {
        endpoint.clone_into(&mut hook.endpoint);
    }
}

/// As each platform takes a second one of the same event.
fn add(ground: &Ground, model: &mut Model, events: &[String], endpoint: &str) {
    let place = |model: &Model, event: &String| {
        let mut hooks = model.hooks.iter();
        let known = hooks.find(|hook| hook.events[0] == *event);
        known.map(|hook| hook.id.clone())
    };
    match ground.platform() {
        Platform::CommerceLayer | Platform::Sentera => drop(model.add(events, endpoint)),
        Platform::HappyColis | Platform::Ikas => {
            for event in events {
                match place(model, event) {
                    None => drop(model.add(std::slice::from_ref(event), endpoint)),
                    Some(id) if ground.platform() == Platform::Ikas => send(model, &id, endpoint),
                    Some(_) => {}
                }
            }
        }
    }
}

/// An event that is documented, and that the console does nothing with here.
fn another(platform: Platform) -> [String; 1] {
    let event = match platform {
        Platform::HappyColis => "vendor/created",
        Platform::Ikas => "store/stock/updated",
        Platform::CommerceLayer => "orders.fulfill",
        Platform::Sentera => "TASK_MODIFIED",
    };
    [event.to_owned()]
}
