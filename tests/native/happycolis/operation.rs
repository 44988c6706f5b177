//! The documented operations, judged by a GraphQL validator against the documented schema.

use apollo_compiler::executable::{Selection, SelectionSet};
use apollo_compiler::request::coerce_variable_values;
use apollo_compiler::response::JsonMap;
use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, Schema};
use pegboard::platform::happycolis;
use serde_json::Value;

use super::fixture::{json, operation_of, text};
use crate::sample::API;

fn schema() -> Valid<Schema> {
    Schema::parse_and_validate(text("schema=happycolis"), "schema.graphql").unwrap()
}

fn parse(operation: &str) -> Result<Valid<ExecutableDocument>, String> {
    ExecutableDocument::parse_and_validate(&schema(), operation, "operation.graphql")
        .map_err(|found| found.to_string())
}

pub fn is_a_schema(block: &str) {
    let schema = Schema::parse_and_validate(text(block), "schema.graphql").unwrap();
    let own = schema.types.values().filter(|of| !of.is_built_in());
    assert_eq!(own.count(), 6, "one scalar, one input and four types");
}

pub fn is_valid(block: &str) {
    let document = parse(&text(block)).unwrap();
    assert_eq!(document.operations.iter().count(), 1);
}

/// Variables that the schema takes for this operation.
pub fn takes(operation: &str, variables: &Value) -> Result<(), String> {
    let document = parse(&text(&format!("op=happycolis.{operation}")))?;
    let operation = document.operations.get(None).unwrap();
    let variables: JsonMap = serde_json::from_value(variables.clone()).unwrap();
    let taken = coerce_variable_values(&schema(), operation, &variables);
    taken.map(drop).map_err(|found| found.message().to_string())
}

/// A response has exactly the fields that its operation selects.
pub fn has_the_shape_of_its_operation(block: &str) {
    let document = parse(&text(&format!("op=happycolis.{}", operation_of(block)))).unwrap();
    let operation = document.operations.get(None).unwrap();
    compare(&operation.selection_set, &json(block)["data"]);
}

fn compare(selection: &SelectionSet, value: &Value) {
    if let Some(values) = value.as_array() {
        values.iter().for_each(|value| compare(selection, value));
        return;
    }
    let object = value.as_object().unwrap();
    assert_eq!(object.len(), selection.selections.len());
    for selected in &selection.selections {
        let Selection::Field(field) = selected else {
            panic!("a field is wanted")
        };
        let inner = object.get(field.name.as_str()).unwrap();
        if !field.selection_set.selections.is_empty() {
            compare(&field.selection_set, inner);
        }
    }
}

#[test]
fn the_proof_of_a_token_is_valid_too() {
    let request = happycolis::prove(API);
    let body: Value = serde_json::from_str(&request.body).unwrap();
    parse(body["query"].as_str().unwrap()).unwrap();
    assert_eq!(body["variables"], serde_json::json!({}));
}

#[test]
fn a_wrong_field_would_be_found() {
    let wrong = text("op=happycolis.integration").replace("endPoint", "endpoint");
    assert!(parse(&wrong).unwrap_err().contains("endpoint"));
}

#[test]
fn a_wrong_variable_would_be_found() {
    let create = "integrationWebhookCreate";
    let refused = [
        serde_json::json!({}),
        serde_json::json!({ "input": null }),
        serde_json::json!({ "input": { "type": "order/created" } }),
        serde_json::json!({ "input": { "endPoint": null, "type": "order/created" } }),
        serde_json::json!({ "input": { "endPoint": "https://a.example", "events": [] } }),
    ];
    for variables in refused {
        assert!(takes(create, &variables).is_err(), "{variables}");
    }
}
