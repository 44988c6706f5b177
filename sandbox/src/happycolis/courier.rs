use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{sync::watch, task::JoinSet};

use super::{
    message::{self, Envelope},
    owner::Owner,
    queue::QueueView,
    state::State,
};
use crate::{
    delivery::{Delivery, DeliveryError},
    lock::lock,
};

/// Carries the messages of every queue to their endpoints, HappyColis contract, section 5.3.
pub(crate) struct Courier {
    state: Arc<Mutex<State>>,
    receiver: SocketAddr,
    /// Told after every message, so that a test can wait instead of sleeping.
    progress: watch::Sender<()>,
    rounds: Mutex<JoinSet<()>>,
}

impl Courier {
    pub fn new(state: Arc<Mutex<State>>, receiver: SocketAddr) -> Self {
        Self {
            state,
            receiver,
            progress: watch::Sender::default(),
            rounds: Mutex::default(),
        }
    }

    /// Starts a round for this queue, unless it is blocked, empty or under way.
    pub fn start(&self, owner: &Owner) {
        if !lock(&self.state).store.queue(owner).lock() {
            return;
        }
        let round = Round {
            state: Arc::clone(&self.state),
            receiver: self.receiver,
            progress: self.progress.clone(),
            owner: owner.clone(),
        };
        let mut rounds = lock(&self.rounds);
        while rounds.try_join_next().is_some() {}
        rounds.spawn(round.run());
    }

    /// Ends every round, where it stands.
    pub fn halt(&self) {
        lock(&self.rounds).abort_all();
    }

    /// Waits until the queue is empty or blocked, and shows it.
    pub async fn settled(&self, owner: &Owner) -> QueueView {
        let mut progress = self.progress.subscribe();
        loop {
            let (settled, view) = {
                let mut state = lock(&self.state);
                let queue = state.store.queue(owner);
                (queue.is_settled(), queue.view())
            };
            // The sender lives in `self`, so the channel cannot close while this waits.
            if settled || progress.changed().await.is_err() {
                return view;
            }
        }
    }
}

/// One run through a queue, until it is empty or a delivery fails.
struct Round {
    state: Arc<Mutex<State>>,
    receiver: SocketAddr,
    progress: watch::Sender<()>,
    owner: Owner,
}

impl Round {
    async fn run(self) {
        while let Some(envelope) = self.next() {
            let outcome = self.deliver(&envelope).await;
            let goes_on = outcome.is_ok();
            self.record(&envelope, outcome);
            self.progress.send_replace(());
            if !goes_on {
                return;
            }
        }
        self.progress.send_replace(());
    }

    fn next(&self) -> Option<Envelope> {
        lock(&self.state).store.queue(&self.owner).next()
    }

    async fn deliver(&self, envelope: &Envelope) -> Result<(), DeliveryError> {
        self.delivery(envelope)
            .ok_or(DeliveryError::Unreachable)?
            .send(self.receiver)
            .await
            .map(drop)
    }

    /// The POST, with endpoint and headers as they are stored now.
    fn delivery(&self, envelope: &Envelope) -> Option<Delivery> {
        let text = envelope.text().ok()?;
        let mut state = lock(&self.state);
        let timeout = Duration::from_millis(state.switches.delivery_timeout_ms);
        let subscription = state.store.subscription(&envelope.header.webhook_id)?;
        Some(Delivery {
            end_point: subscription.end_point.clone(),
            headers: message::headers(&text, subscription.headers.as_ref())?,
            body: text,
            timeout,
        })
    }

    /// Only the subscription whose delivery failed turns FAILING, section 12.2.
    fn record(&self, envelope: &Envelope, outcome: Result<(), DeliveryError>) {
        let mut state = lock(&self.state);
        if !state.store.queue(&self.owner).is_locked() {
            // Everything was reset meanwhile.
            return;
        }
        let message = &envelope.header.message_id;
        let health = match outcome {
            Ok(()) => {
                state.store.queue(&self.owner).succeed(message);
                "HEALTHY"
            }
            Err(error) => {
                state
                    .store
                    .queue(&self.owner)
                    .fail(message, error.to_string());
                "FAILING"
            }
        };
        if let Some(subscription) = state.store.subscription(&envelope.header.webhook_id) {
            subscription.health = Some(health.to_owned());
        }
    }
}
