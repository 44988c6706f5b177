//! The rules for attributes, and for the endpoint of what is edited.

use pegboard::subscription::{Attribute, Attributes, Draft};
use pegboard::text::problem::{fix, sentence};
use pegboard::validation::{
    AttributeFault, AttributeRule, Field, Kind, Need, Problem, Rules, Valid, validate,
};

use super::{RULES, codes};
use crate::sample::subscription;

const ENDPOINT: &str = "https://hooks.example.com/";

fn authentication(name: &str) -> Attribute {
    Attribute::Authentication(name.to_owned())
}

fn rules(attributes: &[(Attribute, Need)]) -> Rules {
    let rule = |(attribute, need): &(Attribute, Need)| AttributeRule {
        attribute: attribute.clone(),
        need: *need,
    };
    Rules {
        attributes: attributes.iter().map(rule).collect(),
        ..RULES
    }
}

fn draft(attributes: &[(&Attribute, &str)]) -> Draft {
    let mut all = Attributes::default();
    for (attribute, text) in attributes {
        all.set((*attribute).clone(), (*text).to_owned());
    }
    Draft {
        events: vec!["order/created".to_owned()],
        endpoint: ENDPOINT.to_owned(),
        attributes: all,
        ..Draft::default()
    }
}

/// Judges one attribute by itself.
fn judge(attribute: &Attribute, text: &str) -> Result<String, Vec<Problem>> {
    let rules = rules(&[(attribute.clone(), Need::Optional)]);
    let valid = validate(&draft(&[(attribute, text)]), &rules)?;
    Ok(valid.attributes.get(attribute).to_owned())
}

