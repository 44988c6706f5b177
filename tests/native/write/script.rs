//! A transport that answers from a script and keeps what was sent.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use pegboard::platform::{Purpose, Reply, Request, TransportError};
use pegboard::subscription::{Credential, Instant};
use pegboard::transport::Transport;

use crate::sample::NOW;

pub type Answer = Result<Reply, TransportError>;

/// Answers the write, and every reading of the list. An attempt that is repeated is not counted once more.
pub struct Script {
    write: Answer,
    list: Answer,
    sent: RefCell<Vec<Request>>,
    repeats: Cell<bool>,
}

impl Script {
    pub fn new(write: Answer, list: Answer) -> Self {
        Self {
            write,
            list,
            sent: RefCell::default(),
            repeats: Cell::default(),
        }
    }

    pub fn count(&self, purpose: Purpose) -> usize {
        self.sent
            .borrow()
            .iter()
            .filter(|request| request.purpose == purpose)
            .count()
    }

    /// The requests in the order in which they were sent.
    pub fn purposes(&self) -> Vec<Purpose> {
        self.sent
            .borrow()
            .iter()
            .map(|request| request.purpose)
            .collect()
    }
}

impl Transport for Script {
    async fn send(&self, request: &Request, credential: &Credential, _: u32) -> Answer {
        assert!(
            credential.authorization(&request.url).is_some(),
            "a token of another address"
        );
        if self.repeats.take() {
            assert_eq!(request.purpose, Purpose::Read, "a write is repeated");
        } else {
            self.sent.borrow_mut().push(request.clone());
        }
        match request.purpose {
            Purpose::Write => self.write.clone(),
            Purpose::Read => self.list.clone(),
        }
    }

    fn now(&self) -> Instant {
        NOW
    }

    async fn wait(&self, _: u32) -> Result<(), TransportError> {
        self.repeats.set(true);
        Ok(())
    }

    fn random(&self) -> f64 {
        0.0
    }
}

/// Answers one request after the other, and none that nobody foresaw. An answer stands for every attempt of a request.
pub struct Sequence {
    answers: RefCell<VecDeque<Answer>>,
    sent: RefCell<Vec<Request>>,
    last: RefCell<Option<Answer>>,
    repeats: Cell<bool>,
}

impl Sequence {
    pub fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self {
            answers: RefCell::new(answers.into_iter().collect()),
            sent: RefCell::default(),
            last: RefCell::default(),
            repeats: Cell::default(),
        }
    }

    pub fn sent(&self) -> Vec<Request> {
        self.sent.borrow().clone()
    }

    pub fn is_used_up(&self) -> bool {
        self.answers.borrow().is_empty()
    }
}

impl Transport for Sequence {
    async fn send(&self, request: &Request, credential: &Credential, _: u32) -> Answer {
        assert!(
            credential.authorization(&request.url).is_some(),
            "a token of another address"
        );
        if self.repeats.take() {
            assert_eq!(self.sent.borrow().last(), Some(request), "no repeat");
        } else {
            self.sent.borrow_mut().push(request.clone());
            self.last.replace(self.answers.borrow_mut().pop_front());
        }
        let answer = self.last.borrow().clone();
        answer.unwrap_or_else(|| panic!("one request too many: {request:?}"))
    }

    fn now(&self) -> Instant {
        // Later with every request.
        Instant(NOW.0 + self.sent.borrow().len() as u64)
    }

    async fn wait(&self, _: u32) -> Result<(), TransportError> {
        self.repeats.set(true);
        Ok(())
    }

    fn random(&self) -> f64 {
        0.0
    }
}

/// A scripted transport answers at once, so a flow over it ends at its first poll.
pub fn run<T>(flow: impl Future<Output = T>) -> T {
    match pin!(flow).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a scripted flow never waits"),
    }
}
