//! JSON:API documents and the headers that go with them.

use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use serde_json::{Map, Value, json};

use super::{
    identity::{fresh, hex},
    query::Query,
    record::{Kind, Record},
    switches::Switches,
};
use crate::answer;

/// The media type of every document.
pub(crate) const MEDIA_TYPE: &str = "application/vnd.api+json";

/// A document of one resource.
pub(crate) fn one(
    status: StatusCode,
    record: &Record,
    query: &Query,
    switches: &Switches,
) -> Response {
    let data = object(record, query, switches, &trace());
    document(status, MEDIA_TYPE, &json!({ "data": data }))
}

/// A document of one page, with what section 5.1 of the Commerce Layer contract says about the rest.
pub(crate) fn page<'a>(
    kind: Kind,
    records: impl Iterator<Item = &'a Record>,
    query: &Query,
    switches: &Switches,
    api: &str,
) -> Response {
    let records = query.select(records);
    let count = records.len();
    let pages = count.div_ceil(query.page.size);
    let trace = trace();
    let data: Vec<Value> = records
        .into_iter()
        .skip((query.page.number - 1).saturating_mul(query.page.size))
        .take(query.page.size)
        .map(|record| object(record, query, switches, &trace))
        .collect();
    let address = format!("{api}/{}", kind.name());
    let link = |number| format!("{address}?{}", query.text_for_page(number));
    let number = query.page.number;
    let mut links = json!({ "first": link(1), "last": link(pages.max(1)) });
    if number > 1 {
        links["prev"] = link(number - 1).into();
    }
    if number < pages {
        links["next"] = link(number + 1).into();
    }
    let meta = json!({ "record_count": count, "page_count": pages });
    let body = json!({ "data": data, "meta": meta, "links": links });
    document(StatusCode::OK, MEDIA_TYPE, &body)
}

/// A document of errors.
pub(crate) fn refused(status: StatusCode, body: &Value) -> Response {
    document(status, "application/vnd.api+json; charset=utf-8", body)
}

/// The answer to a delete.
pub(crate) fn nothing() -> Response {
    let mut response = answer::empty(StatusCode::NO_CONTENT);
    add(&mut response, header::VARY, "Origin");
    add(&mut response, header::CACHE_CONTROL, "no-cache");
    response
}

/// A resource object, with the fields that were asked for.
fn object(record: &Record, query: &Query, switches: &Switches, trace: &str) -> Value {
    let kind = record.kind;
    let address = format!("{}/{}/{}", record.environment.api(), kind.name(), record.id);
    let attributes: Map<String, Value> = record
        .attributes
        .iter()
        .filter(|(name, _)| query.wants(name))
        .map(|(name, value)| match value {
            Value::Object(_) if name == "payload" && switches.payload_as_string => {
                (name.clone(), value.to_string().into())
            }
            _ => (name.clone(), value.clone()),
        })
        .collect();
    let relationships: Map<String, Value> = kind
        .relationships(switches.versions)
        .iter()
        .filter(|name| query.wants(name))
        .map(|name| {
            let own = format!("{address}/relationships/{name}");
            let links = json!({ "self": own, "related": format!("{address}/{name}") });
            ((*name).to_owned(), json!({ "links": links }))
        })
        .collect();
    json!({
        "id": record.id,
        "type": kind.name(),
        "links": { "self": address },
        "attributes": attributes,
        "relationships": relationships,
        "meta": {
            "mode": record.environment.mode(),
            "organization_id": record.environment.organization(),
            "trace_id": trace
        }
    })
}

/// The id under which the platform would find this request in its logs.
fn trace() -> String {
    hex(fresh())
}

/// The headers of section 4.1.
fn document(status: StatusCode, content_type: &'static str, body: &Value) -> Response {
    let body = body.to_string();
    let tag: String = hex(&body).chars().take(32).collect();
    let mut response = answer::text(status, content_type, body);
    add(
        &mut response,
        header::VARY,
        "Accept, Accept-Encoding, Origin",
    );
    add(&mut response, header::ETAG, &format!("W/\"{tag}\""));
    let caching = "max-age=0, private, must-revalidate";
    add(&mut response, header::CACHE_CONTROL, caching);
    let id = HeaderName::from_static("x-request-id");
    add(&mut response, id, &fresh());
    response
}

fn add(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}
