//! Every way into every platform, each with a few subscriptions.

use pegboard::platform::{EventFields, Learned, ListPath, ListPlace, Stage, capabilities};
use pegboard::state::write::{Session, read_list};
use pegboard::subscription::{Access, Instant, Platform, Subscription};

use super::model::{Hook, Model};
use super::wire::Wire;
use super::{commerce_layer, ikas};
use crate::sample::{every_access, session_at, subscription};
use crate::write::run;

pub const LAYER: &str = "https://my-shop.commercelayer.io/api";
pub const SECRET: &str = "1c0994cc4e996e8c";
pub const ORGANIZATION: &str = "6zvlfkp_OR_fvkcReynoldsDyn0k6n_CV_prod_f6d0ffd_170321_042056";
const GRAPHQL: &str = "https://api.example.com/graphql";

/// Where one row is changed and removed.
pub const OLD: &str = "https://old.example.com/";
pub const NEW: &str = "https://new.example.com/";

#[derive(Clone)]
pub struct Ground {
    pub name: String,
    pub session: Session,
    pub model: Model,
    /// What is on the wall.
    pub known: Vec<Subscription>,
    /// The row that is written to.
    pub target: Subscription,
    /// The events of a new one.
    pub events: Vec<String>,
}

pub fn every() -> Vec<Ground> {
    let mut sessions: Vec<(String, Session)> = Vec::new();
    for access in every_access() {
        let api = match access.platform() {
            Platform::CommerceLayer => LAYER,
            _ => GRAPHQL,
        };
        let name = pegboard::text::platform::access(&access);
        let is_listed = matches!(
            &access,
            Access::HappyColis {
                integration: Some(_),
                ..
            }
        );
        let name = if is_listed {
            format!("{name}, listed")
        } else {
            name
        };
        let session = session_at(api, access);
        if session.connection.platform() == Platform::Sentera {
            let learned = discovered().into();
            let session = session.clone();
            sessions.push((
                format!("{name}, discovered"),
                Session { learned, ..session },
            ));
        }
        sessions.push((name, session));
    }
    let grounds = sessions.into_iter();
    grounds
        .map(|(name, session)| ground(name, session))
        .collect()
}

fn discovered() -> Learned {
    Learned {
        stage: Stage::Known,
        list: Some(ListPath {
            place: ListPlace::Query,
            field: "webhook_subscriptions".to_owned(),
            organization: Some("organization_sentera_id".to_owned()),
            paged: true,
            wrapped: true,
            counted: true,
        }),
        reads_events: true,
        event: EventFields {
            plain: "sentera_id type status attempts created_at".to_owned(),
            payload: String::new(),
            counted: true,
        },
        ..Learned::default()
    }
}

fn ground(name: String, session: Session) -> Ground {
    let (old, new): (&[&str], &[&str]) = match session.connection.platform() {
        Platform::HappyColis => (
            &[
                "order/updated",
                "order/completed",
                "product/created",
                "product/updated",
                "shipment/created",
            ],
            &["order/created"],
        ),
        Platform::Ikas => (
            &[
                "store/customer/created",
                "store/customer/updated",
                "store/product/created",
                "store/product/updated",
                "store/stock/created",
            ],
            &["store/order/created", "store/order/updated"],
        ),
        Platform::CommerceLayer => (
            &[
                "orders.approve",
                "orders.cancel",
                "orders.refund",
                "orders.void",
                "orders.place",
            ],
            &["orders.place"],
        ),
        Platform::Sentera => (
            &[
                "TASK_MODIFIED",
                "FEATURE_SET_CREATED",
                "TASK_MODIFIED",
                "FEATURE_SET_CREATED",
                "TASK_MODIFIED",
            ],
            &["TASK_MODIFIED", "FEATURE_SET_CREATED"],
        ),
    };
    let mut model = Model::default();
    for event in old {
        model.add(&[(*event).to_owned()], OLD).name = (*event).to_owned();
    }
    // The fourth stands on the second page; nothing tells its state but what is read of it.
    let at = 3;
    let target = subscription(&model.hooks[at].id, old[at], OLD);
    let mut ground = Ground {
        name,
        session,
        known: Vec::new(),
        target,
        events: new.iter().map(|event| (*event).to_owned()).collect(),
        model,
    };
    ground.look();
    ground
}

impl Ground {
    /// Reads the wall anew, where it can be read.
    pub fn look(&mut self) {
        let wire = Wire::new(self, &[]);
        if let Some(read) = run(read_list(&wire, &self.session, &|_| ())) {
            self.known = read.unwrap().value.subscriptions().cloned().collect();
        } else {
            self.known = vec![self.target.clone()];
        }
        let found = self.known.iter().find(|row| row.id == self.target.id);
        if let Some(found) = found {
            self.target = found.clone();
        }
    }

    /// Whether the wall shows a subscription just as it is.
    pub fn shows(&self, hook: &Hook) -> bool {
        let updated = match self.platform() {
            Platform::Ikas => Some(ikas::updated(hook)),
            Platform::CommerceLayer => Instant::parse(&commerce_layer::updated(hook)),
            // Neither reports a time.
            Platform::HappyColis | Platform::Sentera => None,
        };
        let mut rows = self.known.iter();
        rows.any(|row| {
            let endpoint = row.endpoint.as_deref();
            (row.id.as_str(), endpoint, row.updated) == (&hook.id, Some(&hook.endpoint), updated)
        })
    }

    /// Whether the platform can say what became of a write.
    pub fn can_read_back(&self) -> bool {
        self.session.can_read_back()
    }

    pub fn offers(&self) -> pegboard::platform::Capabilities {
        capabilities(&self.session.connection.access, &self.session.learned)
    }

    pub fn platform(&self) -> Platform {
        self.session.connection.platform()
    }
}
