//! Which field of the schema is a list of subscriptions (Sentera contract, section 3.6, rule 1).

use serde_json::Value;

use super::schema::{SUBSCRIPTION, Type, is_id, items, name, named};
use crate::platform::{Candidate, ListPath, ListPlace};

/// Objects that one request asks about; those that speak of hooks come first.
const MOST: usize = 40;

/// Everything that may be a list, the best first. One that is asked for an organization belongs to that one for
/// certain, one without may hold the subscriptions of others.
pub fn candidates(query: &Value, organization: &Value) -> Vec<Candidate> {
    let of_query = items(query, "fields").filter_map(|field| candidate(ListPlace::Query, field));
    let of_organization =
        items(organization, "fields").filter_map(|field| candidate(ListPlace::Organization, field));
    let mut all: Vec<Candidate> = of_query.chain(of_organization).collect();
    all.sort_by_key(|Candidate { path, wrapped_in }| {
        let place = match (path.place, &path.organization) {
            (ListPlace::Query, Some(_)) => 0,
            (ListPlace::Organization, _) => 1,
            (ListPlace::Query, None) => 2,
        };
        let speaks = |text: &str| text.to_ascii_lowercase().contains("hook");
        let hook = wrapped_in.as_deref().is_none_or(speaks) || speaks(&path.field);
        (!hook, place, wrapped_in.is_some())
    });
    all.truncate(MOST);
    all
}

fn candidate(place: ListPlace, field: &Value) -> Option<Candidate> {
    let of = Type::of(field);
    let is_list = of.name == SUBSCRIPTION && of.list;
    let may_wrap =
        of.kind == "OBJECT" && !of.list && !matches!(of.name, SUBSCRIPTION | "Organization");
    if !is_list && !may_wrap {
        return None;
    }
    let mut paged = false;
    let mut organization = None;
    for argument in items(field, "args") {
        let (argument_name, kind) = (name(argument), Type::of(argument));
        // One that is not required is given where it can only mean the organization itself, not the one above it.
        let means_it = argument_name.starts_with("organization")
            && place == ListPlace::Query
            && organization.is_none();
        if argument_name == "pagination" && kind.name == "Pagination" {
            paged = true;
        } else if is_id(argument)
            && (means_it || kind.required && argument_name.contains("organization"))
        {
            organization = Some(argument_name.to_owned());
        } else if kind.required {
            return None;
        }
    }
    Some(Candidate {
        path: ListPath {
            place,
            field: name(field).to_owned(),
            organization,
            paged,
            wrapped: !is_list,
            counted: false,
        },
        wrapped_in: (!is_list).then(|| of.name.to_owned()),
    })
}

/// The first candidate that is a list, now that their objects are known.
pub fn choose(data: &Value, candidates: Vec<Candidate>) -> Option<ListPath> {
    let mut all = candidates.into_iter().enumerate();
    all.find_map(
        |(
            at,
            Candidate {
                mut path,
                wrapped_in,
            },
        )| {
            if wrapped_in.is_some() {
                let object = data.get(format!("t{at}"))?;
                let results = Type::of(named(object, "fields", "results")?);
                path.counted = named(object, "fields", "total_count").is_some();
                (results.list && results.name == SUBSCRIPTION).then_some(path)
            } else {
                Some(path)
            }
        },
    )
}

/// Asks for the objects that may wrap a list.
pub fn about(candidates: &[Candidate]) -> String {
    let wrapped = |(at, candidate): (usize, &Candidate)| {
        let name = candidate.wrapped_in.as_ref()?;
        Some(format!(
            "t{at}: __type(name: \"{name}\") {{ fields {{ name type {{ ...Ref }} }} }}"
        ))
    };
    let types: Vec<String> = candidates.iter().enumerate().filter_map(wrapped).collect();
    let types = types.join("\n  ");
    let reference = "kind name ofType { kind name ofType { kind name ofType { kind name } } }";
    format!("query PegboardTypes {{\n  {types}\n}}\n\nfragment Ref on __Type {{ {reference} }}")
}
