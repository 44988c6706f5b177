//! Locking by itself: when nobody presses anything, and when another tab locks.

use js_sys::{Function, Reflect};
use pegboard::signals::*;
use pegboard::state::board::Board;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{press, send, set_value, type_text, value};
use crate::board::{Console, EVENT, TOKEN, fresh, list, storage, webhook};
use crate::wait::{quiet, until};

/// A board that watches, as it does in the product; its clock and the other tabs are the test's. All ends when this is
/// dropped.
pub struct Watch(JsValue);

impl Watch {
    pub fn begin(board: Board) -> Self {
        let begin = Function::new_no_args(
            "const listeners = [], now = Date.now, it = { ahead: 0 };
             window.addEventListener = (name, listener) => {
                 listeners.push([name, listener]);
                 EventTarget.prototype.addEventListener.call(window, name, listener);
             };
             window.setInterval = look => { it.look = look; return 0; };
             it.began = () => { delete window.addEventListener; delete window.setInterval; };
             it.pass = minutes => { it.ahead += minutes * 60000; Date.now = () => now() + it.ahead; it.look(); };
             it.tell = key => window.dispatchEvent(new StorageEvent('storage', { key }));
             it.end = () => {
                 listeners.forEach(([name, listener]) => window.removeEventListener(name, listener));
                 Date.now = now;
             };
             return it;",
        );
        let it = Self(begin.call0(&JsValue::NULL).unwrap());
        board.watch_others();
        it.call("began", &JsValue::UNDEFINED);
        it
    }

    fn call(&self, name: &str, argument: &JsValue) {
        let function = Reflect::get(&self.0, &name.into()).unwrap();
        let function: Function = function.unchecked_into();
        function.call1(&JsValue::NULL, argument).unwrap();
    }

    /// So many minutes pass, then it is looked whether anybody is there.
    pub fn pass(&self, minutes: u32) {
        self.call("pass", &minutes.into());
    }

    /// Another tab has written under a key, or removed everything.
    pub fn tell(&self, key: Option<&str>) {
        self.call("tell", &key.map_or(JsValue::NULL, JsValue::from_str));
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.call("end", &JsValue::UNDEFINED);
    }
}

async fn watched() -> (Console, Watch) {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    let watch = Watch::begin(console.board);
    (console, watch)
}

fn is_locked(console: &Console) -> bool {
    let live = console.board.lives.get_untracked()[0];
    live.session().credential.is_forgotten()
}

#[wasm_bindgen_test]
async fn what_was_only_typed_goes_without_a_connection_too() {
    let console = fresh().await;
    let watch = Watch::begin(console.board);
    let token = console.page.field("Access token");
    type_text(&token, TOKEN);
    watch.pass(29);
    quiet().await;
    assert_eq!(value(&token), TOKEN);
    watch.pass(2);
    until("it gone", || value(&token).is_empty()).await;
    // Nobody is there still, so there is nothing more to forget.
    let locks = console.board.locks.get_untracked();
    watch.pass(31);
    assert_eq!(console.board.locks.get_untracked(), locks);
}

#[wasm_bindgen_test]
async fn half_an_hour_without_a_press_locks() {
    let (console, watch) = watched().await;
    watch.pass(29);
    assert!(!is_locked(&console));
    watch.pass(1);
    assert!(is_locked(&console));
    until("it said", || {
        console.status().contains("token is forgotten")
    })
    .await;
    assert!(!console.page.has_button("Remove order/created"));
    assert_eq!(console.events(), [EVENT]);
}

#[wasm_bindgen_test]
async fn a_press_keeps_it_open_and_other_tabs_get_to_know() {
    for event in ["pointerdown", "keydown", "wheel"] {
        let (console, watch) = watched().await;
        watch.pass(20);
        storage().remove_item("pegboard.active").unwrap();
        match event {
            "keydown" => drop(press(console.page.root(), "a")),
            other => drop(send(console.page.root(), other)),
        }
        let told = storage().get_item("pegboard.active").unwrap();
        assert!(told.is_some(), "{event}");
        // Whatever other tabs are told, this one knows it itself.
        storage().remove_item("pegboard.active").unwrap();
        watch.pass(20);
        assert!(!is_locked(&console), "{event}");
        watch.pass(10);
        assert!(is_locked(&console), "{event}");
    }
}

#[wasm_bindgen_test]
async fn the_time_that_was_chosen_counts_at_once() {
    let (console, watch) = watched().await;
    console.page.button("This device").click();
    until("the dialog", || console.has_dialog()).await;
    let choice = console.page.field("Lock when nobody presses anything for");
    set_value(&choice, "5");
    send(&choice, "change");
    watch.pass(4);
    assert!(!is_locked(&console));
    watch.pass(1);
    assert!(is_locked(&console));
}

#[wasm_bindgen_test]
async fn a_tab_locks_with_the_others() {
    for key in [Some("pegboard.locked"), None] {
        let (console, watch) = watched().await;
        watch.tell(Some("another.program"));
        watch.tell(Some("pegboard.active"));
        assert!(!is_locked(&console));
        watch.tell(key);
        assert!(is_locked(&console), "{key:?}");
        // The one that heard it says it to nobody again.
        let told = storage().get_item("pegboard.locked").unwrap();
        assert_eq!(told, None);
        console.network.answer(200, list(&[]));
        let before = console.network.sent().len();
        console.board.refresh_all();
        quiet().await;
        assert_eq!(console.network.sent().len(), before);
        assert!(console.alerts().is_empty(), "nothing was tried that failed");
    }
    let (console, _watch) = watched().await;
    console.page.button("Lock now").click();
    let told = storage().get_item("pegboard.locked").unwrap();
    assert!(told.is_some(), "other tabs hear of what is written");
}
