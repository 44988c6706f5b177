//! What cargo-mutants says became of each mutant.

use std::path::Path;

use serde_json::Value;

use crate::{
    failure::{Done, Failure},
    workspace,
};

/// A change that no test noticed.
#[derive(Debug, PartialEq, Eq)]
pub struct Mutant {
    /// The file and what was changed, without the place: that moves with every line above it.
    pub name: String,
    /// The line that was changed, which tells the place.
    pub line: String,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    pub caught: usize,
    pub unviable: usize,
    /// The tests did not end: noticed, too.
    pub timed_out: usize,
    pub missed: Vec<Mutant>,
}

impl Outcomes {
    /// Reads `outcomes.json`.
    pub fn read(json: &str) -> Done<Self> {
        let value: Value = serde_json::from_str(json).unwrap_or_default();
        let all = value["outcomes"].as_array();
        let all = all.filter(|_| !value["end_time"].is_null());
        let all = all.ok_or_else(|| Failure::new("cargo-mutants did not come to its end."))?;
        let mut outcomes = Self::default();
        for outcome in all {
            let mutant = &outcome["scenario"]["Mutant"];
            match outcome["summary"].as_str().unwrap_or_default() {
                // The tests without any change.
                "Success" if mutant.is_null() => {}
                "CaughtMutant" => outcomes.caught += 1,
                "Unviable" => outcomes.unviable += 1,
                "Timeout" if !mutant.is_null() => outcomes.timed_out += 1,
                "MissedMutant" => outcomes.missed.push(Mutant::read(mutant)?),
                other => {
                    let what = outcome["scenario"].to_string();
                    return Err(Failure::new(format!("{other}: {what}")));
                }
            }
        }
        Ok(outcomes)
    }
}

impl Mutant {
    fn read(mutant: &Value) -> Done<Self> {
        let unreadable = || Failure::new(format!("This mutant is not understood: {mutant}"));
        let name = mutant["name"].as_str().ok_or_else(unreadable)?;
        let name = without_place(name).ok_or_else(unreadable)?;
        let file = mutant["file"].as_str().ok_or_else(unreadable)?;
        let number = mutant["span"]["start"]["line"].as_u64();
        let number = number.and_then(|number| usize::try_from(number).ok());
        let number = number.and_then(|number| number.checked_sub(1));
        let text = workspace::read(&workspace::root().join(Path::new(file)))?;
        let line = text.lines().nth(number.ok_or_else(unreadable)?);
        Ok(Self {
            name,
            line: line.ok_or_else(unreadable)?.trim().to_owned(),
        })
    }
}

/// `src/a.rs: delete ! in b` of `src/a.rs:5:9: delete ! in b`.
fn without_place(name: &str) -> Option<String> {
    let (place, change) = name.split_once(": ")?;
    let (file, _) = place.split_once(':')?;
    Some(format!("{file}: {change}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mutant_is_named_by_its_line_and_not_by_its_number() {
        let json = r#"{ "end_time": "2026-01-01T00:00:00Z", "outcomes": [
            { "scenario": "Baseline", "summary": "Success" },
            { "scenario": { "Mutant": { "name": "a" } }, "summary": "CaughtMutant" },
            { "scenario": { "Mutant": { "name": "a" } }, "summary": "Timeout" },
            { "scenario": { "Mutant": { "name": "a" } }, "summary": "Unviable" },
            { "scenario": { "Mutant": { "name": "xtask/src/mutants/outcome.rs:1:5: delete ! in b",
                "file": "xtask/src/mutants/outcome.rs", "span": { "start": { "line": 1, "column": 5 } } } },
              "summary": "MissedMutant" } ] }"#;
        let missed = Mutant {
            name: "xtask/src/mutants/outcome.rs: delete ! in b".to_owned(),
            line: "//! What cargo-mutants says became of each mutant.".to_owned(),
        };
        let outcomes = Outcomes {
            caught: 1,
            unviable: 1,
            timed_out: 1,
            missed: vec![missed],
        };
        assert_eq!(Outcomes::read(json).ok(), Some(outcomes));
    }

    #[test]
    fn tests_that_fail_without_a_change_prove_nothing() {
        for summary in ["Failure", "Timeout", "CheckFailed"] {
            let outcome = serde_json::json!({ "scenario": "Baseline", "summary": summary });
            let json = serde_json::json!({ "end_time": "now", "outcomes": [outcome] });
            assert!(Outcomes::read(&json.to_string()).is_err(), "{summary}");
        }
    }

    #[test]
    fn what_broke_off_proves_nothing() {
        let json = r#"{ "end_time": null, "outcomes": [{ "scenario": "Baseline", "summary": "Success" }] }"#;
        assert!(Outcomes::read(json).is_err());
        assert!(Outcomes::read(&json.replace("null", "1")).is_ok());
        assert!(Outcomes::read("").is_err());
    }
}
