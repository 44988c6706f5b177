//! Places in a text as a text area counts them.

/// A stretch of the text, in UTF-16 units throughout. Counted from zero for a selection (`start`, `end`), and from one for
/// people (`line`, `column`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub line: usize,
    pub column: usize,
    pub start: usize,
    pub end: usize,
}

/// Measures places from the beginning of a text to its end, in one pass.
pub struct Ruler<'t> {
    text: &'t str,
    byte: usize,
    line: usize,
    column: usize,
    units: usize,
}

impl<'t> Ruler<'t> {
    pub const fn new(text: &'t str) -> Self {
        Self {
            text,
            byte: 0,
            line: 1,
            column: 1,
            units: 0,
        }
    }

    /// The place of a part of the text, which must not lie before one already asked for.
    pub fn place_of(&mut self, part: &str) -> Place {
        // Both are slices of one text, so the distance of their addresses is the part's offset.
        let from = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.place(from, from + part.len())
    }

    /// The place between two byte offsets; one inside a character counts as its end.
    pub fn place(&mut self, from: usize, to: usize) -> Place {
        self.advance(from);
        let (line, column, start) = (self.line, self.column, self.units);
        self.advance(to);
        Place {
            line,
            column,
            start,
            end: self.units,
        }
    }

    fn advance(&mut self, to: usize) {
        let ahead = self.text.get(self.byte..).unwrap_or_default();
        for c in ahead.chars() {
            if self.byte >= to {
                break;
            }
            self.byte += c.len_utf8();
            self.units += c.len_utf16();
            if c == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += c.len_utf16();
            }
        }
    }
}
