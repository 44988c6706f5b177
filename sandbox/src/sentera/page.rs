use async_graphql::{InputObject, OutputType, SimpleObject};

use super::{event::WebhookEvent, organization, subscription::WebhookSubscription};

/// The largest page; more is cut, Sentera contract, section 11.2.
const LARGEST: i32 = 1000;

/// Which part of a result is asked for, counted from page 1.
#[derive(Clone, Copy, InputObject)]
#[graphql(rename_fields = "snake_case")]
pub(crate) struct Pagination {
    page: i32,
    page_size: i32,
}

/// One page of a result.
#[derive(SimpleObject)]
#[expect(
    clippy::duplicated_attributes,
    reason = "two schemas have an OrganizationsQueryResult, each of its own organizations"
)]
#[graphql(
    rename_fields = "snake_case",
    concrete(name = "OrganizationsQueryResult", params(organization::Item)),
    concrete(name = "OrganizationsQueryResult", params(organization::ListingItem)),
    concrete(name = "WebhookEventsQueryResult", params(WebhookEvent)),
    concrete(name = "WebhookSubscriptionsQueryResult", params(WebhookSubscription))
)]
pub(crate) struct Page<T: OutputType> {
    page: i32,
    page_size: i32,
    present: bool,
    results: Vec<T>,
    total_count: i32,
}

impl<T: OutputType> Page<T> {
    /// The part of `all` that is asked for.
    pub fn of(all: impl ExactSizeIterator<Item = T>, pagination: Pagination) -> Self {
        let page = pagination.page.max(1);
        let page_size = pagination.page_size.clamp(0, LARGEST);
        let size = usize::try_from(page_size).unwrap_or_default();
        let before = usize::try_from(page - 1)
            .unwrap_or_default()
            .saturating_mul(size);
        let total_count = i32::try_from(all.len()).unwrap_or(i32::MAX);
        let results: Vec<T> = all.skip(before).take(size).collect();
        Self {
            page,
            page_size,
            present: !results.is_empty(),
            results,
            total_count,
        }
    }
}
