//! A transport with a clock of its own: it keeps when each request was sent and how long was waited.

use std::cell::{Cell, RefCell};

use pegboard::platform::{Request, TransportError};
use pegboard::subscription::{Credential, Instant};
use pegboard::transport::Transport;

use super::script::Answer;

pub struct Attempt {
    /// Milliseconds since the test began.
    pub at: u64,
    pub limit_ms: u32,
}

/// Answers each attempt, counted from 0, with what `answer` gives, after so many milliseconds.
pub struct Timed<F> {
    answer: F,
    random: f64,
    /// How many milliseconds later a wait ends than it was asked to.
    late: u64,
    /// After so many waits nobody wants the answers any more.
    patience: usize,
    clock: Cell<u64>,
    pub attempts: RefCell<Vec<Attempt>>,
    pub waits: RefCell<Vec<u32>>,
}

impl<F: Fn(usize, &Request) -> (u64, Answer)> Timed<F> {
    pub fn new(answer: F) -> Self {
        Self {
            answer,
            random: 0.0,
            late: 0,
            patience: usize::MAX,
            clock: Cell::new(0),
            attempts: RefCell::default(),
            waits: RefCell::default(),
        }
    }

    pub fn random(self, random: f64) -> Self {
        Self { random, ..self }
    }

    pub fn late(self, late: u64) -> Self {
        Self { late, ..self }
    }

    pub fn patience(self, patience: usize) -> Self {
        Self { patience, ..self }
    }

    pub fn elapsed(&self) -> u64 {
        self.clock.get()
    }

    pub fn count(&self) -> usize {
        self.attempts.borrow().len()
    }

    /// The most requests that were sent within so many milliseconds.
    pub fn densest(&self, window: u64) -> usize {
        let attempts = self.attempts.borrow();
        let within = |from: u64| {
            let sent = attempts.iter().filter(|attempt| attempt.at >= from);
            sent.filter(|attempt| attempt.at < from + window).count()
        };
        attempts
            .iter()
            .map(|attempt| within(attempt.at))
            .max()
            .unwrap()
    }
}

impl<F: Fn(usize, &Request) -> (u64, Answer)> Transport for Timed<F> {
    async fn send(&self, request: &Request, _: &Credential, limit_ms: u32) -> Answer {
        let attempt = self.count();
        let at = self.clock.get();
        self.attempts.borrow_mut().push(Attempt { at, limit_ms });
        let (took, answer) = (self.answer)(attempt, request);
        if took > limit_ms.into() {
            self.clock.set(at + u64::from(limit_ms));
            return Err(TransportError::Timeout { ms: limit_ms });
        }
        self.clock.set(at + took);
        answer
    }

    fn now(&self) -> Instant {
        Instant(self.clock.get())
    }

    async fn wait(&self, ms: u32) -> Result<(), TransportError> {
        if self.waits.borrow().len() >= self.patience {
            return Err(TransportError::Aborted);
        }
        self.waits.borrow_mut().push(ms);
        self.clock.set(self.clock.get() + u64::from(ms) + self.late);
        Ok(())
    }

    fn random(&self) -> f64 {
        self.random
    }
}
