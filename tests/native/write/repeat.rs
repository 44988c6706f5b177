//! A read is repeated where that can help, at most twice and within 10 s; a write never is.

use pegboard::platform::{self, ApiError, Cause, Purpose, Reply, Request, TransportError};
use pegboard::state::write::{BUDGET_MS, Session, pause, send};
use pegboard::subscription::Platform;
use serde_json::json;

use super::ending::TRANSPORT;
use super::script::{Answer, run};
use super::timed::Timed;
use crate::sample::{every_access, reply, session_at, subscription};

pub const API: &str = "https://api.example.com/graphql";

pub fn every_session() -> Vec<Session> {
    let sessions = every_access().into_iter();
    sessions.map(|access| session_at(API, access)).collect()
}

pub fn read(session: &Session) -> Request {
    let request = platform::prove(&session.connection);
    assert_eq!(request.purpose, Purpose::Read);
    request
}

fn is_ikas(session: &Session) -> bool {
    session.connection.platform() == Platform::Ikas
}

fn throttled(retry_after: Option<u32>) -> Answer {
    Ok(Reply {
        retry_after,
        ..reply(429, "{}")
    })
}

/// Everything after which another attempt can help.
fn passing() -> Vec<Answer> {
    let mut all = vec![
        Err(TransportError::Unreachable),
        Err(TransportError::Broken),
        throttled(None),
        throttled(Some(0)),
        throttled(Some(1)),
    ];
    all.extend([500, 502, 503, 504, 599].map(|status| Ok(reply(status, "<html>"))));
    all
}

/// Everything after which the next attempt would end alike.
fn lasting() -> Vec<Answer> {
    let mut all: Vec<Answer> = TRANSPORT
        .into_iter()
        .filter(|error| !matches!(error, TransportError::Unreachable | TransportError::Broken))
        .map(Err)
        .collect();
    let statuses = [
        200, 204, 302, 400, 401, 403, 404, 405, 406, 409, 415, 422, 423,
    ];
    all.extend(statuses.map(|status| Ok(reply(status, "{}"))));
    all.extend(["", "<html>", "{", "null"].map(|body| Ok(reply(200, body))));
    all
}

#[test]
fn what_passes_is_tried_twice_more_and_then_told() {
    for session in every_session().iter().filter(|it| !is_ikas(it)) {
        let request = read(session);
        for answer in passing() {
            let door = Timed::new(|_, _| (50, answer.clone()));
            let ended = run(session.send(&door, &request));
            assert_eq!(ended, answer.clone().map_err(ApiError::Transport));
            assert_eq!(door.count(), 3, "{answer:?}");
            for heals_at in [1, 2] {
                let good = Ok(reply(200, "{}"));
                let door = Timed::new(|attempt, _| {
                    let healed = attempt == heals_at;
                    (50, if healed { good.clone() } else { answer.clone() })
                });
                let ended = run(session.send(&door, &request));
                assert_eq!(ended, good.clone().map_err(ApiError::Transport));
                assert_eq!(door.count(), heals_at + 1);
            }
        }
    }
}

#[test]
fn what_would_end_alike_is_told_at_once() {
    for session in every_session() {
        for answer in lasting() {
            let door = Timed::new(|_, _| (50, answer.clone()));
            let ended = run(session.send(&door, &read(&session)));
            assert_eq!(ended, answer.clone().map_err(ApiError::Transport));
            assert_eq!((door.count(), door.elapsed()), (1, 50), "{answer:?}");
        }
    }
}

#[test]
fn a_write_is_never_repeated() {
    for session in every_session() {
        let target = subscription("wh", "a", "https://hooks.example.com/");
        let request = platform::remove(&session.connection, &target);
        assert_eq!(request.purpose, Purpose::Write);
        for answer in passing().into_iter().chain(lasting()) {
            let door = Timed::new(|_, _| (50, answer.clone()));
            let ended = run(session.send(&door, &request));
            assert_eq!(ended, answer.clone().map_err(ApiError::Transport));
            assert_eq!((door.count(), door.elapsed()), (1, 50), "{answer:?}");
        }
    }
}

/// Commerce Layer contract, section 8.5; the spread is the console's own.
#[test]
fn the_wait_doubles_and_is_spread() {
    let session = &every_session()[0];
    for (random, waits) in [
        (0.0, [600, 1_200]),
        (0.5, [750, 1_500]),
        (0.999, [899, 1_799]),
    ] {
        let door = Timed::new(|_, _| (50, Ok(reply(503, "")))).random(random);
        run(session.send(&door, &read(session))).unwrap();
        assert_eq!(*door.waits.borrow(), waits);
    }
}

#[test]
fn what_the_platform_asks_to_wait_is_waited_where_it_fits() {
    let session = &every_session()[0];
    for (seconds, waits) in [
        (0, &[600, 1_200][..]),
        (1, &[1_000, 1_200]),
        (3, &[3_000, 3_000]),
        (5, &[5_000]),
        (8, &[8_000]),
        (9, &[]),
        (30, &[]),
        (u32::MAX, &[]),
    ] {
        for status in [429, 503] {
            let slow = Reply {
                retry_after: Some(seconds),
                ..reply(status, "{}")
            };
            let door = Timed::new(|_, _| (50, Ok(slow.clone())));
            assert_eq!(run(session.send(&door, &read(session))), Ok(slow.clone()));
            assert_eq!(*door.waits.borrow(), waits, "{seconds} s, {status}");
        }
    }
}

