//! A long list is read within the documented rate limits (Commerce Layer contract, section 9), and a short one at once.

use std::cell::Cell;

use pegboard::platform::{ApiError, TransportError};
use pegboard::state::write::{Unfinished, read_list};
use pegboard::subscription::Listing;
use serde_json::json;

use super::layer::{layer, page, webhook};
use super::script::{Answer, run};
use super::timed::Timed;
use crate::sample::reply;

/// Rows on a page.
const SIZE: usize = 25;

/// The page of so many, counted from 0.
fn rows(number: usize, pages: usize) -> Answer {
    let ids = number * SIZE..(number + 1) * SIZE;
    let rows: Vec<_> = ids.map(|id| webhook(&id.to_string(), json!({}))).collect();
    page(&rows, pages as u64, (pages * SIZE) as u64)
}

#[test]
fn a_list_of_any_length_stays_within_the_limits() {
    for (pages, took) in [
        (21, 0),
        (40, 0),
        (40, 80),
        (40, 700),
        (160, 0),
        (160, 80),
        (160, 400),
    ] {
        let told = Cell::new(0);
        let door = Timed::new(|number, _| (took, rows(number, pages)));
        let on_page = |listing: &Listing| told.set(listing.rows.len());
        let read = run(read_list(&door, &layer(), &on_page)).unwrap().unwrap();
        assert_eq!(read.value.rows.len(), pages * SIZE);
        assert!(read.value.is_complete());
        assert_eq!(door.count(), pages, "each page once");
        assert_eq!(told.get(), (pages - 1) * SIZE, "told on the way");
        // What test mode allows, with a fifth of it left for everything else.
        assert!(
            door.densest(10_000) <= 20,
            "{pages} pages in {took} ms each"
        );
        assert!(
            door.densest(60_000) <= 80,
            "{pages} pages in {took} ms each"
        );
        // And no slower than that: the next page is asked for as soon as it may be.
        let bursts = (pages - 1) / 20;
        assert!(door.waits.borrow().len() <= pages);
        assert!(door.elapsed() <= (bursts as u64 * 15_000).max(pages as u64 * took) + 20 * took);
    }
}

#[test]
fn a_short_list_waits_for_nothing() {
    for pages in [1, 2, 19, 20] {
        let door = Timed::new(|number, _| (0, rows(number, pages)));
        run(read_list(&door, &layer(), &|_| ())).unwrap().unwrap();
        assert_eq!((door.count(), door.elapsed()), (pages, 0));
    }
}

#[test]
fn a_pause_between_pages_can_be_stopped_and_leaves_what_was_read() {
    let door = Timed::new(|number, _| (0, rows(number, 160))).patience(1);
    let read = run(read_list(&door, &layer(), &|_| ())).unwrap();
    let Unfinished { error, read } = read.unwrap_err();
    assert_eq!(error, ApiError::Transport(TransportError::Aborted));
    assert_eq!(read.unwrap().rows.len(), 40 * SIZE);
    assert_eq!(door.count(), 40);
}

/// Each page has its own repeats: one that fails for a moment costs no other.
#[test]
fn a_page_that_fails_for_a_moment_is_read_after_all() {
    let pages = 30;
    let failed = Cell::new(0);
    let next = Cell::new(0_usize);
    let door = Timed::new(|_, _| {
        let number = next.get();
        if number.is_multiple_of(3) && failed.get() < 2 {
            failed.set(failed.get() + 1);
            return (50, Ok(reply(502, "<html>")));
        }
        failed.set(0);
        next.set(number + 1);
        (50, rows(number, pages))
    });
    let read = run(read_list(&door, &layer(), &|_| ())).unwrap().unwrap();
    assert_eq!(read.value.rows.len(), pages * SIZE);
    assert_eq!(door.count(), pages + 2 * pages.div_ceil(3));
    assert!(door.densest(10_000) <= 25);
}
