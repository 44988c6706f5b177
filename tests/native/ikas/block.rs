//! One test for every named block of the contract, and a count that none is missing.

use std::collections::BTreeSet;

use super::fixture::CONTRACT;
use super::{delivery, error, event, operation, reply, request};
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
    token: "name=ikas.token" => delivery::token_answer;
    authorize: "name=ikas.error.authorize" => error::of_the_authorization;
    app_scopes: "name=ikas.app-scopes" => event::are_permissions;
    schema_v1: "schema=ikas-v1" => operation::is_a_schema;
    schema_v2: "schema=ikas-v2" => operation::is_a_schema;
    op_list_v1: "op=ikas-v1.listWebhook" => operation::is_valid;
    response_list_v1: "response=ikas-v1.listWebhook/doc" => reply::list;
    op_list_v1_sdk: "op=ikas-v1.listWebhook.sdk" => operation::is_valid;
    op_list_v2: "op=ikas-v2.listWebhook" => operation::is_valid;
    op_save_v1: "op=ikas-v1.saveWebhook" => operation::is_valid;
    response_save_v1: "response=ikas-v1.saveWebhook/doc" => reply::saved;
    op_save_v1_sdk: "op=ikas-v1.saveWebhook.sdk" => operation::is_valid;
    vars_save_v1: "vars=ikas-v1.saveWebhook.sdk/own" => request::is_what_is_sent;
    op_save_v2: "op=ikas-v2.saveWebhooks" => operation::is_valid;
    vars_save_v2: "vars=ikas-v2.saveWebhooks/own" => request::is_what_is_sent;
    op_delete_v1: "op=ikas-v1.deleteWebhook" => operation::is_valid;
    response_delete_v1: "response=ikas-v1.deleteWebhook/doc" => reply::removed;
    op_delete_v1_sdk: "op=ikas-v1.deleteWebhook.sdk" => operation::is_valid;
    op_delete_v2: "op=ikas-v2.deleteWebhook" => operation::is_valid;
    vars_delete_v2: "vars=ikas-v2.deleteWebhook/own" => request::is_what_is_sent;
    op_me_v1: "op=ikas-v1.me.sdk" => operation::is_valid;
    op_app_v1: "op=ikas-v1.getAuthorizedApp.sdk" => operation::is_valid;
    op_channels_v1: "op=ikas-v1.listSalesChannel.sdk" => operation::is_valid;
    op_merchant_v2: "op=ikas-v2.getMerchant" => operation::is_valid;
    op_app_v2: "op=ikas-v2.getAuthorizedApp" => operation::is_valid;
    op_channels_v2: "op=ikas-v2.listSalesChannel" => operation::is_valid;
    request_list_v1: "name=ikas-v1.listWebhook.request" => request::is_a_whole_request;
    request_save_v1: "name=ikas-v1.saveWebhook.request" => request::is_a_whole_request;
    request_delete_v1: "name=ikas-v1.deleteWebhook.request" => request::is_a_whole_request;
    op_introspection_v2: "op=ikas-v2.introspection" => operation::is_valid;
    op_introspection_type_v2: "op=ikas-v2.introspection.type" => operation::is_valid;
    scopes: "name=ikas.scopes" => event::offered;
    scopes_refused: "name=ikas.scopes-refused" => event::refused;
    envelope_types: "name=ikas.delivery.envelope-types" => delivery::envelope_types;
    signature_vectors: "name=ikas.signature-vectors" => delivery::signed;
    stock_updated: "name=ikas.delivery.stock-updated" => delivery::envelope;
    sandbox_errors: "name=ikas.sandbox.errors" => error::assumed;
}

#[test]
fn every_block_of_the_index_is_checked() {
    let index = CONTRACT.index();
    let named: BTreeSet<&str> = index.iter().map(|block| block.name.as_str()).collect();
    assert_eq!(named, CHECKED.iter().copied().collect());
    assert_eq!((index.len(), CHECKED.len()), (37, 37));
}

#[test]
fn every_file_is_a_block() {
    let folders = [
        "schema/ikas-v1",
        "schema/ikas-v2",
        "tests/fixtures/ikas/name",
        "tests/fixtures/ikas/response",
        "tests/fixtures/ikas/vars",
    ];
    names_its_files(&CONTRACT, &folders);
}
