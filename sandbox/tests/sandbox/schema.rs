//! Fact 3: exactly the documented fields and arguments; fact 11: nothing else. What the schemas of
//! all platforms share is here too: their shape, and the operations beside them.

use std::collections::{BTreeMap, BTreeSet};

use apollo_compiler::{
    ExecutableDocument, Schema,
    schema::{ExtendedType, FieldDefinition, InputValueDefinition},
};
use sandbox::happycolis::OAUTH_TOKEN;
use serde_json::json;

use crate::api::{self, Api};

const DOCUMENTED: &str = include_str!("../../../schema/happycolis.graphql");

/// What a field or input is, without descriptions.
fn input(value: &InputValueDefinition) -> String {
    format!("{}: {} = {:?}", value.name, value.ty, value.default_value)
}

fn field(value: &FieldDefinition) -> String {
    let arguments: BTreeSet<String> = value.arguments.iter().map(|each| input(each)).collect();
    format!("{}{arguments:?}: {}", value.name, value.ty)
}

/// Every type that is not built in, with its kind and its members in no order.
pub fn shape(sdl: &str) -> BTreeMap<String, BTreeSet<String>> {
    let schema = Schema::parse_and_validate(sdl, "schema.graphql").unwrap();
    let own = schema.types.iter().filter(|(_, of)| !of.is_built_in());
    own.map(|(name, of)| {
        let (kind, members) = match of {
            ExtendedType::Scalar(_) => ("scalar", BTreeSet::new()),
            ExtendedType::Object(object) => (
                "type",
                object.fields.values().map(|each| field(each)).collect(),
            ),
            ExtendedType::InputObject(object) => (
                "input",
                object.fields.values().map(|each| input(each)).collect(),
            ),
            ExtendedType::Enum(of) => ("enum", of.values.keys().map(ToString::to_string).collect()),
            ExtendedType::Union(of) => {
                let members = of.members.iter();
                ("union", members.map(|each| each.name.to_string()).collect())
            }
            other @ ExtendedType::Interface(_) => panic!("no contract has {other:?}"),
        };
        (format!("{kind} {name}"), members)
    })
    .collect()
}

/// Every operation of a directory of `schema/`, with its file name, in alphabetical order.
pub fn operations(directory: &str) -> Vec<(String, String)> {
    let path = format!("{}/../schema/{directory}", env!("CARGO_MANIFEST_DIR"));
    let entries = std::fs::read_dir(path).unwrap().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
    let mut operations: Vec<(String, String)> = files
        .map(|file| {
            let name = file.file_name().into_string().unwrap();
            (name, std::fs::read_to_string(file.path()).unwrap())
        })
        .collect();
    operations.sort();
    operations
}

/// One file of `schema/`.
pub fn file(name: &str) -> String {
    let path = format!("{}/../schema/{name}.graphql", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[tokio::test]
async fn the_executed_schema_is_the_documented_one() {
    let sandbox = api::start().await;
    let documented = shape(DOCUMENTED);
    assert_eq!(documented.len(), 6);
    assert_eq!(shape(&sandbox.control.happycolis.sdl()), documented);
}

#[test]
fn a_difference_would_be_seen() {
    for (from, to) in [
        ("endPoint: String!", "endPoint: String"),
        (
            "webhooks: [IntegrationWebhook!]!",
            "webhooks: [IntegrationWebhook]!",
        ),
        ("integration(id: String!)", "integration(id: ID!)"),
        ("health: String", "state: String"),
    ] {
        let changed = DOCUMENTED.replace(from, to);
        assert_ne!(shape(&changed), shape(DOCUMENTED), "{from}");
    }
}

#[test]
fn every_operation_is_valid() {
    let schema = Schema::parse_and_validate(DOCUMENTED, "schema.graphql").unwrap();
    for operation in [
        api::LIST,
        api::CREATE,
        api::OAUTH_CREATE,
        api::REMOVE,
        api::REMOVE_WHOLE,
        api::OAUTH_REMOVE,
    ] {
        ExecutableDocument::parse_and_validate(&schema, operation, "operation.graphql").unwrap();
    }
}

#[tokio::test]
async fn there_is_no_list_for_oauth_clients_and_no_update() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, OAUTH_TOKEN);
    for (query, field, of) in [
        ("{ oauthWebhooks { id } }", "oauthWebhooks", "Query"),
        ("{ webhooks { id } }", "webhooks", "Query"),
        (
            "mutation { oauthWebhookUpdate(id: \"a\") { id } }",
            "oauthWebhookUpdate",
            "Mutation",
        ),
        (
            "mutation { integrationWebhookUpdate(id: \"a\") { id } }",
            "integrationWebhookUpdate",
            "Mutation",
        ),
    ] {
        let answer = api.call(query, json!({})).await;
        assert_eq!(answer.status, 400);
        let message = answer.json()["errors"][0]["message"].to_string();
        let expected = format!("Cannot query field \\\"{field}\\\" on type \\\"{of}\\\".");
        assert!(message.contains(&expected), "{message}");
    }
}
