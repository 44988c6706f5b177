use std::collections::HashSet;

use super::{
    environment::Environment,
    record::{Kind, Record},
    token::Token,
};

/// What Commerce Layer has stored, in the order of creation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Store {
    pub tokens: Vec<Token>,
    pub webhooks: Vec<Record>,
    pub callbacks: Vec<Record>,
    /// The webhooks that cannot be deleted.
    pub locked: HashSet<String>,
}

impl Store {
    /// The token that is good for this organization.
    pub fn token(&self, value: &str, slug: &str) -> Option<&Token> {
        self.tokens.iter().find(|token| {
            token.value == value && !token.expired && token.environment.slug() == slug
        })
    }

    /// The resources of one environment.
    pub fn of(&self, kind: Kind, environment: Environment) -> impl Iterator<Item = &Record> {
        let records = match kind {
            Kind::Webhook => &self.webhooks,
            Kind::EventCallback => &self.callbacks,
        };
        records
            .iter()
            .filter(move |record| record.environment == environment)
    }

    /// The resource of this id, which an environment has.
    pub fn find(&self, kind: Kind, environment: Environment, id: &str) -> Option<&Record> {
        self.of(kind, environment).find(|record| record.id == id)
    }

    /// The webhook of this id, whatever environment it is in.
    pub fn webhook(&mut self, id: &str) -> Option<&mut Record> {
        self.webhooks.iter_mut().find(|record| record.id == id)
    }

    /// Removes a webhook; its event callbacks stay, as a log does.
    pub fn remove(&mut self, id: &str) -> Option<Record> {
        let at = self.webhooks.iter().position(|record| record.id == id)?;
        self.locked.remove(id);
        Some(self.webhooks.remove(at))
    }
}
