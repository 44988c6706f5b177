//! How creating, replacing and removing end, as the person sees it.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{type_text, value};
use crate::board::{ENDPOINT, EVENT, done, fresh, kept, list, refusal, webhook};
use crate::page::{attribute, description, focused};
use crate::wait::until;

const NEW: &str = "https://new.example.com/";

#[wasm_bindgen_test]
async fn a_refused_creation_stands_at_its_field_with_the_draft() {
    for (code, message, label) in [
        (
            "CONFLICT",
            "duplicate key value violates unique constraint",
            "Event",
        ),
        ("BAD_USER_INPUT", "type is required", "Event"),
        (
            "BAD_USER_INPUT",
            "endPoint must be a valid URL",
            "Endpoint URL",
        ),
    ] {
        let console = fresh().await;
        console.connect_list(&[]).await;
        console.fill_new(EVENT, ENDPOINT).await;
        console.network.answer(200, refusal(code, message));
        console.page.button("Create subscription").click();
        until("the refusal", || console.page.has("dialog #editor-alert")).await;
        until("the focus on it", || focused().id() == "editor-alert").await;
        let field = console.page.field(label);
        assert_eq!(attribute(&field, "aria-invalid").as_deref(), Some("true"));
        assert!(
            description(&field).contains(message),
            "{}",
            description(&field)
        );
        assert!(console.page.texts("#editor-alert")[0].contains(code));
        assert_eq!(value(&console.page.field("Endpoint URL")), ENDPOINT);
        assert_eq!(kept("pegboard.writes"), json!([]));
    }
}

#[wasm_bindgen_test]
async fn a_lost_creation_is_read_back_from_the_list() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    console.fill_new(EVENT, ENDPOINT).await;
    console.network.answer(200, "<html>");
    for _ in 0..2 {
        console
            .network
            .answer(200, list(&[webhook("wh_1", EVENT, "HEALTHY")]));
    }
    console.page.button("Create subscription").click();
    until("the row", || console.events() == [EVENT]).await;
    until("the word", || {
        console.status().contains("the platform’s list now shows")
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_lost_creation_that_cannot_be_read_back_may_have_happened() {
    let console = fresh().await;
    console.connect_ledger().await;
    console.fill_new(EVENT, ENDPOINT).await;
    console.network.answer(500, "");
    console.page.button("Create subscription").click();
    until("the open end", || {
        console
            .page
            .texts("dialog [role=alert]")
            .join("")
            .contains("may have happened")
    })
    .await;
    assert!(
        console
            .page
            .texts(".notices [role=alert]")
            .join("")
            .contains("may have happened")
    );
    assert_eq!(kept("pegboard.writes").as_array().unwrap().len(), 1);
    assert_eq!(
        console.network.sent().len(),
        2,
        "never sent again by itself"
    );

    // A conflict on the next attempt proves that the first one succeeded.
    console
        .network
        .answer(200, refusal("CONFLICT", "duplicate"));
    console.page.button("Create subscription").click();
    until("the proof", || {
        console.page.text().contains("proves that it succeeded")
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_replacement_removes_then_creates() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "FAILING")])
        .await;
    console.page.button("Replace order/created").click();
    until("the dialog", || console.has_dialog()).await;
    assert!(
        console
            .page
            .texts("dialog .note-box")
            .join("")
            .contains("events may be lost")
    );
    type_text(&console.page.field("Endpoint URL"), NEW);
    console.page.button("Replace subscription").click();
    until("the removal", || console.network.is_waiting()).await;
    assert_eq!(kept("pegboard.writes")[0]["deed"]["stage"], "removing");
    console.network.answer(
        200,
        done("integrationWebhookRemove", json!({ "id": "wh_1" })),
    );
    until("the creation", || console.network.operations().len() == 3).await;
    assert_eq!(kept("pegboard.writes")[0]["deed"]["stage"], "creating");
    let created = json!({ "id": "wh_2", "type": EVENT, "health": "HEALTHY", "endPoint": NEW });
    console
        .network
        .answer(200, done("integrationWebhookCreate", created.clone()));
    console.network.answer(200, list(&[created]));
    until("the word", || console.status().contains("was replaced")).await;
    let expected = [
        "GetIntegration",
        "IntegrationWebhookRemove",
        "IntegrationWebhookCreate",
    ];
    assert_eq!(console.network.operations()[..3], expected);
    assert_eq!(console.page.texts(".badge"), ["Healthy"]);
    assert_eq!(kept("pegboard.writes"), json!([]));
}

#[wasm_bindgen_test]
async fn removed_and_not_created_again_keeps_the_draft_and_only_creates_then() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    console.page.button("Replace order/created").click();
    until("the dialog", || console.has_dialog()).await;
    console.network.answer(
        200,
        done("integrationWebhookRemove", json!({ "id": "wh_1" })),
    );
    console.network.answer(
        200,
        refusal("BAD_USER_INPUT", "endPoint must be a valid URL"),
    );
    console.page.button("Replace subscription").click();
    until("the half", || {
        console.alerts().contains("Removed, not created again")
    })
    .await;
    assert!(console.events().is_empty());
    assert_eq!(value(&console.page.field("Endpoint URL")), ENDPOINT);
    assert_eq!(kept("pegboard.writes")[0]["deed"]["stage"], "removed");
    type_text(&console.page.field("Endpoint URL"), NEW);
    let created = json!({ "id": "wh_2", "type": EVENT, "health": "HEALTHY", "endPoint": NEW });
    console
        .network
        .answer(200, done("integrationWebhookCreate", created.clone()));
    console.network.answer(200, list(&[created]));
    console.page.button("Create subscription").click();
    until("the row", || console.events() == [EVENT]).await;
    let removals = console
        .network
        .operations()
        .iter()
        .filter(|it| it.ends_with("Remove"))
        .count();
    assert_eq!(removals, 1, "what is gone is not removed again");
    assert_eq!(kept("pegboard.writes"), json!([]));
}

