use std::collections::VecDeque;

use serde::Serialize;

use super::message::{Envelope, MessageHeader};
use crate::clock;

/// `status` of a queue, HappyColis contract, section 6.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum QueueStatus {
    #[default]
    Healthy,
    /// A delivery failed: nothing is delivered until somebody unblocks the queue.
    Blocked,
}

/// `state` of a queue, section 6.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum QueueState {
    #[default]
    Ready,
    /// A message is in flight.
    Locked,
}

/// A message that waits, with its last failure.
#[derive(Clone, Debug)]
struct Waiting {
    envelope: Envelope,
    last_tried_at: Option<String>,
    last_error_message: Option<String>,
}

/// The queue of one integration or OAuth client: first in, first out, one message in flight.
#[derive(Clone, Debug, Default)]
pub(crate) struct Queue {
    status: QueueStatus,
    state: QueueState,
    messages: VecDeque<Waiting>,
}

impl Queue {
    pub fn put(&mut self, envelope: Envelope) {
        self.messages.push_back(Waiting {
            envelope,
            last_tried_at: None,
            last_error_message: None,
        });
    }

    /// Locks the queue for a courier, where there is work and nobody has it.
    pub fn lock(&mut self) -> bool {
        let free = self.status == QueueStatus::Healthy && self.state == QueueState::Ready;
        let locks = free && !self.messages.is_empty();
        if locks {
            self.state = QueueState::Locked;
        }
        locks
    }

    pub fn is_locked(&self) -> bool {
        self.state == QueueState::Locked
    }

    /// The message whose turn it is; without one the queue is ready again.
    pub fn next(&mut self) -> Option<Envelope> {
        let next = self
            .messages
            .front()
            .map(|waiting| waiting.envelope.clone());
        if next.is_none() {
            self.state = QueueState::Ready;
        }
        next
    }

    /// The message arrived.
    pub fn succeed(&mut self, message: &str) {
        self.messages
            .retain(|waiting| waiting.envelope.header.message_id != message);
    }

    /// The message did not arrive: it stays first, and the queue is blocked.
    pub fn fail(&mut self, message: &str, error: String) {
        self.status = QueueStatus::Blocked;
        self.state = QueueState::Ready;
        let failed = |waiting: &&mut Waiting| waiting.envelope.header.message_id == message;
        if let Some(waiting) = self.messages.iter_mut().find(failed) {
            waiting.last_tried_at = Some(clock::iso());
            waiting.last_error_message = Some(error);
        }
    }

    /// Drops the messages of a subscription. A blocked queue stays blocked.
    pub fn forget(&mut self, subscription: &str) {
        self.messages
            .retain(|waiting| waiting.envelope.header.webhook_id != subscription);
    }

    pub fn unblock(&mut self) {
        self.status = QueueStatus::Healthy;
    }

    /// Nothing more will happen by itself.
    pub fn is_settled(&self) -> bool {
        let idle = self.messages.is_empty() || self.status == QueueStatus::Blocked;
        idle && self.state == QueueState::Ready
    }

    pub fn view(&self) -> QueueView {
        let waiting = self.messages.iter().map(|waiting| QueuedMessage {
            header: waiting.envelope.header.clone(),
            last_tried_at: waiting.last_tried_at.clone(),
            last_error_message: waiting.last_error_message.clone(),
        });
        QueueView {
            status: self.status,
            state: self.state,
            waiting: waiting.collect(),
        }
    }
}

/// A queue as the control interface shows it; the API of HappyColis never does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QueueView {
    pub status: QueueStatus,
    pub state: QueueState,
    pub waiting: Vec<QueuedMessage>,
}

/// A message that waits.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QueuedMessage {
    #[serde(flatten)]
    pub header: MessageHeader,
    pub last_tried_at: Option<String>,
    pub last_error_message: Option<String>,
}
