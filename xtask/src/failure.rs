//! Why a command stopped: one sentence that a person can act on.

use std::{fmt, io, path::Path};

/// One line, remedy included. Everything that led to it has already been printed.
#[derive(Debug)]
pub struct Failure(String);

pub type Done<T = ()> = Result<T, Failure>;

impl Failure {
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// For a command whose last line has already said it all.
    pub fn said() -> Self {
        Self(String::new())
    }

    /// Prints the sentence, if there is one, where errors go.
    pub fn print(&self) {
        if !self.0.is_empty() {
            eprintln!("{}", self.0);
        }
    }

    /// For `map_err` on file operations: says which file.
    pub fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self(format!("{}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
