//! The blocks of the contract, and what many tests begin with.

use pegboard::platform::{Learned, sentera};
use pegboard::subscription::{Attribute, Attributes, Draft};
use pegboard::validation::{Valid, validate};
use serde_json::Value;

use crate::contract::Contract;
use crate::graphql::Sdl;
use crate::sample::reply;

pub const CONTRACT: Contract = Contract("sentera");
pub const API: &str = "https://api.sentera.com/graphql";
pub const ENDPOINT: &str = "https://example.com/webhooks";
pub const ORGANIZATION: &str = "6aeagny_OR_w3njAcmeGrand_CV_deve_ef64a0fce_220112_111024";
pub const SUBSCRIPTION: &str = "b6i0chc_WS_w3njAcmeGrand_CV_deve_85c3a6365_220131_132709";

pub fn text(name: &str) -> String {
    CONTRACT.text(name)
}

pub fn json(name: &str) -> Value {
    serde_json::from_str(&text(name)).unwrap()
}

/// The operation of a block: `create` of `response=sentera.create/doc`.
pub fn operation_of(block: &str) -> String {
    let (_, name) = block.split_once("=sentera.").unwrap();
    let (name, _) = name.split_once('/').unwrap_or((name, ""));
    text(&format!("op=sentera.{name}"))
}

/// The documented schema.
pub fn sdl() -> Sdl {
    Sdl::new(&text("schema=sentera"))
}

/// The documented schema with the lists that it may have (section 2.1).
pub fn listing() -> Sdl {
    Sdl::new(&[text("schema=sentera"), text("schema=sentera-discovery")].concat())
}

/// The schema with lists, changed.
pub fn changed(changes: &[(&str, &str)]) -> Sdl {
    let mut schema = [text("schema=sentera"), text("schema=sentera-discovery")].concat();
    for (old, new) in changes {
        assert!(schema.contains(old), "{old}");
        schema = schema.replace(old, new);
    }
    Sdl::new(&schema)
}

/// What a schema has to say of itself, asked until it has no more, and how often it was asked.
pub fn learned(sdl: &Sdl) -> (Learned, usize) {
    let mut learned = Learned::default();
    let mut asked = 0;
    while let Some(request) = sentera::learn(API, &learned) {
        asked += 1;
        assert!(asked < 4, "it asks for ever");
        let answer = sdl.introspect(&request);
        learned = sentera::read_learned(&reply(200, answer), learned);
    }
    (learned, asked)
}

/// What a person typed, after validation.
pub fn valid(events: &[&str], endpoint: &str) -> Valid {
    let events = events.iter().map(|event| (*event).to_owned()).collect();
    let draft = Draft {
        events,
        endpoint: endpoint.to_owned(),
        ..Draft::default()
    };
    validate(&draft, &sentera::rules(&Learned::default(), false)).unwrap()
}

/// The same with callback authentication.
pub fn authenticated(learned: &Learned, fields: &[(&str, &str)]) -> Valid {
    let mut attributes = Attributes::default();
    for (name, text) in fields {
        attributes.set(
            Attribute::Authentication((*name).to_owned()),
            (*text).to_owned(),
        );
    }
    let draft = Draft {
        events: vec!["TASK_MODIFIED".to_owned()],
        endpoint: ENDPOINT.to_owned(),
        attributes,
        ..Draft::default()
    };
    validate(&draft, &sentera::rules(learned, false)).unwrap()
}
