//! What a draft would meet on the wall.

use crate::signals::*;

use super::{Board, Editor};
use crate::platform::{self, Overlap};
use crate::subscription::Subscription;
use crate::validation::endpoint;

impl Board {
    /// A subscription that is there already for one of these events, and what that means on the platform; tracked. Where
    /// only the same endpoint doubles deliveries, what would be sent is compared, however it was typed.
    pub fn overlapping(
        self,
        editor: Editor,
        events: &[String],
        typed_endpoint: &str,
    ) -> Option<(Overlap, Subscription)> {
        let live = editor.live.get();
        let overlap = live.capabilities().overlap;
        // The connection may have been forgotten while the dialog is open.
        let rows = self
            .lives
            .with(|lives| lives.contains(&live))
            .then(|| live.listing.with(|_| live.known()))?;
        let own = editor.old().map(|old| old.id.clone());
        let sent = endpoint(typed_endpoint).map_or_else(
            |_| typed_endpoint.trim().to_owned(),
            |it| it.href().to_owned(),
        );
        let same = |row: &Subscription, event: &String| {
            live.connection.with(|connection| {
                row.events
                    .iter()
                    .any(|it| platform::same_event(&connection.access, it, event))
            })
        };
        let existing = rows.into_iter().find(|row| {
            Some(&row.id) != own.as_ref()
                && events.iter().any(|event| same(row, event))
                && (overlap != Overlap::Doubled || row.endpoint.as_deref() == Some(sent.as_str()))
        })?;
        Some((overlap, existing))
    }
}
