//! One test for every named block of the contract, and a count that none is missing.

use super::fixture::CONTRACT;
use super::{claims, deliveries, error, list, reply, request, secret, topic, update};

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
    token_request: "name=commerce-layer.token.request" => claims::is_never_sent;
    token_response: "name=commerce-layer.token.response" => claims::token_answer;
    jwt_claims: "name=commerce-layer.jwt.claims" => claims::are_read;
    jwt_demo: "name=commerce-layer.jwt.demo" => claims::of_the_demo_tokens;
    tokeninfo: "name=commerce-layer.tokeninfo" => reply::is_no_webhook;
    create_request: "name=commerce-layer.create.request" => request::creation;
    create_documented: "name=commerce-layer.create.response.documented" => reply::documented;
    create_request_recorded: "name=commerce-layer.create.request.recorded" => request::recorded_creation;
    create_recorded: "name=commerce-layer.create.response.recorded" => reply::recorded_creation;
    create_headers: "name=commerce-layer.create.response.headers" => reply::headers;
    update_request: "name=commerce-layer.update.request" => update::documented;
    update_documented: "name=commerce-layer.update.response.documented" => reply::without_circuit;
    update_request_recorded: "name=commerce-layer.update.request.recorded" => update::recorded;
    update_recorded: "name=commerce-layer.update.response.recorded" => reply::recorded_update;
    disable: "name=commerce-layer.disable.request" => update::disable;
    enable: "name=commerce-layer.enable.request" => update::enable;
    reset_circuit: "name=commerce-layer.reset-circuit.request" => update::reset_circuit;
    list_request: "name=commerce-layer.list.request" => request::list;
    list_documented: "name=commerce-layer.list.response.documented" => list::documented;
    get_request: "name=commerce-layer.get.request" => request::one;
    delete_request: "name=commerce-layer.delete.request" => request::removal;
    filter_matchers: "name=commerce-layer.filter-matchers" => request::filter;
    event_callback: "name=commerce-layer.event-callback.response" => deliveries::documented;
    event_callbacks: "name=commerce-layer.event-callbacks.request" => request::deliveries;
    event: "name=commerce-layer.event.response" => reply::is_no_webhook;
    event_trigger: "name=commerce-layer.event-trigger.request" => update::never_fires_again;
    source_ips: "name=commerce-layer.source-ips" => claims::region;
    signature: "name=commerce-layer.signature-vector" => secret::signs_deliveries;
    invalid_token: "name=commerce-layer.error.invalid-token" => error::invalid_token;
    unauthorized: "name=commerce-layer.error.unauthorized" => error::unauthorized;
    not_found: "name=commerce-layer.error.not-found" => error::not_found;
    key_not_in_url: "name=commerce-layer.error.key-not-in-url" => error::key_not_in_url;
    validation: "name=commerce-layer.error.validation" => error::another_field;
    invalid_client: "name=commerce-layer.error.auth-invalid-client" => error::of_the_auth_server;
    invalid_assertion: "name=commerce-layer.error.auth-invalid-assertion" => error::of_the_auth_server;
    revoke_forbidden: "name=commerce-layer.error.revoke-forbidden" => error::of_the_auth_server;
    throttled: "name=commerce-layer.error.throttled" => error::throttled;
    topics: "name=commerce-layer.topics" => topic::are_all_offered;
    topics_of_2021: "name=commerce-layer.topics-2021-only" => topic::of_2021;
    include_suggestions: "name=commerce-layer.include-suggestions" => topic::suggestions_are_documented;
    sandbox_errors: "name=commerce-layer.sandbox.errors" => error::assumed;
}

#[test]
fn every_block_is_checked_and_stands_in_its_file() {
    CONTRACT.is_complete(CHECKED);
    assert_eq!(CHECKED.len(), 41);
}
