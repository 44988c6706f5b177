//! Random schedules: what a person confirms, one after another, and what happens to the requests meanwhile.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::fault::{self, Fault};
use super::person::{Meddling, WHIMS};
use super::wire::Strike;

/// More requests than a step usually makes: some of what is planned never comes.
const REQUESTS: usize = 8;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Reads the wall.
    Look,
    Create,
    /// Edits in place, saves again or replaces, as the platform has it.
    Change,
    /// The same after somebody else's change was shown.
    Overwrite,
    Remove,
}

/// One confirmation of a person, and what happens to its requests.
#[derive(Clone, Debug)]
pub struct Step {
    pub task: Task,
    pub of: Index,
    pub strikes: Vec<Strike>,
    pub meddlings: Vec<Meddling>,
}

fn faults() -> Vec<Fault> {
    let mut all = fault::fixed();
    // What takes long, and what claims that another person was there who was not.
    all.retain(|fault| *fault != Fault::Large && !fault.says_gone());
    all
}

fn step() -> impl Strategy<Value = Step> {
    use Task::{Change, Create, Look, Overwrite, Remove};
    let strike = (
        0..REQUESTS,
        select(faults()),
        select(vec![1, 2, usize::MAX]),
    );
    let strike = strike.prop_map(|(at, fault, attempts)| Strike {
        at,
        fault,
        attempts,
    });
    let meddling = (0..REQUESTS, select(WHIMS.to_vec()), any::<Index>());
    let meddling = meddling.prop_map(|(at, whim, of)| Meddling { at, whim, of });
    let tasks = vec![Look, Create, Create, Change, Change, Overwrite, Remove];
    (
        select(tasks),
        any::<Index>(),
        prop::collection::vec(strike, 0..4),
        prop::collection::vec(meddling, 0..4),
    )
        .prop_map(|(task, of, strikes, meddlings)| Step {
            task,
            of,
            strikes,
            meddlings,
        })
}

pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 1..6)
}
