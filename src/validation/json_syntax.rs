//! Why a text is not JSON, and where.

use super::place::{Place, Ruler};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// The text ends before the value does.
    Unfinished,
    /// No JSON value begins here.
    NoValue,
    NameWithoutQuotes,
    NoColon,
    NoComma,
    TrailingComma,
    /// A line break, a tab or another control character within quotes.
    ControlCharacter,
    Escape,
    /// Something follows the value.
    AfterEnd,
}

/// `serde_json` tells the reason only in its message (a test pins each one), and counts columns in bytes.
pub fn explain(text: &str, error: &serde_json::Error) -> (Syntax, Place) {
    let mut ruler = Ruler::new(text);
    if error.is_eof() {
        return (Syntax::Unfinished, ruler.place(text.len(), text.len()));
    }
    let message = error.to_string();
    let syntax = REASONS
        .iter()
        .find(|(beginning, _)| message.starts_with(beginning))
        .map_or(Syntax::NoValue, |(_, syntax)| *syntax);
    let lines = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1));
    let line_start: usize = lines.map(str::len).sum();
    // The column counts the bytes up to and with the offending character, but without a control character.
    let before = match syntax {
        Syntax::ControlCharacter => error.column(),
        _ => error.column().saturating_sub(1),
    };
    let from = text.floor_char_boundary(line_start + before);
    (syntax, ruler.place(from, from + 1))
}

const REASONS: &[(&str, Syntax)] = &[
    ("key must be a string", Syntax::NameWithoutQuotes),
    ("expected `:`", Syntax::NoColon),
    ("expected `,`", Syntax::NoComma),
    ("trailing comma", Syntax::TrailingComma),
    ("control character", Syntax::ControlCharacter),
    ("invalid escape", Syntax::Escape),
    ("invalid unicode code point", Syntax::Escape),
    ("lone leading surrogate", Syntax::Escape),
    ("unexpected end of hex escape", Syntax::Escape),
    ("trailing characters", Syntax::AfterEnd),
];
