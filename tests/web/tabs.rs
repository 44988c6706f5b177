//! Two tabs of one console: what one keeps, the other does not lose, and what one forgets, the other does not use.

use pegboard::signals::*;
use pegboard::state::board::{Board, Dialog, Live, NewConnection};
use pegboard::state::config::Config;
use pegboard::state::route::Route;
use pegboard::subscription::Access;
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::board::{
    Console, ENDPOINT, EVENT, TOKEN, done, fresh, integration, kept, list, oauth, webhook,
};
use crate::idle::Watch;
use crate::wait::until;

const CONNECTIONS: &str = "pegboard.connections";
const VAULT: &str = "pegboard.vault";
const JOURNAL: &str = "pegboard.journal";
const WRITES: &str = "pegboard.writes";
const LEDGER: &str = "pegboard.ledger.happycolis/oauth/Client";
const PASSPHRASE: &str = "correct horse battery";

/// Another tab, as it stands after it was opened; what is kept later it hears of only when it is told.
pub fn tab() -> Board {
    Board::new(Config::read("{}").unwrap(), Route::default())
}

pub async fn connect(
    console: &Console,
    tab: Board,
    name: &str,
    access: Access,
    answer: Value,
) -> Live {
    console.network.answer(200, answer);
    let new = NewConnection {
        api: tab.config.api_for(&access),
        access,
        name: name.to_owned(),
        token: TOKEN.to_owned(),
    };
    assert_eq!(tab.connect(new).await, Ok(()));
    tab.lives.get_untracked().pop().unwrap()
}

async fn connect_list(console: &Console, tab: Board, name: &str) -> Live {
    let rows = list(&[webhook("wh_1", EVENT, "HEALTHY")]);
    connect(console, tab, name, integration(), rows).await
}

/// The names of the connections that a list is about.
fn names(key: &str, name: fn(&Value) -> &Value) -> Vec<String> {
    let list = kept(key);
    let items = list.as_array().unwrap().iter();
    items
        .map(|it| name(it).as_str().unwrap().to_owned())
        .collect()
}

/// Confirms a removal whose answer does not come.
async fn begin_removal(console: &Console, tab: Board, live: Live) {
    let before = console.network.sent().len();
    tab.open_remove(live, &live.known()[0]);
    match tab.dialog.get_untracked() {
        Some(Dialog::Removing(removing)) => tab.confirm_removal(removing),
        _ => panic!("the question is open"),
    }
    until("the removal", || console.network.sent().len() > before).await;
}

#[wasm_bindgen_test]
async fn both_connect_and_forget_and_lose_nothing_of_the_other() {
    let console = fresh().await;
    let (here, there) = (console.board, tab());
    let name: fn(&Value) -> &Value = |it| &it["name"];
    connect_list(&console, here, "One").await;
    connect_list(&console, there, "Two").await;
    let three = connect_list(&console, here, "Three").await;
    assert_eq!(names(CONNECTIONS, name), ["One", "Two", "Three"]);
    connect_list(&console, there, "Four").await;
    here.forget(&three.connection.get_untracked());
    assert_eq!(names(CONNECTIONS, name), ["One", "Two", "Four"]);
}

#[wasm_bindgen_test]
async fn both_keep_tokens_and_remove_them_and_lose_nothing_of_the_other() {
    let console = fresh().await;
    let (here, there) = (console.board, tab());
    let name: fn(&Value) -> &Value = |it| &it["connection"]["name"];
    let one = connect_list(&console, here, "One").await;
    let two = connect_list(&console, there, "Two").await;
    assert_eq!(here.keep_token(one, PASSPHRASE).await, Ok(()));
    assert_eq!(there.keep_token(two, PASSPHRASE).await, Ok(()));
    assert_eq!(names(VAULT, name), ["One", "Two"]);
    here.unkeep_token(&one.connection.get_untracked());
    assert_eq!(names(VAULT, name), ["Two"]);
}

