//! What every endpoint does once the rate limit has let a call in.

use axum::{
    http::{StatusCode, header},
    response::Response,
};
use serde_json::Map;

use super::{
    change::Change,
    document::{self, MEDIA_TYPE},
    endpoint::Endpoint,
    environment::Environment,
    identity::fresh,
    query::Query,
    record::{Kind, Record},
    refusal::Refusal,
    state::State,
};
use crate::call::Call;

/// Answers a call that was let in by the rate limit.
pub(crate) fn process(
    state: &mut State,
    call: &Call,
    endpoint: &Endpoint,
    environment: Option<Environment>,
) -> Result<Response, Refusal> {
    let environment = environment.ok_or(Refusal::InvalidToken)?;
    let token = call.bearer().unwrap_or_default();
    let token = state.store.token(token, environment.slug());
    let role = token.ok_or(Refusal::InvalidToken)?.role;
    check_media_types(call, endpoint)?;
    if !role.may(endpoint.action()) {
        return Err(Refusal::Unauthorized);
    }
    let query = call.path.split_once('?').map_or("", |(_, query)| query);
    let State {
        store, switches, ..
    } = state;
    match endpoint {
        Endpoint::List(kind) => {
            let query = Query::of_list(*kind, query)?;
            let records = store.of(*kind, environment);
            let api = environment.api();
            Ok(document::page(*kind, records, &query, switches, &api))
        }
        Endpoint::Get(kind, id) => {
            let query = Query::of_one(*kind, query)?;
            let record = store.find(*kind, environment, id);
            let record = record.ok_or(Refusal::NotFound)?;
            Ok(document::one(StatusCode::OK, record, &query, switches))
        }
        Endpoint::Create => {
            let query = Query::of_one(Kind::Webhook, query)?;
            let change = Change::to_create(&call.body)?;
            change.validate(store, switches, environment, None)?;
            let mut record = Record::webhook(environment, &fresh(), Map::new());
            change.apply(&mut record);
            let created = record.value("updated_at");
            record.set("created_at", created);
            let response = document::one(StatusCode::CREATED, &record, &query, switches);
            store.webhooks.push(record);
            Ok(response)
        }
        Endpoint::Update(id) => {
            let query = Query::of_one(Kind::Webhook, query)?;
            let known = store.find(Kind::Webhook, environment, id);
            let mut changed = known.ok_or(Refusal::NotFound)?.clone();
            let change = Change::to_update(&call.body, id)?;
            change.validate(store, switches, environment, Some(&changed))?;
            change.apply(&mut changed);
            let response = document::one(StatusCode::OK, &changed, &query, switches);
            if let Some(stored) = store.webhook(id) {
                *stored = changed;
            }
            Ok(response)
        }
        Endpoint::Delete(id) => {
            let known = store.find(Kind::Webhook, environment, id);
            known.ok_or(Refusal::NotFound)?;
            if store.locked.contains(id) {
                return Err(Refusal::Locked);
            }
            store.remove(id);
            Ok(document::nothing())
        }
    }
}

/// Section 1: JSON:API is asked for, and what is sent is JSON:API.
fn check_media_types(call: &Call, endpoint: &Endpoint) -> Result<(), Refusal> {
    let accept = call.header(header::ACCEPT).unwrap_or_default();
    if !accept.split(',').any(|kind| kind.trim() == MEDIA_TYPE) {
        return Err(Refusal::NotAcceptable(accept.to_owned()));
    }
    let sent = call.header(header::CONTENT_TYPE).unwrap_or_default();
    if endpoint.has_body() && sent != MEDIA_TYPE {
        return Err(Refusal::UnsupportedMediaType(sent.to_owned()));
    }
    Ok(())
}
