use async_graphql::Error;

/// Why a mutation is refused, in the words of the Sentera contract, section 11.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    UpdateNothing,
    OrganizationNotFound,
    SubscriptionNotFound,
    EventTypesEmpty,
    TooManyIds,
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::new(match refusal {
            Refusal::UpdateNothing => "callback_url or event_types must be provided",
            Refusal::OrganizationNotFound => "Organization not found",
            Refusal::SubscriptionNotFound => "Webhook subscription not found",
            Refusal::EventTypesEmpty => "event_types must not be empty",
            Refusal::TooManyIds => "sentera_ids is limited to a maximum of 100 IDs",
        })
    }
}
