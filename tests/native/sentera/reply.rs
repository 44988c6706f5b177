//! The documented answers, read into the domain.

use pegboard::platform::sentera::{
    read_created, read_organizations, read_proof, read_removed, read_updated,
};
use pegboard::platform::{Answered, ApiError, Cause, Choice, Refusal, Removed, Unreadable};
use pegboard::subscription::{Attributes, Reading, Source, Subscription};
use serde_json::{Value, json};

use super::fixture::{ENDPOINT, SUBSCRIPTION, json as block_json, operation_of, sdl, text};
use crate::sample::{NOW, reply};

pub const NO_RESULT: ApiError = ApiError::Unreadable {
    status: 200,
    what: Unreadable::NoResult,
};

/// A subscription whose events were not read.
pub fn subscription(id: &str, events: &[&str], endpoint: &str) -> Subscription {
    Subscription {
        id: id.to_owned(),
        events: events.iter().map(|event| (*event).to_owned()).collect(),
        endpoint: Some(endpoint.to_owned()),
        reading: Reading::sentera_unread(NOW),
        created: None,
        updated: None,
        attributes: Attributes::default(),
        source: Source::Platform,
    }
}

fn fits(block: &str) {
    sdl().fits(&operation_of(block), &block_json(block));
}

fn confirmed(value: Subscription) -> Result<Answered<Subscription>, ApiError> {
    Ok(Answered {
        value,
        warning: None,
    })
}

pub fn created(block: &str) {
    fits(block);
    let wanted = subscription(SUBSCRIPTION, &["FEATURE_SET_CREATED"], ENDPOINT);
    assert_eq!(
        read_created(&reply(200, text(block)), NOW),
        confirmed(wanted)
    );
    assert_eq!(read_updated(&reply(200, text(block)), NOW), Err(NO_RESULT));
}

pub fn updated(block: &str) {
    fits(block);
    let endpoint = "https://example.com/webhooks/v2";
    let wanted = subscription(SUBSCRIPTION, &["FEATURE_SET_CREATED"], endpoint);
    assert_eq!(
        read_updated(&reply(200, text(block)), NOW),
        confirmed(wanted)
    );
    assert_eq!(read_created(&reply(200, text(block)), NOW), Err(NO_RESULT));
}

/// Section 3.5: an answer may come with events, and then they count.
pub fn updated_with_events(block: &str) {
    fits(block);
    let read = read_updated(&reply(200, text(block)), NOW).unwrap().value;
    assert_eq!(read.reading.health, pegboard::subscription::Health::Failing);
}

pub fn removed(block: &str) {
    fits(block);
    assert_eq!(
        read_removed(SUBSCRIPTION, &reply(200, text(block))),
        Ok(Removed::Now(None))
    );
}

fn not_found(read: Result<impl std::fmt::Debug, ApiError>, named: &str) {
    let ApiError::Refused(refusal) = read.unwrap_err() else {
        panic!("it refuses")
    };
    let Refusal { cause, message, .. } = *refusal;
    assert_eq!(cause, Cause::NotFound);
    assert!(message.contains(named), "{message}");
}

/// Section 3.3: the answer names the deleted ones, and is compared with what was asked.
#[test]
fn a_removal_that_does_not_name_the_subscription_is_not_confirmed() {
    for others in [json!([]), json!([null]), json!([{ "sentera_id": "b" }])] {
        let body = json!({ "data": { "delete_webhook_subscriptions": others } });
        not_found(read_removed("a", &reply(200, body)), "subscription a ");
    }
    let several = json!([{ "sentera_id": "b" }, null, { "sentera_id": "a", "more": 1 }]);
    let body = json!({ "data": { "delete_webhook_subscriptions": several } });
    assert_eq!(read_removed("a", &reply(200, body)), Ok(Removed::Now(None)));
    // One that cannot be read may be the very one.
    let nothing = [json!(null), json!({}), json!(true)];
    let unread = [json!([{}]), json!(["a"]), json!([{ "sentera_id": {} }])];
    for unclear in nothing.into_iter().chain(unread) {
        let body = json!({ "data": { "delete_webhook_subscriptions": unclear } });
        assert_eq!(read_removed("a", &reply(200, body)), Err(NO_RESULT));
    }
}

pub fn organizations(block: &str) {
    fits(block);
    let results = block_json(block)["data"]["organizations"]["results"].clone();
    let results = results.as_array().unwrap();
    assert_eq!(results.len(), 3);
    let choice = |organization: &Value| {
        let value = organization["sentera_id"].as_str().unwrap().to_owned();
        let name = organization["name"].as_str();
        Choice {
            label: name.map_or(value.clone(), str::to_owned),
            value,
        }
    };
    let wanted: Vec<Choice> = results.iter().map(choice).collect();
    let reply = reply(200, text(block));
    for organization in &wanted {
        assert_eq!(read_proof(&organization.value, &reply), Ok(()));
    }
    not_found(read_proof("another_OR_", &reply), "another_OR_");
    assert_eq!(
        read_organizations(&reply),
        Ok(Answered::without_warning(wanted))
    );
}

/// Section 8: items can be null, and are left out.
#[test]
fn an_organization_that_cannot_be_chosen_hides_no_other() {
    let results = json!([null, { "name": "No id" }, { "sentera_id": "a", "name": null }, 5]);
    let read = |organizations: Value| {
        read_organizations(&reply(
            200,
            json!({ "data": { "organizations": organizations } }),
        ))
        .map(|read| read.value)
    };
    let found = read(json!({ "results": results, "total_count": 4 })).unwrap();
    assert_eq!(
        found,
        [Choice {
            label: "a".to_owned(),
            value: "a".to_owned()
        }]
    );
    for nothing in [json!(null), json!({}), json!({ "results": null })] {
        assert_eq!(read(nothing), Err(NO_RESULT));
    }
}

/// Section 7, rule 4, and everything that cannot be read as a subscription.
#[test]
fn a_write_without_a_result_stays_open() {
    for written in [
        json!(null),
        json!({}),
        json!({ "sentera_id": 5 }),
        json!({ "sentera_id": "a", "event_types": "ONE" }),
        json!([]),
    ] {
        let body = json!({ "data": { "create_webhook_subscription": written, "update_webhook_subscription": written } });
        assert_eq!(
            read_created(&reply(200, &body), NOW),
            Err(NO_RESULT),
            "{body}"
        );
        assert_eq!(
            read_updated(&reply(200, &body), NOW),
            Err(NO_RESULT),
            "{body}"
        );
    }
    assert!(!NO_RESULT.is_certain());
}
