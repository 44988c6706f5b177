//! What a health badge means, where it was read, and what to do about it.

mod commerce_layer;
mod happycolis;
mod ikas;
mod sentera;

use crate::subscription::{Evidence, Health, Instant, Reading};

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
            happycolis::list(reading.health, value.as_deref(), *another_failing)
        }
        Evidence::HappyColisCreation { value, .. } => happycolis::creation(value.as_deref()),
        Evidence::Ikas { deleted } => ikas::explain(*deleted),
        Evidence::CommerceLayer { disabled, circuit, failures, .. } => {
            commerce_layer::explain(reading.health, *disabled, circuit.as_deref(), *failures)
        }
        Evidence::SenteraEvents { last, failed_before } => sentera::explain(last.as_ref(), *failed_before),
        Evidence::SenteraUnordered { read, total } => sentera::unordered(*read, *total),
        Evidence::SenteraUnread => sentera::unread(),
        Evidence::Tracked => Explanation {
            means: "Nobody has reported the health of this subscription. You told Pegboard that it exists.".to_owned(),
            source: "Your own entry, kept in this browser. No list of the platform shows it.".to_owned(),
            remedy: "Check on your server whether deliveries arrive.".to_owned(),
        },
    }
}

/// A moment within a sentence, in the person's own zone and language.
#[cfg(target_arch = "wasm32")]
fn moment(at: Instant) -> String {
    crate::text::time::exact(at)
}

/// Native tests have no `Intl`: there it is the number itself.
#[cfg(not(target_arch = "wasm32"))]
fn moment(at: Instant) -> String {
    at.0.to_string()
}

/// The line under the badge of a row whose health was last reported at its creation.
pub fn at_creation(value: &str, when: &str) -> String {
    format!("{value} at creation, {when}")
}
