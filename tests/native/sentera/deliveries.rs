//! The events of one subscription as deliveries.

use pegboard::platform::sentera::{deliveries, read_deliveries};
use pegboard::platform::{ApiError, Cause, DateFields, Learned, Request};
use pegboard::subscription::{Delivery, DeliveryFilter, Instant, Outcome};
use serde_json::{Value, json};

use super::discovery::QUERY_LIST;
use super::fixture::{API, ORGANIZATION, SUBSCRIPTION, changed, learned, listing, sdl};
use super::reply::NO_RESULT;
use crate::graphql::parts;
use crate::sample::reply;

const SINGLE: &str = "webhook_subscription(sentera_id: ID!): WebhookSubscription # assumption";

fn ask(learned: &Learned, filter: &DeliveryFilter, page: u32) -> Option<Request> {
    deliveries(API, ORGANIZATION, learned, SUBSCRIPTION, filter, page)
}

#[test]
fn a_single_read_is_used_where_there_is_one() {
    let sdl = listing();
    let request = ask(&learned(&sdl).0, &DeliveryFilter::default(), 3).unwrap();
    let (query, variables) = sdl.sent(&request);
    assert_eq!(
        variables,
        json!({ "id": SUBSCRIPTION, "events": { "page": 3, "page_size": 25 } })
    );
    assert!(
        query.contains("subscription: webhook_subscription(sentera_id: $id)"),
        "{query}"
    );
}

#[test]
fn else_the_list_is_looked_through() {
    for changes in [
        &[(SINGLE, "")][..],
        &[(SINGLE, ""), (QUERY_LIST, "other: Int")],
    ] {
        let sdl = changed(changes);
        let request = ask(&learned(&sdl).0, &DeliveryFilter::default(), 1).unwrap();
        let (_, variables) = sdl.sent(&request);
        assert_eq!(variables["page"], json!({ "page": 1, "page_size": 100 }));
        assert_eq!(variables["organization"], ORGANIZATION);
    }
}

#[test]
fn without_a_way_to_read_them_nothing_is_asked() {
    let filter = DeliveryFilter::default();
    assert_eq!(ask(&Learned::default(), &filter, 1), None);
    assert_eq!(ask(&learned(&sdl()).0, &filter, 1), None);
    let mut unread = learned(&listing()).0;
    unread.reads_events = false;
    assert_eq!(ask(&unread, &filter, 1), None);
}

fn filter(from: Option<&str>, until: Option<&str>) -> DeliveryFilter {
    DeliveryFilter {
        from: from.map(str::to_owned),
        until: until.map(str::to_owned),
        ..DeliveryFilter::default()
    }
}

/// Enum values go as texts in variables.
#[test]
fn every_filter_is_an_argument() {
    let sdl = listing();
    let (learned, _) = learned(&sdl);
    let all = DeliveryFilter {
        event: Some("TASK_MODIFIED".to_owned()),
        status: Some("FAILED".to_owned()),
        ..filter(Some("2022-01-31"), Some("2022-02-01"))
    };
    let (query, variables) = sdl.sent(&ask(&learned, &all, 1).unwrap());
    assert!(query.contains(
        "events(pagination: $events, event_type: $type, status: $status, date_range: $dates)"
    ));
    let dates =
        json!({ "start_date": "2022-01-31T00:00:00Z", "end_date": "2022-02-01T23:59:59.999Z" });
    assert_eq!(
        (&variables["type"], &variables["status"]),
        (&json!("TASK_MODIFIED"), &json!("FAILED"))
    );
    assert_eq!(variables["dates"], dates);
}

#[test]
fn a_range_of_dates_is_as_the_schema_wants_it() {
    let (mut learned, _) = learned(&listing());
    let mut range = |dates: Option<(bool, bool)>, filter: &DeliveryFilter| {
        learned.dates = dates.map(|(both, days)| DateFields {
            from: "a".to_owned(),
            until: "b".to_owned(),
            both,
            days,
        });
        parts(&ask(&learned, filter, 1).unwrap())
            .1
            .get("dates")
            .cloned()
    };
    let (neither, from, until) = (
        filter(None, None),
        filter(Some("2022-01-31"), None),
        filter(None, Some("2022-01-31")),
    );
    assert_eq!(range(Some((true, true)), &neither), None);
    assert_eq!(
        range(Some((false, true)), &from),
        Some(json!({ "a": "2022-01-31" }))
    );
    assert_eq!(
        range(Some((true, true)), &from),
        Some(json!({ "a": "2022-01-31", "b": "9999-12-31" }))
    );
    assert_eq!(
        range(Some((true, false)), &until),
        Some(json!({ "a": "1970-01-01T00:00:00Z", "b": "2022-01-31T23:59:59.999Z" }))
    );
    // Where the schema did not tell, the names of the contract are tried, and the platform decides.
    assert_eq!(
        range(None, &until),
        Some(json!({ "end_date": "2022-01-31T23:59:59.999Z" }))
    );
}

