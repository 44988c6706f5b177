//! `cargo xtask mutants`: changes validation and the health functions in every way that cargo-mutants knows, one at a time,
//! and looks whether a test notices.
//!
//! A change that no test notices is either a test that is missing or a change that makes no difference. The second kind is
//! written down in `explained.rs`, with its reason; the first kind fails.

mod explained;
mod outcome;

use std::path::{Path, PathBuf};

use self::{
    explained::{ELSEWHERE, EXPLAINED, Explanation},
    outcome::Outcomes,
};
use crate::{
    failure::{Done, Failure},
    step,
    tools::Tools,
    workspace,
};

/// What is mutated.
const MUTATED: &[&str] = &[
    "src/validation/**",
    "src/subscription/health.rs",
    "src/platform/*/health.rs",
];

/// Tries every mutant, and judges those that no test notices.
pub fn mutants() -> Done {
    let tools = Tools::for_mutating()?;
    let top = workspace::target().join("mutants");
    workspace::emptied(&results(&top))?;
    let mut command = tools.command("cargo");
    command.args(["mutants", "--package", "pegboard", "--gitignore", "true"]);
    command
        .args(["--no-shuffle", "--colors", "never", "--output"])
        .arg(&top);
    for mutated in MUTATED {
        command.args(["--file", mutated]);
    }
    command.args(["--exclude", ELSEWHERE.0]);
    // Both for building the tests and for running them. Nothing else is built, and what is random is not run: whether a
    // mutant is noticed must not depend on chance, and a thousand drafts take longer than all tables together.
    command.args(["--cargo-arg=--test", "--cargo-arg=mutants"]);
    command.args(["--", "--", "--skip", "validation::property"]);
    command.env("CARGO_TARGET_DIR", top.join("build"));
    command.envs([("CARGO_INCREMENTAL", "1"), ("CARGO_PROFILE_DEV_DEBUG", "0")]);
    // It fails when a mutant is missed; which ones may be is decided here.
    let run = step::run("Try every mutant", &mut command);
    let outcomes = results(&top).join("outcomes.json");
    match workspace::read(&outcomes) {
        Ok(outcomes) => report(&Outcomes::read(&outcomes)?, EXPLAINED),
        Err(_) => run,
    }
}

/// Where cargo-mutants writes what became of each.
fn results(top: &Path) -> PathBuf {
    top.join("mutants.out")
}

/// Fails for a mutant that was missed without a reason, and for a reason without a mutant that is missed.
fn report(outcomes: &Outcomes, explained: &[Explanation]) -> Done {
    let mut unneeded = explained.to_vec();
    let mut wrong = Vec::new();
    for mutant in &outcomes.missed {
        let said = format!("{}\n    in {}", mutant.name, mutant.line);
        let explains = |(name, line, _): &Explanation| *name == mutant.name && *line == mutant.line;
        match unneeded.iter().position(explains) {
            Some(at) => {
                let (.., reason) = unneeded.remove(at);
                println!("  explained: {said}\n    because {reason}");
            }
            None => wrong.push(format!("{said}\n    and no test notices")),
        }
    }
    println!("  not tried: {}\n    because {}", ELSEWHERE.0, ELSEWHERE.1);
    let Outcomes {
        caught,
        unviable,
        timed_out,
        missed,
    } = outcomes;
    println!(
        "{} mutants: {caught} noticed by a test, {timed_out} by the time it took, {unviable} do not compile, {} \
         unnoticed, {} of them explained",
        caught + timed_out + unviable + missed.len(),
        missed.len(),
        missed.len() - wrong.len()
    );
    wrong.extend(unneeded.iter().map(|(name, line, _)| {
        format!("{name}\n    in {line}\n    is explained, but not unnoticed")
    }));
    if *caught == 0 {
        wrong.push("no test noticed anything".to_owned());
    }
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(Failure::new(format!("Mutants:\n  {}", wrong.join("\n  ")))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mutants::outcome::Mutant;

    const KNOWN: Explanation = ("src/a.rs: delete ! in b", "!c", "nothing depends on it");

    fn outcomes(caught: usize, missed: &[(&str, &str)]) -> Outcomes {
        let mutant = |(name, line): &(&str, &str)| Mutant {
            name: (*name).to_owned(),
            line: (*line).to_owned(),
        };
        Outcomes {
            caught,
            missed: missed.iter().map(mutant).collect(),
            ..Outcomes::default()
        }
    }

    #[test]
    fn a_mutant_that_is_missed_has_to_be_explained() {
        let (name, line, _) = KNOWN;
        assert!(report(&outcomes(1, &[]), &[]).is_ok());
        assert!(report(&outcomes(1, &[(name, line)]), &[KNOWN]).is_ok());
        for missed in [(name, "!d"), ("src/a.rs: delete - in b", line)] {
            let said = report(&outcomes(1, &[(name, line), missed]), &[KNOWN]);
            let said = said.map_err(|failure| failure.to_string()).unwrap_err();
            assert!(
                said.contains(missed.0) && said.contains("no test notices"),
                "{said}"
            );
        }
    }

    #[test]
    fn an_explanation_explains_one_mutant_and_no_less() {
        let (name, line, _) = KNOWN;
        assert!(report(&outcomes(1, &[(name, line), (name, line)]), &[KNOWN]).is_err());
        assert!(report(&outcomes(1, &[(name, line)]), &[KNOWN, KNOWN]).is_err());
        assert!(report(&outcomes(1, &[]), &[KNOWN]).is_err());
    }

    #[test]
    fn tests_that_notice_nothing_are_none() {
        assert!(report(&outcomes(0, &[]), &[]).is_err());
    }
}
