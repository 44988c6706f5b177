//! A list of several pages: its progress, its end, and what can stop it.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::board::{Console, fresh};
use crate::page::attribute;
use crate::platforms::{layer, topic, topics};
use crate::wait::until;

fn rows(from: usize, count: usize) -> Vec<Value> {
    let row = |at: usize| {
        topic(
            &format!("t{at}"),
            json!({ "topic": format!("orders.n{at}") }),
        )
    };
    (from..from + count).map(row).collect()
}

/// Connected with the first of two pages; the whole list is being read then.
async fn connected() -> Console {
    let console = fresh().await;
    let first = topics(&rows(0, 2), 2, 3);
    console.connect_by("Layer", layer(), &[first]).await;
    until("the reading", || console.network.is_waiting()).await;
    assert_eq!(
        console.events().len(),
        2,
        "what the proof brought is in sight"
    );
    console
}

fn busy(console: &Console) -> bool {
    attribute(&console.page.find(".connection"), "aria-busy").as_deref() == Some("true")
}

#[wasm_bindgen_test]
async fn every_page_is_read_and_its_progress_told() {
    let console = connected().await;
    console.network.answer(200, topics(&rows(0, 2), 2, 3));
    until("the progress", || {
        console.page.text().contains("2 of 3 read")
    })
    .await;
    assert!(busy(&console));
    console.network.answer(200, topics(&rows(2, 1), 2, 3));
    until("all rows", || console.events().len() == 3).await;
    assert!(!busy(&console) && !console.page.text().contains("of 3 read"));
    assert!(console.page.buttons("Stop reading").is_empty());
    assert!(!console.page.text().contains("were read. Refresh"));
}

#[wasm_bindgen_test]
async fn a_page_that_fails_keeps_the_rows_and_says_so() {
    let console = connected().await;
    console.network.answer(200, topics(&rows(0, 2), 2, 3));
    until("the second page", || {
        console.page.text().contains("2 of 3 read")
    })
    .await;
    console.network.answer_all(500, "");
    until("the failure", || console.alerts().contains("HTTP 500")).await;
    assert_eq!(console.events().len(), 2);
    assert!(!busy(&console));
    assert!(
        console
            .page
            .text()
            .contains("Only 2 of 3 subscriptions were read")
    );
}

#[wasm_bindgen_test]
async fn a_reading_can_be_stopped_and_keeps_what_was_there() {
    let console = connected().await;
    console.network.answer(200, topics(&rows(0, 2), 2, 3));
    until("the button", || {
        console.page.buttons("Stop reading").len() == 1
    })
    .await;
    console.page.button("Stop reading").click();
    until("no button", || {
        console.page.buttons("Stop reading").is_empty()
    })
    .await;
    let signal = console.network.sent().pop().unwrap().request.signal();
    assert!(signal.aborted());
    console.network.fail("AbortError");
    until("the end", || !busy(&console)).await;
    assert_eq!(console.events().len(), 2);
    assert!(console.alerts().is_empty(), "{}", console.alerts());
}
