//! The start of the console: settings, state, and what happens when it stops.

use crate::signals::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;

use crate::pages::{BadConfig, Shell};
use crate::state::board::Board;
use crate::state::config::Config;
use crate::state::route::Route;
use crate::transport::own_file;
use crate::ui::{Html, mount, ui, watch};

/// Reads `config.json`, then mounts the console and takes the start notice away.
pub fn start() {
    tell_when_stopped();
    // Leptos' own executor stands only once something is mounted.
    spawn_local(async {
        let config = match own_file("config.json").await {
            Some(text) => Config::read(&text),
            None => Ok(Config::default()),
        };
        match config {
            Ok(config) => mount(&body(), move || ui! { <App config /> }).forget(),
            Err(error) => mount(&body(), move || ui! { <BadConfig error /> }).forget(),
        }
        if let Some(boot) = document().get_element_by_id("boot") {
            boot.remove();
        }
    });
}

/// A panic stops the module in the middle of something, and the browser reports it as an uncaught error, which is the
/// only trace that it leaves. The page's scripts are all ours, so no other error is taken for one.
fn tell_when_stopped() {
    for event in ["error", "unhandledrejection"] {
        let told = window_event_listener_untyped(event, |_| {
            if let Some(notice) = document().get_element_by_id("stopped") {
                // Behind a modal dialog it could be neither seen nor reached, and the dialog may hold what was typed.
                if let Ok(Some(dialog)) = document().query_selector("dialog[open]") {
                    let _ = dialog.prepend_with_node_1(&notice);
                }
                let _ = notice.remove_attribute("hidden");
            }
        });
        // The console lives as long as its page.
        std::mem::forget(told);
    }
    let forbidden = window_event_listener_untyped("securitypolicyviolation", |event| {
        if let Ok(event) = event.dyn_into::<web_sys::SecurityPolicyViolationEvent>() {
            crate::transport::forbid(&event.blocked_uri());
        }
    });
    std::mem::forget(forbidden);
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
}

#[component]
fn App(config: Config) -> Html {
    let board = Board::new(config, Route::parse(&hash()));
    follow_hash(board);
    ask_before_leaving(board);
    board.watch_others();
    board.rescue_drafts();
    ui! { <Shell board /> }
}

fn body() -> web_sys::Node {
    document()
        .body()
        .map_or_else(|| document().into(), Into::into)
}

fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The hash and the route follow each other. Looking at the wall in another way replaces the entry of the browser's
/// history, going to another page adds one.
fn follow_hash(board: Board) {
    let listener = window_event_listener_untyped("hashchange", move |_| {
        let route = Route::parse(&hash());
        if board.route.get_untracked() != route {
            board.route.set(route);
        }
    });
    on_cleanup(move || listener.remove());
    let mut before = board.route.get_untracked().is_connect();
    watch(move || {
        let route = board.route.get();
        let printed = route.print();
        let same_page = before == route.is_connect();
        if printed != hash() {
            write_hash(&printed, same_page);
        }
        before = route.is_connect();
    });
}

fn write_hash(hash: &str, replace: bool) {
    let Ok(history) = window().history() else {
        return;
    };
    let null = wasm_bindgen::JsValue::NULL;
    let _ = if replace {
        history.replace_state_with_url(&null, "", Some(hash))
    } else {
        history.push_state_with_url(&null, "", Some(hash))
    };
}

/// Closing the tab while a write is on its way asks first.
fn ask_before_leaving(board: Board) {
    let listener = window_event_listener_untyped("beforeunload", move |event| {
        if board.in_flight.get_untracked() > 0 {
            event.prevent_default();
            if let Ok(event) = event.dyn_into::<web_sys::BeforeUnloadEvent>() {
                event.set_return_value("writing");
            }
        }
    });
    on_cleanup(move || listener.remove());
}
