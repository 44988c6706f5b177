//! What of a draft must not be repeated.

use pegboard::subscription::{Attribute, Attributes, Draft, HeaderRow, HeadersDraft, Secret};
use pegboard::validation::{AttributeRule, Need, Rules, Valid, validate};

use super::RULES;

const ENDPOINT: &str = "https://hooks.example.com/";

fn valid(headers: &[&str], attributes: &[(Attribute, &str)]) -> Valid {
    let row = |(number, value): (usize, &&str)| HeaderRow {
        name: format!("X-{number}"),
        value: Secret::new(*value),
    };
    let mut draft = Draft {
        events: vec!["order/created".to_owned()],
        endpoint: ENDPOINT.to_owned(),
        headers: HeadersDraft::Rows(headers.iter().enumerate().map(row).collect()),
        attributes: Attributes::default(),
    };
    let mut rules = Rules {
        attributes: Vec::new(),
        ..RULES
    };
    for (attribute, text) in attributes {
        draft.attributes.set(attribute.clone(), (*text).to_owned());
        rules.attributes.push(AttributeRule {
            attribute: attribute.clone(),
            need: Need::Optional,
        });
    }
    validate(&draft, &rules).unwrap()
}

fn hidden(valid: &Valid, words: &str) -> String {
    let mut words = words.to_owned();
    valid.hide_in(&mut words);
    words
}

/// One value is a part of another; one is so short that it could be a part of any word.
#[test]
fn every_header_value_is_hidden_whole() {
    let valid = valid(&["s3cret", "s3cret-4711", "four", "two"], &[]);
    assert_eq!(
        hidden(&valid, "s3cret-4711, s3cret, four, two, s3cret"),
        "[secret], [secret], [secret], two, [secret]"
    );
}

#[test]
fn an_authentication_is_hidden_and_what_is_no_secret_is_not() {
    let secret = Attribute::Authentication("client_secret".to_owned());
    let valid = valid(&[], &[(secret, "s3cret-4711"), (Attribute::Name, "Orders")]);
    let words = format!("{ENDPOINT} of Orders: s3cret-4711");
    assert_eq!(
        hidden(&valid, &words),
        format!("{ENDPOINT} of Orders: [secret]")
    );
}
