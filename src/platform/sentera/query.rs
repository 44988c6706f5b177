//! The queries that are built from what was found in the schema (Sentera contract, section 3.6).
//!
//! Whatever the list is called, it is answered as `list`, and a single read as `subscription`.

use serde_json::{Map, Value};

use super::health;
use crate::platform::{DateFields, Learned, ListPath, ListPlace, Purpose, Request, graphql};
use crate::subscription::DeliveryFilter;
use crate::subscription::kept::object;

/// Subscriptions of one page. With the events of each it is smaller, for the answer must not be too large.
const PAGE: u32 = 100;
const PAGE_WITH_EVENTS: u32 = 25;

/// Deliveries of one page.
pub(super) const DELIVERIES: u32 = 25;

/// A query and its variables, of which only those are declared that are used.
#[derive(Default)]
struct Query {
    declared: Vec<String>,
    variables: Map<String, Value>,
}

impl Query {
    /// Declares a variable and passes it as an argument.
    fn argument(&mut self, name: &str, variable: &str, of: &str, value: Value) -> String {
        self.declare(variable, of, value);
        format!("{name}: ${variable}")
    }

    fn declare(&mut self, variable: &str, of: &str, value: Value) {
        self.declared.push(format!("${variable}: {of}"));
        self.variables.insert(variable.to_owned(), value);
    }

    /// The list that was found, with `selection` of every subscription.
    fn list(
        &mut self,
        path: &ListPath,
        organization: &str,
        page: (u32, u32),
        selection: &str,
    ) -> String {
        let mut arguments = Vec::new();
        if let Some(name) = &path.organization {
            arguments.push(self.argument(name, "organization", "ID!", organization.into()));
        }
        if path.paged {
            let page = pagination(page.0, page.1);
            arguments.push(self.argument("pagination", "page", "Pagination!", page));
        }
        let arguments = in_brackets(&arguments);
        let selection = match (path.wrapped, path.counted) {
            (true, true) => format!("total_count results {{ {selection} }}"),
            (true, false) => format!("results {{ {selection} }}"),
            (false, _) => selection.to_owned(),
        };
        let list = format!("list: {}{arguments} {{ {selection} }}", path.field);
        match path.place {
            ListPlace::Query => list,
            ListPlace::Organization => {
                if path.organization.is_none() {
                    self.declare("organization", "ID!", organization.into());
                }
                format!(
                    "organizations(organization_sentera_ids: [$organization], pagination: {{ page: 1, page_size: 1 }}) \
                     {{ results {{ name {list} }} }}"
                )
            }
        }
    }

    fn request(self, api: &str, selection: &str) -> Request {
        let declared = in_brackets(&self.declared);
        let query = format!("query Pegboard{declared} {{ {selection} }}");
        graphql::request(api, Purpose::Read, &query, Value::Object(self.variables))
    }
}

/// One page of the subscriptions, with their last events where these can be read.
pub fn list(
    api: &str,
    organization: &str,
    learned: &Learned,
    path: &ListPath,
    page: u32,
) -> Request {
    let mut selection = "sentera_id event_types callback_url".to_owned();
    let mut size = PAGE;
    if learned.reads_events {
        let events = events(
            learned,
            "",
            &format!("{{ page: 1, page_size: {} }}", health::READ),
            &[],
        );
        selection = format!("{selection} {events}");
        size = PAGE_WITH_EVENTS;
    }
    let mut query = Query::default();
    let list = query.list(path, organization, (page, size), &selection);
    query.request(api, &list)
}

/// One page of the events of a subscription, by a single read where there is one, else from the first page of the list.
pub fn deliveries(
    api: &str,
    organization: &str,
    learned: &Learned,
    id: &str,
    filter: &DeliveryFilter,
    page: u32,
) -> Option<Request> {
    if !learned.reads_events {
        return None;
    }
    let mut query = Query::default();
    query.declare("events", "Pagination!", pagination(page, DELIVERIES));
    let mut filters = Vec::new();
    if let Some(event) = &filter.event {
        filters.push(query.argument(
            "event_type",
            "type",
            "WebhookEventType",
            event.as_str().into(),
        ));
    }
    if let Some(status) = &filter.status {
        filters.push(query.argument(
            "status",
            "status",
            "WebhookEventStatus",
            status.as_str().into(),
        ));
    }
    if let Some(range) = date_range(learned.dates.as_ref(), filter) {
        filters.push(query.argument("date_range", "dates", "DateRange", range));
    }
    let events = events(learned, &learned.event.payload, "$events", &filters);
    let selection = format!("sentera_id {events}");
    let found = match (&learned.single, &learned.list) {
        (Some(single), _) => {
            let id = query.argument(&single.id, "id", "ID!", id.into());
            format!("subscription: {}({id}) {{ {selection} }}", single.field)
        }
        (None, Some(path)) => query.list(path, organization, (1, PAGE), &selection),
        (None, None) => return None,
    };
    Some(query.request(api, &found))
}

fn events(learned: &Learned, payload: &str, page: &str, filters: &[String]) -> String {
    let count = if learned.event.counted {
        "total_count "
    } else {
        ""
    };
    let plain = &learned.event.plain;
    let filters: String = filters.iter().map(|filter| format!(", {filter}")).collect();
    format!("events(pagination: {page}{filters}) {{ {count}results {{ {plain} {payload} }} }}")
}

fn pagination(page: u32, size: u32) -> Value {
    object(&mut [
        ("page", Some(page.into())),
        ("page_size", Some(size.into())),
    ])
}

/// Nothing between nothing.
fn in_brackets(parts: &[String]) -> String {
    if parts.is_empty() {
        String::new()
    } else {
        format!("({})", parts.join(", "))
    }
}

/// Both days are included, and counted in UTC. Where the schema did not tell the names of the fields, those of the contract
/// are sent (section 2), and Sentera decides.
fn date_range(fields: Option<&DateFields>, filter: &DeliveryFilter) -> Option<Value> {
    let (from, until) = (filter.from.as_deref(), filter.until.as_deref());
    if from.is_none() && until.is_none() {
        return None;
    }
    let assumed = DateFields {
        from: "start_date".to_owned(),
        until: "end_date".to_owned(),
        both: false,
        days: false,
    };
    let fields = fields.unwrap_or(&assumed);
    let end = |day: Option<&str>, time: &str, open: &str| {
        let day = day.or(fields.both.then_some(open))?;
        let day = if fields.days {
            day.to_owned()
        } else {
            [day, time].concat()
        };
        Some(day.into())
    };
    Some(object(&mut [
        (fields.from.as_str(), end(from, "T00:00:00Z", "1970-01-01")),
        (
            fields.until.as_str(),
            end(until, "T23:59:59.999Z", "9999-12-31"),
        ),
    ]))
}
