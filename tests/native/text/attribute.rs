//! The names of the attributes, which are the contract's, and of what is told of a delivery.

use std::collections::BTreeSet;

use pegboard::subscription::{Attribute, Outcome, Platform};
use pegboard::text::attribute::{help, id, label, no_authentication};
use pegboard::text::details::{attempts, outcome, retention, shown};

fn every_attribute() -> [Attribute; 8] {
    [
        Attribute::Name,
        Attribute::IncludeResources,
        Attribute::Reference,
        Attribute::ReferenceOrigin,
        Attribute::Metadata,
        Attribute::CreateDisabled,
        Attribute::SalesChannels,
        Attribute::Authentication("client_secret".to_owned()),
    ]
}

#[test]
fn an_attribute_has_the_name_of_the_contract() {
    let labels = every_attribute().map(|attribute| label(&attribute));
    let expected = [
        "Name",
        "Include resources",
        "Reference",
        "Reference origin",
        "Metadata",
        "Create disabled",
        "Sales channels",
        "client secret",
    ];
    assert_eq!(labels, expected);
}

#[test]
fn every_control_has_an_id_of_its_own_that_a_link_can_name() {
    let ids: BTreeSet<String> = every_attribute().iter().map(id).collect();
    assert_eq!(ids.len(), every_attribute().len());
    for own in ids {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(own.chars().all(plain), "{own}");
        assert!(!["event", "endpoint", "add-header"].contains(&own.as_str()));
    }
}

#[test]
fn help_is_a_sentence_where_there_is_any() {
    for attribute in every_attribute() {
        let help = help(&attribute);
        assert!(help.is_empty() || help.ends_with('.'), "{help}");
        assert!(!help.contains('!'));
    }
    assert_ne!(no_authentication(true), no_authentication(false));
}

#[test]
fn a_delivery_says_how_it_ended_and_never_more_than_is_known() {
    let said = [
        Outcome::Delivered,
        Outcome::Failed,
        Outcome::Other(Some("PENDING".to_owned())),
        Outcome::Other(None),
    ];
    let said = said.map(|it| outcome(&it));
    assert_eq!(said, ["Delivered", "Failed", "PENDING", "Not reported"]);
    assert_eq!([attempts(1), attempts(2)], ["1 attempt", "2 attempts"]);
    assert_eq!(shown(25, 140), "25 of 140");
    assert!(retention(Platform::CommerceLayer).contains("one month"));
    assert!(retention(Platform::Sentera).contains("not documented"));
}
