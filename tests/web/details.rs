//! Everything about one subscription: its attributes, its deliveries, and a secret that is read on purpose only.

use pegboard::signals::*;
use pegboard::state::board::{Dialog, SharedSecret};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::board::{Console, ENDPOINT, fresh, storage};
use crate::page::{attribute, name};
use crate::platforms::{TOPIC, topic};
use crate::wait::{quiet, until};

const SECRET: &str = "5h4r3d-s3cret";

fn delivery(id: &str, code: Value) -> Value {
    let attributes = json!({
        "response_code": code,
        "response_message": "Said by the endpoint",
        "payload": { "order": { "id": 7 } },
        "created_at": "2026-01-02T03:04:05.000Z",
    });
    json!({ "id": id, "type": "event_callbacks", "attributes": attributes })
}

fn deliveries(items: &[Value], pages: u64, total: u64) -> Value {
    json!({ "data": items, "meta": { "page_count": pages, "record_count": total } })
}

/// The details of a webhook, which are asked for its deliveries.
async fn opened() -> Console {
    let console = fresh().await;
    let more = json!({ "name": "Orders", "include_resources": ["customer", "line_items"] });
    console.connect_topics(&[topic("t1", more)]).await;
    console.page.button(&format!("Details {TOPIC}")).click();
    until("the dialog", || console.has_dialog()).await;
    until("the question", || console.network.is_waiting()).await;
    console
}

/// Presses the dialog's own button; that of the health is called the same.
fn close(console: &Console) {
    console.page.find("dialog .dialog-buttons button").click();
}

fn outcomes(console: &Console) -> Vec<String> {
    console.page.texts(".delivery strong")
}

#[wasm_bindgen_test]
async fn the_dialog_says_all_that_is_known() {
    let console = opened().await;
    assert_eq!(name(&console.page.find("dialog")), TOPIC);
    let terms = console.page.texts("dialog dt");
    let said = console.page.texts("dialog dd");
    let facts: Vec<(String, String)> = terms.into_iter().zip(said).collect();
    for (term, expected) in [
        ("Events", TOPIC),
        ("Endpoint", ENDPOINT),
        ("ID", "t1"),
        ("Created", "not reported"),
        ("Name", "Orders"),
        ("Include resources", "customer, line_items"),
    ] {
        assert!(
            facts.contains(&(term.to_owned(), expected.to_owned())),
            "{term}"
        );
    }
    let sent = console.network.sent().pop().unwrap();
    assert_eq!(sent.request.method(), "GET");
    assert!(sent.url.contains("webhook_id_eq%5D=t1"), "{}", sent.url);
}

/// Commerce Layer contract, section 6.1: null is no answer, and any 2xx is a success.
#[wasm_bindgen_test]
async fn a_delivery_says_how_it_ended() {
    let console = opened().await;
    let items = [
        delivery("d1", json!("204")),
        delivery("d2", json!("500")),
        delivery("d3", json!(null)),
    ];
    console.network.answer(200, deliveries(&items, 1, 3));
    until("the deliveries", || outcomes(&console).len() == 3).await;
    assert_eq!(outcomes(&console), ["Delivered", "Failed", "Failed"]);
    let codes: Vec<String> = console
        .page
        .all(".delivery")
        .iter()
        .map(|row| {
            row.query_selector("code")
                .unwrap()
                .unwrap()
                .text_content()
                .unwrap()
        })
        .collect();
    assert_eq!(codes, ["204", "500", "no answer"]);
    assert!(console.page.text().contains("3 of 3"));
    assert!(console.page.buttons("Older deliveries").is_empty());
    // The tree of a payload is built when it is opened.
    assert!(!console.page.has(".delivery .leaf"));
    console.page.all(".delivery summary")[0].click();
    until("the tree", || {
        console.page.texts(".delivery .leaf") == ["id 7"]
    })
    .await;
}

