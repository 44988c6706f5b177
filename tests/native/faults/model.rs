//! What a platform holds, in memory, and what it answers to a request.

use pegboard::platform::{Media, Reply, Request};
use pegboard::state::write::Session;
use pegboard::subscription::Platform;
use serde_json::{Value, json};

use super::{commerce_layer, happycolis, ikas, sentera};
use crate::sample::reply;

/// So few rows are on a page, so that a list of a few has several.
pub const PAGE: usize = 2;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hook {
    pub id: String,
    pub events: Vec<String>,
    pub endpoint: String,
    pub name: String,
    pub disabled: bool,
    /// Whether its circuit is open.
    pub open: bool,
    /// Counts the writes to it.
    pub updated: u64,
}

#[derive(Clone, Debug, Default)]
pub struct Model {
    pub hooks: Vec<Hook>,
    written: u64,
    /// Whether somebody else is at it, and not the console.
    pub theirs: bool,
    /// How many the console made, whatever became of them.
    pub made_here: usize,
    /// What somebody else made, changed or removed.
    pub touched: Vec<String>,
}

impl Model {
    pub fn add(&mut self, events: &[String], endpoint: &str) -> &mut Hook {
        self.written += 1;
        let id = format!("wh-{}", self.written);
        self.made_here += usize::from(!self.theirs);
        self.note(&id);
        self.hooks.push(Hook {
            id,
            events: events.to_vec(),
            endpoint: endpoint.to_owned(),
            name: String::new(),
            disabled: false,
            open: false,
            updated: self.written,
        });
        self.hooks.last_mut().unwrap()
    }

    fn note(&mut self, id: &str) {
        if self.theirs {
            self.touched.push(id.to_owned());
        }
    }

    pub fn find(&self, id: &str) -> Option<&Hook> {
        self.hooks.iter().find(|hook| hook.id == id)
    }

    /// The hook to be written to.
    pub fn touch(&mut self, id: &str) -> Option<&mut Hook> {
        self.written += 1;
        self.note(id);
        let hook = self.hooks.iter_mut().find(|hook| hook.id == id)?;
        hook.updated = self.written;
        Some(hook)
    }

    /// Whether there was one.
    pub fn remove(&mut self, id: &str) -> bool {
        self.note(id);
        let before = self.hooks.len();
        self.hooks.retain(|hook| hook.id != id);
        self.hooks.len() < before
    }

    pub fn ids(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = self.hooks.iter().map(|hook| hook.id.as_str()).collect();
        ids.sort_unstable();
        ids
    }

    /// The rows of a page, counted from 1.
    pub fn page(&self, page: usize) -> &[Hook] {
        let from = ((page - 1) * PAGE).min(self.hooks.len());
        &self.hooks[from..(from + PAGE).min(self.hooks.len())]
    }

    /// Does what a request asks, and answers.
    pub fn answer(&mut self, session: &Session, request: &Request) -> Reply {
        if request.media == Media::JsonApi {
            return commerce_layer::answer(self, request);
        }
        let body: Value = serde_json::from_str(&request.body).unwrap();
        let query = body["query"].as_str().unwrap();
        let variables = &body["variables"];
        let data = match session.connection.platform() {
            Platform::HappyColis => happycolis::answer(self, query, variables),
            Platform::Ikas => ikas::answer(self, query, variables),
            _ => sentera::answer(self, query, variables),
        };
        match data {
            Ok(data) => reply(200, json!({ "data": data })),
            Err(error) => reply(200, json!({ "data": null, "errors": [error] })),
        }
    }
}

/// The texts of a list.
pub fn texts(value: &Value) -> Vec<String> {
    let texts = value.as_array().into_iter().flatten();
    texts
        .map(|text| text.as_str().unwrap().to_owned())
        .collect()
}
