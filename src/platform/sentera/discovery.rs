//! What the schema really has is asked of the schema (Sentera contract, section 3.6).

use serde_json::Value;

use super::candidate::{about, candidates, choose};
use super::errors::answer;
use super::payload;
use super::schema::{SUBSCRIPTION, Type, is_id, items, name, named};
use crate::platform::{
    Candidate, DateFields, EventFields, EventGroup, InputField, Learned, Listed, Purpose, Reply,
    Request, SinglePath, Stage, graphql,
};
use crate::subscription::kept::{object, optional_text};

const DISCOVERY: &str = include_str!("../../../schema/sentera/discovery.graphql");

/// First the schema, then the objects that may hold a list, then nothing.
pub fn learn(api: &str, learned: &Learned) -> Option<Request> {
    let query = match &learned.stage {
        Stage::Unasked => DISCOVERY.to_owned(),
        Stage::Candidates(candidates) => about(candidates),
        Stage::Known => return None,
    };
    Some(graphql::request(
        api,
        Purpose::Read,
        &query,
        object(&mut []),
    ))
}

/// Refused, failing or empty, an introspection adds nothing and ends the questions (rule 5).
pub fn read_learned(reply: &Reply, mut learned: Learned) -> Learned {
    let stage = std::mem::replace(&mut learned.stage, Stage::Known);
    let data = answer(reply)
        .ok()
        .and_then(|answer| answer.data)
        .unwrap_or_default();
    match stage {
        Stage::Unasked => read_schema(&data, &mut learned),
        Stage::Candidates(candidates) => learned.list = choose(&data, candidates),
        Stage::Known => {}
    }
    learned
}

fn read_schema(data: &Value, learned: &mut Learned) {
    let part = |name: &str| data.get(name).unwrap_or(&Value::Null);
    let values = |of: &str| -> Vec<String> {
        items(part(of), "enumValues")
            .map(|value| name(value).to_owned())
            .collect()
    };
    let events = values("eventTypes");
    learned.events = (!events.is_empty()).then_some(EventGroup {
        listed: Listed::Schema,
        events,
    });
    learned.statuses = values("eventStatuses");
    learned.authentication = authentication(part("authentication"));
    learned.reads_events = reads_events(part("subscription"), part("events"), part("event"));
    learned.event = EventFields {
        plain: plain_fields(part("event")),
        payload: payload::selection(part("event"), part("payload")),
        counted: named(part("events"), "fields", "total_count").is_some(),
    };
    learned.dates = dates(part("dateRange"));
    let query = &part("__schema")["queryType"];
    learned.single = items(query, "fields").find_map(single);
    let candidates = candidates(query, part("organization"));
    // When the best is a list already, nothing is left to ask.
    match candidates.first() {
        Some(Candidate {
            path,
            wrapped_in: None,
        }) => learned.list = Some(path.clone()),
        Some(_) => learned.stage = Stage::Candidates(candidates),
        None => {}
    }
}

/// Rule 4: a form is made of scalars that a text can stand for. One that is required and is no such scalar cannot be filled
/// in, so none of them is offered then.
fn authentication(of: &Value) -> Option<Vec<InputField>> {
    let mut fields = Vec::new();
    for field in items(of, "inputFields") {
        let kind = Type::of(field);
        let has_default = field
            .get("defaultValue")
            .is_some_and(|value| !value.is_null());
        let required = kind.required && !has_default;
        let number = matches!(kind.name, "Int" | "Float" | "Boolean");
        if kind.kind == "SCALAR" && !kind.list && !number {
            fields.push(InputField {
                name: name(field).to_owned(),
                required,
                description: optional_text(field, "description"),
            });
        } else if required {
            return None;
        }
    }
    (!fields.is_empty()).then_some(fields)
}

/// Whether `events` is as documented as far as the console needs it (section 3.5).
fn reads_events(subscription: &Value, events: &Value, event: &Value) -> bool {
    let Some(field) = named(subscription, "fields", "events") else {
        return false;
    };
    let pages = named(field, "args", "pagination")
        .is_some_and(|found| Type::of(found).name == "Pagination");
    let others = items(field, "args").filter(|found| name(found) != "pagination");
    let results = named(events, "fields", "results").map(Type::of);
    pages
        && others.into_iter().all(|found| !Type::of(found).required)
        && Type::of(field).name == "WebhookEventsQueryResult"
        && results.is_some_and(|of| of.list && of.name == "WebhookEvent")
        && ["type", "status"]
            .iter()
            .all(|wanted| named(event, "fields", wanted).is_some())
}

fn plain_fields(event: &Value) -> String {
    let wanted = ["sentera_id", "type", "status", "attempts", "created_at"];
    let found = wanted
        .into_iter()
        .filter(|wanted| named(event, "fields", wanted).is_some());
    found.collect::<Vec<_>>().join(" ")
}

/// The two ends of a date range, by their names: these are not documented.
fn dates(range: &Value) -> Option<DateFields> {
    let find = |words: [&str; 3]| {
        items(range, "inputFields")
            .find(|field| words.iter().any(|word| name(field).contains(word)))
    };
    let (from, until) = (
        find(["start", "from", "after"])?,
        find(["end", "until", "before"])?,
    );
    Some(DateFields {
        from: name(from).to_owned(),
        until: name(until).to_owned(),
        both: Type::of(from).required || Type::of(until).required,
        days: !Type::of(from).name.contains("Time"),
    })
}

/// Rule 2.
fn single(field: &Value) -> Option<SinglePath> {
    let of = Type::of(field);
    let mut required = items(field, "args").filter(|argument| Type::of(argument).required);
    let (id, other) = (required.next()?, required.next());
    (of.name == SUBSCRIPTION && !of.list && is_id(id) && other.is_none()).then(|| SinglePath {
        field: name(field).to_owned(),
        id: name(id).to_owned(),
    })
}