fn event(id: &str, day: u8, status: &str) -> Value {
    json!({
        "sentera_id": id,
        "type": "TASK_MODIFIED",
        "status": status,
        "attempts": 3,
        "created_at": format!("2022-02-{day:02}T09:00:00Z"),
        "payload": { "sentera_id": "t" },
    })
}

fn single(events: &Value) -> Value {
    json!({ "data": { "subscription": { "sentera_id": SUBSCRIPTION, "events": events } } })
}

#[test]
fn events_are_read_newest_first() {
    let results = json!([
        event("a", 1, "SUCCEEDED"),
        null,
        event("c", 3, "NEW_WORD"),
        event("b", 2, "FAILED")
    ]);
    let body = single(&json!({ "results": results, "total_count": 4 }));
    let read = read_deliveries(SUBSCRIPTION, 1, &reply(200, body))
        .unwrap()
        .value;
    let outcomes: Vec<_> = read
        .items
        .iter()
        .map(|item| (item.id.as_str(), &item.outcome))
        .collect();
    let other = Outcome::Other(Some("NEW_WORD".to_owned()));
    assert_eq!(
        outcomes,
        [
            ("c", &other),
            ("b", &Outcome::Failed),
            ("a", &Outcome::Delivered)
        ]
    );
    assert_eq!((read.next, read.total), (None, Some(4)));
    let wanted = Delivery {
        id: "a".to_owned(),
        event: "TASK_MODIFIED".to_owned(),
        at: Instant::parse("2022-02-01T09:00:00Z"),
        outcome: Outcome::Delivered,
        code: None,
        message: None,
        attempts: Some(3),
        payload: Some(r#"{"sentera_id":"t"}"#.to_owned()),
    };
    assert_eq!(read.items[2], wanted);
}

#[test]
fn an_event_with_nothing_in_it_is_still_an_event() {
    let body = single(
        &json!({ "results": [{}, { "status": 5, "payload": null, "attempts": "x", "created_at": "x" }] }),
    );
    let read = read_deliveries(SUBSCRIPTION, 1, &reply(200, body))
        .unwrap()
        .value;
    assert_eq!(read.items.len(), 2);
    for item in read.items {
        assert_eq!(
            (item.outcome, item.at, item.attempts, item.payload),
            (Outcome::Other(None), None, None, None)
        );
    }
}

#[test]
fn pages_go_on_until_all_were_read() {
    for (items, total, page, next) in [
        (25, Some(26), 1, Some(2)),
        (1, Some(26), 2, None),
        (25, Some(25), 1, None),
        (0, Some(9), 2, None),
        (25, None, 1, Some(2)),
        (0, None, 2, None),
    ] {
        let results = vec![event("a", 1, "SENT"); items];
        let body = single(&json!({ "results": results, "total_count": total }));
        let read = read_deliveries(SUBSCRIPTION, page, &reply(200, body))
            .unwrap()
            .value;
        assert_eq!(
            (read.next, read.total),
            (next, total),
            "{items} {total:?} {page}"
        );
    }
}

#[test]
fn the_subscription_is_found_in_the_list() {
    let other = json!({ "sentera_id": "other", "events": { "results": [] } });
    let wanted =
        json!({ "sentera_id": SUBSCRIPTION, "events": { "results": [event("a", 1, "SENT")] } });
    let list = json!({ "results": [null, other, wanted] });
    for body in [
        json!({ "data": { "list": list } }),
        json!({ "data": { "list": list["results"] } }),
        json!({ "data": { "organizations": { "results": [{ "name": "Acme", "list": list }] } } }),
    ] {
        let read = read_deliveries(SUBSCRIPTION, 1, &reply(200, &body))
            .unwrap()
            .value;
        assert_eq!(read.items.len(), 1, "{body}");
    }
    let body = json!({ "data": { "list": { "results": [other] } } });
    let missing = read_deliveries(SUBSCRIPTION, 1, &reply(200, body)).unwrap_err();
    assert!(
        matches!(&missing, ApiError::Refused(refusal) if refusal.cause == Cause::NotFound && refusal.message.contains(SUBSCRIPTION))
    );
}

#[test]
fn an_answer_without_events_is_no_empty_page() {
    for events in [json!(null), json!({}), json!({ "results": null })] {
        let read = read_deliveries(SUBSCRIPTION, 1, &reply(200, single(&events)));
        assert_eq!(read, Err(NO_RESULT), "{events}");
    }
    let mut partly = single(&json!(null));
    partly["errors"] = json!([{ "message": "Too complex" }]);
    let refused = read_deliveries(SUBSCRIPTION, 1, &reply(200, partly)).unwrap_err();
    assert!(matches!(&refused, ApiError::Refused(refusal) if refusal.message == "Too complex"));
    let nothing = json!({ "data": { "subscription": null } });
    assert_eq!(
        read_deliveries(SUBSCRIPTION, 1, &reply(200, nothing)),
        Err(NO_RESULT)
    );
}