fn fault(attribute: &Attribute, text: &str) -> AttributeFault {
    let mut problems = judge(attribute, text).unwrap_err();
    assert_eq!(problems.len(), 1, "{text:?}");
    let Problem { field, kind } = problems.remove(0);
    assert_eq!(field, Field::Attribute(attribute.clone()));
    match kind {
        Kind::Attribute(fault) => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_text_is_kept_without_the_white_space_around_it() {
    for attribute in [
        Attribute::Name,
        Attribute::Reference,
        Attribute::ReferenceOrigin,
        Attribute::SalesChannels,
        authentication("client_id"),
    ] {
        assert_eq!(judge(&attribute, " a b\n").unwrap(), "a b");
        assert_eq!(judge(&attribute, "  ").unwrap(), "");
        assert_eq!(judge(&attribute, "").unwrap(), "");
    }
}

/// Commerce Layer contract, section 10.1.
#[test]
fn a_resource_is_included_by_a_relationship_path() {
    let include = Attribute::IncludeResources;
    for good in [
        "customer",
        "line_items",
        "line_items.line_item_options",
        "a.b.c",
        "customer\nshipments.shipping_method",
        "",
    ] {
        assert_eq!(judge(&include, good).unwrap(), good);
    }
    for (bad, path) in [
        ("Customer", "Customer"),
        ("line items", "line items"),
        ("line-items", "line-items"),
        ("customer,order", "customer,order"),
        ("a..b", "a..b"),
        (".a", ".a"),
        ("a.", "a."),
        ("_a", "_a"),
        ("a_", "a_"),
        ("a1", "a1"),
        ("é", "é"),
        ("customer\nWrong\nalso wrong", "Wrong"),
    ] {
        let path = path.to_owned();
        assert_eq!(
            fault(&include, bad),
            AttributeFault::NotAPath { path },
            "{bad:?}"
        );
    }
}

#[test]
fn metadata_is_a_json_object_or_nothing() {
    let metadata = Attribute::Metadata;
    for good in ["{}", r#"{"a": {"b": [1, null]}}"#, " {} ", "", " \n"] {
        assert_eq!(judge(&metadata, good).unwrap(), good.trim());
    }
    for bad in ["[]", "5", "\"text\"", "null", "true"] {
        assert_eq!(fault(&metadata, bad), AttributeFault::NotAnObject, "{bad}");
    }
    for (bad, line, column) in [("{", 1, 1), ("{\n \"a\": }", 2, 7), ("{} x", 1, 4)] {
        let expected = AttributeFault::NotJson { line, column };
        assert_eq!(fault(&metadata, bad), expected, "{bad}");
    }
}

/// Sentera contract, section 3.6, rule 4: an authentication is whole, or there is none.
#[test]
fn what_is_wanted_together_is_given_together_or_not_at_all() {
    let (id, secret, hint) = (
        authentication("client_id"),
        authentication("client_secret"),
        authentication("hint"),
    );
    let rules = rules(&[
        (id.clone(), Need::Together),
        (secret.clone(), Need::Together),
        (hint.clone(), Need::Optional),
    ]);
    let judge = |given: &[(&Attribute, &str)]| validate(&draft(given), &rules);
    let is_sent = |valid: Valid| valid.attributes.iter().count();
    assert_eq!(judge(&[]).map(is_sent), Ok(0));
    assert_eq!(judge(&[(&id, " "), (&secret, "\n")]).map(is_sent), Ok(0));
    assert_eq!(judge(&[(&id, "a"), (&secret, "b")]).map(is_sent), Ok(2));
    assert_eq!(
        codes(&judge(&[(&hint, "c")]).unwrap_err()),
        ["attribute-missing", "attribute-missing"]
    );
    let whole = [(&id, "a"), (&secret, "b"), (&hint, "c")];
    assert_eq!(judge(&whole).map(is_sent), Ok(3));
    for (given, missing) in [(&id, &secret), (&secret, &id)] {
        for blank in ["", "  "] {
            let problems = judge(&[(given, "a"), (missing, blank)]).unwrap_err();
            assert_eq!(codes(&problems), ["attribute-missing"]);
            assert_eq!(problems[0].field, Field::Attribute(missing.clone()));
        }
    }
}

#[test]
fn what_another_platform_would_take_is_not_sent() {
    let rules = rules(&[(Attribute::Name, Need::Optional)]);
    let (metadata, include) = (Attribute::Metadata, Attribute::IncludeResources);
    let draft = draft(&[
        (&Attribute::Name, "a"),
        (&metadata, "no json"),
        (&include, "No Path"),
        (&authentication("client_secret"), "s3cret"),
    ]);
    let valid = validate(&draft, &rules).unwrap();
    let sent: Vec<_> = valid.attributes.iter().collect();
    assert_eq!(sent, [(&Attribute::Name, "a")]);
}

#[test]
fn every_problem_comes_at_once_after_those_of_the_other_fields() {
    let (metadata, include) = (Attribute::Metadata, Attribute::IncludeResources);
    let rules = rules(&[
        (include.clone(), Need::Optional),
        (metadata.clone(), Need::Optional),
    ]);
    let draft = Draft {
        endpoint: "http://hooks.example.com/".to_owned(),
        ..draft(&[(&metadata, "[]"), (&include, "No Path")])
    };
    let problems = validate(&draft, &rules).unwrap_err();
    assert_eq!(
        codes(&problems),
        [
            "endpoint-not-https",
            "not-a-relationship-path",
            "metadata-not-an-object"
        ]
    );
    for problem in &problems[1..] {
        let said = sentence(problem);
        assert!(said.ends_with('.') && said.len() > 20, "{said}");
        assert_eq!(fix(problem), None);
    }
}

#[test]
fn a_secret_is_in_no_problem() {
    let (id, secret) = (authentication("client_id"), authentication("client_secret"));
    let rules = rules(&[
        (id.clone(), Need::Together),
        (secret.clone(), Need::Together),
    ]);
    let problems = validate(&draft(&[(&secret, "s3cret")]), &rules).unwrap_err();
    for problem in problems {
        assert!(!format!("{problem:?} {}", sentence(&problem)).contains("s3cret"));
    }
}

/// What exists already may stay as it is while something else changes; anything else is judged.
#[test]
fn an_endpoint_that_is_there_may_be_kept() {
    for existing in [
        "http://old.example.com/hook",
        "https://10.0.0.1/",
        "not an address",
    ] {
        let rules = Rules {
            existing: Some(subscription("a", "order/created", existing)),
            ..RULES
        };
        let with = |endpoint: &str| {
            let draft = Draft {
                endpoint: endpoint.to_owned(),
                ..draft(&[])
            };
            validate(&draft, &rules).map(|valid| valid.endpoint)
        };
        let kept = with(existing).unwrap();
        assert_eq!((kept.href(), kept.changed()), (existing, false));
        assert!(with(&format!("{existing}x")).is_err());
        assert!(with(&format!(" {existing}")).is_err());
        assert_eq!(with(ENDPOINT).unwrap().href(), ENDPOINT);
        let elsewhere = Rules {
            existing: None,
            ..RULES
        };
        let draft = Draft {
            endpoint: existing.to_owned(),
            ..draft(&[])
        };
        assert!(validate(&draft, &elsewhere).is_err());
    }
}

#[test]
fn an_attribute_that_is_there_may_be_kept() {
    let wrong = "Line Items";
    let mut existing = subscription("a", "order/created", ENDPOINT);
    existing
        .attributes
        .set(Attribute::IncludeResources, wrong.to_owned());
    let rules = Rules {
        existing: Some(existing),
        ..rules(&[(Attribute::IncludeResources, Need::Optional)])
    };
    let with = |paths: &str| {
        let valid = validate(&draft(&[(&Attribute::IncludeResources, paths)]), &rules)?;
        Ok::<_, Vec<Problem>>(
            valid
                .attributes
                .get(&Attribute::IncludeResources)
                .to_owned(),
        )
    };
    assert_eq!(with(wrong).unwrap(), wrong);
    assert_eq!(with("line_items").unwrap(), "line_items");
    assert_eq!(
        codes(&with("Line Items\ncustomer").unwrap_err()),
        ["not-a-relationship-path"]
    );
}
