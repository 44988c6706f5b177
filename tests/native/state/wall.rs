//! Rows of the wall, to be arranged.

use pegboard::state::table::{RowKey, WallRow};
use pegboard::subscription::{
    Attributes, Evidence, Health, Instant, Platform, Reading, Row, Source, Subscription,
};
use pegboard::text::event::label;

use crate::sample::NOW;

/// One row: id, event, endpoint, health, time of creation, connection.
pub fn row(
    id: &str,
    event: &str,
    endpoint: Option<&str>,
    health: Health,
    created: Option<u64>,
    connection: &str,
) -> WallRow {
    WallRow {
        key: RowKey::Subscription {
            live: 1,
            id: id.to_owned(),
        },
        platform: Platform::HappyColis,
        connection: connection.to_owned(),
        label: label(event),
        row: Row::Subscription(Subscription {
            id: id.to_owned(),
            events: vec![event.to_owned()],
            endpoint: endpoint.map(str::to_owned),
            reading: Reading {
                health,
                evidence: Evidence::Tracked,
                at: NOW,
            },
            created: created.map(Instant),
            updated: None,
            attributes: Attributes::default(),
            source: Source::Platform,
        }),
    }
}

pub fn unreadable(position: usize, raw: &str) -> WallRow {
    WallRow {
        key: RowKey::Unreadable { live: 1, position },
        platform: Platform::HappyColis,
        connection: "Shop".to_owned(),
        label: "This row cannot be read".to_owned(),
        row: Row::Unreadable {
            position,
            raw: raw.to_owned(),
        },
    }
}

/// What tells the rows apart in a test: the id, or the place of an unreadable one.
pub fn names(rows: &[WallRow]) -> Vec<String> {
    let name = |row: &WallRow| match &row.key {
        RowKey::Subscription { id, .. } => id.clone(),
        RowKey::Unreadable { position, .. } => format!("?{position}"),
    };
    rows.iter().map(name).collect()
}
