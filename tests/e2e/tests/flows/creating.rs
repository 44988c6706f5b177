//! Creating: exactly the documented request, once, and the row that comes of it.

use e2e::{
    Door, Scene, Stage,
    pages::{
        connect::{Mode, connect},
        editor::Editor,
        wall,
    },
};
use sandbox::{Effect, Fault, happycolis::INTEGRATION};
use serde_json::{Value, json};

use crate::sent;

/// HappyColis contract, sections 3.1 and 3.2.
fn documented(mode: Mode) -> &'static str {
    match mode {
        Mode::Integration | Mode::WithoutId => {
            "mutation IntegrationWebhookCreate($input: IntegrationWebhookInput!) { integrationWebhookCreate(input: $input) { id type health endPoint } }"
        }
        Mode::Oauth => {
            "mutation OauthWebhookCreate($input: IntegrationWebhookInput!) { oauthWebhookCreate(input: $input) { id type health endPoint } }"
        }
    }
}

/// The one body that was sent is the documented operation with these variables, and nothing else.
fn assert_sent(stage: &Stage, mode: Mode, input: &Value) {
    let bodies = sent::bodies(stage, mode.create());
    let [body] = bodies.as_slice() else {
        panic!("sent {} times", bodies.len())
    };
    assert_eq!(
        sent::squeezed(body["query"].as_str().unwrap()),
        documented(mode)
    );
    assert_eq!(body["variables"], json!({ "input": input }));
    assert!(
        body.as_object()
            .unwrap()
            .values()
            .all(|value| !value.is_null()),
        "nothing is sent as null: {body}"
    );
}

/// Event and endpoint alone: headers are left out.
async fn without_headers(stage: &Stage, mode: Mode) {
    let page = &stage.page;
    connect(page, mode).await;
    stage.sandbox.clear_received();
    let editor = Editor::new(page).await;
    editor
        .fill("vendor/updated", "https://hooks.example.com/vendors")
        .await;
    editor.submit("Create subscription").await;
    editor.gone().await;
    page.says(
        "status",
        "vendor/updated to https://hooks.example.com/vendors was created",
    )
    .await;
    wall::has(page, "vendor/updated").await;
    assert_sent(
        stage,
        mode,
        &json!({ "endPoint": "https://hooks.example.com/vendors", "type": "vendor/updated" }),
    );
    assert!(sent::held(stage, mode.owner()).contains(&"vendor/updated".to_owned()));
    let health = if mode.lists() { "Healthy" } else { "Unknown" };
    let rows = wall::rows(page).await;
    let row = rows
        .iter()
        .find(|row| row.event == "vendor/updated")
        .unwrap();
    assert_eq!(
        (row.health.as_str(), row.endpoint.as_str()),
        (health, "https://hooks.example.com/vendors")
    );
    if !mode.lists() {
        page.shows("HEALTHY at creation").await;
        page.shows("from the ledger: created here").await;
    }
}

#[tokio::test]
async fn every_mode_sends_the_documented_request_through_the_relay() {
    for mode in [Mode::Integration, Mode::WithoutId, Mode::Oauth] {
        Scene::new(Door::Relay)
            .play(async |stage| without_headers(stage, mode).await)
            .await;
    }
}

#[tokio::test]
async fn every_mode_sends_the_documented_request_across_origins() {
    for mode in [Mode::Integration, Mode::WithoutId, Mode::Oauth] {
        Scene::new(Door::Cross)
            .play(async |stage| without_headers(stage, mode).await)
            .await;
    }
}

#[tokio::test]
async fn headers_are_sent_from_rows_and_are_masked_once_left() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Oauth).await;
            let editor = Editor::new(page).await;
            editor.fill("order/created", "https://hooks.example.com/orders").await;
            editor.add_header("X-Shop-Key", "rows-4711").await;
            editor.add_header("X-Warehouse", "LYS-2").await;
            let first = page.script("return document.querySelector('#header-value-0').type").await;
            assert_eq!(first, "password", "a value that was left is masked");
            editor.submit("Create subscription").await;
            editor.gone().await;
            let headers = json!({ "X-Shop-Key": "rows-4711", "X-Warehouse": "LYS-2" });
            let input = json!({ "endPoint": "https://hooks.example.com/orders", "type": "order/created", "headers": headers });
            assert_sent(stage, Mode::Oauth, &input);
            keeps_no_value(stage, "rows-4711").await;
        })
        .await;
}

