//! The token of a request: without one nothing is sent, and no answer brings it back.

use pegboard::platform::{ApiError, TransportError};
use pegboard::state::write::send;
use pegboard::subscription::Credential;

use super::repeat::{API, every_session, read};
use super::script::run;
use super::timed::Timed;
use crate::sample::reply;

#[test]
fn a_forgotten_token_sends_nothing() {
    for session in every_session() {
        let door = Timed::new(|_, _| (1, Ok(reply(200, "{}"))));
        let answer = run(send(
            &door,
            &read(&session),
            &session.credential.forgotten(),
        ));
        assert_eq!(answer, Err(ApiError::Transport(TransportError::Locked)));
        assert_eq!(door.count(), 0);
    }
}

/// A platform's words are shown, and may repeat what was sent. A short token could be a part of any word.
#[test]
fn an_answer_that_repeats_the_token_is_read_without_it() {
    const TOKEN: &str = "eyJhbGciOiJIUzI1NiJ9";
    for (token, kept) in [
        (TOKEN, "[token] is bad, [token]!"),
        ("bad", "bad is bad, bad!"),
    ] {
        for mut session in every_session() {
            session.credential = Credential::new(token, API);
            let echo = reply(401, format!("{token} is bad, {token}!"));
            let door = Timed::new(|_, _| (1, Ok(echo.clone())));
            let answer = run(send(&door, &read(&session), &session.credential));
            assert_eq!(answer.unwrap().body, kept);
        }
    }
}
