//! What a form offers, and what is checked before anything is sent.

use pegboard::platform::commerce_layer::rules;
use pegboard::subscription::{Attribute, Draft, HeaderRow, HeadersDraft, Secret};
use pegboard::validation::{
    AttributeFault, EventRule, Field, HeaderRule, Kind, Need, Problem, validate,
};

use super::fixture::{ENDPOINT, attributes};

#[test]
fn a_webhook_has_one_topic_and_no_headers() {
    for edits in [false, true] {
        let rules = rules(edits);
        assert_eq!(rules.events, EventRule::One);
        assert_eq!(rules.headers, HeaderRule::NotOffered);
        assert_eq!(rules.existing, None);
        assert!(
            rules
                .attributes
                .iter()
                .all(|rule| rule.need == Need::Optional)
        );
        let offered: Vec<Attribute> = rules
            .attributes
            .into_iter()
            .map(|rule| rule.attribute)
            .collect();
        let mut wanted = vec![
            Attribute::Name,
            Attribute::IncludeResources,
            Attribute::Reference,
            Attribute::ReferenceOrigin,
            Attribute::Metadata,
        ];
        if !edits {
            wanted.push(Attribute::CreateDisabled);
        }
        assert_eq!(offered, wanted);
    }
}

fn problems(draft: Draft) -> Vec<Problem> {
    validate(&draft, &rules(false)).err().unwrap_or_default()
}

fn draft(attribute: Attribute, text: &str) -> Draft {
    Draft {
        events: vec!["orders.place".to_owned()],
        endpoint: ENDPOINT.to_owned(),
        attributes: attributes(&[(attribute, text)]),
        ..Draft::default()
    }
}

fn fault(attribute: Attribute, fault: AttributeFault) -> Problem {
    Problem::new(Field::Attribute(attribute), Kind::Attribute(fault))
}

/// Section 10.1: the syntax of the vendor's own console.
#[test]
fn included_resources_are_relationship_paths() {
    for path in [
        "customer",
        "line_items.line_item_options",
        "a",
        "a\n\n  b.c \n",
    ] {
        assert_eq!(
            problems(draft(Attribute::IncludeResources, path)),
            [],
            "{path}"
        );
    }
    for path in [
        "Customer",
        "line items",
        "a,b",
        "a.",
        ".a",
        "a..b",
        "_a",
        "a_",
        "a-b",
        "ü",
    ] {
        let wanted = fault(
            Attribute::IncludeResources,
            AttributeFault::NotAPath {
                path: path.to_owned(),
            },
        );
        assert_eq!(
            problems(draft(
                Attribute::IncludeResources,
                &format!("customer\n{path}")
            )),
            [wanted]
        );
    }
}

#[test]
fn metadata_is_a_json_object() {
    for text in ["", "{}", r#"{"a": null}"#, " {\n} "] {
        assert_eq!(problems(draft(Attribute::Metadata, text)), [], "{text}");
    }
    for text in ["[]", "5", "null", "\"text\""] {
        let wanted = fault(Attribute::Metadata, AttributeFault::NotAnObject);
        assert_eq!(
            problems(draft(Attribute::Metadata, text)),
            [wanted],
            "{text}"
        );
    }
    let wanted = fault(
        Attribute::Metadata,
        AttributeFault::NotJson { line: 2, column: 1 },
    );
    assert_eq!(problems(draft(Attribute::Metadata, "{\n")).len(), 1);
    assert_eq!(problems(draft(Attribute::Metadata, "{\nx}")), [wanted]);
}

#[test]
fn a_header_typed_for_another_platform_is_refused() {
    let row = HeaderRow {
        name: "X-Key".to_owned(),
        value: Secret::new("a"),
    };
    let draft = Draft {
        headers: HeadersDraft::Rows(vec![row]),
        ..draft(Attribute::Name, "A")
    };
    let codes: Vec<&str> = problems(draft).iter().map(Problem::code).collect();
    assert_eq!(codes, ["headers-not-offered"]);
}
