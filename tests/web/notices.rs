//! Notices: successes give way, failures stay until they are dismissed.

use pegboard::signals::*;
use pegboard::state::notice::{Message, Subject};
use pegboard::state::storage::StorageError;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::board::{EVENT, again, fresh, storage};
use crate::wait::{quiet, until};

fn removed(event: &str) -> Message {
    Message::Removed(Subject {
        event: event.to_owned(),
        endpoint: "https://a.example/".to_owned(),
    })
}

fn failed(event: &str) -> Message {
    let subject = Subject {
        event: event.to_owned(),
        endpoint: "https://a.example/".to_owned(),
    };
    Message::RemovedNotCreated { subject }
}

#[wasm_bindgen_test]
async fn a_success_is_announced_and_gives_way_to_the_next() {
    let console = fresh().await;
    console.board.tell(removed("order/created"));
    until("the first", || console.status().contains("order/created")).await;
    console.board.tell(removed("order/updated"));
    until("the second", || console.status().contains("order/updated")).await;
    assert!(!console.status().contains("order/created"));
    assert_eq!(console.alerts(), "");
}

#[wasm_bindgen_test]
async fn failures_add_up_until_they_are_dismissed() {
    let console = fresh().await;
    console.board.tell(failed("order/created"));
    console.board.tell(failed("order/updated"));
    until("both", || console.page.all("[role=alert]").len() == 2).await;
    console.board.tell(removed("order/completed"));
    until("the success", || {
        console.status().contains("order/completed")
    })
    .await;
    assert_eq!(console.page.all("[role=alert]").len(), 2);
    console.page.buttons("Dismiss")[0].click();
    until("one less", || console.page.all("[role=alert]").len() == 1).await;
    assert!(console.alerts().contains("order/updated"));
    console.page.button("Dismiss").click();
    until("none", || console.alerts().is_empty()).await;
}

#[wasm_bindgen_test]
async fn the_same_failure_is_told_once() {
    let console = fresh().await;
    console.board.tell(failed(EVENT));
    console.board.tell(failed(EVENT));
    quiet().await;
    assert_eq!(console.page.all("[role=alert]").len(), 1);
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_of_earlier_visits_is_told_and_left() {
    drop(fresh().await);
    storage()
        .set_item("pegboard.connections", "{damaged")
        .unwrap();
    storage().set_item("pegboard.writes", "5").unwrap();
    let console = again().await;
    until("the notice", || console.alerts().contains("cannot be read")).await;
    assert_eq!(console.page.all("[role=alert]").len(), 1, "said once");
    let damaged = Message::Storage(StorageError::Damaged);
    assert!(
        console
            .board
            .notices
            .with_untracked(|all| all.iter().all(|it| it.message == damaged))
    );
    let kept = storage().get_item("pegboard.connections").unwrap();
    assert_eq!(kept.as_deref(), Some("{damaged"));
}
