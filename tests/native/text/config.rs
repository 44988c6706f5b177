//! A `config.json` that is not used, in words.

use std::collections::BTreeSet;

use pegboard::state::config::{ConfigError, Wanted};
use pegboard::text::connect::config;

#[test]
fn every_error_names_its_place() {
    let wrong = |wanted| ConfigError::WrongValue {
        key: "the.key".to_owned(),
        wanted,
    };
    let wanted = [
        Wanted::Object,
        Wanted::Address,
        Wanted::Origins,
        Wanted::Milliseconds,
        Wanted::Demo,
    ];
    let mut errors = wanted.map(wrong).to_vec();
    errors.push(ConfigError::UnknownKey("the.key".to_owned()));
    let said: BTreeSet<String> = errors.iter().map(config).collect();
    assert_eq!(said.len(), 6);
    assert!(
        said.iter()
            .all(|text| text.contains("config.json") && text.contains("the.key"))
    );
    let place = config(&ConfigError::NotJson {
        line: 3,
        column: 14,
    });
    assert!(
        place.contains("config.json") && place.contains('3') && place.contains("14"),
        "{place}"
    );
}
