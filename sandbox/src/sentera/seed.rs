use super::{
    event::{Event, EventStatus, EventType},
    store::Store,
    subscription::Subscription,
};

/// The hosts of a mid-sized grower, and the sandbox's own receiver.
const HOSTS: [&str; 3] = [
    "receiver.example/sentera",
    "tasks.example-agronomy.com/webhooks",
    "hooks.example-erp.com/sentera",
];

/// Which event types a subscription has, in turn.
const KINDS: [&[EventType]; 3] = [
    &[EventType::TaskModified],
    &[EventType::FeatureSetCreated, EventType::TaskModified],
    &[EventType::FeatureSetCreated],
];

/// Adds `count` subscriptions with one event each; one event in ten failed, and one in twenty-five
/// waits.
pub(crate) fn fill(store: &mut Store, organization: &str, count: usize) {
    for number in 1..=count {
        let host = HOSTS[number % HOSTS.len()];
        let kinds = KINDS[number % KINDS.len()];
        let url = format!("https://{host}/{number}");
        let subscription = Subscription::new(organization, &url, kinds);
        let (status, attempts) = match number {
            _ if number % 25 == 0 => (EventStatus::Pending, 0),
            _ if number % 10 == 0 => (EventStatus::Failed, 3),
            _ => (EventStatus::Succeeded, 1),
        };
        store.events.push(Event {
            status,
            attempts,
            ..Event::new(&subscription.sentera_id, kinds[0])
        });
        store.subscriptions.push(subscription);
    }
}
