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
