//! Reading a list of several pages.

use std::cell::RefCell;

use pegboard::platform::{ApiError, Cause, Method, TransportError};
use pegboard::state::write::{Session, Unfinished, read_list};
use pegboard::subscription::{Listing, Row};
use serde_json::{Value, json};

use super::layer::{after, layer, page, webhook};
use super::script::{Answer, Sequence, run};
use crate::sample::{listed, reply, unlisted};

/// What was read, what was told on the way, and the pages that were asked for.
struct Reading {
    ended: Result<Listing, Unfinished>,
    told: Vec<(usize, Option<u64>)>,
    pages: Vec<String>,
}

fn read(session: &Session, answers: impl IntoIterator<Item = Answer>) -> Reading {
    let script = Sequence::new(answers);
    let told = RefCell::new(Vec::new());
    let on_page = |listing: &Listing| {
        told.borrow_mut().push((listing.rows.len(), listing.total));
    };
    let read = run(read_list(&script, session, &on_page)).unwrap();
    assert!(script.is_used_up(), "a page was not asked for");
    let pages = script.sent().into_iter().map(|request| {
        assert_eq!(request.method, Method::Get);
        let (_, page) = request.url.split_once("page%5Bnumber%5D=").unwrap();
        page.split('&').next().unwrap().to_owned()
    });
    Reading {
        ended: read.map(|answered| answered.value),
        told: told.take(),
        pages: pages.collect(),
    }
}

fn webhooks(ids: &[&str]) -> Vec<Value> {
    ids.iter().map(|id| webhook(id, json!({}))).collect()
}

fn ids(listing: &Listing) -> Vec<String> {
    let id = |row: &Row| match row {
        Row::Subscription(subscription) => subscription.id.clone(),
        Row::Unreadable { position, .. } => format!("?{position}"),
    };
    listing.rows.iter().map(id).collect()
}

#[test]
fn every_page_is_read_in_its_order() {
    let reading = read(
        &layer(),
        [
            page(&webhooks(&["a", "b"]), 3, 5),
            page(&webhooks(&["c", "d"]), 3, 5),
            page(&webhooks(&["e"]), 3, 5),
        ],
    );
    let listing = reading.ended.unwrap();
    assert_eq!(ids(&listing), ["a", "b", "c", "d", "e"]);
    assert_eq!(reading.pages, ["1", "2", "3"]);
    // Told after each page that another one follows.
    assert_eq!(reading.told, [(2, Some(5)), (4, Some(5))]);
    assert_eq!((listing.next, listing.total), (None, Some(5)));
    assert_eq!(listing.read_at, after(3), "as old as what was read last");
    assert!(listing.is_complete());
}

#[test]
fn one_page_is_all_where_there_is_no_other() {
    for webhooks in [webhooks(&[]), webhooks(&["a"])] {
        let count = webhooks.len();
        let reading = read(&layer(), [page(&webhooks, 1, count as u64)]);
        let listing = reading.ended.unwrap();
        assert_eq!((listing.rows.len(), listing.is_complete()), (count, true));
        assert!(reading.told.is_empty());
    }
}

/// What is removed meanwhile moves the rest to earlier pages, and what is created moves it to later ones.
#[test]
fn a_row_that_moves_from_page_to_page_is_not_doubled() {
    let reading = read(
        &layer(),
        [
            page(&webhooks(&["a", "b"]), 2, 3),
            page(&webhooks(&["b", "c"]), 2, 3),
        ],
    );
    let listing = reading.ended.unwrap();
    assert_eq!(ids(&listing), ["a", "b", "c"]);
    assert!(listing.is_complete());
    // One that was missed so shows in the count: the list then proves no absence.
    let reading = read(
        &layer(),
        [
            page(&webhooks(&["a", "b"]), 2, 4),
            page(&webhooks(&["b", "d"]), 2, 4),
        ],
    );
    let listing = reading.ended.unwrap();
    assert_eq!(ids(&listing), ["a", "b", "d"]);
    assert!(!listing.is_complete());
}

