//! The rules for the value of a custom header.

/// Characters in one value, within what common servers accept for one line.
pub const LONGEST_VALUE: usize = 4_096;

/// What is wrong with a value, without the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueFault {
    Missing,
    /// Carriage return or line feed, which would begin another header.
    LineBreak,
    /// Any other control character. A tab is one: HTTP allows it inside a value, but it gets there only by accident.
    ControlCharacter,
    /// HTTP strips white space around a value, so the receiver would read something else.
    OuterWhiteSpace,
    /// Receivers disagree on how to read anything but ASCII (RFC 9110, section 5.5).
    NotAscii,
    /// The number of characters found.
    TooLong(usize),
}

impl ValueFault {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "header-value-missing",
            Self::LineBreak => "header-value-line-break",
            Self::ControlCharacter => "header-value-control-character",
            Self::OuterWhiteSpace => "header-value-outer-white-space",
            Self::NotAscii => "header-value-not-ascii",
            Self::TooLong(_) => "header-value-too-long",
        }
    }
}

pub fn faults(value: &str) -> Vec<ValueFault> {
    if value.trim().is_empty() {
        return vec![ValueFault::Missing];
    }
    let is_break = |c: char| matches!(c, '\r' | '\n');
    let control = value.contains(|c: char| c.is_control() && !is_break(c));
    let outer = value.starts_with(' ') || value.ends_with(' ');
    let foreign = value.contains(|c: char| !c.is_ascii() && !c.is_control());
    let length = value.chars().count();
    let rules = [
        (value.contains(is_break), ValueFault::LineBreak),
        (control, ValueFault::ControlCharacter),
        (outer, ValueFault::OuterWhiteSpace),
        (foreign, ValueFault::NotAscii),
        (length > LONGEST_VALUE, ValueFault::TooLong(length)),
    ];
    let broken = rules.into_iter().filter(|(broken, _)| *broken);
    broken.map(|(_, fault)| fault).collect()
}