#[wasm_bindgen_test]
async fn older_ones_join_and_none_is_doubled() {
    let console = opened().await;
    console
        .network
        .answer(200, deliveries(&[delivery("d2", json!("200"))], 2, 2));
    until("the newest", || outcomes(&console).len() == 1).await;
    let both = [delivery("d2", json!("200")), delivery("d1", json!("500"))];
    console.network.answer(200, deliveries(&both, 2, 2));
    console.page.button("Older deliveries").click();
    until("both", || outcomes(&console) == ["Delivered", "Failed"]).await;
    let asked = console.network.sent().pop().unwrap().url;
    assert!(asked.contains("page%5Bnumber%5D=2"), "{asked}");
    until("nothing older", || {
        console.page.buttons("Older deliveries").is_empty()
    })
    .await;
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_says_why_and_can_be_tried_again() {
    let console = opened().await;
    console.network.answer_all(500, "");
    until("the reason", || console.page.has("dialog [role=alert]")).await;
    console.network.answer(200, deliveries(&[], 1, 0));
    console.page.button("Try again").click();
    until("none", || {
        console.page.text().contains("No deliveries recorded.")
    })
    .await;
    assert!(!console.page.has("dialog [role=alert]"));
}

#[wasm_bindgen_test]
async fn the_secret_is_read_on_purpose_masked_and_gone_with_the_dialog() {
    let console = opened().await;
    console.network.answer(200, deliveries(&[], 1, 0));
    until("the deliveries", || {
        console.page.text().contains("No deliveries")
    })
    .await;
    let asked = console.network.sent().len();
    quiet().await;
    assert_eq!(console.network.sent().len(), asked, "nobody asked for it");
    let secret = json!({ "data": { "id": "t1", "attributes": { "shared_secret": SECRET } } });
    console.network.answer(200, secret);
    console.page.button("Fetch the secret").click();
    until("it fetched", || {
        console.page.buttons("Show secret").len() == 1
    })
    .await;
    assert!(!console.page.root().outer_html().contains(SECRET));
    console.page.button("Show secret").click();
    until("it in sight", || {
        console.page.texts("code.whole") == [SECRET]
    })
    .await;
    console.page.button("Hide secret").click();
    until("it masked", || !console.page.text().contains(SECRET)).await;
    close(&console);
    until("the dialog closed", || !console.has_dialog()).await;
    for at in 0..storage().length().unwrap() {
        let key = storage().key(at).unwrap().unwrap();
        assert!(
            !storage().get_item(&key).unwrap().unwrap().contains(SECRET),
            "{key}"
        );
    }
    console.page.button(&format!("Details {TOPIC}")).click();
    until("the dialog", || console.has_dialog()).await;
    assert_eq!(console.page.buttons("Fetch the secret").len(), 1);
}

#[wasm_bindgen_test]
async fn a_dialog_that_was_closed_while_it_was_read_takes_nothing_down() {
    let console = opened().await;
    let Some(Dialog::Details(details)) = console.board.dialog.get_untracked() else {
        panic!("the details are open")
    };
    console.page.button("Fetch the secret").click();
    quiet().await;
    let faults = {
        use wasm_bindgen::JsCast as _;
        crate::act::count(window().unchecked_ref(), "error")
    };
    close(&console);
    until("the dialog closed", || !console.has_dialog()).await;
    console.network.answer(200, deliveries(&[], 1, 0));
    console.network.answer(
        200,
        json!({ "data": { "attributes": { "shared_secret": SECRET } } }),
    );
    quiet().await;
    assert_eq!(faults.get_untracked(), 0);
    let secret = details.secret.get_untracked();
    assert!(
        secret == SharedSecret::NotFetched,
        "nobody wants it any more"
    );
    let section = console.page.all("section");
    assert!(
        section
            .iter()
            .all(|it| attribute(it, "aria-label").as_deref() != Some("Shared secret"))
    );
}
