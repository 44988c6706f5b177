use super::{
    platform::{PlatformControl, Switched},
    unknown::Unknown,
};
use crate::sentera::{Event, EventStatus, EventType, Sentera, Subscription, Switches, seed};

/// The controls of Sentera. Organizations and subscriptions are named by their `sentera_id`.
pub type SenteraControl = PlatformControl<Sentera>;

impl Switched for Sentera {
    type Switches = Switches;

    fn with_switches<T>(&self, work: impl FnOnce(&mut Switches) -> T) -> T {
        work(&mut self.state().switches)
    }
}

impl SenteraControl {
    /// The schema that is executed as the switches stand, as SDL.
    #[must_use]
    pub fn sdl(&self) -> String {
        self.platform.sdl()
    }

    /// What is stored for an organization, in order of creation, authentication included.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn subscriptions(&self, organization: &str) -> Result<Vec<Subscription>, Unknown> {
        self.known(organization)?;
        let store = &self.platform.state().store;
        Ok(store.of(organization).cloned().collect())
    }

    /// The events of a subscription, the newest first.
    #[must_use]
    pub fn events(&self, subscription: &str) -> Vec<Event> {
        let store = &self.platform.state().store;
        store.events_of(subscription).cloned().collect()
    }

    /// Adds `count` subscriptions with one event each, a realistic mix.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn seed(&self, organization: &str, count: usize) -> Result<(), Unknown> {
        self.known(organization)?;
        seed::fill(&mut self.platform.state().store, organization, count);
        Ok(())
    }

    /// Removes all subscriptions of an organization.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn clear(&self, organization: &str) -> Result<(), Unknown> {
        self.known(organization)?;
        let subscriptions = &mut self.platform.state().store.subscriptions;
        subscriptions.retain(|known| known.organization != organization);
        Ok(())
    }

    /// Another person's create: stored as it is given, whatever the rules of the API say.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn insert(
        &self,
        organization: &str,
        callback_url: &str,
        event_types: &[EventType],
    ) -> Result<Subscription, Unknown> {
        self.known(organization)?;
        let inserted = Subscription::new(organization, callback_url, event_types);
        let subscriptions = &mut self.platform.state().store.subscriptions;
        subscriptions.push(inserted.clone());
        Ok(inserted)
    }

    /// Another person's remove.
    ///
    /// # Errors
    /// `Unknown::Subscription`.
    pub fn remove(&self, id: &str) -> Result<Subscription, Unknown> {
        let subscriptions = &mut self.platform.state().store.subscriptions;
        let at = subscriptions
            .iter()
            .position(|known| known.sentera_id == id);
        let at = at.ok_or_else(|| Unknown::Subscription(id.to_owned()))?;
        Ok(subscriptions.remove(at))
    }

    /// Another person's change.
    ///
    /// # Errors
    /// `Unknown::Subscription`.
    pub fn change(
        &self,
        id: &str,
        change: impl FnOnce(&mut Subscription),
    ) -> Result<Subscription, Unknown> {
        let store = &mut self.platform.state().store;
        let known = store.subscription(id);
        let known = known.ok_or_else(|| Unknown::Subscription(id.to_owned()))?;
        change(known);
        Ok(known.clone())
    }

    /// Stores an event of a subscription as it is given, without a delivery.
    ///
    /// # Errors
    /// `Unknown::Subscription`.
    pub fn record(
        &self,
        subscription: &str,
        kind: EventType,
        status: EventStatus,
        attempts: i32,
    ) -> Result<Event, Unknown> {
        let store = &mut self.platform.state().store;
        let known = store.subscription(subscription).is_some();
        let unknown = || Unknown::Subscription(subscription.to_owned());
        known.then_some(()).ok_or_else(unknown)?;
        let event = Event {
            status,
            attempts,
            ..Event::new(subscription, kind)
        };
        store.events.push(event.clone());
        Ok(event)
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

    /// Lets something happen in an organization, and returns the events that are delivered: one for
    /// each subscription that it reaches.
    ///
    /// # Errors
    /// `Unknown::Owner`.
    pub fn fire(&self, organization: &str, kind: EventType) -> Result<Vec<Event>, Unknown> {
        self.known(organization)?;
        Ok(self.platform.fire(organization, kind))
    }

    /// Waits until every delivery has arrived or was given up.
    pub async fn settled(&self) {
        self.platform.rounds().settled().await;
    }

    fn known(&self, organization: &str) -> Result<(), Unknown> {
        let known = self
            .platform
            .state()
            .store
            .organization(organization)
            .is_some();
        let unknown = || Unknown::Owner(organization.to_owned());
        known.then_some(()).ok_or_else(unknown)
    }
}
