//! The list that was found: asked for, and read page by page and row by row.

use pegboard::platform::sentera::{list, read_list};
use pegboard::platform::{ApiError, Cause, Learned, ListPath, ListPlace};
use pegboard::subscription::{Health, Listing, Reading, Row};
use serde_json::{Value, json};

use super::discovery::QUERY_LIST;
use super::fixture::{API, ORGANIZATION, changed, learned, listing};
use super::reply::NO_RESULT;
use crate::graphql::Sdl;
use crate::sample::{NOW, reply};

fn asked(sdl: &Sdl, page: u32) -> (String, Value) {
    let (learned, _) = learned(sdl);
    let path = learned.list.as_ref().unwrap();
    sdl.sent(&list(API, ORGANIZATION, &learned, path, page))
}

#[test]
fn every_path_is_asked_for_in_its_own_way() {
    let (query, variables) = asked(&listing(), 2);
    let page = json!({ "page": 2, "page_size": 25 });
    assert_eq!(
        variables,
        json!({ "organization": ORGANIZATION, "page": page })
    );
    assert!(query.contains(
        "list: webhook_subscriptions(organization_sentera_id: $organization, pagination: $page)"
    ));
    assert!(query.contains("events(pagination: { page: 1, page_size: 20 }) { total_count results"));

    let (query, variables) = asked(&changed(&[(QUERY_LIST, "")]), 1);
    assert!(
        query.contains("organizations(organization_sentera_ids: [$organization]"),
        "{query}"
    );
    assert_eq!(variables["organization"], ORGANIZATION);

    let (query, variables) = asked(
        &changed(&[
            (QUERY_LIST, "hooks: [WebhookSubscription]"),
            (
                "  webhook_subscriptions(pagination",
                "  more(first: Int!, pagination",
            ),
        ]),
        1,
    );
    assert!(
        query.starts_with("query Pegboard { list: hooks { sentera_id"),
        "{query}"
    );
    assert_eq!(variables, json!({}));
}

#[test]
fn without_events_a_page_is_larger() {
    let status = (
        "  status: WebhookEventStatus!\n",
        "  state: WebhookEventStatus!\n",
    );
    let (query, variables) = asked(&changed(&[status]), 1);
    assert_eq!(variables["page"]["page_size"], 100);
    assert!(!query.contains("events"), "{query}");
}

fn known(place: ListPlace, paged: bool) -> Learned {
    let list = ListPath {
        place,
        field: "hooks".to_owned(),
        organization: None,
        paged,
        wrapped: true,
        counted: true,
    };
    Learned {
        list: Some(list),
        ..Learned::default()
    }
}

fn read(list: &Value, page: u32) -> Listing {
    let body = json!({ "data": { "list": list } });
    read_list(&known(ListPlace::Query, true), page, &reply(200, body), NOW)
        .unwrap()
        .value
}

#[test]
fn a_row_that_cannot_be_read_hides_no_other() {
    let bad = [
        json!({}),
        json!({ "sentera_id": null }),
        json!({ "sentera_id": 5 }),
        json!({ "sentera_id": "a", "callback_url": 5 }),
        json!({ "sentera_id": "a", "event_types": "ONE" }),
        json!({ "sentera_id": "a", "event_types": [5] }),
        json!("a"),
        json!([]),
    ];
    for raw in bad {
        let good = json!({ "sentera_id": "a", "event_types": ["NEW", null], "callback_url": "no address", "more": 1 });
        let rows = read(
            &json!({ "results": [good, null, raw, { "sentera_id": "b" }] }),
            1,
        )
        .rows;
        let unreadable = Row::Unreadable {
            position: 1,
            raw: raw.to_string(),
        };
        assert_eq!((rows.len(), &rows[1]), (3, &unreadable));
        let (first, last) = (
            rows[0].subscription().unwrap(),
            rows[2].subscription().unwrap(),
        );
        assert_eq!(
            (first.event_names().as_str(), first.endpoint.as_deref()),
            ("NEW", Some("no address"))
        );
        assert_eq!((last.event_names().as_str(), &last.endpoint), ("", &None));
        assert_eq!(last.reading, Reading::sentera_unread(NOW));
    }
}

/// Section 8: until there are as many as there are in all, or a page is empty; a page may be shorter than was asked for.
#[test]
fn pages_are_read_to_the_end() {
    let page = |items: usize, total: Option<u64>| {
        let results = vec![json!({ "sentera_id": "a" }); items];
        json!({ "results": results, "total_count": total })
    };
    for (items, total, number, next) in [
        (25, Some(60), 1, Some(2)),
        (25, Some(60), 2, Some(3)),
        (10, Some(60), 3, Some(4)),
        (0, Some(60), 4, None),
        (25, Some(50), 2, None),
        (3, Some(3), 1, None),
        (0, Some(0), 1, None),
        (0, Some(9), 1, None),
        (5, None, 1, Some(2)),
        (0, None, 2, None),
    ] {
        let listing = read(&page(items, total), number);
        assert_eq!(
            (listing.next, listing.total),
            (next, total),
            "{items} {total:?} {number}"
        );
    }
    let body = json!({ "data": { "list": page(5, Some(9)) } });
    let unpaged = read_list(&known(ListPlace::Query, false), 1, &reply(200, body), NOW)
        .unwrap()
        .value;
    assert_eq!(unpaged.next, None);
    assert!(!unpaged.is_complete());
}

#[test]
fn a_plain_list_is_a_list() {
    let listing = read(&json!([{ "sentera_id": "a" }, null]), 1);
    assert_eq!((listing.rows.len(), listing.total), (1, None));
}

#[test]
fn health_comes_with_the_list() {
    let event = json!({ "type": "TASK_MODIFIED", "status": "SUCCEEDED", "created_at": "2022-02-01T09:00:00Z" });
    let row = json!({ "sentera_id": "a", "events": { "total_count": 1, "results": [event] } });
    let listing = read(&json!({ "results": [row] }), 1);
    assert_eq!(
        listing.rows[0].subscription().unwrap().reading.health,
        Health::Healthy
    );
}

#[test]
fn a_list_of_the_organization_brings_its_name() {
    let learned = known(ListPlace::Organization, true);
    let read = |results: Value| {
        read_list(
            &learned,
            1,
            &reply(
                200,
                json!({ "data": { "organizations": { "results": results } } }),
            ),
            NOW,
        )
    };
    let list = json!({ "results": [{ "sentera_id": "a" }] });
    let listing = read(json!([null, { "name": "Acme", "list": list }]))
        .unwrap()
        .value;
    assert_eq!(
        (listing.title.as_deref(), listing.rows.len()),
        (Some("Acme"), 1)
    );
    for none in [json!([]), json!([null])] {
        let refused = read(none).unwrap_err();
        assert!(matches!(&refused, ApiError::Refused(refusal) if refusal.cause == Cause::NotFound));
    }
    assert_eq!(
        read(json!([{ "name": "Acme", "list": null }])),
        Err(NO_RESULT)
    );
    assert_eq!(read(json!([{ "name": "Acme" }])), Err(NO_RESULT));
}

#[test]
fn a_list_of_another_shape_is_no_empty_list() {
    for list in [
        json!(null),
        json!({}),
        json!({ "results": null }),
        json!("a"),
    ] {
        let body = json!({ "data": { "list": list } });
        let read = read_list(&known(ListPlace::Query, true), 1, &reply(200, body), NOW);
        assert_eq!(read, Err(NO_RESULT), "{list}");
    }
}
