//! What is judged: every address that the corpus names, and each `http:` one with `https:` too.

use std::collections::BTreeSet;

use serde_json::{Value, value::RawValue};

use crate::failure::{Done, Failure};

/// The addresses of a corpus, in their order.
#[derive(Debug)]
pub struct Corpus {
    pub texts: Vec<String>,
    /// Cases that are no text in UTF-8, as the file writes them: a half of a surrogate pair stands alone in them. What is
    /// typed into a form can hold none, and neither can what Rust calls a text.
    pub left_out: Vec<String>,
}

/// The keys whose values are addresses: what is parsed, what it would be relative to, and what comes of it.
const ADDRESSES: [&str; 3] = ["input", "base", "href"];

impl Corpus {
    /// Reads the form of `urltestdata.json`: a list of comments, which are texts, and of cases, which are objects.
    pub fn read(json: &str) -> Done<Self> {
        let cases: Vec<&RawValue> = serde_json::from_str(json)
            .map_err(|error| Failure::new(format!("The corpus is no list in JSON: {error}.")))?;
        let mut corpus = Self {
            texts: Vec::new(),
            left_out: Vec::new(),
        };
        let mut known = BTreeSet::new();
        for case in cases {
            let Ok(case) = serde_json::from_str::<Value>(case.get()) else {
                corpus.left_out.push(case.get().to_owned());
                continue;
            };
            let addresses = ADDRESSES.iter().filter_map(|key| case[*key].as_str());
            let texts = addresses.flat_map(|text| [Some(text.to_owned()), with_tls(text)]);
            let new = texts.flatten().filter(|text| known.insert(text.clone()));
            corpus.texts.extend(new);
        }
        match corpus.texts.is_empty() {
            true => Err(Failure::new("The corpus names no address.")),
            false => Ok(corpus),
        }
    }
}

/// The same address with TLS. Most of the corpus is written with `http:`, which the console refuses whatever follows.
fn with_tls(text: &str) -> Option<String> {
    text.strip_prefix("http:")
        .map(|rest| format!("https:{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_repetitions_are_not_judged_and_what_is_no_text_is_named() {
        let json = r#"["A comment", { "input": "http://a.example", "base": null, "href": "https://a.example" },
            { "input": "x", "base": "http://a.example", "failure": true }, { "input": "https://\uD800" }]"#;
        let corpus = Corpus::read(json).unwrap();
        assert_eq!(corpus.texts, ["http://a.example", "https://a.example", "x"]);
        assert_eq!(corpus.left_out, [r#"{ "input": "https://\uD800" }"#]);
    }

    #[test]
    fn another_file_is_no_corpus() {
        for json in ["{}", "[]", r#"["A comment"]"#, "nothing"] {
            assert!(Corpus::read(json).is_err(), "{json}");
        }
    }
}