#[wasm_bindgen_test]
async fn a_replacement_whose_removal_is_refused_creates_nothing() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    console.page.button("Replace order/created").click();
    until("the dialog", || console.has_dialog()).await;
    console.network.answer(
        200,
        refusal(
            "FORBIDDEN",
            "Insufficient scope: edit_integrations required",
        ),
    );
    console.page.button("Replace subscription").click();
    until("the refusal", || {
        console.alerts().contains("edit_integrations")
    })
    .await;
    assert_eq!(console.events(), [EVENT]);
    assert_eq!(console.network.operations().len(), 2);
    assert_eq!(console.page.buttons("Replace subscription").len(), 1);
}

#[wasm_bindgen_test]
async fn a_removal_asks_first_and_a_refusal_leaves_the_row() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    console.ask_removal(EVENT).await;
    let dialog = console.page.find("dialog");
    assert_eq!(attribute(&dialog, "role").as_deref(), Some("alertdialog"));
    assert!(description(&dialog).contains(EVENT) && description(&dialog).contains(ENDPOINT));
    until("the focus on Cancel", || focused().id() == "remove-cancel").await;
    console.network.answer(
        200,
        refusal(
            "FORBIDDEN",
            "You can't remove this webhook: integrationId or integrationType mismatch",
        ),
    );
    console.page.button("Remove subscription").click();
    until("the refusal", || console.page.has("#remove-alert")).await;
    assert!(console.has_dialog() && console.page.texts("#remove-alert")[0].contains("mismatch"));
    assert_eq!(console.events(), [EVENT]);
    console.page.button("Cancel").click();
    until("the dialog closed", || !console.page.has("dialog")).await;
}

#[wasm_bindgen_test]
async fn what_is_gone_already_goes_off_the_wall() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    console.ask_removal(EVENT).await;
    console.network.answer(
        200,
        refusal(
            "FORBIDDEN",
            "You can't remove this webhook: webhook not found",
        ),
    );
    console.page.button("Remove subscription").click();
    until("the row gone", || console.events().is_empty()).await;
    assert!(console.status().contains("was gone already"));
}
