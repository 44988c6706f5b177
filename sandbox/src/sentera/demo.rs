//! The demo data: the organizations of Sentera's guide, and a user who can access them.

use jiff::Timestamp;

use super::{
    event::{Event, EventStatus, EventType},
    organization::Organization,
    store::Store,
    subscription::Subscription,
    token::Token,
};

/// The organization "Acme".
pub const ACME: &str = "im9b67y_OR_ecg4Acme_CV_deve_87574b995_220203_121010";
/// The organization "Acme Child", below [`ACME`].
pub const ACME_CHILD: &str = "k02cseg_OR_gd2jAcmeChild_CV_deve_87574b995_220203_121010";
/// The organization "Acme Grandchild", below [`ACME_CHILD`].
pub const ACME_GRANDCHILD: &str = "3sxqcro_OR_koviAcmeGrand_CV_deve_87574b995_220203_121010";
/// The organization "Other Farm", which only [`OTHER_TOKEN`] can access.
pub const OTHER_ORGANIZATION: &str = "t9alucp_OR_SHORT3_CV_test_fecc82d0a_201109_160515";

/// Token of a user with the three organizations of the guide.
pub const TOKEN: &str = "pegboard-demo-sentera";
/// Token of the same user that has expired.
pub const EXPIRED_TOKEN: &str = "pegboard-demo-sentera-expired";
/// Token of another user, without those organizations.
pub const OTHER_TOKEN: &str = "pegboard-demo-sentera-other-user";

/// A subscription of [`ACME_CHILD`] that failed once and then succeeded.
pub const SUBSCRIPTION: &str = "b6i0chc_WS_gd2jAcmeChild_CV_deve_85c3a6365_220131_132709";
/// A subscription of [`ACME_CHILD`] that fails.
pub const SECOND_SUBSCRIPTION: &str = "q8w5ndb_WS_gd2jAcmeChild_CV_deve_5d1f0e2b7_220204_091544";

/// Subscription, event type, status, attempts, and when it happened in seconds since 1970.
type Row = (&'static str, EventType, EventStatus, i32, i64);

/// The events of both subscriptions on 3 September 2025, the newest last.
const EVENTS: [Row; 6] = [
    (
        SUBSCRIPTION,
        EventType::FeatureSetCreated,
        EventStatus::Succeeded,
        1,
        1_756_886_400,
    ),
    (
        SUBSCRIPTION,
        EventType::TaskModified,
        EventStatus::Failed,
        3,
        1_756_889_100,
    ),
    (
        SUBSCRIPTION,
        EventType::TaskModified,
        EventStatus::Succeeded,
        2,
        1_756_892_700,
    ),
    (
        SECOND_SUBSCRIPTION,
        EventType::TaskModified,
        EventStatus::Succeeded,
        1,
        1_756_887_300,
    ),
    (
        SECOND_SUBSCRIPTION,
        EventType::TaskModified,
        EventStatus::Pending,
        1,
        1_756_893_000,
    ),
    (
        SECOND_SUBSCRIPTION,
        EventType::TaskModified,
        EventStatus::Failed,
        3,
        1_756_893_600,
    ),
];

/// Organizations, tokens, subscriptions and events as they are after every reset.
pub(crate) fn store() -> Store {
    let organization = |id, name, parent| Organization { id, name, parent };
    let token = |value, organizations: &[&'static str]| Token {
        value,
        organizations: organizations.to_vec(),
        expired: value == EXPIRED_TOKEN,
    };
    let subscription = |id: &str, url: &str, kinds: &[EventType]| Subscription {
        sentera_id: id.to_owned(),
        ..Subscription::new(ACME_CHILD, url, kinds)
    };
    let family = [ACME, ACME_CHILD, ACME_GRANDCHILD];
    Store {
        organizations: vec![
            organization(ACME, "Acme", None),
            organization(ACME_CHILD, "Acme Child", Some(ACME)),
            organization(ACME_GRANDCHILD, "Acme Grandchild", Some(ACME_CHILD)),
            organization(OTHER_ORGANIZATION, "Other Farm", None),
        ],
        tokens: vec![
            token(TOKEN, &family),
            token(EXPIRED_TOKEN, &family),
            token(OTHER_TOKEN, &[OTHER_ORGANIZATION]),
        ],
        subscriptions: vec![
            subscription(
                SUBSCRIPTION,
                "https://receiver.example/sentera",
                &[EventType::FeatureSetCreated, EventType::TaskModified],
            ),
            subscription(
                SECOND_SUBSCRIPTION,
                "https://tasks.example-agronomy.com/webhooks/sentera",
                &[EventType::TaskModified],
            ),
        ],
        events: EVENTS.into_iter().zip(1..).map(event).collect(),
    }
}

fn event(((subscription, kind, status, attempts, at), number): (Row, usize)) -> Event {
    Event {
        sentera_id: format!("q1w2e3r_WE_gd2jAcmeChild_CV_deve_85c3a6365_250903_{number:06}"),
        status,
        attempts,
        created_at: Timestamp::constant(at, 0),
        triggering_object_id: format!("jp3tzd6_TA__CV_deve_68366ac38_201020_{number:06}"),
        ..Event::new(subscription, kind)
    }
}
