//! The words of a syntax error.

use async_graphql::{Pos, parser::Error};

/// A syntax error in the words of graphql-js: it names what stands at the
/// place where the parser could not go on.
pub(crate) fn message(error: &Error, query: &str) -> String {
    match error {
        Error::Syntax { start, .. } => {
            format!("Syntax Error: Unexpected {}.", token_at(query, *start))
        }
        other => format!("Syntax Error: {other}."),
    }
}

/// The token at a position, as graphql-js writes it; `position` counts lines and columns from one.
fn token_at(query: &str, position: Pos) -> String {
    let rest: String = query
        .lines()
        .nth(position.line.saturating_sub(1))
        .map(|line| {
            line.chars()
                .skip(position.column.saturating_sub(1))
                .collect()
        })
        .unwrap_or_default();
    let after_line = query
        .lines()
        .skip(position.line)
        .collect::<Vec<_>>()
        .join(" ");
    let rest = format!("{rest} {after_line}");
    let rest = rest.trim_start();
    let word =
        |part: fn(char) -> bool| -> String { rest.chars().take_while(|c| part(*c)).collect() };
    match rest.chars().next() {
        None => "<EOF>".to_owned(),
        Some('$') => "\"$\"".to_owned(),
        Some('"') => "String".to_owned(),
        Some(first) if first.is_ascii_digit() || first == '-' => {
            format!("Int \"{}\"", word(|c| c.is_ascii_digit() || c == '-'))
        }
        Some(first) if first.is_ascii_alphabetic() || first == '_' => {
            format!(
                "Name \"{}\"",
                word(|c| c.is_ascii_alphanumeric() || c == '_')
            )
        }
        Some(other) => format!("\"{other}\""),
    }
}
