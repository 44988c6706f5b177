//! What the picker offers, and what validation takes.

use pegboard::platform::{InputField, Learned, Listed, sentera};
use pegboard::subscription::Attribute;
use pegboard::text::event::{group, label};
use pegboard::validation::{EventRule, HeaderRule, Need};

use super::fixture::{learned, sdl, text};

/// Section 4.
pub fn documented_events(block: &str) {
    let block = text(block);
    let documented: Vec<&str> = block
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    let groups = sentera::events(&Learned::default());
    let offered: Vec<&String> = groups.iter().flat_map(|group| &group.events).collect();
    assert_eq!(offered, documented);
    assert!(
        groups
            .iter()
            .all(|group| matches!(group.listed, Listed::Under(_)))
    );
}

/// Section 3.6, rule 3.
#[test]
fn the_types_of_the_schema_take_the_place_of_the_documented_ones() {
    let (learned, _) = learned(&sdl());
    let groups = sentera::events(&learned);
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0].listed, Listed::Schema);
    assert_eq!(
        groups[0].events,
        ["FEATURE_SET_CREATED", "TASK_MODIFIED", "SURVEY_CREATED"]
    );
    assert!(group(&groups[0]).contains("schema"));
}

fn field(name: &str, required: bool) -> InputField {
    InputField {
        name: name.to_owned(),
        required,
        description: None,
    }
}

#[test]
fn authentication_is_asked_for_on_creation_where_its_fields_are_known() {
    let known = Learned {
        authentication: Some(vec![field("client_id", true), field("scope", false)]),
        ..Learned::default()
    };
    let rules = sentera::rules(&known, false);
    let asked: Vec<_> = rules
        .attributes
        .into_iter()
        .map(|rule| (rule.attribute, rule.need))
        .collect();
    let of = |name: &str| Attribute::Authentication(name.to_owned());
    assert_eq!(
        asked,
        [
            (of("client_id"), Need::Together),
            (of("scope"), Need::Optional)
        ]
    );
    assert_eq!(
        (rules.events, rules.headers),
        (EventRule::Several, HeaderRule::NotOffered)
    );
    assert!(sentera::rules(&known, true).attributes.is_empty());
    assert!(
        sentera::rules(&Learned::default(), false)
            .attributes
            .is_empty()
    );
}

#[test]
fn a_type_is_said_in_plain_words() {
    for (event, said) in [
        ("FEATURE_SET_CREATED", "Feature set created"),
        ("TASK_MODIFIED", "Task modified"),
        ("somethingNew", "Something new"),
    ] {
        assert_eq!(label(event), said);
    }
}
