//! Forgetting a connection, and locking: a secret that is on its way arrives nowhere.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::reactive::owner::Owner;
use leptos::task::spawn_local;
use pegboard::signals::*;
use pegboard::state::board::{Dialog, NewConnection, SharedSecret};
use pegboard::subscription::Access;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::type_text;
use crate::board::{
    Console, ENDPOINT, EVENT, TOKEN, again, done, fresh, integration, kept, list, oauth, webhook,
};
use crate::platforms::{TOPIC, topic};
use crate::wait::{frame, quiet, until, until_slow};

pub fn drafts(console: &Console) -> usize {
    console.page.all(".draft").len()
}

/// Begins to connect, as the form does; what comes of it, once it has.
pub fn begin(console: &Console, access: Access, name: &str) -> Rc<RefCell<Option<bool>>> {
    let board = console.board;
    let new = NewConnection {
        api: board.config.api_for(&access),
        access,
        name: name.to_owned(),
        token: TOKEN.to_owned(),
    };
    let end: Rc<RefCell<Option<bool>>> = Rc::default();
    let ended = Rc::clone(&end);
    spawn_local(async move {
        let connected = board.connect(new).await.is_ok();
        ended.replace(Some(connected));
    });
    end
}

/// An OAuth client whose creation is sent and not answered, behind a closed dialog.
pub async fn creating() -> Console {
    let console = fresh().await;
    console.connect_ledger().await;
    console.fill_new(EVENT, ENDPOINT).await;
    console.page.button("Create subscription").click();
    until("the creation", || console.network.is_waiting()).await;
    console.page.button("Cancel").click();
    until("the dialog closed", || !console.has_dialog()).await;
    console
}

pub fn created() -> Value {
    done("oauthWebhookCreate", webhook("wh_1", EVENT, "HEALTHY"))
}

pub async fn until_landed(console: &Console) {
    until("its end", || console.board.in_flight.get_untracked() == 0).await;
    quiet().await;
}

#[wasm_bindgen_test]
async fn a_forgotten_connection_sends_nothing_more() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    let live = console.board.lives.get_untracked()[0];
    console.fill_new(EVENT, ENDPOINT).await;
    console.page.button("Cancel").click();
    until("the draft kept", || drafts(&console) == 1).await;
    console.page.button("Forget Shop").click();
    until("it gone", || console.page.all(".connection").is_empty()).await;
    assert_eq!(
        drafts(&console),
        0,
        "its draft could only be sent with its token"
    );
    assert!(live.session().credential.is_forgotten());
    let before = console.network.sent().len();
    console.board.refresh(live);
    quiet().await;
    assert_eq!(console.network.sent().len(), before);
}

#[wasm_bindgen_test]
async fn what_is_on_its_way_when_its_connection_is_forgotten_leaves_nothing_behind() {
    let console = creating().await;
    console.page.button("Forget Client").click();
    until("it gone", || console.page.all(".connection").is_empty()).await;
    let before = console.network.sent().len();
    console.network.answer(200, created());
    until_landed(&console).await;
    assert_eq!(
        console.network.sent().len(),
        before,
        "nothing is read with its token"
    );
    for key in [
        "ledger.happycolis/oauth/Client",
        "writes",
        "journal",
        "connections",
    ] {
        let kept = kept(&format!("pegboard.{key}"));
        assert!(kept.is_null() || kept == json!([]), "{key}: {kept}");
    }
}

#[wasm_bindgen_test]
async fn a_write_outlives_the_connection_that_another_takes_the_place_of() {
    let console = creating().await;
    let held = console.board.lives.get_untracked()[0];
    let again = begin(&console, oauth(), "Client");
    until("the proof asked for", || console.network.sent().len() == 3).await;
    // The creation has waited longest, so its answer is the first; it comes last.
    console
        .network
        .answer_last(200, done("__typename", json!("Query")));
    until("it connected", || *again.borrow() == Some(true)).await;
    console.network.answer(200, created());
    until("its row", || console.events() == [EVENT]).await;
    assert!(held.session().credential.is_forgotten());
}

