use super::{
    event::{Event, EventType},
    organization::Organization,
    refusal::Refusal,
    subscription::Subscription,
    token::Token,
};

/// The most ids that one removal takes, Sentera contract, section 8.
const MOST_IDS: usize = 100;

/// What Sentera has stored. Everything stands in the order of its creation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Store {
    pub organizations: Vec<Organization>,
    pub tokens: Vec<Token>,
    pub subscriptions: Vec<Subscription>,
    pub events: Vec<Event>,
}

impl Store {
    pub fn token(&self, value: &str) -> Option<&Token> {
        self.tokens.iter().find(|token| token.value == value)
    }

    pub fn organization(&self, id: &str) -> Option<&Organization> {
        self.organizations.iter().find(|known| known.id == id)
    }

    /// Whether `organization` stands somewhere below `ancestor`.
    pub fn is_below(&self, organization: &str, ancestor: &str) -> bool {
        let parent = self
            .organization(organization)
            .and_then(|known| known.parent);
        parent.is_some_and(|parent| parent == ancestor || self.is_below(parent, ancestor))
    }

    pub fn of<'a>(&'a self, organization: &'a str) -> impl Iterator<Item = &'a Subscription> {
        let subscriptions = self.subscriptions.iter();
        subscriptions.filter(move |known| known.organization == organization)
    }

    pub fn subscription(&mut self, id: &str) -> Option<&mut Subscription> {
        let mut subscriptions = self.subscriptions.iter_mut();
        subscriptions.find(|known| known.sentera_id == id)
    }

    /// The events of a subscription, the newest first.
    pub fn events_of<'a>(&'a self, subscription: &'a str) -> impl Iterator<Item = &'a Event> {
        let events = self.events.iter().rev();
        events.filter(move |event| event.subscription == subscription)
    }

    /// Stores what a create call asks for.
    pub fn create(&mut self, token: &Token, new: Subscription) -> Result<Subscription, Refusal> {
        self.access(token, &new.organization)?;
        if new.event_types.is_empty() {
            return Err(Refusal::EventTypesEmpty);
        }
        self.subscriptions.push(new.clone());
        Ok(new)
    }

    /// Changes what is given and leaves the rest.
    pub fn update(
        &mut self,
        token: &Token,
        id: &str,
        callback_url: Option<String>,
        event_types: Option<Vec<EventType>>,
    ) -> Result<Subscription, Refusal> {
        if callback_url.is_none() && event_types.is_none() {
            return Err(Refusal::UpdateNothing);
        }
        let known = self.subscription(id);
        let known = known.filter(|known| token.can_access(&known.organization));
        let known = known.ok_or(Refusal::SubscriptionNotFound)?;
        if event_types.as_ref().is_some_and(Vec::is_empty) {
            return Err(Refusal::EventTypesEmpty);
        }
        if let Some(callback_url) = callback_url {
            known.callback_url = callback_url;
        }
        if let Some(event_types) = event_types {
            known.event_types = event_types;
        }
        Ok(known.clone())
    }

    /// Removes those of these subscriptions that the organization has, and returns them.
    pub fn delete(
        &mut self,
        token: &Token,
        organization: &str,
        ids: &[String],
    ) -> Result<Vec<Subscription>, Refusal> {
        if ids.len() > MOST_IDS {
            return Err(Refusal::TooManyIds);
        }
        self.access(token, organization)?;
        let (deleted, kept) = std::mem::take(&mut self.subscriptions)
            .into_iter()
            .partition(|known| {
                known.organization == organization && ids.contains(&known.sentera_id)
            });
        self.subscriptions = kept;
        Ok(deleted)
    }

    fn access(&self, token: &Token, organization: &str) -> Result<(), Refusal> {
        let there = self.organization(organization).is_some() && token.can_access(organization);
        there.then_some(()).ok_or(Refusal::OrganizationNotFound)
    }
}
