use serde_json::{Map, Value, json};

use super::{environment::Environment, identity::fresh, record::Record, topics};

/// The hosts of a mid-sized merchant, and the sandbox's own receiver.
const HOSTS: [&str; 4] = [
    "hooks.example-erp.com/commercelayer",
    "wms.example-logistics.com/in",
    "receiver.example",
    "bi.example-analytics.com/events",
];

/// `count` further webhooks: of twenty, one has an open circuit, one is disabled, and two have failures
/// in a row.
pub(crate) fn webhooks(environment: Environment, count: usize) -> impl Iterator<Item = Record> {
    let topics = topics::all().cycle();
    topics.zip(1..=count).map(move |(topic, number)| {
        let host = HOSTS[number % HOSTS.len()];
        let path = topic.replace(['.', '_'], "-");
        let mut attributes = Map::from_iter([
            ("name".to_owned(), Value::from(format!("Seeded {number}"))),
            ("topic".to_owned(), topic.into()),
            (
                "callback_url".to_owned(),
                format!("https://{host}/{path}").into(),
            ),
        ]);
        let mut set = |name: &str, value: Value| {
            attributes.insert(name.to_owned(), value);
        };
        match number % 20 {
            0 => {
                set("circuit_state", "open".into());
                set("circuit_failure_count", 30.into());
            }
            5 => set("disabled_at", "2026-02-03T08:15:00.000Z".into()),
            10 | 15 => set("circuit_failure_count", json!(number % 29 + 1)),
            _ => {}
        }
        Record::webhook(environment, &fresh(), attributes)
    })
}
