//! A delivery: what a platform tells of one event that it sent, or tried to send, to an endpoint.

use super::Instant;

/// One delivery as the platform reports it. What it does not report is absent, never guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    pub id: String,
    pub event: String,
    pub at: Option<Instant>,
    pub outcome: Outcome,
    /// The HTTP status of the endpoint's answer, as text (Commerce Layer contract, section 0, point 5).
    pub code: Option<String>,
    /// What the endpoint answered, or why there is no answer.
    pub message: Option<String>,
    pub attempts: Option<u64>,
    /// What was sent, as JSON text.
    pub payload: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Delivered,
    Failed,
    /// Neither is known; the platform's own word for it, where there is one.
    Other(Option<String>),
}

/// Some deliveries, newest first, and where more of them are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deliveries {
    pub items: Vec<Delivery>,
    pub next: Option<u32>,
    pub total: Option<u64>,
}

/// Which deliveries are wanted; `None` means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeliveryFilter {
    pub event: Option<String>,
    pub status: Option<String>,
    /// Days, as `2026-01-31`, both included.
    pub from: Option<String>,
    pub until: Option<String>,
}