/// ikas contract, section 8: no failing request is repeated, and after a 429 the header, else the body, else 10 s count.
#[test]
fn where_failures_are_counted_only_a_named_wait_allows_another_attempt() {
    for session in every_session().iter().filter(|it| is_ikas(it)) {
        let request = read(session);
        assert!(request.counted);
        for answer in passing() {
            let limited = matches!(&answer, Ok(reply) if reply.status == 429);
            let named = matches!(&answer, Ok(reply) if reply.retry_after == Some(1));
            let door = Timed::new(|_, _| (50, answer.clone()));
            assert_eq!(run(session.send(&door, &request)).is_ok(), answer.is_ok());
            let wanted: &[u32] = if limited && named {
                &[1_000, 1_200]
            } else {
                &[]
            };
            assert_eq!(*door.waits.borrow(), wanted, "{answer:?}");
        }
        for (body, waits) in [
            (json!({ "retryAfter": 5 }), &[5_000][..]),
            (json!({ "retryAfter": 1.2 }), &[2_000, 2_000]),
            (json!({ "retryAfter": 0 }), &[]),
            (json!({ "retryAfter": 10 }), &[]),
            (json!({ "retryAfter": "5" }), &[]),
        ] {
            let door = Timed::new(|_, _| (50, Ok(reply(429, &body))));
            run(session.send(&door, &request)).unwrap();
            assert_eq!(*door.waits.borrow(), waits, "{body}");
        }
    }
    for session in every_session().iter().filter(|it| !is_ikas(it)) {
        assert!(!read(session).counted);
    }
}

/// However long the attempts take and whatever is drawn, the last one ends within the budget.
#[test]
fn repeats_end_within_the_budget() {
    let session = &every_session()[0];
    let request = read(session);
    for first in [0, 50, 2_000, 8_300, 8_399, 8_400, 8_401, 9_999, 14_000] {
        for later in [0, 50, 3_000, 20_000] {
            for random in [0.0, 0.3, 0.999] {
                let door = Timed::new(|attempt, _| {
                    let took = if attempt == 0 { first } else { later };
                    (took, Err(TransportError::Broken))
                })
                .random(random);
                let error = run(session.send(&door, &request)).unwrap_err();
                let attempts = door.attempts.borrow();
                let times = (first, later, random);
                assert!(attempts.len() <= 3, "{times:?}");
                assert!(door.elapsed() <= BUDGET_MS.max(first), "{times:?}");
                for attempt in &attempts[1..] {
                    let left = BUDGET_MS - attempt.at;
                    assert!((1_000..=left).contains(&attempt.limit_ms.into()));
                }
                // What took all its time is not tried again.
                let timed_out =
                    matches!(error, ApiError::Transport(TransportError::Timeout { .. }));
                let last = attempts.last().unwrap();
                assert_eq!(
                    timed_out,
                    attempts.len() > 1 && later > last.limit_ms.into()
                );
            }
        }
    }
}

/// A page in the background can be woken late: then what came before is told, not a time limit that nobody set.
#[test]
fn a_wait_that_lasts_longer_than_asked_ends_it() {
    let session = &every_session()[0];
    let answer = Ok(reply(503, "down"));
    for late in [10_000, 60_000] {
        let door = Timed::new(|_, _| (50, answer.clone())).late(late);
        let ended = run(session.send(&door, &read(session)));
        assert_eq!(ended, answer.clone().map_err(ApiError::Transport));
        assert_eq!(door.count(), 1);
    }
}

#[test]
fn a_wait_that_nobody_wants_any_more_ends_at_once() {
    let session = &every_session()[0];
    for patience in [0, 1] {
        let door = Timed::new(|_, _| (50, Ok(reply(503, "")))).patience(patience);
        let error = run(session.send(&door, &read(session))).unwrap_err();
        assert_eq!(error, ApiError::Transport(TransportError::Aborted));
        assert_eq!(door.count(), patience + 1);
    }
}

/// A form asks before there is a connection.
#[test]
fn a_question_of_a_form_is_repeated_alike() {
    for session in every_session() {
        let access = &session.connection.access;
        let Some(request) = platform::choices(access, API) else {
            continue;
        };
        let door = Timed::new(|_, _| (50, Err(TransportError::Broken)));
        assert!(run(send(&door, &request, &session.credential)).is_err());
        assert_eq!(door.count(), if is_ikas(&session) { 1 } else { 3 });
    }
}

/// The object-shaped body of Commerce Layer's own 429 (Commerce Layer contract, section 8.5).
#[test]
fn the_recorded_429_is_tried_again() {
    let session = every_session().remove(5);
    let recorded =
        json!({ "errors": { "title": "Too Many Requests", "code": "THROTTLED", "status": 429 } });
    let answer = Reply {
        retry_after: Some(0),
        ..reply(429, recorded)
    };
    let request = read(&session);
    assert_eq!(pause(&request, &Ok(answer.clone()), 0, 0, 0.0), Some(600));
    assert_eq!(pause(&request, &Ok(answer.clone()), 1, 0, 0.0), Some(1_200));
    assert_eq!(pause(&request, &Ok(answer.clone()), 2, 0, 0.0), None);
    let access = &session.connection.access;
    let error = platform::read_list(access, &session.learned, 1, &answer, crate::sample::NOW);
    let unknown = Cause::RateLimit { retry_after: None };
    assert_eq!(error.unwrap_err().cause(), Some(&unknown));
}
