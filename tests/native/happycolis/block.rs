//! One test for every named block of the contract, and a count that none is missing.

use std::collections::BTreeSet;
use std::fs;

use super::fixture::{index, path};
use super::{delivery, error, event, operation, reply, request};

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
    token: "name=happycolis.token" => delivery::token_answer;
    schema: "schema=happycolis" => operation::is_a_schema;
    op_integration_create: "op=happycolis.integrationWebhookCreate" => operation::is_valid;
    op_oauth_create: "op=happycolis.oauthWebhookCreate" => operation::is_valid;
    op_integration_remove: "op=happycolis.integrationWebhookRemove" => operation::is_valid;
    op_integration_remove_sub: "op=happycolis.integrationWebhookRemove.sub" => operation::is_valid;
    op_oauth_remove: "op=happycolis.oauthWebhookRemove" => operation::is_valid;
    op_integration: "op=happycolis.integration" => operation::is_valid;
    vars_create_iwc: "vars=happycolis.integrationWebhookCreate/iwc" => request::is_what_is_sent;
    vars_create_sub: "vars=happycolis.integrationWebhookCreate/sub" => request::is_what_is_sent;
    vars_create_sub_curl: "vars=happycolis.integrationWebhookCreate/sub-curl" => request::is_what_is_sent;
    vars_oauth_create_owc: "vars=happycolis.oauthWebhookCreate/owc" => request::is_what_is_sent;
    vars_oauth_create_sub: "vars=happycolis.oauthWebhookCreate/sub" => request::is_what_is_sent;
    vars_remove_iwr: "vars=happycolis.integrationWebhookRemove/iwr" => request::is_what_is_sent;
    vars_remove_sub: "vars=happycolis.integrationWebhookRemove.sub/sub" => request::is_what_is_sent;
    vars_oauth_remove_sub: "vars=happycolis.oauthWebhookRemove/sub" => request::is_what_is_sent;
    vars_integration_int: "vars=happycolis.integration/int" => request::is_what_is_sent;
    whole_request: "name=happycolis.integrationWebhookCreate.request" => request::is_the_whole_request;
    response_create_iwc: "response=happycolis.integrationWebhookCreate/iwc" => reply::created;
    response_oauth_create_owc: "response=happycolis.oauthWebhookCreate/owc" => reply::created;
    response_remove_iwr: "response=happycolis.integrationWebhookRemove/iwr" => reply::removed;
    response_integration_int: "response=happycolis.integration/int" => reply::list;
    event_types: "name=happycolis.event-types" => event::with_a_page;
    event_types_mentioned: "name=happycolis.event-types-mentioned" => event::mentioned;
    event_types_payload: "name=happycolis.event-types-payload-page-only" => event::of_the_payload_page;
    envelope: "name=happycolis.delivery.envelope" => delivery::envelope;
    header_of_payload_page: "name=happycolis.delivery.header-payload-page" => delivery::other_header;
    vendor_created: "name=happycolis.delivery.vendor-created" => delivery::envelope;
    vendor_updated: "name=happycolis.delivery.vendor-updated" => delivery::envelope;
    signature_vectors: "name=happycolis.signature-vectors" => delivery::signed;
    error_not_found: "name=happycolis.error.not-found" => error::not_found;
    error_unauthorized: "name=happycolis.error.unauthorized" => error::unauthorized;
    error_rate_limit: "name=happycolis.error.rate-limit" => error::rate_limit;
    sandbox_errors: "name=happycolis.sandbox.errors" => error::assumed;
}

#[test]
fn every_block_of_the_index_is_checked() {
    let named: BTreeSet<String> = index().into_iter().map(|block| block.name).collect();
    let checked: BTreeSet<String> = CHECKED.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(named, checked);
    assert_eq!((index().len(), CHECKED.len()), (34, 34));
}

#[test]
fn every_file_stands_in_the_index() {
    let mut present = BTreeSet::new();
    for kind in ["name", "response", "vars"] {
        for file in fs::read_dir(path("tests/fixtures/happycolis").join(kind)).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            present.insert(format!("tests/fixtures/happycolis/{kind}/{name}"));
        }
    }
    for file in fs::read_dir(path("schema/happycolis")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        present.insert(format!("schema/happycolis/{name}"));
    }
    present.insert("schema/happycolis.graphql".to_owned());
    let named: BTreeSet<String> = index().into_iter().map(|block| block.file).collect();
    assert_eq!(present, named);
}

#[test]
fn a_file_has_the_name_of_its_block() {
    for block in index() {
        let (kind, name) = block.name.split_once("=happycolis").unwrap();
        let name = name.replace('/', ".");
        let stem = match kind {
            "schema" => "schema/happycolis.".to_owned(),
            "op" => format!("schema/happycolis/{}.", &name[1..]),
            kind => format!("tests/fixtures/happycolis/{kind}/{}.", &name[1..]),
        };
        assert!(block.file.starts_with(&stem), "{} is no {stem}", block.file);
        let section = block
            .section
            .split('.')
            .all(|part| part.parse::<u8>().is_ok());
        assert!(section, "{} is no section", block.section);
    }
}
