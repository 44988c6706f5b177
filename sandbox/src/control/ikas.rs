use super::{
    platform::{PlatformControl, Switched},
    unknown::Unknown,
};
use crate::{
    OrderedJson, clock,
    ikas::{Envelope, Ikas, Switches, Version, Webhook, seed},
};

/// The controls of ikas. An app is named by its `authorizedAppId`.
pub type IkasControl = PlatformControl<Ikas>;

impl Switched for Ikas {
    type Switches = Switches;

    fn with_switches<T>(&self, work: impl FnOnce(&mut Switches) -> T) -> T {
        work(&mut self.state().switches)
    }
}

impl IkasControl {
    /// The schema that a version really executes, as SDL.
    #[must_use]
    pub fn sdl(&self, version: Version) -> String {
        self.platform.sdl(version)
    }

    /// What is stored for an app, in order of creation, sales channels included.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn webhooks(&self, app: &str) -> Result<Vec<Webhook>, Unknown> {
        self.known(app)?;
        Ok(self.platform.state().store.of(app).cloned().collect())
    }

    /// Adds `count` webhooks, a realistic mix; beyond eleven, scopes stand more than once.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn seed(&self, app: &str, count: usize) -> Result<(), Unknown> {
        self.known(app)?;
        let seeds = seed::webhooks(app, count);
        self.platform.state().store.webhooks.extend(seeds);
        Ok(())
    }

    /// Removes all webhooks of an app.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn clear(&self, app: &str) -> Result<(), Unknown> {
        self.known(app)?;
        let webhooks = &mut self.platform.state().store.webhooks;
        webhooks.retain(|known| known.app != app);
        Ok(())
    }

    /// Another person's save: stored as it is given, whatever the rules of the API say.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn insert(&self, app: &str, scope: &str, endpoint: &str) -> Result<Webhook, Unknown> {
        self.known(app)?;
        let inserted = Webhook::new(app, scope, endpoint);
        let webhooks = &mut self.platform.state().store.webhooks;
        webhooks.push(inserted.clone());
        Ok(inserted)
    }

    /// Another person's remove of one row.
    ///
    /// # Errors
    /// `Unknown::Subscription`.
    pub fn remove(&self, id: &str) -> Result<Webhook, Unknown> {
        let webhooks = &mut self.platform.state().store.webhooks;
        let at = webhooks.iter().position(|known| known.id == id);
        let at = at.ok_or_else(|| Unknown::Subscription(id.to_owned()))?;
        Ok(webhooks.remove(at))
    }

    /// Another person's change of one row, which then was updated now.
    ///
    /// # Errors
    /// `Unknown::Subscription`.
    pub fn change(&self, id: &str, change: impl FnOnce(&mut Webhook)) -> Result<Webhook, Unknown> {
        let store = &mut self.platform.state().store;
        let known = store.webhook(id);
        let known = known.ok_or_else(|| Unknown::Subscription(id.to_owned()))?;
        known.updated_at = clock::epoch_millis();
        change(known);
        Ok(known.clone())
    }

    /// Lets a token expire now.
    ///
    /// # Errors
    /// `Unknown::Token`.
    pub fn expire(&self, token: &str) -> Result<(), Unknown> {
        let tokens = &mut self.platform.state().store.tokens;
        let known = tokens.iter_mut().find(|known| known.value == token);
        known.ok_or(Unknown::Token)?.expired = true;
        Ok(())
    }

    /// The merchant removes an app: its webhooks are gone at once and stay gone.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn remove_app(&self, app: &str) -> Result<(), Unknown> {
        self.clear(app)?;
        let store = &mut self.platform.state().store;
        let known = store.app(app);
        known.ok_or_else(|| Unknown::Owner(app.to_owned()))?.removed = true;
        Ok(())
    }

    /// Lets an event happen: delivers it for every registration of the scope, and returns what is
    /// delivered.
    ///
    /// # Errors
    /// `Unknown::Owner`, and `Unknown::Data` for data that JSON cannot carry.
    pub fn fire(
        &self,
        app: &str,
        scope: &str,
        data: &OrderedJson,
    ) -> Result<Vec<Envelope>, Unknown> {
        self.known(app)?;
        self.platform
            .fire(app, scope, data)
            .map_err(|_| Unknown::Data)
    }

    /// Waits until every delivery has arrived or was given up.
    pub async fn settled(&self) {
        self.platform.rounds().settled().await;
    }

    fn known(&self, app: &str) -> Result<(), Unknown> {
        let known = self.platform.state().store.app(app).is_some();
        let unknown = || Unknown::Owner(app.to_owned());
        known.then_some(()).ok_or_else(unknown)
    }
}
