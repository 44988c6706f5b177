//! Judges a corpus of addresses by the console's validation. Built for this machine it uses the `url` crate, built for
//! the browser it uses the browser's `URL`; `cargo xtask corpus` runs both and compares.
#![forbid(unsafe_code)]

use pegboard::validation::{EndpointProblem, endpoint};
use serde_json::json;

/// What every line about an address begins with.
pub const MARK: &str = "corpus: ";

/// A line for each address: its number, and everything that the validation says of it.
///
/// # Errors
/// The corpus is no list of texts.
pub fn lines() -> Result<Vec<String>, serde_json::Error> {
    let texts: Vec<String> =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/texts.json")))?;
    let line = |(number, text): (usize, &String)| {
        format!(
            "{MARK}{}",
            json!({ "number": number, "verdict": verdict(text) })
        )
    };
    Ok(texts.iter().enumerate().map(line).collect())
}

/// What would be sent, or why nothing would be and what is proposed instead.
fn verdict(text: &str) -> String {
    let said = |problem: &EndpointProblem| match &problem.corrected {
        Some(corrected) => format!("{}, rather {corrected}", problem.code()),
        None => problem.code().to_owned(),
    };
    match endpoint(text) {
        Ok(endpoint) => format!("accepted as {}", endpoint.href()),
        Err(problems) => {
            let said: Vec<String> = problems.iter().map(said).collect();
            format!("refused: {}", said.join("; "))
        }
    }
}
