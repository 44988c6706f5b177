//! A GraphQL validator against the documented schemas, for the platforms that speak it.

use std::collections::BTreeSet;
use std::fs;

use apollo_compiler::executable::{Selection, SelectionSet};
use apollo_compiler::introspection::partial_execute;
use apollo_compiler::request::coerce_variable_values;
use apollo_compiler::response::JsonMap;
use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, Schema};
use pegboard::platform::{Media, Method, Request};
use serde_json::{Value, json};

use crate::contract::{Contract, path};

/// A schema that was found to be one.
pub struct Sdl(Valid<Schema>);

impl Sdl {
    pub fn new(text: &str) -> Self {
        Self(Schema::parse_and_validate(text, "schema.graphql").unwrap())
    }

    /// How many types it declares.
    pub fn own_types(&self) -> usize {
        let own = self.0.types.values().filter(|of| !of.is_built_in());
        own.count()
    }

    fn parse(&self, operation: &str) -> Result<Valid<ExecutableDocument>, String> {
        ExecutableDocument::parse_and_validate(&self.0, operation, "operation.graphql")
            .map_err(|found| found.to_string())
    }

    /// Whether the schema takes an operation with these variables.
    pub fn takes(&self, operation: &str, variables: &Value) -> Result<(), String> {
        let document = self.parse(operation)?;
        let operation = document.operations.get(None).unwrap();
        let variables: JsonMap = serde_json::from_value(variables.clone()).unwrap();
        let taken = coerce_variable_values(&self.0, operation, &variables);
        taken.map(drop).map_err(|found| found.message().to_string())
    }

    /// One operation that the schema takes as it stands.
    pub fn is_valid(&self, operation: &str) {
        let document = self.parse(operation).unwrap();
        assert_eq!(document.operations.iter().count(), 1);
    }

    /// A response has exactly the fields that its operation selects.
    pub fn fits(&self, operation: &str, response: &Value) {
        let document = self.parse(operation).unwrap();
        let operation = document.operations.get(None).unwrap();
        compare(&operation.selection_set, &response["data"]);
    }

    /// Takes what the console sends, and hands on the operation and its variables.
    pub fn sent(&self, request: &Request) -> (String, Value) {
        let (query, variables) = parts(request);
        self.takes(&query, &variables)
            .unwrap_or_else(|found| panic!("{query}\n{variables}\n{found}"));
        (query, variables)
    }

    /// The answer of a server with this schema to an introspection.
    pub fn introspect(&self, request: &Request) -> Value {
        let (query, variables) = self.sent(request);
        let document = self.parse(&query).unwrap();
        let operation = document.operations.get(None).unwrap();
        let variables: JsonMap = serde_json::from_value(variables).unwrap();
        let variables = coerce_variable_values(&self.0, operation, &variables).unwrap();
        let implementers = self.0.implementers_map();
        let answer = partial_execute(&self.0, &implementers, &document, operation, &variables);
        json!({ "data": answer.unwrap().data })
    }
}

/// The query and the variables of a request, and nothing else in its body.
pub fn parts(request: &Request) -> (String, Value) {
    assert_eq!((request.method, request.media), (Method::Post, Media::Json));
    let body: Value = serde_json::from_str(&request.body).unwrap();
    assert_eq!(body.as_object().unwrap().len(), 2, "{body}");
    let query = body["query"].as_str().unwrap().to_owned();
    (query, body["variables"].clone())
}

/// The words of a query, without notes and line breaks.
pub fn words(query: &str) -> String {
    let lines = query.lines().filter(|line| !line.starts_with('#'));
    let words: Vec<&str> = lines.flat_map(str::split_whitespace).collect();
    words.join(" ")
}

/// Every file of these folders stands in the index, under the name of its block, and every file of the index but a schema
/// stands in one of them.
pub fn names_its_files(contract: &Contract, folders: &[&str]) {
    let mut present = BTreeSet::new();
    for folder in folders {
        for file in fs::read_dir(path(folder)).unwrap() {
            let file = file.unwrap();
            if file.file_type().unwrap().is_file() {
                present.insert(format!("{folder}/{}", file.file_name().to_str().unwrap()));
            }
        }
    }
    let mut named = BTreeSet::new();
    for block in contract.index() {
        let (kind, name) = block.name.split_once('=').unwrap();
        let stem = match kind {
            "schema" => format!("schema/{name}."),
            "op" => format!("schema/{}.", name.replacen('.', "/", 1)),
            kind => {
                let name = name.strip_prefix(contract.0).unwrap();
                let name = name.trim_start_matches(['.', '-']).replace('/', ".");
                format!("tests/fixtures/{}/{kind}/{name}.", contract.0)
            }
        };
        assert!(block.file.starts_with(&stem), "{} is no {stem}", block.file);
        let mut section = block.section.split('.');
        assert!(section.all(|part| part.parse::<u8>().is_ok()));
        if kind != "schema" {
            named.insert(block.file);
        }
    }
    assert_eq!(present, named);
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
        let inner = object.get(field.response_key().as_str()).unwrap();
        if !field.selection_set.selections.is_empty() {
            compare(&field.selection_set, inner);
        }
    }
}

#[test]
fn a_wrong_field_or_variable_would_be_found() {
    let sdl = Sdl::new("type Query { pegs(at: ID!): Int }");
    let pegs = "query Pegs($at: ID!) { pegs(at: $at) }";
    assert_eq!(sdl.takes(pegs, &json!({ "at": "a" })), Ok(()));
    for variables in [json!({}), json!({ "at": null }), json!({ "at": [] })] {
        assert!(sdl.takes(pegs, &variables).is_err(), "{variables}");
    }
    let wrong = pegs.replace("pegs(at", "hooks(at");
    assert!(
        sdl.takes(&wrong, &json!({ "at": "a" }))
            .unwrap_err()
            .contains("hooks")
    );
}