#[wasm_bindgen_test]
async fn a_token_that_is_proven_after_locking_is_not_taken() {
    let console = fresh().await;
    let connected = begin(&console, integration(), "Shop");
    until("the proof asked for", || console.network.is_waiting()).await;
    console.board.lock();
    console.network.answer(200, list(&[]));
    until("its end", || connected.borrow().is_some()).await;
    assert_eq!(*connected.borrow(), Some(false));
    assert!(console.board.lives.get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn a_token_that_is_replaced_while_locking_is_not_taken() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    console.page.button("Settings of Shop").click();
    until("the dialog", || console.has_dialog()).await;
    type_text(&console.page.find("#settings-token"), "another token");
    console.page.button("Save").click();
    until("the proof asked for", || console.network.is_waiting()).await;
    console.board.lock();
    console.network.answer(200, list(&[]));
    quiet().await;
    assert!(untrack(|| console.board.lives.get()[0].is_locked()));
}

#[wasm_bindgen_test]
async fn a_secret_that_arrives_after_locking_is_not_shown() {
    let console = fresh().await;
    console.connect_topics(&[topic("t1", json!({}))]).await;
    console.page.button(&format!("Details {TOPIC}")).click();
    until("the deliveries asked for", || console.network.is_waiting()).await;
    console.network.answer(200, json!({ "data": [] }));
    console.page.button("Fetch the secret").click();
    until("the secret asked for", || console.network.is_waiting()).await;
    let details = match console.board.dialog.get_untracked() {
        Some(Dialog::Details(details)) => details,
        _ => panic!("the details are open"),
    };
    console.board.lock();
    let answer = json!({ "data": { "attributes": { "shared_secret": "5h4r3d" } } });
    console.network.answer(200, answer);
    quiet().await;
    let secret = details.secret.get_untracked();
    assert!(secret == SharedSecret::NotFetched);
}

/// Making the key takes its time.
#[wasm_bindgen_test]
async fn a_token_whose_connection_is_forgotten_while_it_is_sealed_is_not_kept() {
    for everything in [false, true] {
        let console = fresh().await;
        console.connect_list(&[]).await;
        let board = console.board;
        let live = board.lives.get_untracked()[0];
        let end: Rc<RefCell<Option<bool>>> = Rc::default();
        let ended = Rc::clone(&end);
        spawn_local(async move {
            let kept = board.keep_token(live, "correct horse battery").await;
            ended.replace(Some(kept.is_ok()));
        });
        frame().await;
        assert!(end.borrow().is_none(), "it is on its way");
        match everything {
            true => board.forget_everything(),
            false => board.forget(&live.connection.get_untracked()),
        }
        until_slow("its end", || end.borrow().is_some()).await;
        let kept = kept("pegboard.vault");
        assert!(kept.is_null() || kept == json!([]), "{kept}");
        let said = console.status();
        assert!(!said.contains("is kept on this device"), "{said}");
    }
}

#[wasm_bindgen_test]
async fn a_token_that_is_proven_after_its_connection_was_forgotten_is_not_taken() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    let live = console.board.lives.get_untracked()[0];
    console.page.button("Settings of Shop").click();
    until("the dialog", || console.has_dialog()).await;
    type_text(&console.page.find("#settings-name"), "Store");
    type_text(&console.page.find("#settings-token"), "another token");
    console.page.button("Save").click();
    until("the proof asked for", || console.network.is_waiting()).await;
    console.page.button("Cancel").click();
    until("the dialog closed", || !console.has_dialog()).await;
    console.page.button("Forget Shop").click();
    until("it gone", || console.page.all(".connection").is_empty()).await;
    console.network.answer(200, list(&[]));
    quiet().await;
    assert!(live.session().credential.is_forgotten());
    assert_eq!(kept("pegboard.connections"), json!([]));
}

/// What an earlier visit left of a connection goes with it, whether its token was given again or not.
#[wasm_bindgen_test]
async fn a_remembered_connection_is_forgotten_with_all_that_is_kept_of_it() {
    let before = fresh().await;
    let owner = Owner::new();
    owner.with(|| before.board.rescue_drafts());
    before.connect_ledger().await;
    before.fill_new(EVENT, ENDPOINT).await;
    before.page.button("Create subscription").click();
    until("the creation", || before.network.is_waiting()).await;
    let drafts = || {
        let area = window().session_storage().unwrap().unwrap();
        let text = area.get_item("pegboard.drafts").unwrap();
        serde_json::from_str::<Value>(&text.unwrap_or_default()).unwrap_or_default()
    };
    until("the draft kept", || drafts() != json!([])).await;
    owner.cleanup();
    drop(before);
    for key in ["writes", "journal"] {
        let kept = kept(&format!("pegboard.{key}"));
        assert_eq!(kept.as_array().map(Vec::len), Some(1), "{key}");
    }

    let console = again().await;
    let owner = Owner::new();
    owner.with(|| console.board.rescue_drafts());
    quiet().await;
    assert_eq!(drafts().as_array().map(Vec::len), Some(1));
    console.page.button("Forget Client").click();
    until("nothing known", || !console.page.has(".known")).await;
    quiet().await;
    for key in ["writes", "journal", "connections"] {
        assert_eq!(kept(&format!("pegboard.{key}")), json!([]), "{key}");
    }
    assert_eq!(drafts(), json!([]));
    assert!(console.board.notes.with_untracked(Vec::is_empty));
    assert!(console.board.rescued.with_untracked(Vec::is_empty));
    owner.cleanup();
}

/// A replacement whose old one is removed while its connection is forgotten, and whose new one is refused.
#[wasm_bindgen_test]
async fn a_replacement_that_goes_on_after_its_connection_was_forgotten_leaves_no_note() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    console.page.button("Replace order/created").click();
    until("the dialog", || console.has_dialog()).await;
    console.page.button("Replace subscription").click();
    until("the removal", || console.network.is_waiting()).await;
    console.page.button("Cancel").click();
    until("the dialog closed", || !console.has_dialog()).await;
    console.page.button("Forget Shop").click();
    until("it gone", || console.page.all(".connection").is_empty()).await;
    let removed = done("integrationWebhookRemove", json!({ "id": "wh_1" }));
    console.network.answer(200, removed);
    console.network.answer(400, "{}");
    until_landed(&console).await;
    for key in ["writes", "journal", "connections"] {
        assert_eq!(kept(&format!("pegboard.{key}")), json!([]), "{key}");
    }
}
