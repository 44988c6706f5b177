use serde_json::Value;

use super::{
    platform::{PlatformControl, Switched},
    unknown::Unknown,
};
use crate::{
    OrderedJson,
    happycolis::{HappyColis, MessageHeader, Owner, QueueView, Subscription, Switches, seed},
};

/// The controls of HappyColis. An owner is named by the id of an integration or OAuth client.
pub type HappyColisControl = PlatformControl<HappyColis>;

impl Switched for HappyColis {
    type Switches = Switches;

    fn with_switches<T>(&self, work: impl FnOnce(&mut Switches) -> T) -> T {
        work(&mut self.state().switches)
    }
}

impl HappyColisControl {
    /// The schema that the platform really executes, as SDL.
    #[must_use]
    pub fn sdl(&self) -> String {
        self.platform.sdl()
    }

    /// What is stored for an owner, in order of creation, headers included.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn subscriptions(&self, owner: &str) -> Result<Vec<Subscription>, Unknown> {
        let owner = self.owner(owner)?;
        Ok(self.platform.state().store.of(&owner).cloned().collect())
    }

    /// Adds `count` subscriptions, a realistic mix, each of a type the owner does not have yet.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn seed(&self, owner: &str, count: usize) -> Result<(), Unknown> {
        let owner = self.owner(owner)?;
        let store = &mut self.platform.state().store;
        let kinds: std::collections::HashSet<String> = store
            .of(&owner)
            .filter_map(|known| known.kind.clone())
            .collect();
        let seeds = seed::subscriptions(&owner, count, |kind| kinds.contains(kind));
        store.subscriptions.extend(seeds);
        Ok(())
    }

    /// Removes all subscriptions of an owner.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn clear(&self, owner: &str) -> Result<(), Unknown> {
        let owner = self.owner(owner)?;
        let store = &mut self.platform.state().store;
        let ids: Vec<String> = store.of(&owner).map(|known| known.id.clone()).collect();
        for id in ids {
            // Each of them is the owner's, so none can be refused.
            let _ = store.remove(&owner, &id);
        }
        Ok(())
    }

    /// Another person's create: stored as it is given, whatever the rules of the API say.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn insert(
        &self,
        owner: &str,
        kind: &str,
        end_point: &str,
        headers: Option<Value>,
    ) -> Result<Subscription, Unknown> {
        let owner = self.owner(owner)?;
        let inserted = Subscription {
            headers,
            ..Subscription::new(owner, kind, end_point)
        };
        self.platform
            .state()
            .store
            .subscriptions
            .push(inserted.clone());
        Ok(inserted)
    }

    /// Another person's remove.
    ///
    /// # Errors
    /// `Unknown::Subscription`.
    pub fn remove(&self, id: &str) -> Result<Subscription, Unknown> {
        let store = &mut self.platform.state().store;
        let owner = store.subscription(id).map(|known| known.owner.clone());
        let unknown = || Unknown::Subscription(id.to_owned());
        store
            .remove(&owner.ok_or_else(unknown)?, id)
            .map_err(|_| unknown())
    }

    /// Sets the health of a subscription: any string, or none.
    ///
    /// # Errors
    /// `Unknown::Subscription`.
    pub fn set_health(&self, id: &str, health: Option<&str>) -> Result<(), Unknown> {
        let store = &mut self.platform.state().store;
        let known = store
            .subscription(id)
            .ok_or_else(|| Unknown::Subscription(id.to_owned()))?;
        known.health = health.map(ToOwned::to_owned);
        Ok(())
    }

    /// Lets a token expire now.
    ///
    /// # Errors
    /// `Unknown::Token`.
    pub fn expire(&self, token: &str) -> Result<(), Unknown> {
        let store = &mut self.platform.state().store;
        let known = store.tokens.iter_mut().find(|known| known.value == token);
        known.ok_or(Unknown::Token)?.expired = true;
        Ok(())
    }

    /// Lets an event happen: queues its delivery where the owner has a subscription of this type,
    /// and returns the header of the message.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn fire(
        &self,
        owner: &str,
        kind: &str,
        body: OrderedJson,
    ) -> Result<Option<MessageHeader>, Unknown> {
        Ok(self.platform.fire(&self.owner(owner)?, kind, body))
    }

    /// The queue of an owner as it stands.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn queue(&self, owner: &str) -> Result<QueueView, Unknown> {
        let owner = self.owner(owner)?;
        Ok(self.platform.state().store.queue(&owner).view())
    }

    /// Waits until the queue of an owner is empty or blocked.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub async fn settled(&self, owner: &str) -> Result<QueueView, Unknown> {
        let owner = self.owner(owner)?;
        Ok(self.platform.courier().settled(&owner).await)
    }

    /// What an operator does to a blocked queue: the failed message is tried first, then the rest.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn unblock(&self, owner: &str) -> Result<(), Unknown> {
        let owner = self.owner(owner)?;
        self.platform.state().store.queue(&owner).unblock();
        self.platform.courier().start(&owner);
        Ok(())
    }

    fn owner(&self, id: &str) -> Result<Owner, Unknown> {
        let owner = self.platform.state().store.owner(id);
        owner.ok_or_else(|| Unknown::Owner(id.to_owned()))
    }
}
