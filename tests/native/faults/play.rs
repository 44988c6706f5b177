//! A wall over a whole schedule: read when a person looks, and changed by what the console makes of each write, as the board
//! does it.

use pegboard::platform::{Answered, Change};
use pegboard::state::remote::Remote;
use pegboard::state::write::{self, Removal, Saving, read_list};
use pegboard::subscription::{Listing, Row, Subscription};
use pegboard::validation::Valid;

use super::action::{Deed, typed};
use super::ground::Ground;
use super::schedule::{Step, Task};
use super::wire::Wire;
use crate::sample::NOW;
use crate::write::run;

/// What the console said of a write: `true` for done. Whether it rests on an answer or on what was read afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Report {
    Answered(bool),
    Seen(bool),
    Open,
}

pub struct Wall {
    pub ground: Ground,
    pub remote: Remote<Answered<Listing>>,
    /// How many subscriptions a person has confirmed to create.
    pub confirmed: usize,
}

impl Wall {
    /// As it was read before anything happens.
    pub fn new(ground: &Ground) -> Self {
        let mut ground = ground.clone();
        ground.model.made_here = 0;
        let rows = ground.known.iter().cloned().map(Row::Subscription);
        let value = Listing {
            rows: rows.collect(),
            read_at: NOW,
            ..Listing::default()
        };
        Self {
            ground,
            remote: Remote::Ready(Answered {
                value,
                warning: None,
            }),
            confirmed: 0,
        }
    }

    pub fn rows(&self) -> Vec<Subscription> {
        let read = self.remote.value();
        let rows = read.into_iter().flat_map(|read| read.value.subscriptions());
        rows.cloned().collect()
    }

    /// Reads it again.
    pub fn look(&mut self, wire: &Wire<'_>) {
        let old = std::mem::take(&mut self.remote).begin();
        let read = run(read_list(wire, &self.ground.session, &|_| ()));
        self.remote = match read {
            Some(read) => old.end_reading(read),
            None => old.stop(),
        };
    }

    /// Chooses what the step is about, and counts what it can create.
    pub fn confirm(&mut self, step: &Step) {
        let ground = &mut self.ground;
        if !ground.known.is_empty() {
            ground.target = step.of.get(&ground.known).clone();
        }
        let change = ground.offers().change;
        let creates = match step.task {
            Task::Create => true,
            Task::Change | Task::Overwrite => change != Change::Update,
            Task::Look | Task::Remove => false,
        };
        if matches!(step.task, Task::Change | Task::Overwrite) && creates {
            ground.events.clone_from(&ground.target.events);
        }
        if creates {
            self.confirmed += match change {
                // One for every event.
                Change::SaveAgain => ground.events.len(),
                Change::Replace | Change::Update => 1,
            };
        }
    }

    /// Sends what was confirmed, and tells what the console says of it.
    pub fn write(&mut self, task: Task, wire: &Wire<'_>) -> Vec<(Deed, Report)> {
        let change = self.ground.offers().change;
        let target = self.ground.target.clone();
        match (task, change) {
            (Task::Look, _) => Vec::new(),
            (Task::Create, _) => vec![self.create(wire, &typed(&self.ground, None))],
            (Task::Remove, _) => vec![self.remove(wire)],
            (Task::Change | Task::Overwrite, Change::SaveAgain) => {
                vec![self.create(wire, &typed(&self.ground, Some(&target)))]
            }
            (Task::Change | Task::Overwrite, Change::Replace) => {
                let removed = self.remove(wire);
                let is_gone = matches!(removed.1, Report::Answered(true) | Report::Seen(true));
                let valid = typed(&self.ground, Some(&target));
                let created = is_gone.then(|| self.create(wire, &valid));
                std::iter::once(removed).chain(created).collect()
            }
            (Task::Change | Task::Overwrite, Change::Update) => {
                let valid = typed(&self.ground, Some(&target));
                let overwrite = task == Task::Overwrite;
                let session = &self.ground.session;
                let saving = run(write::update(wire, session, &target, &valid, overwrite));
                vec![(Deed::Edited, self.take(&saving))]
            }
        }
    }

    fn create(&mut self, wire: &Wire<'_>, valid: &Valid) -> (Deed, Report) {
        // What is there is looked at first, and the person presses on whatever it is.
        if self.ground.offers().change == Change::SaveAgain {
            self.look(wire);
            if self.remote.error().is_some() {
                return (Deed::Created, Report::Answered(false));
            }
            self.ground.known = self.rows();
        }
        let known = self.rows();
        let saving = run(write::create(wire, &self.ground.session, valid, &known));
        (Deed::Created, self.take(&saving))
    }

    fn remove(&mut self, wire: &Wire<'_>) -> (Deed, Report) {
        let target = &self.ground.target;
        let removal = run(write::remove(wire, &self.ground.session, target));
        if removal.is_gone()
            && let Some(read) = self.remote.value_mut()
        {
            let is_other = |row: &Row| row.subscription().is_none_or(|row| row.id != target.id);
            read.value.rows.retain(is_other);
        }
        let report = match removal {
            Removal::Confirmed(_) => Report::Answered(true),
            Removal::Refused(_) => Report::Answered(false),
            Removal::Gone { .. } => Report::Seen(true),
            Removal::StillThere { .. } => Report::Seen(false),
            Removal::Unknown { .. } => Report::Open,
        };
        (Deed::Removed, report)
    }

    /// Puts on the wall what now exists.
    fn take(&mut self, saving: &Saving) -> Report {
        let rows = saving.subscriptions().map_or(&[][..], |(rows, _)| rows);
        if let Some(read) = self.remote.value_mut() {
            for row in rows {
                let known = &mut read.value.rows;
                known.retain(|known| known.subscription().is_none_or(|it| it.id != row.id));
                known.push(Row::Subscription(row.clone()));
            }
        }
        match saving {
            Saving::Confirmed(_) => Report::Answered(true),
            Saving::Refused(_) | Saving::Changed(_) => Report::Answered(false),
            Saving::Found { .. } => Report::Seen(true),
            Saving::Absent { .. } => Report::Seen(false),
            Saving::Unknown { .. } => Report::Open,
        }
    }
}
