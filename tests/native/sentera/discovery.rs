//! What the schema says of itself (section 3.6), asked of real schemas.

use pegboard::platform::sentera::{learn, read_learned};
use pegboard::platform::{DateFields, Learned, ListPath, ListPlace, Purpose, SinglePath, Stage};
use serde_json::json;

use super::fixture::{API, changed, json as block_json, learned, listing, operation_of, sdl};
use crate::graphql::words;
use crate::sample::reply;

pub const QUERY_LIST: &str = "webhook_subscriptions(organization_sentera_id: ID!, pagination: Pagination!): WebhookSubscriptionsQueryResult! # assumption";
pub const ORGANIZATION_LIST: &str =
    "webhook_subscriptions(pagination: Pagination!): WebhookSubscriptionsQueryResult! # assumption";

pub fn is_asked(block: &str) {
    let request = learn(API, &Learned::default()).unwrap();
    let (query, variables) = sdl().sent(&request);
    assert_eq!(words(&query), words(&operation_of(block)));
    assert_eq!((variables, request.purpose), (json!({}), Purpose::Read));
}

/// An answer to another question adds nothing, and ends the questions.
pub fn of_another_enum(block: &str) {
    let read = read_learned(&reply(200, block_json(block)), Learned::default());
    nothing_was_found(&read);
}

fn nothing_was_found(learned: &Learned) {
    let nothing = Learned {
        stage: Stage::Known,
        ..Learned::default()
    };
    assert_eq!(*learned, nothing);
    assert_eq!(learn(API, learned), None);
}

/// Rule 5.
#[test]
fn a_refused_introspection_ends_the_questions() {
    let refused = &block_json("name=sentera.sandbox.errors")["undefined_field"];
    let bodies = [
        (200, refused.to_string()),
        (401, "{}".to_owned()),
        (500, String::new()),
        (200, "<html>".to_owned()),
        (200, json!({ "data": null }).to_string()),
        (200, json!({ "data": { "__schema": null, "eventTypes": null, "event": [], "authentication": 5 } }).to_string()),
    ];
    for (status, body) in bodies {
        nothing_was_found(&read_learned(&reply(status, body), Learned::default()));
    }
}

#[test]
fn the_documented_schema_has_no_list() {
    let (learned, _) = learned(&sdl());
    assert_eq!((&learned.list, &learned.single), (&None, &None));
    assert_eq!(learned.stage, Stage::Known);
    assert_eq!(learned.statuses, ["PENDING", "SUCCEEDED", "FAILED"]);
    assert!(learned.reads_events);
    assert_eq!(
        learned.event.plain,
        "sentera_id type status attempts created_at"
    );
    let dates = DateFields {
        from: "start_date".to_owned(),
        until: "end_date".to_owned(),
        both: false,
        days: false,
    };
    assert_eq!(learned.dates, Some(dates));
    let fields = learned.authentication.unwrap();
    let fields: Vec<(&str, bool)> = fields
        .iter()
        .map(|field| (field.name.as_str(), field.required))
        .collect();
    assert_eq!(
        fields,
        [
            ("client_id", true),
            ("client_secret", true),
            ("token_url", true),
            ("scope", false)
        ]
    );
}

fn path(place: ListPlace, organization: Option<&str>) -> ListPath {
    ListPath {
        place,
        field: "webhook_subscriptions".to_owned(),
        organization: organization.map(str::to_owned),
        paged: true,
        wrapped: true,
        counted: true,
    }
}

/// Rules 1 and 2.
#[test]
fn the_lists_of_section_2_1_are_found() {
    let (found, asked) = learned(&listing());
    let on_query = path(ListPlace::Query, Some("organization_sentera_id"));
    assert_eq!((found.list, asked), (Some(on_query), 2));
    let single = SinglePath {
        field: "webhook_subscription".to_owned(),
        id: "sentera_id".to_owned(),
    };
    assert_eq!(found.single, Some(single));

    let (found, _) = learned(&changed(&[(QUERY_LIST, "")]));
    assert_eq!(found.list, Some(path(ListPlace::Organization, None)));
}

/// Rule 1: what is required may only be a page and an organization.
#[test]
fn a_list_that_wants_something_else_is_not_used() {
    for other in [
        "since: ISO8601DateTime!",
        "field_id: ID!",
        "organization_ids: [ID!]!",
        "organization_name: String!",
    ] {
        let query = format!(
            "webhook_subscriptions({other}, pagination: Pagination!): WebhookSubscriptionsQueryResult!"
        );
        let (found, _) = learned(&changed(&[
            (QUERY_LIST, &query),
            (ORGANIZATION_LIST, "other: Int"),
        ]));
        assert_eq!(found.list, None, "{other}");
    }
    let query = "webhook_subscriptions(owner_organization: ID!, state: String): WebhookSubscriptionsQueryResult!";
    let (found, _) = learned(&changed(&[(QUERY_LIST, query)]));
    let wanted = ListPath {
        paged: false,
        ..path(ListPlace::Query, Some("owner_organization"))
    };
    assert_eq!(found.list, Some(wanted));
}