/// What is removed from a page that was read moves the rest to it, where it is not read any more.
#[test]
fn a_row_that_moved_to_a_page_that_was_read_is_known_to_be_missed() {
    let reading = read(
        &layer(),
        [
            page(&webhooks(&["a", "b"]), 2, 4),
            // "a" was removed, so "c" is on the first page now.
            page(&webhooks(&["d"]), 2, 3),
        ],
    );
    let listing = reading.ended.unwrap();
    assert_eq!(ids(&listing), ["a", "b", "d"]);
    assert_eq!(listing.total, Some(4));
    assert!(!listing.is_complete());
}

#[test]
fn a_row_that_cannot_be_read_keeps_a_place_of_its_own() {
    let odd = |what: &str| json!({ "odd": what });
    let first = [webhook("a", json!({})), odd("first")];
    let second = [odd("second"), webhook("b", json!({})), odd("third")];
    let reading = read(&layer(), [page(&first, 2, 5), page(&second, 2, 5)]);
    let listing = reading.ended.unwrap();
    assert_eq!(ids(&listing), ["a", "?1", "?2", "b", "?4"]);
    assert!(!listing.is_complete());
}

#[test]
fn a_page_that_fails_leaves_what_was_read_before() {
    let refused = |status| Ok(reply(status, "{}"));
    for (answer, at) in [
        (Err(TransportError::Broken), 2),
        (Err(TransportError::Aborted), 2),
        (refused(401), 2),
        (refused(500), 2),
        (Ok(reply(200, "<html>")), 2),
        (Err(TransportError::Offline), 3),
    ] {
        let pages = [["a", "b"], ["c", "d"]];
        let answers = pages
            .iter()
            .take(at - 1)
            .map(|ids| page(&webhooks(ids), 9, 18));
        let reading = read(&layer(), answers.chain([answer]));
        let Unfinished { error, read } = reading.ended.unwrap_err();
        let read = read.unwrap();
        assert_eq!(ids(&read), pages[..at - 1].concat());
        assert_eq!((read.next, read.total), (Some(at as u32), Some(18)));
        assert!(!read.is_complete());
        assert!(matches!(
            error.cause(),
            None | Some(Cause::Token | Cause::Server)
        ));
    }
}

#[test]
fn a_first_page_that_fails_leaves_nothing() {
    let reading = read(&layer(), [Err(TransportError::Broken)]);
    let expected = Unfinished {
        error: ApiError::Transport(TransportError::Broken),
        read: None,
    };
    assert_eq!(reading.ended, Err(expected));
    assert!(reading.told.is_empty());
}

/// A relay that drops the query answers every page with the first one.
#[test]
fn a_platform_that_says_the_same_for_ever_is_not_asked_for_ever() {
    let odd = json!({ "odd": true });
    let rows = [webhook("a", json!({})), odd.clone(), odd];
    let links = json!({ "next": "https://my-shop.commercelayer.io/api/webhooks?page[number]=2" });
    let same = || Ok(reply(200, json!({ "data": rows, "links": links })));
    let reading = read(&layer(), [same(), same()]);
    let listing = reading.ended.unwrap();
    assert_eq!(ids(&listing), ["a", "?1", "?2"]);
    // It did not say that this was all, so it proves no absence.
    assert!(!listing.is_complete());
    assert_eq!(reading.pages, ["1", "2"]);
}

#[test]
fn a_list_without_pages_is_read_once_and_one_that_is_not_there_not_at_all() {
    let body = json!({ "data": { "integration": { "webhooks": [{ "id": "a" }] } } });
    let script = Sequence::new([Ok(reply(200, body))]);
    let read = run(read_list(&script, &listed(), &|_| {
        panic!("nothing follows")
    }));
    assert_eq!(ids(&read.unwrap().unwrap().value), ["a"]);

    let script = Sequence::new([]);
    assert_eq!(run(read_list(&script, &unlisted(), &|_| ())), None);
    assert!(script.sent().is_empty());
}

/// The platform may do what was asked, and complain beside it, on any page.
#[test]
fn a_complaint_is_kept() {
    let complaint = json!([{ "message": "X is slow" }]);
    let body = json!({ "data": { "integration": { "webhooks": [] } }, "errors": complaint });
    let script = Sequence::new([Ok(reply(200, body))]);
    let read = run(read_list(&script, &listed(), &|_| ()))
        .unwrap()
        .unwrap();
    assert_eq!(read.warning.unwrap().message, "X is slow");
}