#[wasm_bindgen_test]
async fn both_write_to_one_ledger_and_lose_nothing_of_the_other() {
    let console = fresh().await;
    let proof = || done("__typename", "Query".into());
    let (here, there) = (console.board, tab());
    let mine = connect(&console, here, "Client", oauth(), proof()).await;
    let its = connect(&console, there, "Client", oauth(), proof()).await;
    here.track(mine, "wh_1", "order/created", ENDPOINT);
    there.track(its, "wh_2", "order/updated", ENDPOINT);
    here.track(mine, "wh_3", "order/completed", ENDPOINT);
    assert_eq!(names(LEDGER, |it| &it["id"]), ["wh_1", "wh_2", "wh_3"]);
}

#[wasm_bindgen_test]
async fn both_note_their_writes_and_lose_nothing_of_the_other() {
    let console = fresh().await;
    let (here, there) = (console.board, tab());
    let one = connect_list(&console, here, "One").await;
    let two = connect_list(&console, there, "Two").await;
    begin_removal(&console, here, one).await;
    begin_removal(&console, there, two).await;
    for key in [WRITES, JOURNAL] {
        let ways = names(key, |it| &it["connection"]);
        let both = ["happycolis/integration/One", "happycolis/integration/Two"];
        assert_eq!(ways, both, "{key}");
    }
}

/// What the other tab did, it is told of as the browser does: by the key alone.
#[wasm_bindgen_test]
async fn what_one_changes_the_other_takes_over() {
    let console = fresh().await;
    let there = tab();
    let two = connect_list(&console, there, "Two").await;
    let watch = Watch::begin(console.board);
    let is_empty = || {
        let board = console.board;
        (
            board.vault.with_untracked(Vec::is_empty),
            board.journal.with_untracked(Vec::is_empty),
            board.remembered.with_untracked(Vec::is_empty),
        )
    };
    assert_eq!(is_empty(), (true, true, true));
    assert_eq!(there.keep_token(two, PASSPHRASE).await, Ok(()));
    begin_removal(&console, there, two).await;
    for key in [VAULT, JOURNAL, CONNECTIONS] {
        watch.tell(Some(key));
    }
    assert_eq!(is_empty(), (false, false, false));
    assert!(
        console.board.notes.with_untracked(Vec::is_empty),
        "what the other tab begins is its own to tell"
    );
    there.forget(&two.connection.get_untracked());
    for key in [VAULT, JOURNAL, CONNECTIONS] {
        watch.tell(Some(key));
    }
    assert_eq!(is_empty(), (true, true, true));
}

#[wasm_bindgen_test]
async fn a_connection_that_one_forgets_is_locked_in_the_other() {
    let console = fresh().await;
    let live = connect_list(&console, console.board, "One").await;
    let watch = Watch::begin(console.board);
    let there = tab();
    watch.tell(Some(CONNECTIONS));
    assert!(!live.session().credential.is_forgotten());
    there.forget(&live.connection.get_untracked());
    watch.tell(Some(CONNECTIONS));
    assert!(live.session().credential.is_forgotten());
    until("it said", || console.alerts().contains("Another tab")).await;
    assert_eq!(console.events(), [EVENT], "what was read stays in sight");
}

#[wasm_bindgen_test]
async fn a_row_that_one_tracks_appears_in_the_other() {
    let console = fresh().await;
    let proof = || done("__typename", "Query".into());
    connect(&console, console.board, "Client", oauth(), proof()).await;
    let watch = Watch::begin(console.board);
    let there = tab();
    let its = connect(&console, there, "Client", oauth(), proof()).await;
    there.track(its, "wh_2", EVENT, ENDPOINT);
    assert!(console.events().is_empty());
    watch.tell(Some(LEDGER));
    until("the row", || console.events() == [EVENT]).await;
}

/// What another tab has dealt with is not told here any more.
#[wasm_bindgen_test]
async fn an_unfinished_write_that_one_ends_is_over_in_the_other() {
    let before = fresh().await;
    let live = connect_list(&before, before.board, "One").await;
    begin_removal(&before, before.board, live).await;
    drop(before);
    let console = crate::board::again().await;
    assert_eq!(console.board.notes.with_untracked(Vec::len), 1);
    let watch = Watch::begin(console.board);
    tab().forget(&live.connection.get_untracked());
    watch.tell(Some(WRITES));
    assert!(console.board.notes.with_untracked(Vec::is_empty));
}
