//! The rules for what some platforms keep of a subscription beside events, endpoint and headers.

use serde_json::Value;

use super::{Field, Kind, Problem, Rules};
use crate::subscription::json;
use crate::subscription::{Attribute, Attributes};

/// One attribute that the platform takes, and whether it must be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributeRule {
    pub attribute: Attribute,
    pub need: Need,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Optional,
    /// Wanted as soon as another attribute that is wanted together with it is given.
    Together,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttributeFault {
    /// Wanted together with another one that is given.
    Missing,
    /// Not a relationship path, such as `line_items.line_item_options` (Commerce Layer contract, section 10.1).
    NotAPath {
        path: String,
    },
    /// Not JSON; the place where reading stopped, counted from 1.
    NotJson {
        line: usize,
        column: usize,
    },
    NotAnObject,
}

impl AttributeFault {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing => "attribute-missing",
            Self::NotAPath { .. } => "not-a-relationship-path",
            Self::NotJson { .. } => "metadata-not-json",
            Self::NotAnObject => "metadata-not-an-object",
        }
    }
}

/// Keeps what the platform takes; the rest of the draft was typed for another platform and is not sent. What is there already
/// may stay.
pub(super) fn check(draft: &Attributes, rules: &Rules) -> Result<Attributes, Vec<Problem>> {
    let Rules {
        attributes: rules,
        existing,
        ..
    } = rules;
    let is_kept = |attribute: &Attribute| {
        let existing = existing.as_ref();
        existing.is_some_and(|existing| draft.has_same(&existing.attributes, attribute))
    };
    let given = |rule: &AttributeRule| !draft.get(&rule.attribute).trim().is_empty();
    let together = rules
        .iter()
        .any(|rule| rule.attribute.is_secret() && given(rule));
    let mut valid = Attributes::default();
    let mut problems = Vec::new();
    for rule in rules {
        let text = draft.get(&rule.attribute).trim();
        let fault = match (rule.need, &rule.attribute) {
            _ if !text.is_empty() && is_kept(&rule.attribute) => None,
            (Need::Together, _) if text.is_empty() && together => Some(AttributeFault::Missing),
            (_, Attribute::IncludeResources) => not_a_path(text),
            (_, Attribute::Metadata) => not_an_object(text),
            _ => None,
        };
        match fault {
            Some(fault) => problems.push(Problem::new(
                Field::Attribute(rule.attribute.clone()),
                Kind::Attribute(fault),
            )),
            None => valid.set(rule.attribute.clone(), text.to_owned()),
        }
    }
    if problems.is_empty() {
        Ok(valid)
    } else {
        Err(problems)
    }
}

fn not_a_path(text: &str) -> Option<AttributeFault> {
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_lowercase() || c == '_')
            && !name.ends_with('_')
    };
    let mut paths = text.lines().map(str::trim).filter(|path| !path.is_empty());
    let wrong = paths.find(|path| !path.split('.').all(is_name))?;
    Some(AttributeFault::NotAPath {
        path: wrong.to_owned(),
    })
}

fn not_an_object(text: &str) -> Option<AttributeFault> {
    if text.is_empty() {
        return None;
    }
    match json::parse(text) {
        Ok(Value::Object(_)) => None,
        Ok(_) => Some(AttributeFault::NotAnObject),
        Err(flaw) => {
            let (line, column) = flaw.line_and_column(text);
            Some(AttributeFault::NotJson { line, column })
        }
    }
}
