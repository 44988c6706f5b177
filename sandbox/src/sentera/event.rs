use async_graphql::{Enum, ID, InputObject, SimpleObject, Union};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{identifier, scalar::Iso8601DateTime};

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, Serialize, Deserialize)]
#[graphql(name = "WebhookEventType")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EventType {
    /// A feature set was created.
    FeatureSetCreated,
    /// A task was modified.
    TaskModified,
    /// A survey was created.
    SurveyCreated,
}

/// How far an event got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, Serialize, Deserialize)]
#[graphql(name = "WebhookEventStatus")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EventStatus {
    /// The event was not delivered yet.
    Pending,
    /// The callback took the event.
    Succeeded,
    /// The event was given up.
    Failed,
}

/// An event of one subscription, as it is stored.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event {
    pub sentera_id: String,
    /// The id of the subscription.
    pub subscription: String,
    #[serde(rename = "type")]
    pub kind: EventType,
    pub status: EventStatus,
    pub attempts: i32,
    pub created_at: Timestamp,
    pub triggering_object_id: String,
    /// The user who did it.
    pub user: String,
}

impl Event {
    /// An event that happens now to a new object, and waits for its delivery.
    #[must_use]
    pub fn new(subscription: &str, kind: EventType) -> Self {
        let mark = match kind {
            EventType::FeatureSetCreated => "FS",
            EventType::TaskModified => "TA",
            EventType::SurveyCreated => "SU",
        };
        Self {
            sentera_id: identifier::new("WE"),
            subscription: subscription.to_owned(),
            kind,
            status: EventStatus::Pending,
            attempts: 0,
            created_at: Timestamp::now(),
            triggering_object_id: identifier::new(mark),
            user: "1qaz2wsx_US_pegboardDemo".to_owned(),
        }
    }

    /// What is POSTed, section 11.2, item 5.
    pub(super) fn body(&self) -> Value {
        let mut payload = json!({
            "created_by_id": self.user,
            "sentera_id": self.triggering_object_id,
        });
        if self.kind == EventType::TaskModified {
            payload["updated_by_id"] = self.user.clone().into();
        }
        json!({
            "sentera_id": self.sentera_id,
            "type": self.kind,
            "created_at": self.created_at.to_string(),
            "triggering_object_id": self.triggering_object_id,
            "payload": payload,
        })
    }
}

#[derive(SimpleObject)]
#[graphql(rename_fields = "snake_case")]
pub(crate) struct WebhookEvent {
    attempts: i32,
    created_at: Iso8601DateTime,
    payload: WebhookEventPayload,
    sentera_id: ID,
    status: EventStatus,
    triggering_object_id: ID,
    #[graphql(name = "type")]
    kind: EventType,
}

impl From<Event> for WebhookEvent {
    fn from(event: Event) -> Self {
        Self {
            attempts: event.attempts,
            created_at: Iso8601DateTime(event.created_at),
            payload: WebhookEventPayload::of(&event),
            sentera_id: event.sentera_id.into(),
            status: event.status,
            triggering_object_id: event.triggering_object_id.into(),
            kind: event.kind,
        }
    }
}

#[derive(Union)]
enum WebhookEventPayload {
    FeatureSetCreated(FeatureSetCreatedPayload),
    SurveyCreated(SurveyCreatedPayload),
    TaskModified(TaskModifiedPayload),
}

impl WebhookEventPayload {
    fn of(event: &Event) -> Self {
        let created_by_id = ID::from(&event.user);
        let sentera_id = ID::from(&event.triggering_object_id);
        match event.kind {
            EventType::FeatureSetCreated => Self::FeatureSetCreated(FeatureSetCreatedPayload {
                created_by_id,
                sentera_id,
            }),
            EventType::SurveyCreated => Self::SurveyCreated(SurveyCreatedPayload {
                created_by_id,
                sentera_id,
            }),
            EventType::TaskModified => Self::TaskModified(TaskModifiedPayload {
                updated_by_id: created_by_id.clone(),
                created_by_id,
                sentera_id,
            }),
        }
    }
}

#[derive(SimpleObject)]
#[graphql(rename_fields = "snake_case")]
struct TaskModifiedPayload {
    created_by_id: ID,
    sentera_id: ID,
    updated_by_id: ID,
}

#[derive(SimpleObject)]
#[graphql(rename_fields = "snake_case")]
struct SurveyCreatedPayload {
    created_by_id: ID,
    sentera_id: ID,
}

#[derive(SimpleObject)]
#[graphql(rename_fields = "snake_case")]
struct FeatureSetCreatedPayload {
    created_by_id: ID,
    sentera_id: ID,
}

#[derive(InputObject)]
#[graphql(rename_fields = "snake_case")]
pub(crate) struct DateRange {
    start_date: Option<Iso8601DateTime>,
    end_date: Option<Iso8601DateTime>,
}

/// Which events of a subscription are asked for; what is left out filters nothing.
pub(crate) struct EventFilter {
    pub date_range: Option<DateRange>,
    pub kind: Option<EventType>,
    pub status: Option<EventStatus>,
}

impl EventFilter {
    /// Both ends of the range belong to it.
    pub fn fits(&self, event: &Event) -> bool {
        let within = |range: &DateRange| {
            let after = range
                .start_date
                .is_none_or(|start| event.created_at >= start.0);
            after && range.end_date.is_none_or(|end| event.created_at <= end.0)
        };
        self.date_range.as_ref().is_none_or(within)
            && self.kind.is_none_or(|kind| event.kind == kind)
            && self.status.is_none_or(|status| event.status == status)
    }
}
