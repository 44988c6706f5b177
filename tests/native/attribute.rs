//! Attributes: what some platforms keep of a subscription besides, held as text.

use pegboard::subscription::{Attribute, Attributes, Draft};
use proptest::prelude::*;

const METADATA: Attribute = Attribute::Metadata;

fn authentication(name: &str) -> Attribute {
    Attribute::Authentication(name.to_owned())
}

fn of(attributes: &[(Attribute, &str)]) -> Attributes {
    let mut all = Attributes::default();
    for (attribute, text) in attributes {
        all.set(attribute.clone(), (*text).to_owned());
    }
    all
}

fn every_attribute() -> [Attribute; 8] {
    [
        Attribute::Name,
        Attribute::IncludeResources,
        Attribute::Reference,
        Attribute::ReferenceOrigin,
        METADATA,
        Attribute::CreateDisabled,
        Attribute::SalesChannels,
        authentication("client_id"),
    ]
}

#[test]
fn what_was_set_last_is_what_is_there() {
    let mut all = Attributes::default();
    assert_eq!(all.iter().count(), 0);
    for attribute in every_attribute() {
        assert_eq!(all.get(&attribute), "");
        all.set(attribute.clone(), "one".to_owned());
        all.set(attribute.clone(), "two".to_owned());
        assert_eq!(all.get(&attribute), "two");
    }
    assert_eq!(all.iter().count(), every_attribute().len());
    for attribute in every_attribute() {
        all.set(attribute.clone(), String::new());
        assert_eq!(all.get(&attribute), "");
    }
    // What is empty is not there.
    assert_eq!(all, Attributes::default());
}

#[test]
fn the_order_of_setting_does_not_matter() {
    let one = of(&[(Attribute::Name, "a"), (METADATA, "{}")]);
    let other = of(&[(METADATA, "{}"), (Attribute::Name, "a")]);
    assert_eq!(one, other);
    assert!(one.iter().eq(other.iter()));
    let (id, secret) = (authentication("client_id"), authentication("client_secret"));
    let both = of(&[(secret.clone(), "b"), (id.clone(), "a")]);
    assert_eq!((both.get(&id), both.get(&secret)), ("a", "b"));
}

#[test]
fn one_stands_on_every_line() {
    let lines = |text: &str| -> Vec<String> {
        let all = of(&[(Attribute::SalesChannels, text)]);
        all.lines(&Attribute::SalesChannels)
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(lines("a"), ["a"]);
    assert_eq!(lines("a\nb c\r\nd\n"), ["a", "b c", "d"]);
    assert_eq!(lines("a\n\nb"), ["a", "b"]);
    assert!(lines("").is_empty() && lines("\n\n").is_empty());
}

#[test]
fn metadata_is_compared_by_what_it_means_and_the_rest_to_the_letter() {
    let same = |attribute: &Attribute, one: &str, other: &str| {
        let (one, other) = (
            of(&[(attribute.clone(), one)]),
            of(&[(attribute.clone(), other)]),
        );
        let same = one.same(&other);
        assert_eq!(other.same(&one), same);
        assert_eq!(one.has_same(&other, attribute), same);
        same
    };
    for (one, other, expected) in [
        (r#"{"a":1,"b":[2]}"#, "{ \"b\": [2],\n \"a\": 1 }", true),
        (r#"{"a":"\u00e9"}"#, r#"{"a":"é"}"#, true),
        (r#"{"a":1}"#, r#"{"a":2}"#, false),
        (r#"{"a":[1,2]}"#, r#"{"a":[2,1]}"#, false),
        (r#"{"a":1}"#, r#"{"a":1"#, false),
        ("no json", "no json", true),
        ("no json", "nor this", false),
        (r#"{"a":null}"#, "{}", false),
        ("{}", "", false),
        ("", "", true),
    ] {
        assert_eq!(same(&METADATA, one, other), expected, "{one} {other}");
    }
    for attribute in every_attribute().into_iter().filter(|it| *it != METADATA) {
        assert!(same(&attribute, "{}", "{}"));
        assert!(!same(&attribute, "{}", "{ }"), "{attribute:?}");
    }
}

#[test]
fn one_more_attribute_is_a_difference() {
    let one = of(&[(Attribute::Name, "a")]);
    let more = of(&[(Attribute::Name, "a"), (Attribute::Reference, "b")]);
    assert!(!one.same(&more) && !more.same(&one));
    assert!(one.has_same(&more, &Attribute::Name));
    assert!(!one.has_same(&more, &Attribute::Reference));
    assert!(Attributes::default().same(&Attributes::default()));
}

#[test]
fn nothing_that_was_typed_is_in_a_log() {
    let all = every_attribute().map(|attribute| (attribute, "s3cret"));
    let draft = Draft {
        attributes: of(&all),
        ..Draft::default()
    };
    for printed in [format!("{:?}", draft.attributes), format!("{draft:?}")] {
        assert!(!printed.contains("s3cret"), "{printed}");
        for name in ["Metadata", "IncludeResources", "client_id"] {
            assert!(printed.contains(name), "{printed}");
        }
    }
    let secret: Vec<bool> = every_attribute().iter().map(Attribute::is_secret).collect();
    assert_eq!(secret.iter().filter(|secret| **secret).count(), 1);
    assert!(secret[7]);
}

proptest! {
    #[test]
    fn setting_one_changes_no_other(texts in proptest::array::uniform8(any::<String>()), at in 0_usize..8, text in any::<String>()) {
        let mut all = Attributes::default();
        for (attribute, text) in every_attribute().into_iter().zip(&texts) {
            all.set(attribute, text.clone());
        }
        all.set(every_attribute()[at].clone(), text.clone());
        for (index, attribute) in every_attribute().iter().enumerate() {
            let expected = if index == at { &text } else { &texts[index] };
            prop_assert_eq!(all.get(attribute), expected);
        }
        prop_assert!(all.same(&all.clone()));
        prop_assert!(all.iter().all(|(_, text)| !text.is_empty()));
    }
}
