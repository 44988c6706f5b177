use super::{scope::ACCEPTED, store::Webhook};

/// The hosts of a mid-sized merchant, and the sandbox's own receiver.
const HOSTS: [&str; 4] = [
    "hooks.example-erp.com/ikas",
    "receiver.example/ikas",
    "wms.example-logistics.com/in",
    "bi.example-analytics.com/events",
];

/// `count` webhooks: every scope in turn, each round at further endpoints. One in ten is marked as
/// deleted.
pub(crate) fn webhooks(app: &str, count: usize) -> impl Iterator<Item = Webhook> {
    ACCEPTED
        .iter()
        .cycle()
        .zip(1..=count)
        .map(|(scope, number)| {
            let host = HOSTS[number % HOSTS.len()];
            let endpoint = format!("https://{host}/{}/{number}", scope.replace('/', "-"));
            Webhook {
                deleted: number % 10 == 0,
                ..Webhook::new(app, scope, &endpoint)
            }
        })
}
