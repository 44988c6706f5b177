use std::collections::HashMap;

use serde::Serialize;
use serde_json::Value;
use url::Url;
use uuid::Uuid;

use super::{
    owner::Owner,
    queue::Queue,
    refusal::Refusal,
    token::{Scope, Token},
};

/// The longest event type that is stored, in characters (an assumption, section 12.2).
const LONGEST_TYPE: usize = 255;

/// A stored subscription, with what the API never returns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Subscription {
    pub id: String,
    /// The event type; a string that somebody stored, not one of a list.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub health: Option<String>,
    #[serde(rename = "endPoint")]
    pub end_point: String,
    /// Custom headers as given, in their order.
    pub headers: Option<Value>,
    #[serde(skip)]
    pub owner: Owner,
}

impl Subscription {
    /// A new subscription under a new id. It is HEALTHY, as the create pages show it.
    #[must_use]
    pub fn new(owner: Owner, kind: &str, end_point: &str) -> Self {
        Self {
            id: format!("wh_{}", Uuid::new_v4()),
            kind: Some(kind.to_owned()),
            health: Some("HEALTHY".to_owned()),
            end_point: end_point.to_owned(),
            headers: None,
            owner,
        }
    }
}

/// What a create call asks for, as received.
#[derive(Clone, Debug)]
pub(crate) struct NewSubscription {
    pub end_point: String,
    pub kind: Option<String>,
    pub headers: Option<Value>,
}

/// An integration as section 3.5 shows it.
#[derive(Clone, Debug)]
pub(crate) struct IntegrationRecord {
    pub id: String,
    pub name: String,
    pub kind: String,
}

/// What HappyColis has stored. Subscriptions stand in the order of their creation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Store {
    pub integrations: Vec<IntegrationRecord>,
    pub tokens: Vec<Token>,
    pub subscriptions: Vec<Subscription>,
    pub queues: HashMap<Owner, Queue>,
}

impl Store {
    pub fn token(&self, value: &str) -> Option<&Token> {
        self.tokens.iter().find(|token| token.value == value)
    }

    /// The owner of this id, of either kind.
    pub fn owner(&self, id: &str) -> Option<Owner> {
        let owners = self.tokens.iter().map(|token| &token.owner);
        owners.into_iter().find(|owner| owner.id() == id).cloned()
    }

    pub fn of<'a>(&'a self, owner: &'a Owner) -> impl Iterator<Item = &'a Subscription> {
        self.subscriptions
            .iter()
            .filter(move |subscription| subscription.owner == *owner)
    }

    /// The subscription of this id, whoever owns it.
    pub fn subscription(&mut self, id: &str) -> Option<&mut Subscription> {
        self.subscriptions.iter_mut().find(|known| known.id == id)
    }

    /// The queue of this owner; every owner has one.
    pub fn queue(&mut self, owner: &Owner) -> &mut Queue {
        self.queues.entry(owner.clone()).or_default()
    }

    /// The organization that an owner belongs to.
    pub fn organization(&self, owner: &Owner) -> &str {
        let token = self.tokens.iter().find(|token| token.owner == *owner);
        token.map_or("", |token| token.organization)
    }

    /// An integration that `owner` is. Another one's is as unknown as none.
    pub fn integration(&self, owner: &Owner, id: &str) -> Result<&IntegrationRecord, Refusal> {
        self.integrations
            .iter()
            .find(|record| record.id == id && owner.id() == id)
            .ok_or(Refusal::IntegrationNotFound)
    }

    /// Stores what a create call asks for.
    pub fn create(&mut self, owner: &Owner, new: NewSubscription) -> Result<Subscription, Refusal> {
        check_end_point(&new.end_point)?;
        let kind = new.kind.unwrap_or_default();
        if kind.is_empty() {
            return Err(Refusal::TypeMissing);
        }
        if kind.chars().count() > LONGEST_TYPE {
            return Err(Refusal::TypeTooLong);
        }
        if !matches!(new.headers, None | Some(Value::Object(_) | Value::Null)) {
            return Err(Refusal::HeadersNotObject);
        }
        if self
            .of(owner)
            .any(|known| known.kind.as_ref() == Some(&kind))
        {
            return Err(Refusal::Conflict);
        }
        let mut created = Subscription::new(owner.clone(), &kind, &new.end_point);
        created.headers = new.headers.filter(|headers| *headers != Value::Null);
        self.subscriptions.push(created.clone());
        Ok(created)
    }

    /// Removes a subscription of `owner`, and its messages that wait. A blocked queue stays blocked
    /// (an assumption, section 12.2).
    pub fn remove(&mut self, owner: &Owner, id: &str) -> Result<Subscription, Refusal> {
        let at = self
            .subscriptions
            .iter()
            .position(|subscription| subscription.id == id)
            .ok_or(Refusal::RemoveNotFound)?;
        if self.subscriptions[at].owner != *owner {
            return Err(Refusal::RemoveMismatch);
        }
        self.queue(owner).forget(id);
        Ok(self.subscriptions.remove(at))
    }
}

impl Token {
    /// Refuses a token without this scope.
    pub fn require(&self, scope: Scope) -> Result<(), Refusal> {
        if self.scopes.contains(&scope) {
            Ok(())
        } else {
            Err(Refusal::InsufficientScope(scope))
        }
    }
}

/// The endpoint has to be a URL, and HTTPS. The contract documents no further rule.
fn check_end_point(end_point: &str) -> Result<(), Refusal> {
    let url = Url::parse(end_point).map_err(|_| Refusal::InvalidUrl)?;
    if url.scheme() == "https" {
        Ok(())
    } else {
        Err(Refusal::NotHttps)
    }
}
