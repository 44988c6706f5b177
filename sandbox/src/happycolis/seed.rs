use super::{owner::Owner, store::Subscription};

/// The documented event types, one per line, `#` for comments.
const EVENT_TYPES: &str = include_str!("event-types.txt");

/// The hosts of a mid-sized merchant, and the sandbox's own receiver.
const HOSTS: [&str; 5] = [
    "hooks.example-erp.com/happycolis",
    "wms.example-logistics.com/in",
    "receiver.example",
    "catalog.example-shop.com/webhooks",
    "bi.example-analytics.com/events",
];

/// `count` subscriptions of event types that are not in `taken`: the documented ones first, then
/// further spellings of them. One in ten is FAILING, one in twenty-five has an unlisted health.
pub(crate) fn subscriptions(
    owner: &Owner,
    count: usize,
    taken: impl Fn(&str) -> bool,
) -> Vec<Subscription> {
    let documented = || EVENT_TYPES.lines().filter(|line| !line.starts_with('#'));
    let further = (2..).flat_map(|round| documented().map(move |kind| format!("{kind}_{round}")));
    documented()
        .map(ToOwned::to_owned)
        .chain(further)
        .filter(|kind| !taken(kind))
        .zip(1..)
        .take(count)
        .map(|(kind, number): (String, usize)| {
            let host = HOSTS[number % HOSTS.len()];
            let end_point = format!("https://{host}/{}", kind.replace(['/', '_'], "-"));
            let health = match number {
                _ if number % 25 == 0 => "DEGRADED",
                _ if number % 10 == 0 => "FAILING",
                _ => "HEALTHY",
            };
            Subscription {
                health: Some(health.to_owned()),
                ..Subscription::new(owner.clone(), &kind, &end_point)
            }
        })
        .collect()
}
