//! Reading a number.

use super::{Flaw, Number, Reader, Syntax, Value};

impl Reader<'_> {
    pub(super) fn number(&mut self) -> Result<Value, Flaw> {
        let start = self.at;
        let negative = self.takes(b'-');
        let digits = self.at;
        if !self.takes(b'0') || self.is_at_digit() {
            self.digits(digits)?;
        }
        let whole = &self.text[digits..self.at];
        let end = self.at;
        if self.takes(b'.') {
            self.digits(self.at)?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _ = self.takes(b'+') || self.takes(b'-');
            self.digits(self.at)?;
        }
        let whole = (self.at == end)
            .then(|| crate::subscription::digits(whole))
            .flatten();
        let number = match (whole, negative) {
            (Some(number), false) => Some(Number::from(number)),
            (Some(number @ 1..), true) => 0_i64.checked_sub_unsigned(number).map(Number::from),
            _ => None,
        };
        number
            .or_else(|| Number::from_f64(fraction(&self.text[start..self.at])?))
            .map(Value::Number)
            // Too large, which its last digit makes it.
            .ok_or(Flaw {
                syntax: Syntax::NoValue,
                from: self.at - 1,
                to: self.at,
            })
    }

    fn is_at_digit(&self) -> bool {
        self.peek().is_some_and(|byte| byte.is_ascii_digit())
    }

    /// One digit or more, the first of them at `start`: where the reader stands, unless a zero has wrongly begun the number.
    fn digits(&mut self, start: usize) -> Result<(), Flaw> {
        if start != self.at || !self.is_at_digit() {
            return Err(self.flaw(Syntax::NoValue));
        }
        while self.is_at_digit() {
            self.at += 1;
        }
        Ok(())
    }
}

/// By the browser's own reader: Rust's brings tables for it that cost 5 kB of module.
#[cfg(target_arch = "wasm32")]
fn fraction(text: &str) -> Option<f64> {
    js_sys::JSON::parse(text).ok()?.as_f64()
}

#[cfg(not(target_arch = "wasm32"))]
fn fraction(text: &str) -> Option<f64> {
    text.parse().ok()
}
