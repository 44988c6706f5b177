//! Proposals in groups, and those of them that fit what is searched.

use crate::ui::{Html, ui};

/// One proposal: what a person reads, and what is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub label: String,
    pub value: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceGroup {
    pub title: String,
    pub choices: Vec<Choice>,
}

pub(super) fn total(groups: &[ChoiceGroup]) -> usize {
    groups.iter().map(|group| group.choices.len()).sum()
}

pub(super) fn nth(groups: &[ChoiceGroup], at: usize) -> Option<String> {
    groups
        .iter()
        .flat_map(|group| &group.choices)
        .nth(at)
        .map(|choice| choice.value.clone())
}

/// The groups with the choices in which every word that was typed occurs, in the label or in the value.
pub(super) fn narrow(groups: &[ChoiceGroup], search: &str) -> Vec<ChoiceGroup> {
    let search = search.to_ascii_lowercase();
    let fits = |choice: &&Choice| {
        let text = format!("{} {}", choice.label, choice.value).to_ascii_lowercase();
        search.split_whitespace().all(|word| text.contains(word))
    };
    let narrowed = groups.iter().map(|group| ChoiceGroup {
        title: group.title.clone(),
        choices: group.choices.iter().filter(fits).cloned().collect(),
    });
    narrowed.filter(|group| !group.choices.is_empty()).collect()
}

/// The text with the first place that fits the search marked.
pub(super) fn mark(text: &str, search: &str) -> (String, Option<Html>, String) {
    let search = search.trim().to_ascii_lowercase();
    let found = (!search.is_empty())
        .then(|| text.to_ascii_lowercase().find(&search))
        .flatten();
    let (before, hit, after) = match found {
        Some(at) => (
            &text[..at],
            &text[at..at + search.len()],
            &text[at + search.len()..],
        ),
        None => (text, "", ""),
    };
    let hit = (!hit.is_empty()).then(|| {
        let hit = hit.to_owned();
        ui! { <mark>{hit}</mark> }
    });
    (before.to_owned(), hit, after.to_owned())
}
