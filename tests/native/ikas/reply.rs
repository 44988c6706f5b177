//! The documented answers, read into the domain.

use pegboard::platform::ikas::{read_channels, read_list, read_removed, read_saved};
use pegboard::platform::{Answered, ApiError, Choice, Removed, Unreadable};
use pegboard::subscription::{
    Attributes, Evidence, Health, IkasVersion, Instant, Listing, Reading, Row, Source, Subscription,
};
use serde_json::{Value, json};

use super::fixture::{VERSIONS, json as block_json, operation_of, save_field, sdl, text};
use crate::sample::{NOW, reply};

const NO_RESULT: ApiError = ApiError::Unreadable {
    status: 200,
    what: Unreadable::NoResult,
};

/// What a documented webhook is in the domain.
fn subscription(webhook: &Value) -> Subscription {
    let field = |name: &str| webhook[name].as_str().unwrap().to_owned();
    let time = |name: &str| Some(Instant(webhook[name].as_u64().unwrap()));
    assert_eq!(webhook["deleted"], false);
    Subscription {
        id: field("id"),
        events: vec![field("scope")],
        endpoint: Some(field("endpoint")),
        reading: Reading {
            health: Health::Unknown,
            evidence: Evidence::Ikas {
                deleted: Some(false),
            },
            at: NOW,
        },
        created: time("createdAt"),
        updated: time("updatedAt"),
        attributes: Attributes::default(),
        source: Source::Platform,
    }
}

fn fits(block: &str) {
    let (version, operation) = operation_of(block);
    let operation = text(&format!("op={version}.{operation}"));
    sdl(version).fits(&operation, &block_json(block));
}

/// One row a scope (section 3.1).
pub fn list(block: &str) {
    fits(block);
    let webhooks = block_json(block)["data"]["listWebhook"].clone();
    let webhooks = webhooks.as_array().unwrap();
    assert_eq!(webhooks.len(), 2);
    let rows = webhooks
        .iter()
        .map(|it| Row::Subscription(subscription(it)));
    let value = Listing {
        rows: rows.collect(),
        read_at: NOW,
        ..Listing::default()
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

pub fn saved(block: &str) {
    fits(block);
    let saved = &block_json(block)["data"]["saveWebhook"][0];
    let read = read_saved(IkasVersion::V1, &reply(200, text(block)), NOW);
    let value = vec![subscription(saved)];
    assert_eq!(
        read,
        Ok(Answered {
            value,
            warning: None
        })
    );
    // The answer to the other version's operation is no answer.
    let read = read_saved(IkasVersion::V2, &reply(200, text(block)), NOW);
    assert_eq!(read, Err(NO_RESULT));
}

pub fn removed(block: &str) {
    fits(block);
    assert_eq!(
        read_removed(&reply(200, text(block))),
        Ok(Removed::Now(None))
    );
}

/// Section 10: whether `false` means that there was no such scope is not known, so the list has to tell.
#[test]
fn a_removal_that_is_not_confirmed_stays_open() {
    for answer in [
        json!(false),
        json!("true"),
        json!(1),
        json!([]),
        json!(null),
    ] {
        let read = read_removed(&reply(200, json!({ "data": { "deleteWebhook": answer } })));
        assert_eq!(read, Err(NO_RESULT), "{answer}");
    }
    assert!(!NO_RESULT.is_certain());
}

/// A save that answers with less than a webhook for every scope is read back.
#[test]
fn a_save_without_readable_webhooks_stays_open() {
    let good = json!({ "id": "a", "scope": "store/order/created" });
    for version in VERSIONS {
        for saved in [
            json!([]),
            json!([good, null]),
            json!([good, { "id": "b" }]),
            json!({}),
            json!(true),
        ] {
            let body = json!({ "data": { save_field(version): saved } });
            let read = read_saved(version, &reply(200, &body), NOW);
            assert_eq!(read, Err(NO_RESULT), "{body}");
        }
        let body = json!({ "data": { save_field(version): [good, good] } });
        let read = read_saved(version, &reply(200, &body), NOW).unwrap();
        assert_eq!(read.value.len(), 2);
    }
}

#[test]
fn sales_channels_are_there_to_choose_from() {
    let channels = json!([
        { "id": "a", "name": "My storefront", "type": "STOREFRONT", "deleted": false },
        { "id": "b", "name": null },
        { "id": "c", "name": "Gone", "deleted": true },
        { "name": "Without id" },
        null,
    ]);
    let read = |channels: &Value| {
        let body = json!({ "data": { "listSalesChannel": channels } });
        read_channels(&reply(200, body)).map(|read| read.value)
    };
    let choice = |label: &str, value: &str| Choice {
        label: label.to_owned(),
        value: value.to_owned(),
    };
    let wanted = vec![choice("My storefront", "a"), choice("b", "b")];
    assert_eq!(read(&channels), Ok(wanted));
    assert_eq!(read(&json!([])), Ok(Vec::new()));
    for no_list in [json!({}), json!(null), json!("a")] {
        assert_eq!(read(&no_list), Err(NO_RESULT));
    }
}
