/// The topics of the Commerce Layer contract, section 10: those of 2026, then the two that only the
/// documentation of 2021 has. One per line, `#` for comments.
const TOPICS: &str = include_str!("topics.txt");

/// Every topic, in the order of the contract.
pub(crate) fn all() -> impl Clone + Iterator<Item = &'static str> {
    TOPICS.lines().filter(|line| !line.starts_with('#'))
}

pub(crate) fn is_listed(topic: &str) -> bool {
    all().any(|known| known == topic)
}

/// `resource.event`, whatever the two words are.
pub(crate) fn has_form(topic: &str) -> bool {
    let word = |text: &str| {
        !text.is_empty()
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    topic
        .split_once('.')
        .is_some_and(|(resource, event)| word(resource) && word(event))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTRACT: &str = include_str!("../../fixtures/commerce-layer/topics.md");

    #[test]
    fn the_topics_are_those_of_the_contract() {
        // A topic is the only line of its block that is one word with a dot.
        let documented = CONTRACT.lines().filter(|line| has_form(line));
        assert!(all().eq(documented));
        assert_eq!(all().count(), 186 + 2);
    }

    #[test]
    fn a_topic_is_two_words() {
        for (topic, has) in [
            ("orders.place", true),
            ("in_stock_subscriptions.notify", true),
            ("orders", false),
            (".place", false),
            ("Orders.place", false),
            ("orders.place.now", false),
        ] {
            assert_eq!(has_form(topic), has, "{topic}");
        }
    }
}
