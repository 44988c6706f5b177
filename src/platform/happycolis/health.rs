//! What the health of one subscription says of the others, and what is kept of it (HappyColis contract, section 6).

use crate::subscription::{Evidence, HAPPYCOLIS_FAILING, Health, LedgerHealth, Row, Subscription};

/// One failing endpoint holds the queue of the whole integration, so the healthy rows say so (section 6).
pub(super) fn tell_held(rows: &mut [Row]) {
    let failing = rows
        .iter()
        .filter_map(Row::subscription)
        .any(|row| row.reading.health == Health::Failing);
    for row in rows {
        let Row::Subscription(Subscription { reading, .. }) = row else {
            continue;
        };
        if let Evidence::HappyColisList {
            value,
            another_failing,
        } = &mut reading.evidence
        {
            *another_failing = failing && value.as_deref() != Some(HAPPYCOLIS_FAILING);
        }
    }
}

/// What the ledger keeps of a subscription that was just created and cannot be read again.
pub fn at_creation(created: &Subscription) -> LedgerHealth {
    match &created.reading.evidence {
        Evidence::HappyColisList { value, .. } => LedgerHealth::AtCreation {
            value: value.clone(),
            at: created.reading.at,
        },
        _ => LedgerHealth::NeverReported,
    }
}
