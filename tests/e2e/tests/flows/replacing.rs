//! One subscription per event: conflicts, and replacing as one guarded step.

use e2e::{
    Door, Scene, Stage,
    pages::{
        connect::{Mode, connect},
        editor::Editor,
        wall,
    },
};
use sandbox::{
    Effect, Fault,
    happycolis::{INTEGRATION, NoData},
};

use crate::sent;

const NEW_ENDPOINT: &str = "https://new.example.com/orders";

/// Puts one subscription on the wall of a mode that has none, by creating it.
async fn have_order_created(stage: &Stage, mode: Mode) {
    let page = &stage.page;
    connect(page, mode).await;
    if !mode.lists() {
        let editor = Editor::new(page).await;
        editor
            .fill("order/created", "https://old.example.com/orders")
            .await;
        editor.submit("Create subscription").await;
        editor.gone().await;
    }
    wall::has(page, "order/created").await;
    stage.sandbox.clear_received();
}

/// The endpoint that the sandbox holds for "order/created", if it holds any.
fn endpoint(stage: &Stage, mode: Mode) -> Option<String> {
    let held = stage
        .sandbox
        .happycolis
        .subscriptions(mode.owner())
        .unwrap();
    held.into_iter()
        .find(|it| it.kind.as_deref() == Some("order/created"))
        .map(|it| it.end_point)
}

/// A mode whose owner has nothing yet, so that the ledger can be the whole truth.
fn clear(stage: &Stage, mode: Mode) {
    if !mode.lists() {
        stage.sandbox.happycolis.clear(mode.owner()).unwrap();
    }
}

async fn replaces(stage: &Stage, mode: Mode) {
    let page = &stage.page;
    clear(stage, mode);
    have_order_created(stage, mode).await;
    wall::action(page, "Replace", "order/created")
        .await
        .click()
        .await;
    let editor = Editor::open(page, "Replace subscription").await;
    page.shows("removes the old one first, then creates the new one")
        .await;
    page.shows("Type the headers again").await;
    editor.endpoint().await.fill(NEW_ENDPOINT).await;
    editor.add_header("X-Key", "again").await;
    editor.submit("Replace subscription").await;
    editor.gone().await;
    page.says("status", "was replaced").await;
    let writes: Vec<String> = sent::operations(stage)
        .into_iter()
        .filter(|name| name.contains("Webhook"))
        .collect();
    assert_eq!(
        writes,
        [mode.remove(), mode.create()],
        "first removed, then created"
    );
    assert_eq!(endpoint(stage, mode).as_deref(), Some(NEW_ENDPOINT));
    let rows = wall::rows(page).await;
    let row = rows
        .iter()
        .find(|row| row.event == "order/created")
        .unwrap();
    assert_eq!(row.endpoint, NEW_ENDPOINT);
}

#[tokio::test]
async fn replacing_removes_then_creates_in_every_mode() {
    for (door, mode) in [
        (Door::Relay, Mode::Integration),
        (Door::Cross, Mode::WithoutId),
        (Door::Cross, Mode::Oauth),
    ] {
        Scene::new(door)
            .play(async |stage| replaces(stage, mode).await)
            .await;
    }
}

async fn removed_not_created(stage: &Stage, mode: Mode) {
    let page = &stage.page;
    clear(stage, mode);
    have_order_created(stage, mode).await;
    let refusal = serde_json::json!({ "data": null, "errors": [{ "message": "Something else is wrong", "extensions": { "code": "TEAPOT" } }] });
    let answer = Effect::Answer {
        status: 200,
        headers: Default::default(),
        body: Some(refusal),
    };
    stage
        .sandbox
        .happycolis
        .queue_fault(Fault::next(answer).on(mode.create()));
    wall::action(page, "Replace", "order/created")
        .await
        .click()
        .await;
    let editor = Editor::open(page, "Replace subscription").await;
    editor.endpoint().await.fill(NEW_ENDPOINT).await;
    editor.submit("Replace subscription").await;
    let alert = editor.alert("Removed, not created again").await;
    alert.says("Something else is wrong").await;
    assert_eq!(endpoint(stage, mode), None);
    assert_eq!(
        editor.endpoint().await.value().await,
        NEW_ENDPOINT,
        "the draft stays"
    );
    // Closing the dialog loses neither the draft nor the fact.
    editor.cancel().await;
    wall::lacks(page, "order/created").await;
    page.click("button", "Open the draft").await;
    let editor = Editor::open(page, "Replace subscription").await;
    editor.alert("Removed, not created again").await;
    editor.submit("Create subscription").await;
    editor.gone().await;
    wall::has(page, "order/created").await;
    assert_eq!(endpoint(stage, mode).as_deref(), Some(NEW_ENDPOINT));
    assert_eq!(
        sent::bodies(stage, mode.remove()).len(),
        1,
        "removed only once"
    );
}

