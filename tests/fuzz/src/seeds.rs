//! What the fuzzer begins with: the replies of the contracts, and the words in them.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::input::Input;

/// Statuses that platforms answer with. An example of a contract is tried under each of them.
const STATUSES: [u16; 8] = [200, 204, 400, 401, 404, 422, 429, 500];

/// A word that is longer is no name that a reader looks for.
const LONGEST_WORD: usize = 64;

/// Inputs, and the words that are worth putting into others.
#[derive(Default)]
pub struct Seeds {
    pub inputs: Vec<Vec<u8>>,
    pub words: BTreeSet<String>,
}

impl Seeds {
    /// What stands in some folders of `tests/`: whole texts, or bodies of replies.
    ///
    /// # Errors
    /// A folder or a file in it cannot be read.
    pub fn of(folders: &[&str], are_replies: bool) -> io::Result<Self> {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut seeds = Self::default();
        for folder in folders {
            for file in files(&tests.join(folder))? {
                let text = fs::read_to_string(&file)?;
                let is_http = file
                    .extension()
                    .is_some_and(|extension| extension == "http");
                seeds.collect_words(if is_http { body(&text) } else { &text });
                match (are_replies, is_http) {
                    (false, _) => seeds.inputs.push(text.into_bytes()),
                    (true, true) => seeds.inputs.push(http(&text)),
                    (true, false) => seeds.add_replies(&text),
                }
            }
        }
        Ok(seeds)
    }

    fn add_replies(&mut self, text: &str) {
        let mut add = |text: &str| {
            let inputs = STATUSES.map(|status| Input::write(status, "", text));
            self.inputs.extend(inputs);
        };
        add(text);
        // Some files hold an error under each name.
        let errors: Value = serde_json::from_str(text).unwrap_or_default();
        let errors = errors.as_object().into_iter().flatten();
        for (_, error) in errors.filter(|(_, error)| error.get("errors").is_some()) {
            add(&error.to_string());
        }
    }

    fn collect_words(&mut self, json: &str) {
        let value: Value = serde_json::from_str(json).unwrap_or_default();
        self.collect(&value);
    }

    fn collect(&mut self, value: &Value) {
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    self.words.insert(name.clone());
                    self.collect(value);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.collect(item)),
            Value::String(word) if word.len() <= LONGEST_WORD => {
                self.words.insert(word.clone());
            }
            _ => {}
        }
    }

    /// The words as `libFuzzer` reads them: each in quotes, and here with those of JSON as well.
    pub fn dictionary(&self) -> String {
        let line =
            |word: &String| format!("\"{}\"\n", escaped(&Value::from(word.as_str()).to_string()));
        self.words.iter().map(line).collect()
    }
}

/// What follows the first empty line.
fn body(http: &str) -> &str {
    http.split_once("\n\n").map_or("", |(_, body)| body)
}

/// A reply from its text; what has no status in its first line is taken for a success.
fn http(text: &str) -> Vec<u8> {
    let mut words = text.lines().next().unwrap_or_default().split(' ').skip(1);
    let status = words.next().and_then(|status| status.parse().ok());
    let retry_after = text
        .lines()
        .find_map(|line| line.strip_prefix("Retry-After: "));
    Input::write(
        status.unwrap_or(200),
        retry_after.unwrap_or_default(),
        body(text),
    )
}

fn escaped(word: &str) -> String {
    let escape = |byte: u8| match byte {
        b'"' | b'\\' => format!("\\{}", char::from(byte)),
        b' '..=b'~' => char::from(byte).to_string(),
        _ => format!("\\x{byte:02X}"),
    };
    word.bytes().map(escape).collect()
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_written_as_the_fuzzer_reads_it() {
        let words = BTreeSet::from(["a\"é".to_owned()]);
        let seeds = Seeds {
            words,
            ..Seeds::default()
        };
        assert_eq!(seeds.dictionary(), "\"\\\"a\\\\\\\"\\xC3\\xA9\\\"\"\n");
    }

    #[test]
    fn a_reply_keeps_its_status_and_its_wait() {
        let text = "HTTP/1.1 429 Too Many Requests\nRetry-After: 30\n\n{}";
        assert_eq!(http(text), Input::write(429, "30", "{}"));
        assert_eq!(
            http("POST /graphql HTTP/1.1\n\n{}"),
            Input::write(200, "", "{}")
        );
    }
}
