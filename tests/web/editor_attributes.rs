//! What some platforms keep of a subscription besides: asked for, judged and sent.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{press, type_text, value};
use crate::board::{ENDPOINT, fresh};
use crate::editor_fields::{groups, labels, open_new};
use crate::page::{attribute, description, name};
use crate::platforms::{TOPIC, TYPE, schema, topic, topics};
use crate::wait::until;

#[wasm_bindgen_test]
async fn commerce_layer_asks_for_a_topic_and_its_attributes_and_sends_them() {
    let console = fresh().await;
    console.connect_topics(&[]).await;
    open_new(&console).await;
    let expected = [
        "Event",
        "Endpoint URL",
        "Name",
        "Include resources",
        "Reference",
        "Reference origin",
        "Metadata",
        "Create disabled",
    ];
    assert_eq!(labels(&console), expected);
    assert!(groups(&console).is_empty());
    let field = |label: &str| console.page.field(label);
    type_text(&field("Event"), TOPIC);
    type_text(&field("Endpoint URL"), ENDPOINT);
    type_text(&field("Name"), "Orders");
    type_text(&field("Metadata"), "[1]");
    type_text(&field("Include resources"), "customer");
    press(&field("Include resources"), "Enter");
    until("the chip", || {
        console.page.texts(".chip code") == ["customer"]
    })
    .await;
    console.page.find("dialog input[type=checkbox]").click();
    console.page.button("Create subscription").click();
    until("the problem", || {
        console.alerts().contains("This must be a JSON object")
    })
    .await;
    assert!(description(&field("Metadata")).contains("This must be a JSON object"));
    assert_eq!(
        attribute(&field("Metadata"), "aria-invalid").as_deref(),
        Some("true")
    );
    type_text(&field("Metadata"), r#"{"team": 1}"#);
    console.page.button("Create subscription").click();
    until("the request", || console.network.is_waiting()).await;
    let sent = console.network.sent().pop().unwrap();
    assert_eq!(sent.request.method(), "POST");
    let expected = json!({
        "topic": TOPIC,
        "callback_url": ENDPOINT,
        "name": "Orders",
        "include_resources": ["customer"],
        "metadata": { "team": 1 },
        "_disable": true,
    });
    assert_eq!(sent.body["data"]["attributes"], expected);
    let created = topic(
        "t1",
        json!({ "name": "Orders", "disabled_at": "2026-01-01T00:00:00Z" }),
    );
    console.network.answer(201, json!({ "data": created }));
    console.network.answer(200, topics(&[created], 1, 1));
    until("the row", || console.page.texts(".badge") == ["Disabled"]).await;
    until("the word", || console.status().contains("was created")).await;
}

#[wasm_bindgen_test]
async fn a_refusal_stands_at_the_field_that_it_names() {
    let console = fresh().await;
    console.connect_topics(&[]).await;
    console.fill_new(TOPIC, ENDPOINT).await;
    let error = |pointer: &str| {
        json!({
            "code": "VALIDATION_ERROR", "title": "is invalid", "detail": "is too long",
            "source": { "pointer": format!("/data/attributes/{pointer}") },
        })
    };
    let errors = json!({ "errors": [error("name"), error("metadata")] });
    console.network.answer(422, errors);
    console.page.button("Create subscription").click();
    until("the refusal", || console.page.has("dialog #editor-alert")).await;
    for (label, wrong) in [("Name", true), ("Metadata", true), ("Reference", false)] {
        let field = console.page.field(label);
        assert_eq!(
            attribute(&field, "aria-invalid").is_some(),
            wrong,
            "{label}"
        );
        assert_eq!(
            description(&field).contains("is too long"),
            wrong,
            "{label}"
        );
    }
}

#[wasm_bindgen_test]
async fn sentera_asks_for_the_authentication_that_its_schema_names() {
    let console = fresh().await;
    console.connect_farm(schema()).await;
    open_new(&console).await;
    assert_eq!(
        labels(&console),
        ["Events", "Endpoint URL", "client id", "client secret"]
    );
    assert_eq!(groups(&console), ["Callback authentication"]);
    let secret = console.page.field("client secret");
    assert_eq!(attribute(&secret, "type").as_deref(), Some("password"));
    assert_eq!(attribute(&secret, "autocomplete").as_deref(), Some("off"));
    type_text(&console.page.field("Events"), TYPE);
    press(&console.page.field("Events"), "Enter");
    type_text(&console.page.field("Endpoint URL"), ENDPOINT);
    type_text(&secret, "s3cret-of-callback");
    console.page.button("Create subscription").click();
    // One of two is half of an authentication.
    until("the problem", || {
        console.alerts().contains("Fill in this field as well")
    })
    .await;
    assert_eq!(
        attribute(&console.page.field("client id"), "aria-invalid").as_deref(),
        Some("true")
    );
    type_text(&console.page.field("client id"), "us");
    console.page.button("Create subscription").click();
    until("the request", || console.network.is_waiting()).await;
    let variables = console.network.sent().pop().unwrap().body["variables"].clone();
    let both = json!({ "client_id": "us", "client_secret": "s3cret-of-callback" });
    assert_eq!(variables["authentication"], both);
    assert!(
        !console
            .page
            .root()
            .outer_html()
            .contains("s3cret-of-callback")
    );
    for at in 0..crate::board::storage().length().unwrap() {
        let storage = crate::board::storage();
        let key = storage.key(at).unwrap().unwrap();
        assert!(
            !storage.get_item(&key).unwrap().unwrap().contains("s3cret"),
            "{key}"
        );
    }
}

#[wasm_bindgen_test]
async fn an_edit_begins_with_what_is_there_and_sends_what_differs() {
    let console = fresh().await;
    let there = topic(
        "t1",
        json!({ "name": "Orders", "metadata": { "a": 1 }, "include_resources": ["customer"] }),
    );
    console.connect_topics(std::slice::from_ref(&there)).await;
    console.page.button(&format!("Edit {TOPIC}")).click();
    until("the dialog", || console.has_dialog()).await;
    assert_eq!(name(&console.page.find("dialog")), "Edit subscription");
    assert!(!labels(&console).contains(&"Create disabled".to_owned()));
    let shown = |label: &str| value(&console.page.field(label));
    assert_eq!(
        (shown("Event"), shown("Name")),
        (TOPIC.to_owned(), "Orders".to_owned())
    );
    assert_eq!(shown("Endpoint URL"), ENDPOINT);
    assert_eq!(shown("Metadata"), r#"{"a":1}"#);
    assert_eq!(console.page.texts(".chip code"), ["customer"]);
    type_text(&console.page.field("Name"), "");
    let before = console.network.sent().len();
    console.network.answer(200, json!({ "data": there }));
    console.page.button("Save changes").click();
    until("the change", || {
        console.requests(before) == ["GET /webhooks/t1", "PATCH /webhooks/t1"]
    })
    .await;
    let sent = console.network.sent().pop().unwrap();
    assert_eq!(sent.body["data"]["attributes"], json!({ "name": null }));
}
