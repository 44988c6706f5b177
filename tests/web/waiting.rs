//! How long the door takes: a time limit of its own for a request, waits between them, and no question too many.

use std::cell::RefCell;
use std::rc::Rc;

use pegboard::platform::{Media, Method, Purpose, Request, TransportError};
use pegboard::subscription::Credential;
use pegboard::transport::{Browser, Transport as _};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::network::Network;
use crate::wait::{quiet, until};

fn request(url: &str, counted: bool) -> Request {
    Request {
        method: Method::Post,
        media: Media::Json,
        url: url.to_owned(),
        body: "{}".to_owned(),
        purpose: Purpose::Read,
        counted,
    }
}

/// ikas counts failed calls (ikas contract, section 8), so nothing is sent to find out why one failed.
#[wasm_bindgen_test]
async fn where_failures_are_counted_nothing_is_asked_of_the_host() {
    let network = Network::new();
    let url = "https://counted.example.com/";
    let credential = Credential::new("s3cret", url);
    let request = request(url, true);
    let door = Browser::new(15_000);
    for reachable in [true, false] {
        network.set_reachable(reachable);
        network.lose();
        let result = door.send(&request, &credential, u32::MAX).await;
        assert_eq!(result, Err(TransportError::Hidden));
    }
    network.answer(200, "{}");
    assert!(door.send(&request, &credential, u32::MAX).await.is_ok());
    for reachable in [true, false] {
        network.set_reachable(reachable);
        network.lose();
        let result = door.send(&request, &credential, u32::MAX).await;
        assert_eq!(result, Err(TransportError::Broken));
    }
    assert_eq!(network.probes(), 0);
}

#[wasm_bindgen_test]
async fn a_request_takes_no_longer_than_it_may() {
    let network = Network::new();
    let url = "https://api.example.com/limited";
    let credential = Credential::new("s3cret", url);
    let request = request(url, false);
    for (limit_ms, told) in [(5, 5), (u32::MAX, 15_000)] {
        network.fail("TimeoutError");
        let door = Browser::new(15_000);
        let result = door.send(&request, &credential, limit_ms).await;
        assert_eq!(result, Err(TransportError::Timeout { ms: told }));
    }
}

#[wasm_bindgen_test]
async fn a_wait_ends_by_itself_or_with_the_reading() {
    let network = Network::new();
    assert_eq!(Browser::new(15_000).wait(1).await, Ok(()));
    let (door, abort) = Browser::new(15_000).abortable();
    assert_eq!(door.wait(1).await, Ok(()));

    network.stop_clock();
    let over = Rc::new(RefCell::new(None));
    let (kept, waiting) = (Rc::clone(&over), door.clone());
    wasm_bindgen_futures::spawn_local(async move {
        kept.replace(Some(waiting.wait(u32::MAX).await));
    });
    quiet().await;
    assert_eq!(*over.borrow(), None);
    abort.unwrap().abort();
    until("the end", || over.borrow().is_some()).await;
    assert_eq!(*over.borrow(), Some(Err(TransportError::Aborted)));
    // And no other one begins.
    assert_eq!(door.wait(1).await, Err(TransportError::Aborted));
}
