use serde::Serialize;
use serde_json::{Map, Value};

use super::{
    platform::{PlatformControl, Switched},
    unknown::Unknown,
};
use crate::{
    OrderedJson, clock,
    commerce_layer::{CommerceLayer, Environment, Kind, Record, Switches, fresh, seed},
};

/// The controls of Commerce Layer.
pub type CommerceLayerControl = PlatformControl<CommerceLayer>;

/// A webhook as it is stored.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StoredWebhook {
    pub id: String,
    /// Every attribute, whatever was stored in it.
    pub attributes: Map<String, Value>,
}

impl From<&Record> for StoredWebhook {
    fn from(record: &Record) -> Self {
        Self {
            id: record.id.clone(),
            attributes: record.attributes.clone(),
        }
    }
}

impl Switched for CommerceLayer {
    type Switches = Switches;

    fn with_switches<T>(&self, work: impl FnOnce(&mut Switches) -> T) -> T {
        work(&mut self.state().switches)
    }
}

impl CommerceLayerControl {
    /// The webhooks of an environment, in order of creation.
    #[must_use]
    pub fn webhooks(&self, environment: Environment) -> Vec<StoredWebhook> {
        let state = self.platform.state();
        let webhooks = state.store.of(Kind::Webhook, environment);
        webhooks.map(StoredWebhook::from).collect()
    }

    /// Adds a realistic mix of so many webhooks.
    pub fn seed(&self, environment: Environment, count: usize) {
        let added = seed::webhooks(environment, count);
        self.platform.state().store.webhooks.extend(added);
    }

    /// Removes every webhook and event callback of an environment.
    pub fn clear(&self, environment: Environment) {
        let store = &mut self.platform.state().store;
        for records in [&mut store.webhooks, &mut store.callbacks] {
            records.retain(|record| record.environment != environment);
        }
    }

    /// Another person's create: stored as it is given, whatever the rules of the API say. What is
    /// not given is as on a new webhook.
    pub fn insert(&self, environment: Environment, given: Map<String, Value>) -> StoredWebhook {
        let record = Record::webhook(environment, &fresh(), given);
        let stored = StoredWebhook::from(&record);
        self.platform.state().store.webhooks.push(record);
        stored
    }

    /// Another person's remove.
    ///
    /// # Errors
    /// `Unknown::Webhook`.
    pub fn remove(&self, id: &str) -> Result<StoredWebhook, Unknown> {
        let removed = self.platform.state().store.remove(id);
        removed
            .map(|record| StoredWebhook::from(&record))
            .ok_or_else(|| Unknown::Webhook(id.to_owned()))
    }

    /// Another person's change: attributes as they are given, and a new `updated_at`.
    ///
    /// # Errors
    /// `Unknown::Webhook`.
    pub fn change(&self, id: &str, given: Map<String, Value>) -> Result<(), Unknown> {
        self.with_webhook(id, |webhook| {
            webhook.set("updated_at", clock::iso());
            webhook.attributes.extend(given);
        })
    }

    /// Sets attributes as the platform itself does, such as those of the circuit: `updated_at` stays.
    /// Those in `absent` are left out of every answer from now on.
    ///
    /// # Errors
    /// `Unknown::Webhook`.
    pub fn set(
        &self,
        id: &str,
        given: Map<String, Value>,
        absent: &[String],
    ) -> Result<(), Unknown> {
        self.with_webhook(id, |webhook| {
            webhook.attributes.extend(given);
            webhook.attributes.retain(|name, _| !absent.contains(name));
        })
    }

    /// From now on the API refuses to delete this webhook, with 423.
    ///
    /// # Errors
    /// `Unknown::Webhook`.
    pub fn lock(&self, id: &str) -> Result<(), Unknown> {
        self.with_webhook(id, |_| ())?;
        self.platform.state().store.locked.insert(id.to_owned());
        Ok(())
    }

    /// Lets a token expire now, or be revoked: the API does not tell the two apart.
    ///
    /// # Errors
    /// `Unknown::Token`.
    pub fn expire(&self, token: &str) -> Result<(), Unknown> {
        let store = &mut self.platform.state().store;
        let known = store.tokens.iter_mut().find(|known| known.value == token);
        known.ok_or(Unknown::Token)?.expired = true;
        Ok(())
    }

    /// Lets an event happen: `payload` is the JSON:API document that every webhook of this topic is
    /// sent. Returns their ids.
    pub fn fire(
        &self,
        environment: Environment,
        topic: &str,
        payload: &OrderedJson,
    ) -> Vec<String> {
        self.platform.fire(environment, topic, payload)
    }

    /// Waits until no delivery is under way and no retry is to come.
    pub async fn settled(&self) {
        self.platform.courier().settled().await;
    }

    fn with_webhook(&self, id: &str, work: impl FnOnce(&mut Record)) -> Result<(), Unknown> {
        let mut state = self.platform.state();
        let webhook = state.store.webhook(id);
        work(webhook.ok_or_else(|| Unknown::Webhook(id.to_owned()))?);
        Ok(())
    }
}
