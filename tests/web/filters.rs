//! What narrows, groups and orders the wall, and the link that keeps it.

use pegboard::signals::*;
use pegboard::state::route::Route;
use serde_json::json;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::act::{is_true, send, set_value, value};
use crate::board::{Console, ENDPOINT, EVENT, fresh, webhook};
use crate::page::attribute;
use crate::platforms::{SCOPE, TOPIC, scope, topic};
use crate::wait::until;

/// Three connections of three platforms.
async fn wall() -> Console {
    let console = fresh().await;
    console
        .connect_list(&[
            webhook("wh_1", EVENT, "HEALTHY"),
            webhook("wh_2", "order/updated", "FAILING"),
        ])
        .await;
    console
        .connect_scopes(&[scope("s1", SCOPE, ENDPOINT)])
        .await;
    let open = topic("t1", json!({ "circuit_state": "open" }));
    console.connect_topics(&[open]).await;
    until("all rows", || console.events().len() == 4).await;
    console
}

/// The menu with this label.
fn menu(console: &Console, label: &str) -> Option<HtmlElement> {
    let mut menus = console.page.all(".filters .menu");
    menus.retain(|menu| texts(menu, "span") == [label]);
    let select = menus.pop()?.query_selector("select").unwrap();
    select.map(|select| select.unchecked_into())
}

fn texts(element: &HtmlElement, selector: &str) -> Vec<String> {
    let found = element.query_selector_all(selector).unwrap();
    (0..found.length())
        .map(|at| found.item(at).unwrap().text_content().unwrap())
        .collect()
}

fn choices(console: &Console, label: &str) -> Vec<String> {
    texts(&menu(console, label).unwrap(), "option")
}

fn choose(console: &Console, label: &str, wanted: &str) {
    let select = menu(console, label).unwrap();
    set_value(&select, wanted);
    assert_eq!(value(&select), wanted, "the menu has it");
    send(&select, "change");
}

fn link(console: &Console) -> String {
    console.board.route.with_untracked(Route::print)
}

#[wasm_bindgen_test]
async fn a_menu_offers_what_is_on_the_wall() {
    let console = wall().await;
    let all = |rest: &[&str]| -> Vec<String> {
        [&["All"], rest]
            .concat()
            .into_iter()
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(
        choices(&console, "Filter by platform"),
        all(&["Commerce Layer", "HappyColis", "ikas"])
    );
    assert_eq!(
        choices(&console, "Filter by connection"),
        all(&["Layer", "Shop", "Store"])
    );
    assert_eq!(
        choices(&console, "Filter by health"),
        all(&["Circuit open", "Failing", "Healthy", "Unknown"])
    );
    assert_eq!(
        choices(&console, "Filter by event"),
        all(&[EVENT, "order/updated", TOPIC, SCOPE])
    );
    for label in [
        "Filter by platform",
        "Filter by connection",
        "Filter by health",
        "Filter by event",
    ] {
        assert_eq!(value(&menu(&console, label).unwrap()), "");
    }
}

#[wasm_bindgen_test]
async fn one_connection_needs_no_menu_of_connections() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    for (label, expected) in [
        ("Filter by platform", false),
        ("Filter by connection", false),
        ("Filter by health", true),
        ("Filter by event", true),
    ] {
        assert_eq!(menu(&console, label).is_some(), expected, "{label}");
    }
    assert!(!console.page.text().contains("Group by connection"));
}

#[wasm_bindgen_test]
async fn a_choice_narrows_the_wall_and_stands_in_the_link() {
    let console = wall().await;
    choose(&console, "Filter by platform", "happycolis");
    until("two rows", || console.events().len() == 2).await;
    assert_eq!(link(&console), "#/subscriptions?platform=happycolis");
    choose(&console, "Filter by health", "healthy");
    until("one row", || console.events() == [EVENT]).await;
    assert_eq!(
        link(&console),
        "#/subscriptions?platform=happycolis&health=healthy"
    );
    choose(&console, "Filter by platform", "ikas");
    until("no row", || {
        console.page.text().contains("No subscription matches")
    })
    .await;
    console.page.button("Clear filters").click();
    until("all rows", || console.events().len() == 4).await;
    assert_eq!(link(&console), "#/subscriptions");
    until("the menus cleared", || {
        value(&menu(&console, "Filter by platform").unwrap()).is_empty()
    })
    .await;
    choose(&console, "Filter by event", SCOPE);
    until("its row", || console.events() == [SCOPE]).await;
    choose(&console, "Filter by event", "");
    until("all rows", || console.events().len() == 4).await;
}

#[wasm_bindgen_test]
async fn a_value_of_the_link_stays_although_no_row_has_it() {
    let console = wall().await;
    console
        .board
        .route
        .set(Route::parse("#/subscriptions?event=order%2Fgone"));
    until("the miss", || {
        console.page.text().contains("No subscription matches")
    })
    .await;
    assert_eq!(
        value(&menu(&console, "Filter by event").unwrap()),
        "order/gone"
    );
    assert!(choices(&console, "Filter by event").contains(&"order/gone".to_owned()));
}

#[wasm_bindgen_test]
async fn rows_can_stand_under_their_connections() {
    let console = wall().await;
    assert!(!console.page.has(".group-row"));
    let check = console.page.find(".filters input[type=checkbox]");
    check.click();
    until("the groups", || console.page.all(".group-row").len() == 3).await;
    assert_eq!(console.page.texts(".group-row"), ["Shop", "Store", "Layer"]);
    let order = [EVENT, "order/updated"];
    // Trouble first, within its connection.
    assert_eq!(console.events(), [order[1], order[0], SCOPE, TOPIC]);
    let header = console.page.all(".group-row th").remove(0);
    assert_eq!(attribute(&header, "role").as_deref(), Some("rowheader"));
    assert_eq!(link(&console), "#/subscriptions?group=connection");
    // A connection without a row in sight has no heading.
    choose(&console, "Filter by platform", "ikas");
    until("one group", || {
        console.page.texts(".group-row") == ["Store"]
    })
    .await;
    check.click();
    until("no group", || !console.page.has(".group-row")).await;
    assert!(!is_true(&check, "checked"));
}

#[wasm_bindgen_test]
async fn the_order_can_be_chosen_where_the_header_is_out_of_sight() {
    let console = wall().await;
    assert_eq!(
        choices(&console, "Sort by"),
        [
            "Trouble first",
            "Event",
            "Endpoint",
            "Health",
            "Created",
            "Connection"
        ]
    );
    choose(&console, "Sort by", "Event");
    until("the order", || {
        console.events() == [EVENT, SCOPE, "order/updated", TOPIC]
    })
    .await;
    assert_eq!(link(&console), "#/subscriptions?sort=event");
    choose(&console, "Sort by", "");
    until("trouble first", || console.events()[0] == "order/updated").await;
}
