//! Drafts as they survive a reload.

use pegboard::state::rescue::{Purpose, Rescued};
use pegboard::subscription::kept::{Kept, WrongShape};
use pegboard::subscription::{
    Attribute, Attributes, Draft, HappyColisMode, HeaderRow, HeadersDraft, Secret,
};
use serde_json::json;

use super::ledger::key;

const SECRET: &str = "s3cret-value";

fn draft() -> Draft {
    let mut attributes = Attributes::default();
    for attribute in [
        Attribute::Name,
        Attribute::IncludeResources,
        Attribute::Reference,
        Attribute::ReferenceOrigin,
        Attribute::Metadata,
        Attribute::CreateDisabled,
        Attribute::SalesChannels,
    ] {
        attributes.set(attribute, "text".to_owned());
    }
    let row = |name: &str| HeaderRow {
        name: name.to_owned(),
        value: Secret::new(SECRET),
    };
    attributes.set(
        Attribute::Authentication("client_secret".to_owned()),
        SECRET.to_owned(),
    );
    Draft {
        events: vec!["order/created".to_owned(), "order/updated".to_owned()],
        endpoint: "https://a.example.com/".to_owned(),
        headers: HeadersDraft::Rows(vec![row("X-One"), row("X-Two")]),
        attributes,
    }
}

fn rescued(purpose: Purpose, mut draft: Draft) -> Rescued {
    draft.forget_secrets();
    Rescued {
        connection: key(HappyColisMode::Oauth, "Shop"),
        purpose,
        draft,
    }
}

#[test]
fn everything_but_secrets_comes_back() {
    for purpose in [
        Purpose::New,
        Purpose::Edit("wh_1".to_owned()),
        Purpose::Replace("wh_2".to_owned()),
    ] {
        let before = rescued(purpose, draft());
        let kept = before.keep();
        assert!(!kept.to_string().contains(SECRET));
        assert_eq!(Rescued::recall(&kept), Ok(before.clone()));
        let HeadersDraft::Rows(rows) = &before.draft.headers else {
            panic!("rows stay rows");
        };
        let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["X-One", "X-Two"]);
        assert_eq!(before.draft.attributes.get(&Attribute::Name), "text");
    }
}

/// A secret that was not forgotten before is not kept either.
#[test]
fn a_value_is_never_kept() {
    let whole = Rescued {
        draft: draft(),
        ..rescued(Purpose::New, Draft::default())
    };
    assert!(!whole.keep().to_string().contains(SECRET));
    let json = Rescued {
        draft: Draft {
            headers: HeadersDraft::Json(Secret::new(format!("{{\"X-One\": \"{SECRET}\"}}"))),
            ..draft()
        },
        ..whole
    };
    assert!(!json.keep().to_string().contains(SECRET));
}

/// A text of headers is as secret as its values: nothing of it is left, not even to read names from.
#[test]
fn a_text_of_headers_is_forgotten_whole() {
    let mut draft = Draft {
        headers: HeadersDraft::Json(Secret::new(format!("{{\"X-One\": \"{SECRET}\"}}"))),
        ..draft()
    };
    draft.forget_secrets();
    assert_eq!(draft.headers, HeadersDraft::default());
}

#[test]
fn what_is_damaged_is_not_guessed_at() {
    let kept = rescued(Purpose::Edit("wh_1".to_owned()), draft()).keep();
    for name in [
        "connection",
        "purpose",
        "id",
        "events",
        "endpoint",
        "headers",
    ] {
        let mut damaged = kept.clone();
        damaged.as_object_mut().unwrap().remove(name);
        assert_eq!(Rescued::recall(&damaged), Err(WrongShape), "{name}");
    }
    let mut damaged = kept;
    damaged["purpose"] = json!("destroy");
    assert_eq!(Rescued::recall(&damaged), Err(WrongShape));
}
