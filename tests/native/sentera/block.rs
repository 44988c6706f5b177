//! One test for every named block of the contract, and a count that none is missing.

use std::collections::BTreeSet;

use super::fixture::CONTRACT;
use super::{discovery, error, operation, reply, request, rules};
use crate::graphql::names_its_files;

macro_rules! blocks {
    ($($test:ident: $block:literal => $check:path;)*) => {
        $(
            #[test]
            fn $test() {
                $check($block);
            }
        )*

        const CHECKED: &[&str] = &[$($block),*];
    };
}

blocks! {
    token: "name=sentera.token" => request::token_answer;
    token_refreshed: "name=sentera.token.refreshed" => request::token_answer;
    schema: "schema=sentera" => operation::is_a_schema;
    schema_discovery: "schema=sentera-discovery" => operation::extends_the_schema;
    op_create: "op=sentera.create" => operation::is_valid;
    response_create: "response=sentera.create/doc" => reply::created;
    op_create_variables: "op=sentera.create.variables" => operation::is_valid;
    vars_create: "vars=sentera.create.variables/own" => request::creation;
    op_update: "op=sentera.update" => operation::is_valid;
    response_update: "response=sentera.update/doc" => reply::updated;
    op_delete: "op=sentera.delete" => operation::is_valid;
    response_delete: "response=sentera.delete/doc" => reply::removed;
    op_organizations_guide: "op=sentera.organizations.guide" => operation::is_valid;
    response_organizations_guide: "response=sentera.organizations.guide/doc" => reply::organizations;
    op_organizations_all: "op=sentera.organizations.all" => operation::is_valid;
    response_organizations_all: "response=sentera.organizations.all/doc" => reply::organizations;
    op_organizations_filtered: "op=sentera.organizations.filtered" => operation::is_valid;
    op_events: "op=sentera.events.after-update" => operation::is_valid;
    vars_events: "vars=sentera.events.after-update/own" => request::update;
    response_events: "response=sentera.events.after-update/own" => reply::updated_with_events;
    op_enum: "op=sentera.introspection.documented-enum" => operation::is_valid;
    response_enum: "name=sentera.introspection.documented-enum.response" => discovery::of_another_enum;
    op_input: "op=sentera.introspection.documented-input" => operation::is_valid;
    op_discovery: "op=sentera.discovery" => discovery::is_asked;
    event_types: "name=sentera.event-types" => rules::documented_events;
    sandbox_errors: "name=sentera.sandbox.errors" => error::assumed;
}

#[test]
fn every_block_of_the_index_is_checked() {
    let index = CONTRACT.index();
    let named: BTreeSet<&str> = index.iter().map(|block| block.name.as_str()).collect();
    assert_eq!(named, CHECKED.iter().copied().collect());
    assert_eq!((index.len(), CHECKED.len()), (26, 26));
}

#[test]
fn every_file_is_a_block() {
    let folders = [
        "schema/sentera",
        "tests/fixtures/sentera/name",
        "tests/fixtures/sentera/response",
        "tests/fixtures/sentera/vars",
    ];
    names_its_files(&CONTRACT, &folders);
}
