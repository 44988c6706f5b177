//! The named blocks of the contracts, as fixtures.

use std::collections::BTreeMap;

use serde_json::Value;

const FILES: [&str; 13] = [
    include_str!("../../fixtures/happycolis/operations.md"),
    include_str!("../../fixtures/happycolis/events.md"),
    include_str!("../../fixtures/happycolis/errors.md"),
    include_str!("../../fixtures/commerce-layer/operations.md"),
    include_str!("../../fixtures/commerce-layer/tokens.md"),
    include_str!("../../fixtures/commerce-layer/deliveries.md"),
    include_str!("../../fixtures/commerce-layer/errors.md"),
    include_str!("../../fixtures/commerce-layer/topics.md"),
    include_str!("../../fixtures/ikas/operations.md"),
    include_str!("../../fixtures/ikas/events.md"),
    include_str!("../../fixtures/ikas/errors.md"),
    include_str!("../../fixtures/sentera/operations.md"),
    include_str!("../../fixtures/sentera/errors.md"),
];

/// Every fenced block under its `key=name`.
fn all() -> BTreeMap<&'static str, &'static str> {
    let mut blocks = BTreeMap::new();
    for file in FILES {
        let mut fences = file.split("```");
        while let (Some(_), Some(block)) = (fences.next(), fences.next()) {
            let (title, text) = block.split_once('\n').unwrap();
            let name = title.split(' ').nth(1).unwrap();
            assert_eq!(blocks.insert(name, text), None, "{name} stands twice");
        }
    }
    blocks
}

/// The names of a platform's blocks, in alphabetical order.
pub fn names(platform: &str) -> Vec<&'static str> {
    let start = format!("={platform}.");
    let names = all().into_keys();
    names.filter(|name| name.contains(&start)).collect()
}

/// The text of a block, such as `name=happycolis.signature-vectors`.
pub fn text(name: &str) -> &'static str {
    all().get(name).unwrap_or_else(|| panic!("no block {name}"))
}

/// A JSON block.
pub fn json(name: &str) -> Value {
    serde_json::from_str(text(name)).unwrap()
}

/// The answer that the assumptions of section 12.2 give for a case.
pub fn assumed(case: &str) -> Value {
    let block = json("name=happycolis.sandbox.errors");
    block
        .get(case)
        .unwrap_or_else(|| panic!("no case {case}"))
        .clone()
}

#[test]
fn every_block_that_concerns_the_sandbox_is_here() {
    assert_eq!(
        names("happycolis"),
        [
            "name=happycolis.delivery.envelope",
            "name=happycolis.delivery.vendor-created",
            "name=happycolis.delivery.vendor-updated",
            "name=happycolis.error.not-found",
            "name=happycolis.error.rate-limit",
            "name=happycolis.error.unauthorized",
            "name=happycolis.event-types-mentioned",
            "name=happycolis.event-types-payload-page-only",
            "name=happycolis.integrationWebhookCreate.request",
            "name=happycolis.sandbox.errors",
            "name=happycolis.signature-vectors",
            "response=happycolis.integration/int",
            "response=happycolis.integrationWebhookCreate/iwc",
            "response=happycolis.integrationWebhookRemove/iwr",
            "response=happycolis.oauthWebhookCreate/owc",
            "vars=happycolis.integration/int",
            "vars=happycolis.integrationWebhookCreate/iwc",
            "vars=happycolis.integrationWebhookCreate/sub",
            "vars=happycolis.integrationWebhookCreate/sub-curl",
            "vars=happycolis.integrationWebhookRemove.sub/sub",
            "vars=happycolis.integrationWebhookRemove/iwr",
            "vars=happycolis.oauthWebhookCreate/owc",
            "vars=happycolis.oauthWebhookCreate/sub",
            "vars=happycolis.oauthWebhookRemove/sub",
        ]
    );
    assert_eq!(assumed_cases(), 17);
}

fn assumed_cases() -> usize {
    json("name=happycolis.sandbox.errors")
        .as_object()
        .unwrap()
        .len()
}