#[tokio::test]
async fn headers_are_sent_from_json_and_both_views_stay_in_step() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            let editor = Editor::new(page).await;
            editor.fill("vendor/updated", "https://hooks.example.com/orders").await;
            editor.headers_as_json(r#"{ "X-Shop-Key": "json-4711" }"#).await;
            editor.dialog.get("tab", "Rows").await.click().await;
            assert_eq!(editor.dialog.get("textbox", "Header name").await.value().await, "X-Shop-Key");
            assert_eq!(editor.dialog.get("textbox", "Header value").await.value().await, "json-4711");
            editor.add_header("X-Second", "2").await;
            editor.dialog.get("tab", "JSON").await.click().await;
            let text = editor.dialog.get("textbox", "Headers as JSON").await.value().await;
            let shown: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(shown, json!({ "X-Shop-Key": "json-4711", "X-Second": "2" }));
            editor.submit("Create subscription").await;
            editor.gone().await;
            let input = json!({ "endPoint": "https://hooks.example.com/orders", "type": "vendor/updated", "headers": shown });
            assert_sent(stage, Mode::Integration, &input);
            keeps_no_value(stage, "json-4711").await;
        })
        .await;
}

/// No header value is left in storage, URL or page after it was sent.
async fn keeps_no_value(stage: &Stage, value: &str) {
    let all = "return [JSON.stringify(localStorage), JSON.stringify(sessionStorage), location.href, document.documentElement.outerHTML].join(' ')";
    let kept = stage.page.script(all).await;
    assert!(
        !kept.as_str().unwrap().contains(value),
        "a header value was kept"
    );
}

#[tokio::test]
async fn an_event_can_be_picked_from_the_list_or_typed_freely() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Oauth).await;
            let editor = Editor::new(page).await;
            let event = editor.event().await;
            event.type_text("shipping event").await;
            let options = e2e::until("one option", async || {
                let options = editor.dialog.nodes("option").await;
                if options.len() == 1 {
                    Ok(options)
                } else {
                    Err(format!("{options:?}"))
                }
            })
            .await;
            page.element(&options[0]).await.click().await;
            assert_eq!(event.value().await, "shipment/shipping_event");
            event.fill("order/imagined").await;
            page.shows("This event is not in HappyColis’ documentation")
                .await;
            editor
                .fill("order/imagined", "https://hooks.example.com/x")
                .await;
            editor.submit("Create subscription").await;
            wall::has(page, "order/imagined").await;
        })
        .await;
}

#[tokio::test]
async fn a_double_click_sends_once_and_the_button_waits() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            let platform = &stage.sandbox.happycolis;
            platform.queue_fault(Fault::next(Effect::Hold).on(Mode::Integration.create()));
            let editor = Editor::new(page).await;
            editor
                .fill("vendor/updated", "https://hooks.example.com/vendors")
                .await;
            let button = editor.dialog.get("button", "Create subscription").await;
            button.double_click().await;
            platform.wait_for_held(1).await;
            assert!(
                button.now().await.is("disabled"),
                "the button is disabled while its request is on the way"
            );
            platform.release();
            editor.gone().await;
            assert_eq!(sent::bodies(stage, Mode::Integration.create()).len(), 1);
            let held = sent::held(stage, INTEGRATION);
            assert_eq!(
                held.iter()
                    .filter(|event| *event == "vendor/updated")
                    .count(),
                1
            );
        })
        .await;
}

#[tokio::test]
async fn a_duplicate_starts_from_the_row_and_copies_no_headers() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            wall::action(page, "Duplicate", "order/created")
                .await
                .click()
                .await;
            let editor = Editor::open(page, "New subscription").await;
            assert_eq!(editor.event().await.value().await, "order/created");
            assert_eq!(
                editor.endpoint().await.value().await,
                "https://hooks.example-erp.com/happycolis/orders"
            );
            assert!(
                editor
                    .dialog
                    .nodes("textbox")
                    .await
                    .iter()
                    .all(|field| field.name != "Header name")
            );
            editor
                .fill(
                    "vendor/updated",
                    "https://hooks.example-erp.com/happycolis/orders",
                )
                .await;
            editor.submit("Create subscription").await;
            editor.gone().await;
            wall::has(page, "vendor/updated").await;
            wall::has(page, "order/created").await;
        })
        .await;
}

#[tokio::test]
async fn id_and_endpoint_are_copied() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            page.allow_clipboard(&stage.address).await;
            connect(page, Mode::Integration).await;
            let all = stage.sandbox.happycolis.subscriptions(INTEGRATION).unwrap();
            let order = all
                .iter()
                .find(|it| it.kind.as_deref() == Some("order/created"))
                .unwrap();
            for (verb, text) in [("Copy endpoint", &order.end_point), ("Copy ID", &order.id)] {
                page.click("button", &format!("{verb} of order/created"))
                    .await;
                page.says("status", "Copied").await;
                e2e::until(&format!("{text} on the clipboard"), async || {
                    match page.clipboard().await {
                        copied if copied == *text => Ok(()),
                        other => Err(other),
                    }
                })
                .await;
            }
        })
        .await;
}
