//! Reading a text in quotes.

use super::{Flaw, Reader, Syntax};

/// Half a character of UTF-16, of which JSON needs two in a row.
const HIGH: std::ops::Range<u32> = 0xd800..0xdc00;
const LOW: std::ops::Range<u32> = 0xdc00..0xe000;

impl Reader<'_> {
    pub(super) fn string(&mut self) -> Result<String, Flaw> {
        let start = self.at;
        self.at += 1;
        let mut text = String::new();
        let mut halves = false;
        loop {
            let plain = self.at;
            while !matches!(self.peek(), None | Some(..b' ' | b'"' | b'\\')) {
                self.at += 1;
            }
            text.push_str(&self.text[plain..self.at]);
            if self.takes(b'"') {
                break;
            }
            if !self.takes(b'\\') {
                return Err(self.flaw(Syntax::ControlCharacter));
            }
            match self.escape()? {
                Some(letter) => text.push(letter),
                None => halves = true,
            }
        }
        match halves {
            false => Ok(text),
            true => Err(Flaw {
                syntax: Syntax::Escape,
                from: start,
                to: self.at,
            }),
        }
    }

    /// The character of an escape; none for half a one.
    fn escape(&mut self) -> Result<Option<char>, Flaw> {
        let letter = match self.peek() {
            Some(letter @ (b'"' | b'\\' | b'/')) => char::from(letter),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return Err(self.flaw(Syntax::Escape)),
        };
        self.at += 1;
        Ok(Some(letter))
    }

    fn unicode(&mut self) -> Result<Option<char>, Flaw> {
        let unit = self.unit()?;
        if HIGH.contains(&unit) && self.text[self.at..].starts_with("\\u") {
            self.at += 1;
            let low = self.unit()?;
            return Ok(LOW.contains(&low).then_some(()).and_then(|()| {
                char::from_u32(0x1_0000 + ((unit - HIGH.start) << 10) + (low - LOW.start))
            }));
        }
        Ok(char::from_u32(unit))
    }

    /// The four digits after `u`.
    fn unit(&mut self) -> Result<u32, Flaw> {
        let digits = self.text.as_bytes().get(self.at + 1..self.at + 5);
        let Some(digits) = digits else {
            self.at = self.text.len();
            return Err(self.flaw(Syntax::Escape));
        };
        let mut unit = 0;
        for digit in digits {
            let Some(digit) = char::from(*digit).to_digit(16) else {
                self.at += 4;
                return Err(self.flaw(Syntax::Escape));
            };
            unit = unit * 16 + digit;
        }
        self.at += 5;
        Ok(unit)
    }
}
