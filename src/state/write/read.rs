//! Reading all pages of a list, and asking a platform what it offers.

use std::sync::Arc;

use super::Session;
use crate::platform::{self, Answered, ApiError, Learned};
use crate::subscription::{Instant, Listing, Row};
use crate::transport::Transport;

/// A list that could not be read to its end: why, and what was read before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    pub error: ApiError,
    pub read: Option<Listing>,
}

/// So many pages in a row are read at once: short lists wait for nothing.
const BURST: usize = 20;

/// Within this time, in milliseconds, no more pages than a burst are asked for. That is 20 in 10 s and 80 in a minute.
/// Commerce Layer allows 25 and 100 in test mode, twice as many in live mode (Commerce Layer contract, section 9): the rest is
/// for repeats and for what else is read meanwhile.
const WINDOW_MS: u64 = 15_000;

/// Reads the list, where there is one, page by page; `on_page` sees what was read so far.
pub async fn read_list(
    door: &impl Transport,
    session: &Session,
    on_page: &dyn Fn(&Listing),
) -> Option<Result<Answered<Listing>, Unfinished>> {
    let Session {
        connection,
        learned,
        ..
    } = session;
    let access = &connection.access;
    let mut request = platform::list(connection, learned, 1)?;
    let mut page = 1;
    let mut all: Option<Answered<Listing>> = None;
    let mut asked = Vec::new();
    loop {
        let ms = pause_between(&asked, door.now());
        let paced = match ms {
            0 => Ok(()),
            _ => door.wait(ms).await.map_err(ApiError::Transport),
        };
        asked.push(door.now());
        let reply = match paced {
            Ok(()) => session.send(door, &request).await,
            Err(error) => Err(error),
        };
        let read =
            reply.and_then(|reply| platform::read_list(access, learned, page, &reply, door.now()));
        let read = match read {
            Ok(read) => read,
            Err(error) => {
                let read = all.map(|all| all.value);
                return Some(Err(Unfinished { error, read }));
            }
        };
        let all = match &mut all {
            None => all.insert(read),
            Some(all) => {
                all.warning = all.warning.take().or(read.warning);
                // A platform that answers with the same page for ever must not keep the console reading for ever.
                if !join(&mut all.value, read.value) {
                    return Some(Ok(all.clone()));
                }
                all
            }
        };
        let next = all.value.next;
        match next.and_then(|next| Some((next, platform::list(connection, learned, next)?))) {
            Some((next, ask)) => (page, request) = (next, ask),
            None => return Some(Ok(all.clone())),
        }
        on_page(&all.value);
    }
}

/// Milliseconds until another page may be asked for; `asked` is when those before were.
fn pause_between(asked: &[Instant], now: Instant) -> u32 {
    let first = asked.len().checked_sub(BURST).map(|first| asked[first].0);
    let left = first.map_or(0, |first| (first + WINDOW_MS).saturating_sub(now.0));
    left.min(WINDOW_MS) as u32
}

/// Rows can move from page to page while they are read: one that was read already is not taken twice. Tells whether there
/// was any other.
fn join(all: &mut Listing, page: Listing) -> bool {
    let before = all.rows.len();
    for mut row in page.rows {
        if all.rows[..before].iter().any(|known| is_same(known, &row)) {
            continue;
        }
        if let Row::Unreadable { position, .. } = &mut row {
            *position = all.rows.len();
        }
        all.rows.push(row);
    }
    all.next = page.next;
    // What is removed meanwhile moves others to a page that was read before: they are missed, and the greater number tells.
    all.total = all.total.max(page.total);
    all.read_at = page.read_at;
    all.rows.len() > before
}

fn is_same(one: &Row, other: &Row) -> bool {
    match (one, other) {
        (Row::Subscription(one), Row::Subscription(other)) => one.id == other.id,
        (Row::Unreadable { raw: one, .. }, Row::Unreadable { raw: other, .. }) => one == other,
        _ => false,
    }
}

/// Asks the platform's schema until it has nothing more to say. A question that fails ends it. What was learned before
/// then holds, so that no row vanishes with a failed refresh, and where nothing was, the documented lists. That a question
/// fails is fine (Sentera contract, section 3.6, rule 5); that the token is refused is told beside what was learned.
pub async fn learn(door: &impl Transport, session: &Session) -> (Arc<Learned>, Option<ApiError>) {
    let mut learned = Learned::default();
    let mut refused = None;
    while let Some(request) = platform::learn(&session.connection, &learned) {
        let Ok(reply) = session.send(door, &request).await else {
            break;
        };
        refused = platform::refused_token(&reply);
        let more = platform::read_learned(&reply, learned.clone());
        if more == learned {
            break;
        }
        learned = more;
    }
    let known = &session.learned;
    let is_less = (learned.list.is_none() && known.list.is_some())
        || (learned.events.is_none() && known.events.is_some());
    let learned = if is_less {
        known.clone()
    } else {
        learned.into()
    };
    (learned, refused)
}
