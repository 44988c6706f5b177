//! A row of the wall: a subscription as a platform or the ledger describes it.

use super::{Attributes, Instant, Reading};

/// One webhook subscription. Everything is as it was read: an endpoint that breaks a rule is still shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Opaque: HappyColis alone uses two formats (HappyColis contract, section 10, row 10).
    pub id: String,
    /// Technical event types; one on HappyColis. Empty when the platform reported none.
    pub events: Vec<String>,
    pub endpoint: Option<String>,
    pub reading: Reading,
    pub created: Option<Instant>,
    pub updated: Option<Instant>,
    pub attributes: Attributes,
    pub source: Source,
}

/// Who says that this subscription exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The platform's own list.
    Platform,
    /// Created here, and remembered because the platform documents no list.
    Created,
    /// A person told the console about it.
    Tracked,
}

/// A row of a list. One that cannot be read is shown as it came and hides no other.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(
    clippy::large_enum_variant,
    reason = "almost every row is a subscription, so a box would save nothing"
)]
pub enum Row {
    Subscription(Subscription),
    Unreadable {
        /// Its place in the list, which is all that tells two unreadable rows apart.
        position: usize,
        raw: String,
    },
}

impl Row {
    pub const fn subscription(&self) -> Option<&Subscription> {
        match self {
            Self::Subscription(subscription) => Some(subscription),
            Self::Unreadable { .. } => None,
        }
    }
}

/// What one reading of a connection gave.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Listing {
    pub rows: Vec<Row>,
    pub read_at: Instant,
    /// The name that the platform itself gives to what was listed.
    pub title: Option<String>,
    /// The page that comes after what was read; nothing when that was all.
    pub next: Option<u32>,
    /// How many rows there are in all, where the platform says so.
    pub total: Option<u64>,
}

impl Subscription {
    /// The technical names, as row actions and dialogs quote them.
    pub fn event_names(&self) -> String {
        self.events.join(", ")
    }

    /// Whether it does not say all of what it delivers and where, and by the rest may be one of these events to
    /// `endpoint`.
    pub fn may_be(&self, is_of: &dyn Fn(&str) -> bool, endpoint: &str) -> bool {
        let silent = self.events.is_empty();
        (silent || self.endpoint.is_none())
            && self.endpoint.as_deref().is_none_or(|own| own == endpoint)
            && (silent || self.events.iter().any(|event| is_of(event)))
    }
}

impl Listing {
    /// Whether every row was read, and could be. A row that could not may be any subscription, so only a complete list proves
    /// that something is not on it.
    pub fn is_complete(&self) -> bool {
        let all_read = self
            .total
            .is_none_or(|total| self.rows.len() as u64 >= total);
        self.next.is_none() && all_read && self.rows.iter().all(|row| row.subscription().is_some())
    }

    /// Rows that move from page to page while they are read can be missed, and the number of all then tells. What was known
    /// of them before stays, until a list without gaps shows that it is gone.
    pub fn keep_missed(&mut self, old: &Self) {
        let Some(total) = &mut self.total else {
            return;
        };
        if self.rows.len() as u64 >= *total {
            return;
        }
        let is_missed = |row: &&Row| match row {
            Row::Subscription(old) => {
                let mut rows = self.rows.iter().filter_map(Row::subscription);
                !rows.any(|row| row.id == old.id)
            }
            Row::Unreadable { .. } => false,
        };
        let missed: Vec<Row> = old.rows.iter().filter(is_missed).cloned().collect();
        self.rows.extend(missed);
        // As many as there are in all need not be the same.
        *total = (*total).max(self.rows.len() as u64 + 1);
    }

    pub fn subscriptions(&self) -> impl Iterator<Item = &Subscription> {
        self.rows.iter().filter_map(Row::subscription)
    }
}
