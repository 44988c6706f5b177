use serde::Serialize;
use uuid::Uuid;

use super::{
    endpoint,
    refusal::Refusal,
    sales_channel::SalesChannel,
    scope,
    switches::{Missing, Saving, Switches},
    token::Token,
    version::Version,
};
use crate::clock;

/// A registration: one scope, one endpoint, with the sales channels that the API never returns.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Webhook {
    pub id: String,
    pub scope: String,
    pub endpoint: String,
    /// Milliseconds since 1970.
    pub created_at: i64,
    /// Milliseconds since 1970.
    pub updated_at: i64,
    pub deleted: bool,
    /// Empty for all sales channels.
    pub sales_channel_ids: Vec<String>,
    #[serde(skip)]
    pub app: String,
}

impl Webhook {
    /// A new registration under a new id, for all sales channels.
    #[must_use]
    pub fn new(app: &str, scope: &str, endpoint: &str) -> Self {
        let now = clock::epoch_millis();
        Self {
            id: Uuid::new_v4().to_string(),
            scope: scope.to_owned(),
            endpoint: endpoint.to_owned(),
            created_at: now,
            updated_at: now,
            deleted: false,
            sales_channel_ids: Vec::new(),
            app: app.to_owned(),
        }
    }
}

/// What a save asks for, as received.
pub(crate) struct Save {
    pub endpoint: String,
    pub scopes: Vec<String>,
    pub sales_channel_ids: Vec<String>,
}

/// An app of the merchant, by its `authorizedAppId`.
#[derive(Clone, Debug)]
pub(crate) struct App {
    pub id: &'static str,
    pub removed: bool,
}

/// What ikas has stored. Webhooks stand in the order of their creation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Store {
    pub apps: Vec<App>,
    pub tokens: Vec<Token>,
    pub sales_channels: Vec<SalesChannel>,
    pub webhooks: Vec<Webhook>,
}

impl Store {
    pub fn token(&self, value: &str) -> Option<&Token> {
        self.tokens.iter().find(|token| token.value == value)
    }

    pub fn app(&mut self, id: &str) -> Option<&mut App> {
        self.apps.iter_mut().find(|app| app.id == id)
    }

    /// An app that was not removed.
    pub fn installed(&self, id: &str) -> bool {
        self.apps.iter().any(|app| app.id == id && !app.removed)
    }

    pub fn of<'a>(&'a self, app: &'a str) -> impl Iterator<Item = &'a Webhook> {
        self.webhooks.iter().filter(move |known| known.app == app)
    }

    pub fn webhook(&mut self, id: &str) -> Option<&mut Webhook> {
        self.webhooks.iter_mut().find(|known| known.id == id)
    }

    /// Registers every scope for the endpoint, and returns one row for each, section 11.2.
    pub fn save(
        &mut self,
        app: &str,
        save: &Save,
        version: Version,
        switches: &Switches,
    ) -> Result<Vec<Webhook>, Refusal> {
        if !self.installed(app) {
            return Err(Refusal::AppNotFound);
        }
        self.check(save, version)?;
        let refused = |scope: &String| self.refusal(app, scope, &save.endpoint, switches.saving);
        let (good, bad): (Vec<_>, Vec<_>) = save
            .scopes
            .iter()
            .partition(|scope| refused(scope).is_none());
        // A save in which nothing is good is refused in either reading.
        if let Some(refusal) = bad.first().and_then(|scope| refused(scope))
            && (good.is_empty() || !switches.save_the_good)
        {
            return Err(refusal);
        }
        let rows = good.into_iter();
        Ok(rows
            .map(|scope| self.register(app, scope, save, switches.saving))
            .collect())
    }

    /// Removes every registration of these scopes. The answer is what the API answers.
    pub fn delete(
        &mut self,
        app: &str,
        scopes: &[String],
        switches: &Switches,
    ) -> Result<bool, Refusal> {
        if !self.installed(app) {
            return Err(Refusal::AppNotFound);
        }
        let registered =
            |known: &Webhook| known.app == app && !known.deleted && scopes.contains(&known.scope);
        let found = self.webhooks.iter().any(registered);
        if switches.keep_deleted {
            let now = clock::epoch_millis();
            for known in self.webhooks.iter_mut().filter(|known| registered(known)) {
                known.deleted = true;
                known.updated_at = now;
            }
        } else {
            self.webhooks.retain(|known| !registered(known));
        }
        match (found, switches.missing) {
            (true, _) | (false, Missing::True) => Ok(true),
            (false, Missing::False) => Ok(false),
            (false, Missing::Error) => Err(Refusal::InvalidArgument {
                property: "scopes",
                constraint: "isRegistered",
                message: "scopes must be registered",
            }),
        }
    }

    fn check(&self, save: &Save, version: Version) -> Result<(), Refusal> {
        let invalid = |property, constraint, message| {
            Err(Refusal::InvalidArgument {
                property,
                constraint,
                message,
            })
        };
        if let Some(message) = endpoint::problem(&save.endpoint, version) {
            return invalid("endpoint", "isUrl", message);
        }
        if save.scopes.is_empty() {
            return invalid("scopes", "arrayNotEmpty", "scopes should not be empty");
        }
        let known = |id: &String| self.sales_channels.iter().any(|channel| channel.id == *id);
        if !save.sales_channel_ids.iter().all(known) {
            let message = "salesChannelIds must be ids of sales channels";
            return invalid("salesChannelIds", "isIn", message);
        }
        Ok(())
    }

    fn refusal(&self, app: &str, scope: &str, endpoint: &str, saving: Saving) -> Option<Refusal> {
        if !scope::is_accepted(scope) {
            return Some(Refusal::InvalidScope);
        }
        let elsewhere =
            |known: &Webhook| known.scope == scope && known.endpoint != endpoint && !known.deleted;
        (saving == Saving::Refuse && self.of(app).any(elsewhere)).then_some(
            Refusal::InvalidArgument {
                property: "scopes",
                constraint: "isUnique",
                message: "scopes must not be registered already",
            },
        )
    }

    fn register(&mut self, app: &str, scope: &str, save: &Save, saving: Saving) -> Webhook {
        let same = |known: &&mut Webhook| {
            let replaced = saving != Saving::Append || known.endpoint == save.endpoint;
            known.app == app && known.scope == scope && replaced
        };
        if let Some(known) = self.webhooks.iter_mut().find(same) {
            known.endpoint.clone_from(&save.endpoint);
            known.sales_channel_ids.clone_from(&save.sales_channel_ids);
            known.updated_at = clock::epoch_millis();
            known.deleted = false;
            return known.clone();
        }
        let mut created = Webhook::new(app, scope, &save.endpoint);
        created
            .sales_channel_ids
            .clone_from(&save.sales_channel_ids);
        self.webhooks.push(created.clone());
        created
    }
}
