//! The documented answers, read into the domain.

use pegboard::platform::happycolis::{read_created, read_list, read_removed};
use pegboard::platform::{Answered, Removed};
use pegboard::subscription::{
    Attributes, Evidence, HappyColisMode, Health, Listing, Reading, Row, Source, Subscription,
};
use serde_json::Value;

use super::fixture::{json, operation_of, text};
use super::operation::has_the_shape_of_its_operation;
use crate::sample::{NOW, reply};

fn mode(operation: &str) -> HappyColisMode {
    if operation.starts_with("oauth") {
        HappyColisMode::Oauth
    } else {
        HappyColisMode::Integration
    }
}

/// What a documented webhook is in the domain.
fn subscription(webhook: &Value) -> Subscription {
    let field = |name: &str| webhook[name].as_str().unwrap().to_owned();
    assert_eq!(field("health"), "HEALTHY");
    Subscription {
        id: field("id"),
        events: vec![field("type")],
        endpoint: Some(field("endPoint")),
        reading: Reading {
            health: Health::Healthy,
            evidence: Evidence::HappyColisList {
                value: Some("HEALTHY".to_owned()),
                another_failing: false,
            },
            at: NOW,
        },
        created: None,
        updated: None,
        attributes: Attributes::default(),
        source: Source::Platform,
    }
}

pub fn created(block: &str) {
    has_the_shape_of_its_operation(block);
    let operation = operation_of(block);
    let read = read_created(mode(operation), &reply(200, text(block)), NOW);
    let value = subscription(&json(block)["data"][operation]);
    assert_eq!(
        read,
        Ok(Answered {
            value,
            warning: None
        })
    );
}

pub fn removed(block: &str) {
    has_the_shape_of_its_operation(block);
    let read = read_removed(mode(operation_of(block)), &reply(200, text(block)));
    assert_eq!(read, Ok(Removed::Now(None)));
}

pub fn list(block: &str) {
    has_the_shape_of_its_operation(block);
    let integration = &json(block)["data"]["integration"];
    let webhooks = integration["webhooks"].as_array().unwrap();
    assert_eq!(webhooks.len(), 2);
    let value = Listing {
        rows: webhooks
            .iter()
            .map(|it| Row::Subscription(subscription(it)))
            .collect(),
        read_at: NOW,
        title: Some("My ERP Integration".to_owned()),
        next: None,
        total: None,
    };
    let read = read_list(&reply(200, text(block)), NOW);
    assert_eq!(
        read,
        Ok(Answered {
            value,
            warning: None
        })
    );
}

#[test]
fn a_removal_may_answer_with_more_than_the_id() {
    let body =
        r#"{"data":{"oauthWebhookRemove":{"id":"a","type":"b/c","endPoint":"https://d.example"}}}"#;
    assert_eq!(
        read_removed(HappyColisMode::Oauth, &reply(200, body)),
        Ok(Removed::Now(None))
    );
}

#[test]
fn the_answer_to_another_mutation_is_no_answer() {
    let created = text("response=happycolis.integrationWebhookCreate/iwc");
    assert!(read_created(HappyColisMode::Oauth, &reply(200, created), NOW).is_err());
    let removed = text("response=happycolis.integrationWebhookRemove/iwr");
    assert!(read_removed(HappyColisMode::Oauth, &reply(200, removed)).is_err());
}
