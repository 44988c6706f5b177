//! What a health badge means, where it was read, and what to do about it.

use crate::subscription::{Evidence, HAPPYCOLIS_HEALTHY, Health, Reading};

pub const fn badge(health: Health) -> &'static str {
    match health {
        Health::Healthy => "Healthy",
        Health::Degraded => "Degraded",
        Health::Failing => "Failing",
        Health::CircuitOpen => "Circuit open",
        Health::Disabled => "Disabled",
        Health::Unknown => "Unknown",
    }
}

pub const MEANS: &str = "What it means";
pub const SOURCE: &str = "Where it was read";
pub const READ_AT: &str = "When";
pub const REMEDY: &str = "What to do";
pub const CLOSE: &str = "Close";

/// Everything that the popover says besides the time.
pub struct Explanation {
    pub means: String,
    pub source: String,
    pub remedy: String,
}

pub fn explain(reading: &Reading) -> Explanation {
    match &reading.evidence {
        Evidence::HappyColisList { value, another_failing } => {
            happycolis_list(reading.health, value.as_deref(), *another_failing)
        }
        Evidence::HappyColisCreation { value, .. } => happycolis_creation(value.as_deref()),
        Evidence::Tracked => Explanation {
            means: "Nobody has reported the health of this subscription. You told Pegboard that it exists.".to_owned(),
            source: "Your own entry. HappyColis documents no list for this kind of access.".to_owned(),
            remedy: "Check on your server whether deliveries arrive.".to_owned(),
        },
    }
}

fn happycolis_list(health: Health, value: Option<&str>, another_failing: bool) -> Explanation {
    let source = match value {
        Some(value) => format!("The field health of HappyColis’ list: {value}."),
        None => "The field health of HappyColis’ list, which was empty.".to_owned(),
    };
    let (means, remedy) = match health {
        Health::Healthy if another_failing => (
            "Its own deliveries succeeded. But another endpoint of this integration is failing, and one page of \
             HappyColis says that a failure holds the queue of the whole integration: events of this one may wait too.",
            "Repair the failing endpoint, then ask HappyColis support to release the queue.",
        ),
        Health::Healthy => (
            "All recent deliveries to this endpoint succeeded.",
            "Nothing.",
        ),
        Health::Failing => (
            "A delivery failed, and HappyColis stopped sending: at least this endpoint receives nothing. Another page \
             of HappyColis says that the queue of the whole integration is held. HappyColis does not try again by itself.",
            "Check that the endpoint answers with a status from 200 to 299, then ask HappyColis support \
             (contact@happycolis.com) to release the queue.",
        ),
        _ if value.is_none() => (
            "HappyColis sent no health for this subscription.",
            "Refresh. If it stays, ask HappyColis support what it means.",
        ),
        _ => (
            "HappyColis reported a health that its documentation does not list, so Pegboard does not guess.",
            "Check on your server whether deliveries arrive, and ask HappyColis support what the value means.",
        ),
    };
    Explanation {
        means: means.to_owned(),
        source,
        remedy: remedy.to_owned(),
    }
}

fn happycolis_creation(value: Option<&str>) -> Explanation {
    let said = match value {
        Some(HAPPYCOLIS_HEALTHY) => "It was HEALTHY when it was created",
        Some(_) => "Its health was read when it was created",
        None => "No health was reported when it was created",
    };
    let source = match value {
        Some(value) => format!("The answer to the creation: health {value}."),
        None => "The answer to the creation, which held no health.".to_owned(),
    };
    Explanation {
        means: format!("{said}, and it cannot be read again: HappyColis documents no list for this kind of access."),
        source,
        remedy: "Check on your server whether deliveries arrive. With an integration app, connecting with the \
                 integration ID makes the health readable."
            .to_owned(),
    }
}

/// The line under the badge of a row whose health was last reported at its creation.
pub fn at_creation(value: &str, when: &str) -> String {
    format!("{value} at creation, {when}")
}