#[tokio::test]
async fn a_replacement_whose_create_fails_is_removed_not_created_again() {
    for (door, mode) in [(Door::Relay, Mode::Integration), (Door::Relay, Mode::Oauth)] {
        Scene::new(door)
            .play(async |stage| removed_not_created(stage, mode).await)
            .await;
    }
}

#[tokio::test]
async fn a_replacement_whose_remove_is_refused_leaves_everything() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            have_order_created(stage, Mode::Integration).await;
            let before = endpoint(stage, Mode::Integration);
            stage.sandbox.happycolis.queue_fault(
                Fault::next(Effect::RateLimited { retry_after: 30 }).on(Mode::Integration.remove()),
            );
            wall::action(page, "Replace", "order/created")
                .await
                .click()
                .await;
            let editor = Editor::open(page, "Replace subscription").await;
            editor.endpoint().await.fill(NEW_ENDPOINT).await;
            editor.submit("Replace subscription").await;
            editor.alert("Too many requests").await;
            assert_eq!(endpoint(stage, Mode::Integration), before);
            assert!(
                sent::bodies(stage, Mode::Integration.create()).is_empty(),
                "nothing was created"
            );
            editor.cancel().await;
            wall::has(page, "order/created").await;
        })
        .await;
}

#[tokio::test]
async fn a_taken_event_is_named_before_sending_and_can_be_replaced_instead() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            have_order_created(stage, Mode::Integration).await;
            let editor = Editor::new(page).await;
            editor.fill("order/created", NEW_ENDPOINT).await;
            page.shows("goes to https://hooks.example-erp.com/happycolis/orders")
                .await;
            assert!(sent::bodies(stage, Mode::Integration.create()).is_empty());
            editor
                .dialog
                .get("button", "Replace it instead")
                .await
                .click()
                .await;
            let editor = Editor::open(page, "Replace subscription").await;
            assert_eq!(
                editor.endpoint().await.value().await,
                NEW_ENDPOINT,
                "what was typed stays"
            );
            editor.submit("Replace subscription").await;
            editor.gone().await;
            assert_eq!(
                endpoint(stage, Mode::Integration).as_deref(),
                Some(NEW_ENDPOINT)
            );
        })
        .await;
}

#[tokio::test]
async fn another_spelling_of_a_taken_event_is_named_as_well() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            have_order_created(stage, Mode::Integration).await;
            let editor = Editor::new(&stage.page).await;
            editor.fill("delivery-order/created", NEW_ENDPOINT).await;
            stage
                .page
                .shows("delivery_order/created, which may be the same event")
                .await;
            editor.submit("Create subscription").await;
            editor.gone().await;
            assert!(
                sent::held(stage, INTEGRATION).contains(&"delivery-order/created".to_owned()),
                "sent as it was chosen"
            );
        })
        .await;
}

#[tokio::test]
async fn a_conflict_that_only_the_platform_knows_lands_on_the_event() {
    for (mode, no_data) in [
        (Mode::Integration, NoData::Null),
        (Mode::Oauth, NoData::FieldNull),
    ] {
        Scene::new(Door::Cross)
            .play(async |stage| {
                let page = &stage.page;
                stage
                    .sandbox
                    .happycolis
                    .switch(|switches| switches.no_data = no_data);
                connect(page, mode).await;
                stage
                    .sandbox
                    .happycolis
                    .insert(
                        mode.owner(),
                        "vendor/updated",
                        "https://other.example.com/x",
                        None,
                    )
                    .unwrap();
                let editor = Editor::new(page).await;
                editor.fill("vendor/updated", NEW_ENDPOINT).await;
                editor.submit("Create subscription").await;
                editor.alert("this event has a subscription already").await;
                let event = editor.event().await.node;
                assert!(
                    event.is("invalid") && event.description.contains("unique constraint"),
                    "{event:?}"
                );
                assert_eq!(
                    editor.endpoint().await.value().await,
                    NEW_ENDPOINT,
                    "the draft stays"
                );
            })
            .await;
    }
}
