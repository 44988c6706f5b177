//! The order of the module's functions: those that are alike stand beside each other.
//!
//! Brotli writes down how far back lies what it repeats, so nearness is worth 2 % of the module. wasm-opt sorts functions
//! by name only; so each gets its place as its name.

use std::collections::HashMap;

use wasm_encoder::{NameMap, NameSection, Section as _};
use wasmparser::{Parser, Payload, TypeRef};

use crate::failure::{Done, Failure};

/// So many bytes in a row count as alike; three instructions or so.
const RUN: usize = 5;

/// A run that more functions share tells none of them from the others.
const COMMON: usize = 60;

/// The module with a name for each of its functions, which tells its place.
pub fn name_by_place(mut module: Vec<u8>) -> Done<Vec<u8>> {
    let (imported, bodies) = functions(&module)
        .map_err(|error| Failure::new(format!("The module cannot be read: {error}.")))?;
    let mut names = vec![String::new(); bodies.len()];
    for (place, function) in order(&bodies).into_iter().enumerate() {
        names[function] = format!("{place:06}");
    }
    let mut map = NameMap::new();
    for (index, name) in (imported..).zip(&names) {
        map.append(index, name);
    }
    let mut section = NameSection::new();
    section.functions(&map);
    section.append_to(&mut module);
    Ok(module)
}

/// How many functions are imported, and the bodies of the others.
fn functions(module: &[u8]) -> wasmparser::Result<(u32, Vec<&[u8]>)> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(&module[body.range()]),
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// Begins with the longest; after each comes the one that shares most with it for its size, else the next longest.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let mut sharers: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, body) in bodies.iter().enumerate() {
        for run in body.windows(RUN) {
            let known = sharers.entry(run).or_default();
            if known.last() != Some(&function) {
                known.push(function);
            }
        }
    }
    sharers.retain(|_, known| (2..=COMMON).contains(&known.len()));
    let mut longest: Vec<usize> = (0..bodies.len()).collect();
    longest.sort_by_key(|&function| std::cmp::Reverse(bodies[function].len()));
    let mut longest = longest.into_iter();
    let mut placed = vec![false; bodies.len()];
    let mut order: Vec<usize> = Vec::with_capacity(bodies.len());
    loop {
        let near = order.last().and_then(|&last| {
            let mut shared: HashMap<usize, usize> = HashMap::new();
            for run in bodies[last].windows(RUN) {
                for &other in sharers.get(run).into_iter().flatten() {
                    if !placed[other] {
                        *shared.entry(other).or_default() += 1;
                    }
                }
            }
            let rank = |&(other, count): &(usize, usize)| {
                (
                    count * 10_000 / (bodies[other].len() + COMMON),
                    usize::MAX - other,
                )
            };
            shared.into_iter().max_by_key(rank).map(|(other, _)| other)
        });
        let Some(next) = near.or_else(|| longest.find(|&function| !placed[function])) else {
            return order;
        };
        placed[next] = true;
        order.push(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_has_one_place() {
        let bodies = ["abcdefgh", "zzzzzzz", "abcdefgh!", "abcdefg", "q", ""];
        let bodies = bodies.map(str::as_bytes);
        let mut order = order(&bodies);
        assert_eq!(order.len(), bodies.len());
        order.sort_unstable();
        assert_eq!(order, Vec::from_iter(0..bodies.len()));
    }

    #[test]
    fn alike_functions_stand_beside_each_other() {
        let bodies = [
            "one and the same",
            "something else!",
            "one and the same?",
            "something else",
        ];
        let order = order(&bodies.map(str::as_bytes));
        assert_eq!(order, [2, 0, 1, 3]);
    }

    #[test]
    fn what_is_no_module_is_an_error() {
        assert!(name_by_place(b"no module".to_vec()).is_err());
    }
}
