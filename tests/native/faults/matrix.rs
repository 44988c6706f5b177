//! The cells.

use serde_json::Value;

use super::action::{self, Action, Part};
use super::change;
use super::fault::{self, Fault};
use super::ground::{self, Ground};
use super::judge;
use super::wire::{Asked, Strike, Wire};
use crate::write::run;

/// Plays one cell, and tells what is wrong with its end.
fn cell(ground: &Ground, action: Action, strikes: &[Strike]) -> Vec<String> {
    let wire = Wire::new(ground, strikes);
    let parts = run(action.run(ground, &wire));
    let mut wrong = judge::faults(ground, strikes, &parts, &wire.state());
    if let [strike] = strikes {
        let heals = strike.attempts < 3;
        let failed = parts.iter().any(has_failed);
        let quiet = action == Action::Learn;
        let told = failed || parts.iter().any(is_settled) || quiet;
        if heals && failed {
            wrong.push("did not heal".to_owned());
        } else if !heals && strike.fault.is_fatal() && !told {
            wrong.push("went on as if nothing had happened".to_owned());
        }
    }
    wrong
}

const fn has_failed(part: &Part) -> bool {
    matches!(
        part,
        Part::Wrote { error: Some(_), .. }
            | Part::Listed { error: Some(_), .. }
            | Part::Read { error: Some(_), .. }
            | Part::Answered(Err(_))
    )
}

/// A write that ended with an answer: that it was gone already is one.
const fn is_settled(part: &Part) -> bool {
    matches!(part, Part::Wrote { error: None, .. })
}

/// The requests of an action with these faults, each with what the platform itself answered.
fn play(ground: &Ground, action: Action, strikes: &[Strike]) -> Vec<(bool, Value)> {
    let wire = Wire::new(ground, strikes);
    run(action.run(ground, &wire));
    let state = wire.state();
    let asked = |asked: &Asked| {
        let is_write = asked.request.purpose == pegboard::platform::Purpose::Write;
        let reply = asked.genuine.as_ref();
        let body = reply.and_then(|reply| serde_json::from_str(&reply.body).ok());
        (is_write, body.unwrap_or_default())
    };
    state.asked.iter().map(asked).collect()
}

/// Every fault on every request of an action, and on everything that is read after a write was lost.
fn cells(ground: &Ground, action: Action, mut play_one: impl FnMut(&[Strike])) {
    let healthy = play(ground, action, &[]);
    let mut bases: Vec<Vec<Strike>> = vec![Vec::new()];
    for (at, (is_write, _)) in healthy.iter().enumerate() {
        if *is_write {
            for after in [false, true] {
                let fault = Fault::Dropped { after };
                bases.push(vec![Strike {
                    at,
                    fault,
                    attempts: usize::MAX,
                }]);
            }
        }
    }
    for base in bases {
        let from = base.first().map_or(0, |strike| strike.at + 1);
        let requests = play(ground, action, &base);
        for (at, (is_write, reply)) in requests.iter().enumerate().skip(from) {
            let changes = change::every(reply);
            let changes = changes.into_iter().map(Fault::Changed);
            for fault in fault::fixed().into_iter().chain(changes) {
                // It takes long to make, and says nothing new after another fault.
                if fault == Fault::Large && from > 0 {
                    continue;
                }
                let passes = !is_write && fault.passes(ground.platform());
                let attempts: &[usize] = if passes {
                    &[1, 2, usize::MAX]
                } else {
                    &[usize::MAX]
                };
                for attempts in attempts {
                    let (fault, attempts) = (fault.clone(), *attempts);
                    let strike = Strike {
                        at,
                        fault,
                        attempts,
                    };
                    play_one(&[&base[..], &[strike]].concat());
                }
            }
        }
    }
}

fn every_cell(platform: &str) {
    let mut wrong = Vec::new();
    let mut count = 0;
    let grounds = ground::every();
    let mut grounds: Vec<Ground> = grounds
        .into_iter()
        .filter(|ground| ground.name.contains(platform))
        .collect();
    assert!(!grounds.is_empty());
    for ground in &mut grounds {
        for action in action::every(ground) {
            let mut ground = ground.clone();
            action.prepare(&mut ground);
            let healthy = cell(&ground, action, &[]);
            assert!(
                healthy.is_empty(),
                "{} {action:?}: {healthy:?}",
                ground.name
            );
            cells(&ground, action, |strikes| {
                count += 1;
                for what in cell(&ground, action, strikes) {
                    let strikes: Vec<String> = strikes.iter().map(name).collect();
                    let strikes = strikes.join(", then ");
                    wrong.push(format!("{} {action:?}, {strikes}: {what}", ground.name));
                }
            });
        }
    }
    eprintln!("{count} cells");
    assert!(count > 1_000, "{count}");
    assert!(
        wrong.is_empty(),
        "{} of {count}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

fn name(strike: &Strike) -> String {
    let Strike {
        at,
        fault,
        attempts,
    } = strike;
    let fault = match fault {
        Fault::Changed(change) => format!("{:?} {}", change.how, change.place()),
        fault => format!("{fault:?}"),
    };
    if *attempts == usize::MAX {
        format!("{fault} on request {at}")
    } else {
        format!("{fault} on request {at}, {attempts} times")
    }
}

#[test]
fn happycolis() {
    every_cell("HappyColis");
}

#[test]
fn ikas() {
    every_cell("ikas");
}

#[test]
fn commerce_layer() {
    every_cell("Commerce Layer");
}

#[test]
fn sentera() {
    every_cell("Sentera");
}
