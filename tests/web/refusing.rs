//! A browser that keeps nothing: all goes on within the visit, and the person is told once.

use js_sys::Function;
use pegboard::signals::*;
use pegboard::state::journal::Outcome;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::type_text;
use crate::board::{Console, ENDPOINT, EVENT, again, done, fresh, kept, oauth, storage, webhook};
use crate::tabs::{connect, tab};
use crate::wait::{until, until_slow};

/// Makes one way into the storage fail, until dropped.
struct Refusing(Function);

impl Refusing {
    fn new(method: &str) -> Self {
        let replace = Function::new_with_args(
            "method",
            "const before = Storage.prototype[method];
             Storage.prototype[method] = () => { throw new Error('refused'); };
             return () => { Storage.prototype[method] = before; };",
        );
        let restore = replace.call1(&JsValue::NULL, &method.into()).unwrap();
        Self(restore.into())
    }
}

impl Drop for Refusing {
    fn drop(&mut self) {
        self.0.call0(&JsValue::NULL).unwrap();
    }
}

async fn track(console: &Console, id: &str, event: &'static str) {
    let live = console.board.lives.get_untracked()[0];
    console.board.track(live, id, event, ENDPOINT);
    until("the row", || console.events().contains(&event.to_owned())).await;
}

#[wasm_bindgen_test]
async fn nothing_that_was_done_is_lost_within_the_visit() {
    for (method, said) in [("setItem", "no room left"), ("getItem", "keeps nothing")] {
        let console = fresh().await;
        console.connect_ledger().await;
        let refusing = Refusing::new(method);
        track(&console, "wh_1", "order/created").await;
        track(&console, "wh_2", "order/updated").await;
        assert_eq!(
            console.page.all(".notices [role=alert]").len(),
            1,
            "said once"
        );
        assert!(console.alerts().contains(said), "{}", console.alerts());
        let live = console.board.lives.get_untracked()[0];
        let file = console.board.export_ledger(live);
        assert!(file.contains("wh_1") && file.contains("wh_2"));
        drop(refusing);
        // As soon as the browser keeps something again, it keeps all of it.
        track(&console, "wh_3", "order/completed").await;
        let ledger = kept("pegboard.ledger.happycolis/oauth/Client");
        assert_eq!(ledger.as_array().map(Vec::len), Some(3));
    }
}

#[wasm_bindgen_test]
async fn a_connection_works_without_being_remembered() {
    let console = fresh().await;
    let refusing = Refusing::new("setItem");
    console.connect_list(&[]).await;
    assert!(console.alerts().contains("no room left"));
    drop(refusing);
    assert_eq!(kept("pegboard.connections"), serde_json::json!(null));
}

#[wasm_bindgen_test]
async fn what_another_tab_could_keep_meanwhile_is_not_lost() {
    let console = fresh().await;
    console.connect_ledger().await;
    let there = tab();
    let proof = done("__typename", "Query".into());
    let its = connect(&console, there, "Client", oauth(), proof).await;
    let refusing = Refusing::new("setItem");
    track(&console, "wh_1", "order/created").await;
    drop(refusing);
    there.track(its, "wh_2", "order/updated", ENDPOINT);
    track(&console, "wh_3", "order/completed").await;
    let ledger = kept("pegboard.ledger.happycolis/oauth/Client");
    assert_eq!(ledger.as_array().map(Vec::len), Some(3), "{ledger}");
}

#[wasm_bindgen_test]
async fn a_token_that_cannot_be_kept_is_not_called_kept() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    let live = console.board.lives.get_untracked()[0];
    let refusing = Refusing::new("setItem");
    let kept = console
        .board
        .keep_token(live, "correct horse battery")
        .await;
    drop(refusing);
    assert_eq!(kept, Ok(()));
    until("it said", || console.alerts().contains("no room left")).await;
    assert!(!console.status().contains("is kept on this device"));
    assert!(console.board.vault.with_untracked(Vec::is_empty));
}

#[wasm_bindgen_test]
async fn what_was_done_stands_in_the_journal_of_the_visit() {
    for method in ["setItem", "getItem"] {
        let console = fresh().await;
        console
            .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
            .await;
        let refusing = Refusing::new(method);
        console.ask_removal(EVENT).await;
        console.network.answer(400, "{}");
        console.page.button("Remove subscription").click();
        until("the refusal", || console.page.has("#remove-alert")).await;
        let journal = console.board.journal.get_untracked();
        assert_eq!(journal.len(), 1, "{method}");
        assert_eq!(journal[0].outcome, Outcome::NotDone, "{method}");
        drop(refusing);
    }
}

/// Every list that is kept, damaged as a whole and in one item: the console starts, says it once, and goes on keeping.
#[wasm_bindgen_test]
async fn what_cannot_be_read_stays_and_stops_nothing() {
    let keys = [
        "pegboard.connections",
        "pegboard.vault",
        "pegboard.journal",
        "pegboard.writes",
        "pegboard.ledger.happycolis/oauth/Client",
    ];
    for damaged in ["{\"version\":2}", "[{\"of\":\"another version\"}]", "\u{0}"] {
        drop(fresh().await);
        for key in keys {
            storage().set_item(key, damaged).unwrap();
        }
        let drafts = window().session_storage().unwrap().unwrap();
        drafts.set_item("pegboard.drafts", damaged).unwrap();
        let console = again().await;
        console.connect_ledger().await;
        assert_eq!(
            console.page.all(".notices [role=alert]").len(),
            1,
            "{damaged}"
        );
        assert!(
            console.alerts().contains("cannot be read"),
            "{}",
            console.alerts()
        );
        track(&console, "wh_1", "order/created").await;
        console.board.clear_journal();
        console.page.button("Settings of Client").click();
        until("the dialog", || console.has_dialog()).await;
        type_text(
            &console.page.find("#keep-passphrase"),
            "correct horse battery",
        );
        console.page.button("Keep the token").click();
        until_slow("it kept", || {
            console
                .page
                .text()
                .contains("kept on this device, encrypted")
        })
        .await;
        for key in [keys[0], keys[1], keys[4]] {
            let items = kept(key);
            let kept_aside = storage().get_item(&format!("{key}.unreadable")).unwrap();
            match damaged.starts_with('[') {
                true => assert_eq!(
                    items[0],
                    serde_json::json!({ "of": "another version" }),
                    "{key}"
                ),
                false => assert_eq!(kept_aside.as_deref(), Some(damaged), "{key}"),
            }
            assert_eq!(
                items.as_array().unwrap().len(),
                1 + usize::from(damaged.starts_with('[')),
                "{key}"
            );
        }
    }
}
