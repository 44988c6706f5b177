//! Versions, as programs print them and as `Cargo.lock` records them.

use std::{path::Path, process::Command};

use crate::failure::{Done, Failure};

/// What a program says of itself, for example `0.21.14`; `None` if it cannot be run.
pub fn of_program(program: &Path) -> Option<String> {
    let output = Command::new(program).arg("--version").output().ok()?;
    in_text(&String::from_utf8_lossy(&output.stdout))
}

/// The first word that begins with a digit: `trunk 0.21.14`, `wasm-opt version 132 (version_132)`.
fn in_text(text: &str) -> Option<String> {
    text.split_whitespace()
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .map(str::to_owned)
}

/// The number before the first dot.
pub fn major(version: &str) -> Option<u64> {
    version.split('.').next()?.parse().ok()
}

/// The version of a package that `Cargo.lock` records.
pub fn locked(lock: &str, package: &str) -> Done<String> {
    let heading = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != heading).skip(1);
    let version = lines
        .next()
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version
        .map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("Cargo.lock names no version of {package}.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_what_programs_print() {
        assert_eq!(in_text("trunk 0.21.14\n").as_deref(), Some("0.21.14"));
        assert_eq!(
            in_text("wasm-opt version 132 (version_132)").as_deref(),
            Some("132")
        );
        assert_eq!(
            in_text("wasm-opt version 108").and_then(|version| major(&version)),
            Some(108)
        );
        assert_eq!(in_text("usage: trunk"), None);
    }

    #[test]
    fn the_locked_version_is_that_of_the_package_and_of_no_other() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert!(locked(lock, "wasm-bindgen").is_ok_and(|version| version == "0.2.130"));
        assert!(locked(lock, "trunk").is_err());
    }
}
