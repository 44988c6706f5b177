//! The network between the console and a platform in memory: it loses, spoils and delays what it is told to, and keeps what
//! was sent and when.

use std::cell::{Ref, RefCell};

use pegboard::platform::{Purpose, Reply, Request, TransportError};
use pegboard::state::write::Session;
use pegboard::subscription::{Credential, Instant, Platform};
use pegboard::transport::Transport;

use super::fault::Fault;
use super::ground::Ground;
use super::model::Model;
use super::person::{Meddling, Shift};
use crate::sample::NOW;

/// The time limit of `config.json`, in milliseconds.
const LIMIT_MS: u32 = 15_000;

/// What an answer takes that nothing delays.
const USUAL_MS: u64 = 100;

/// More requests than any action can need.
const MANY: usize = 60;

/// A fault on one request, counted from 0, at so many attempts of it.
#[derive(Clone, Debug)]
pub struct Strike {
    pub at: usize,
    pub fault: Fault,
    pub attempts: usize,
}

/// One request with all its attempts.
pub struct Asked {
    pub request: Request,
    pub attempts: usize,
    pub begun: u64,
    pub ended: u64,
    /// What the platform itself answered at last, if it was reached.
    pub genuine: Option<Reply>,
}

pub struct Wire<'a> {
    ground: &'a Ground,
    session: &'a Session,
    strikes: &'a [Strike],
    meddlings: &'a [Meddling],
    state: RefCell<State>,
}

pub struct State {
    pub model: Model,
    pub asked: Vec<Asked>,
    pub clock: u64,
    /// What the platform held each time when it was read, and by which request.
    pub seen: Vec<(usize, Model)>,
    waited: bool,
    /// What was done to the number of rows since a reading began. Sentera documents no order of its pages: where one row comes
    /// and another goes between two of them, the console cannot know that it missed a third; so nobody does both there.
    shift: Option<Shift>,
}

impl<'a> Wire<'a> {
    pub fn new(ground: &'a Ground, strikes: &'a [Strike]) -> Self {
        let state = State {
            model: ground.model.clone(),
            asked: Vec::new(),
            clock: 0,
            seen: Vec::new(),
            waited: false,
            shift: None,
        };
        Self {
            ground,
            session: &ground.session,
            strikes,
            meddlings: &[],
            state: RefCell::new(state),
        }
    }

    pub fn meddled(self, meddlings: &'a [Meddling]) -> Self {
        Self { meddlings, ..self }
    }

    pub fn state(&self) -> Ref<'_, State> {
        self.state.borrow()
    }
}

impl State {
    /// The request that is made now: the last one once more after a wait, or a new one.
    fn begin(&mut self, request: &Request) -> &mut Asked {
        let last = self.asked.last();
        let is_repeat = self.waited && last.is_some_and(|last| last.request == *request);
        self.waited = false;
        if !is_repeat {
            self.asked.push(Asked {
                request: request.clone(),
                attempts: 0,
                begun: self.clock,
                ended: self.clock,
                genuine: None,
            });
        }
        let asked = self.asked.last_mut().unwrap();
        asked.attempts += 1;
        asked
    }
}

impl Transport for Wire<'_> {
    async fn send(
        &self,
        request: &Request,
        credential: &Credential,
        limit_ms: u32,
    ) -> Result<Reply, TransportError> {
        assert!(credential.authorization(&request.url).is_some());
        let limit_ms = limit_ms.min(LIMIT_MS);
        let mut state = self.state.borrow_mut();
        let attempt = state.begin(request).attempts;
        let at = state.asked.len() - 1;
        assert!(at < MANY && attempt < MANY, "it asks for ever: {request:?}");
        let mut strikes = self.strikes.iter();
        let strike = strikes.find(|strike| strike.at == at && attempt <= strike.attempts);
        let State {
            model,
            asked,
            seen,
            shift,
            ..
        } = &mut *state;
        let due = |it: &&Meddling| it.at == at && attempt == 1;
        if at == 0 || asked[at - 1].request.purpose == Purpose::Write {
            *shift = None;
        }
        for meddling in self.meddlings.iter().filter(due) {
            let own = meddling.shift();
            let has_order = self.session.connection.platform() != Platform::Sentera;
            if has_order || own.is_none() || shift.is_none() || *shift == own {
                *shift = shift.or(own);
                meddling.act(self.ground, model);
            }
        }
        let genuine = &mut asked[at].genuine;
        let mut process = || {
            let reply = model.answer(self.session, request);
            *genuine = Some(reply.clone());
            if request.purpose == Purpose::Read {
                seen.push((at, model.clone()));
            }
            reply
        };
        let (took, answer) = match strike {
            None => (USUAL_MS, Ok(process())),
            Some(strike) => {
                let platform = self.session.connection.platform();
                let answer = strike.fault.strike(platform, &mut process);
                if strike.fault.says_gone() {
                    // It says that somebody removed it before, so somebody did.
                    forget(model, request);
                }
                answer
            }
        };
        let (took, answer) = if took > limit_ms.into() {
            let error = TransportError::Timeout { ms: limit_ms };
            (limit_ms.into(), Err(error))
        } else {
            (took, answer)
        };
        state.clock += took;
        state.asked[at].ended = state.clock;
        answer
    }

    fn now(&self) -> Instant {
        Instant(NOW.0 + self.state.borrow().clock)
    }

    async fn wait(&self, ms: u32) -> Result<(), TransportError> {
        let mut state = self.state.borrow_mut();
        state.clock += u64::from(ms);
        state.waited = true;
        Ok(())
    }

    fn random(&self) -> f64 {
        0.5
    }
}

fn forget(model: &mut Model, request: &Request) {
    if let Some((_, id)) = request.url.split_once("/webhooks/") {
        model.remove(id.split('?').next().unwrap_or(id));
    }
}
