//! Facts 1, 2, 6, 8 and 12: the documented schema and nothing else.

use apollo_compiler::{ExecutableDocument, Schema};
use reqwest::Method;
use sandbox::sentera::{ACME_CHILD, SUBSCRIPTION};
use serde_json::json;

use super::api::{Api, assumed};
use crate::{
    api::{self, request, send},
    blocks,
    schema::{file, operations, shape},
};

#[tokio::test]
async fn the_executed_schema_is_the_documented_one() {
    let sandbox = api::start().await;
    let control = &sandbox.control.sentera;
    let documented = file("sentera");
    assert_eq!(shape(&control.sdl()), shape(&documented));
    control.switch(|switches| switches.discovery = true);
    let discoverable = format!("{documented}\n{}", file("sentera-discovery"));
    assert_eq!(shape(&control.sdl()), shape(&discoverable));
}

#[tokio::test]
async fn every_operation_is_valid_and_answered() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox);
    let schema = Schema::parse_and_validate(file("sentera"), "schema.graphql").unwrap();
    let operations = operations("sentera")
        .into_iter()
        .chain(operations("sentera/own"));
    for (name, text) in operations {
        ExecutableDocument::parse_and_validate(&schema, &text, &name).unwrap();
        let variables = json!({
            "organization": ACME_CHILD, "id": SUBSCRIPTION, "ids": [SUBSCRIPTION],
            "url": "https://example.com/webhooks/v2", "events": ["TASK_MODIFIED"],
        });
        sandbox.control.reset();
        let answer = api.call(&text, variables).await.json();
        // The examples name objects that the sandbox does not have.
        let found = answer.get("errors").is_none_or(|errors| {
            let message = errors[0]["message"].as_str().unwrap();
            message.ends_with("not found")
        });
        assert!(found, "{name}: {answer}");
    }
}

#[test]
fn every_block_that_concerns_the_sandbox_is_here() {
    assert_eq!(
        blocks::names("sentera"),
        [
            "name=sentera.event-types",
            "name=sentera.sandbox.errors",
            "response=sentera.create/doc",
            "response=sentera.delete/doc",
            "response=sentera.events.after-update/own",
            "response=sentera.organizations.all/doc",
            "response=sentera.organizations.guide/doc",
            "response=sentera.update/doc",
            "vars=sentera.create.variables/own",
            "vars=sentera.events.after-update/own",
        ]
    );
}

#[tokio::test]
async fn a_list_is_an_undefined_field() {
    let sandbox = api::start().await;
    let query = "{ webhook_subscriptions(organization_sentera_id: \"a\", pagination: { page: 1, page_size: 10 }) { total_count } }";
    let refused = Api::relay(&sandbox).call(query, json!({})).await;
    assert_eq!(
        (refused.status, refused.json()),
        (200, assumed("undefined_field"))
    );
}

#[tokio::test]
async fn what_validation_finds_is_told_as_graphql_ruby_tells_it() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox);
    for (query, message, code, path) in [
        (
            "mutation Change { update_webhook_subscription(sentera_id: \"a\", authentication: null) { sentera_id } }",
            "Field 'update_webhook_subscription' doesn't accept argument 'authentication'",
            "argumentNotAccepted",
            json!([
                "mutation Change",
                "update_webhook_subscription",
                "authentication"
            ]),
        ),
        (
            "{ all: organizations { total_count } }",
            "Field 'organizations' is missing required arguments: pagination",
            "missingRequiredArguments",
            json!(["query", "all"]),
        ),
        (
            "mutation { create_webhook_subscription(organization_sentera_id: \"a\", callback_url: \"https://a.example.com\", event_types: [NOPE]) { sentera_id } }",
            "Argument 'event_types' on Field 'create_webhook_subscription' has an invalid value ([NOPE]). Expected type '[WebhookEventType!]!'.",
            "argumentLiteralsIncompatible",
            json!(["mutation", "create_webhook_subscription", "event_types"]),
        ),
    ] {
        let refused = api.call(query, json!({})).await;
        let error = refused.json()["errors"][0].clone();
        assert_eq!(refused.status, 200);
        assert_eq!(error["message"], message);
        assert_eq!(
            (&error["extensions"]["code"], &error["path"]),
            (&json!(code), &path)
        );
        assert_eq!(refused.json().get("data"), None);
    }
    let refused = api
        .create(ACME_CHILD, "https://a.example.com", &["NOPE"])
        .await
        .json();
    let message = "Variable $events of type [WebhookEventType!]! was provided invalid value";
    assert_eq!(refused["errors"][0]["message"], message);
}

#[tokio::test]
async fn get_is_answered_too() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox);
    let query = "query All($ids: [ID!]) { organizations(organization_sentera_ids: $ids, pagination: { page: 1, page_size: 9 }) { total_count } }";
    let variables = json!({ "ids": [ACME_CHILD] }).to_string();
    let call = request(Method::GET, &api.url).bearer_auth(api.token);
    let call = call.query(&[("query", query), ("variables", &variables)]);
    let answer = send(call).await.unwrap().json();
    assert_eq!(answer["data"]["organizations"]["total_count"], 1);
    assert_eq!(
        sandbox.control.received()[0].operation.as_deref(),
        Some("All")
    );
    let put = request(Method::PUT, &api.url).bearer_auth(api.token);
    assert_eq!(send(put).await.unwrap().status, 405);
    assert_eq!(send(api.post().body("{}")).await.unwrap().status, 400);
    let broken = api.call("{ organizations", json!({})).await;
    assert_eq!(broken.json()["errors"][0]["message"], "Parse error");
}