/// Without its id, a list on the query may hold the subscriptions of other organizations: the organization's own comes first.
#[test]
fn a_list_of_the_organization_goes_before_one_of_everything() {
    let query =
        "webhook_subscriptions(parent_organization_id: ID): WebhookSubscriptionsQueryResult!";
    let (found, _) = learned(&changed(&[(QUERY_LIST, query)]));
    assert_eq!(found.list, Some(path(ListPlace::Organization, None)));
    let (found, _) = learned(&changed(&[
        (QUERY_LIST, query),
        (ORGANIZATION_LIST, "other: Int"),
    ]));
    let wanted = ListPath {
        paged: false,
        ..path(ListPlace::Query, None)
    };
    assert_eq!(found.list, Some(wanted));
    let (found, _) = learned(&changed(&[(QUERY_LIST, &query.replace("parent_", ""))]));
    let wanted = ListPath {
        paged: false,
        ..path(ListPlace::Query, Some("organization_id"))
    };
    assert_eq!(found.list, Some(wanted));
}

#[test]
fn a_plain_list_needs_no_second_question() {
    for list in ["[WebhookSubscription!]!", "[WebhookSubscription]"] {
        let query = format!("hooks(organization_id: ID!): {list}");
        let (found, asked) = learned(&changed(&[(QUERY_LIST, &query)]));
        let wanted = ListPath {
            field: "hooks".to_owned(),
            paged: false,
            wrapped: false,
            counted: false,
            ..path(ListPlace::Query, Some("organization_id"))
        };
        assert_eq!((found.list, asked), (Some(wanted), 1), "{list}");
    }
}

#[test]
fn an_object_that_wraps_something_else_is_no_list() {
    let results = "results: [WebhookSubscription!]!";
    for other in [
        "results: [Organization!]!",
        "results: WebhookSubscription!",
        "items: [WebhookSubscription!]!",
    ] {
        let (found, asked) = learned(&changed(&[(results, other)]));
        assert_eq!((found.list, asked), (None, 2), "{other}");
    }
    let uncounted = "type WebhookSubscriptionsQueryResult { # assumption\n  page: Int!\n  page_size: Int!\n  present: Boolean!\n  results: [WebhookSubscription!]!\n  total_count: Int!";
    let (found, _) = learned(&changed(&[(
        uncounted,
        &uncounted.replace("total_count", "count"),
    )]));
    assert!(!found.list.unwrap().counted);
}

#[test]
fn a_single_read_takes_one_id_and_nothing_else() {
    let single = "webhook_subscription(sentera_id: ID!)";
    for other in [
        "webhook_subscription",
        "webhook_subscription(sentera_id: ID)",
        "webhook_subscription(name: String!)",
        "webhook_subscription(a: ID!, b: ID!)",
    ] {
        let (found, _) = learned(&changed(&[(single, other)]));
        assert_eq!(found.single, None, "{other}");
    }
    let (found, _) = learned(&changed(&[(single, "hook(id: ID!, deep: Boolean)")]));
    assert_eq!(
        found.single,
        Some(SinglePath {
            field: "hook".to_owned(),
            id: "id".to_owned()
        })
    );
}

/// Rule 4: scalars only.
#[test]
fn an_authentication_that_cannot_be_typed_is_not_offered() {
    let (scope, id) = ("scope: String ", "client_id: String! ");
    for (old, new, names) in [
        (scope, "scope: [String!] ", Some(3)),
        (scope, "status: WebhookEventStatus ", Some(3)),
        (scope, "retries: Int ", Some(3)),
        (scope, "scopes: [String!]! ", None),
        (id, "kind: WebhookEventStatus! ", None),
        (id, "port: Int! ", None),
        (id, "range: DateRange! ", None),
    ] {
        let (found, _) = learned(&changed(&[(old, new)]));
        assert_eq!(
            found.authentication.map(|fields| fields.len()),
            names,
            "{new}"
        );
    }
    let (found, _) = learned(&changed(&[(id, "client_id: String! = \"me\" ")]));
    assert!(!found.authentication.unwrap()[0].required);
}

#[test]
fn events_are_read_only_where_they_are_as_documented() {
    for (old, new) in [
        (
            "status: WebhookEventStatus!\n",
            "state: WebhookEventStatus!\n",
        ),
        ("results: [WebhookEvent!]!", "results: [Organization!]!"),
        (
            "    date_range: DateRange\n",
            "    date_range: DateRange!\n",
        ),
        ("): WebhookEventsQueryResult!", "): [WebhookEvent!]!"),
    ] {
        let (found, _) = learned(&changed(&[(old, new)]));
        assert!(!found.reads_events, "{new}");
        assert!(found.list.is_some());
    }
}
