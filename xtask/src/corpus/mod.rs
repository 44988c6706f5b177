//! `cargo xtask corpus <file>`: the URL corpus of the web platform tests, through both parsers of addresses.
//!
//! The console validates an address with the browser's `URL`, and its native tests with the `url` crate. Their verdicts must
//! agree, but for what is explained: what the native tests prove then holds in the browser.

mod explained;
mod texts;

use std::{collections::BTreeSet, path::Path, process::Command};

use serde_json::Value;

use self::{explained::EXPLAINED, texts::Corpus};
use crate::{
    failure::{Done, Failure},
    step, suite,
    tools::{Browser, Tools},
    workspace,
};

/// What a line about an address begins with, as `tests/corpus` prints it.
const MARK: &str = "corpus: ";

/// Judges every address of the corpus twice and lists all that differs.
pub fn corpus(file: &Path) -> Done {
    let corpus = Corpus::read(&workspace::read(file)?)?;
    let browser = Browser::installed()?;
    let tools = Tools::for_building()?;
    let texts = workspace::target().join("corpus").join("texts.json");
    workspace::write(&texts, Value::from(corpus.texts.clone()).to_string())?;

    let mut native = tools.command("cargo");
    native.args(["run", "--quiet", "--package", "corpus"]);
    let native = verdicts(
        "Judge the corpus with the url crate",
        native.env("PEGBOARD_CORPUS", &texts),
    )?;

    let mut web = suite::web(&tools, &browser.driver, "corpus", "browser");
    web.args(["--", "--nocapture"])
        .env("PEGBOARD_CORPUS", &texts);
    let web = verdicts("Judge the corpus with the browser's URL", &mut web)?;

    let differences = differences(&corpus.texts, &native, &web)?;
    report(&corpus, &differences)
}

/// The verdicts that a program prints, by number.
fn verdicts(title: &str, command: &mut Command) -> Done<Vec<String>> {
    let output = step::output(title, command)?;
    let mut verdicts = Vec::new();
    for line in output.lines().filter_map(|line| line.split_once(MARK)) {
        let row: Value = serde_json::from_str(line.1).map_err(|_| {
            Failure::new(format!("{title}: this line is not understood: {}", line.1))
        })?;
        match (row["number"].as_u64(), row["verdict"].as_str()) {
            (Some(number), Some(verdict)) if number == verdicts.len() as u64 => {
                verdicts.push(verdict.to_owned());
            }
            _ => {
                return Err(Failure::new(format!(
                    "{title}: a verdict is missing before {row}."
                )));
            }
        }
    }
    Ok(verdicts)
}

/// An address of which the two say something different.
#[derive(Debug, PartialEq, Eq)]
struct Difference<'a> {
    text: &'a str,
    native: &'a str,
    web: &'a str,
}

fn differences<'a>(
    texts: &'a [String],
    native: &'a [String],
    web: &'a [String],
) -> Done<Vec<Difference<'a>>> {
    if native.len() != texts.len() || web.len() != texts.len() {
        return Err(Failure::new(format!(
            "Of {} addresses {} were judged with the url crate and {} in the browser.",
            texts.len(),
            native.len(),
            web.len()
        )));
    }
    let all = texts.iter().zip(native.iter().zip(web));
    let all = all.map(|(text, (native, web))| Difference { text, native, web });
    Ok(all.filter(|it| it.native != it.web).collect())
}

/// Fails for a difference that is not explained, and for an explanation that explains nothing. That one of the two would
/// send what the other refuses, or something else, nothing explains.
fn report(corpus: &Corpus, differences: &[Difference]) -> Done {
    for left_out in &corpus.left_out {
        println!("  left out, for it is no text in UTF-8: {left_out}");
    }
    let mut needed = BTreeSet::new();
    let mut wrong = Vec::new();
    for Difference { text, native, web } in differences {
        let said = format!("{text:?}\n    url crate: {native}\n    browser:   {web}");
        match EXPLAINED.iter().find(|(explained, _)| explained == text) {
            Some((explained, reason)) if is_harmless(native) && is_harmless(web) => {
                needed.insert(*explained);
                println!("  explained: {said}\n    because {reason}");
            }
            _ => wrong.push(format!("{said}\n    and nothing explains it")),
        }
    }
    let unneeded = EXPLAINED.iter().filter(|(text, _)| !needed.contains(text));
    wrong.extend(
        unneeded.map(|(text, _)| format!("{text:?} is explained, but both say the same of it")),
    );
    println!(
        "{} addresses, {} left out, {} differences, {} of them explained",
        corpus.texts.len(),
        corpus.left_out.len(),
        differences.len(),
        needed.len()
    );
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(Failure::new(format!(
            "The verdicts of the two parsers:\n  {}",
            wrong.join("\n  ")
        ))),
    }
}

fn is_harmless(verdict: &str) -> bool {
    verdict.starts_with("refused: ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    fn corpus(texts: &[&str]) -> Corpus {
        Corpus {
            texts: owned(texts),
            left_out: Vec::new(),
        }
    }

    #[test]
    fn a_verdict_that_is_missing_is_no_agreement() {
        let (texts, one) = (owned(&["a", "b"]), owned(&["refused: x"]));
        let both = owned(&["refused: x", "refused: y"]);
        assert!(differences(&texts, &one, &both).is_err());
        assert!(differences(&texts, &both, &one).is_err());
        assert_eq!(differences(&texts, &both, &both).unwrap(), []);
    }

    #[test]
    fn a_difference_without_an_explanation_fails_and_is_named() {
        let corpus = corpus(&["https://a.example"]);
        let (native, web) = (owned(&["accepted as x"]), owned(&["accepted as y"]));
        let found = differences(&corpus.texts, &native, &web).unwrap();
        let said = report(&corpus, &found).unwrap_err().to_string();
        assert!(said.contains("https://a.example") && said.contains("nothing explains it"));
    }

    #[test]
    fn no_explanation_covers_an_address_that_one_would_send() {
        let (text, _) = EXPLAINED[0];
        let corpus = corpus(&[text]);
        for (web, fails) in [("refused: y", false), ("accepted as y", true)] {
            let (native, web) = (owned(&["refused: x"]), owned(&[web]));
            let found = differences(&corpus.texts, &native, &web).unwrap();
            let said = report(&corpus, &found).unwrap_err().to_string();
            assert_eq!(said.contains("nothing explains it"), fails, "{said}");
        }
    }

    #[test]
    fn an_explanation_that_is_not_needed_fails() {
        let failed = report(&corpus(&[]), &[]).is_err();
        assert_eq!(failed, !EXPLAINED.is_empty());
    }

    #[test]
    fn a_line_that_is_lost_is_noticed() {
        let mut command = Command::new("printf");
        command.arg("x\ncorpus: {\"number\":1,\"verdict\":\"v\"}\n");
        assert!(verdicts("Try", &mut command).is_err());
    }
}
