//! The documented operations, judged by a GraphQL validator against the documented schema.

use pegboard::platform::happycolis;
use serde_json::{Value, json};

use super::fixture::{self, operation_of, text};
use crate::graphql::Sdl;
use crate::sample::API;

fn schema() -> Sdl {
    Sdl::new(&text("schema=happycolis"))
}

fn operation(name: &str) -> String {
    text(&format!("op=happycolis.{name}"))
}

pub fn is_a_schema(block: &str) {
    let own = Sdl::new(&text(block)).own_types();
    assert_eq!(own, 6, "one scalar, one input and four types");
}

pub fn is_valid(block: &str) {
    schema().is_valid(&text(block));
}

/// Variables that the schema takes for this operation.
pub fn takes(name: &str, variables: &Value) -> Result<(), String> {
    schema().takes(&operation(name), variables)
}

/// A response has exactly the fields that its operation selects.
pub fn has_the_shape_of_its_operation(block: &str) {
    schema().fits(&operation(operation_of(block)), &fixture::json(block));
}

#[test]
fn the_proof_of_a_token_is_valid_too() {
    let request = happycolis::prove(API);
    let (_, variables) = schema().sent(&request);
    assert_eq!(variables, json!({}));
}

#[test]
fn a_wrong_field_would_be_found() {
    let wrong = text("op=happycolis.integration").replace("endPoint", "endpoint");
    let found = schema().takes(&wrong, &json!({ "id": "a" })).unwrap_err();
    assert!(found.contains("endpoint"));
}

#[test]
fn a_wrong_variable_would_be_found() {
    let create = "integrationWebhookCreate";
    let refused = [
        json!({}),
        json!({ "input": null }),
        json!({ "input": { "type": "order/created" } }),
        json!({ "input": { "endPoint": null, "type": "order/created" } }),
        json!({ "input": { "endPoint": "https://a.example", "events": [] } }),
    ];
    for variables in refused {
        assert!(takes(create, &variables).is_err(), "{variables}");
    }
}
