//! Reading JSON.
//!
//! One reader for all: serde_json tells neither the kind nor the exact place of a mistake except in its message, merges the
//! same name twice, and its reader costs three times as much of the first load. A test compares the two.

use serde_json::{Map, Number, Value};

/// What is wrong with a text that is not JSON.
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

/// What is wrong, and between which bytes; the end can lie within a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flaw {
    pub syntax: Syntax,
    pub from: usize,
    pub to: usize,
}

impl Flaw {
    /// The line, and the column of its last byte that was read: from one, and zero where nothing was.
    pub fn line_and_column(&self, text: &str) -> (usize, usize) {
        let before = &text.as_bytes()[..self.from];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let start = before.iter().rposition(|byte| *byte == b'\n');
        let start = start.map_or(0, |at| at + 1);
        (line, text.len().min(self.from + 1) - start)
    }
}

/// A member of an object; the raw texts are parts of the whole text.
pub struct Member<'t> {
    pub name: String,
    pub value: Value,
    pub raw_name: &'t str,
    pub raw_value: &'t str,
}

/// The value of a text.
pub fn parse(text: &str) -> Result<Value, Flaw> {
    let mut reader = Reader::new(text);
    let value = reader.value()?;
    reader.end(value)
}

/// The members of an object in their order, the same name twice included; any other value in the place of the error.
pub fn members(text: &str) -> Result<Result<Vec<Member<'_>>, Value>, Flaw> {
    let mut reader = Reader::new(text);
    let mut members = Vec::new();
    let found = match reader.next() {
        Some(b'{') => {
            reader.object(&mut |member| members.push(member))?;
            Ok(members)
        }
        _ => Err(reader.value()?),
    };
    reader.end(found)
}

/// As deep as serde_json goes.
const DEPTH: usize = 127;

struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl<'t> Reader<'t> {
    const fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// What follows the white space.
    fn next(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    fn takes(&mut self, byte: u8) -> bool {
        let is = self.peek() == Some(byte);
        self.at += usize::from(is);
        is
    }

    /// At the end of the text, whatever is wrong is that it ends.
    fn flaw(&self, syntax: Syntax) -> Flaw {
        let at_end = self.at >= self.text.len();
        Flaw {
            syntax: if at_end { Syntax::Unfinished } else { syntax },
            from: self.at,
            to: self.at + usize::from(!at_end),
        }
    }

    fn end<T>(mut self, found: T) -> Result<T, Flaw> {
        match self.next() {
            None => Ok(found),
            Some(_) => Err(self.flaw(Syntax::AfterEnd)),
        }
    }

    fn value(&mut self) -> Result<Value, Flaw> {
        match self.next() {
            Some(b'{') => {
                let mut object = Map::new();
                self.object(&mut |Member { name, value, .. }| {
                    object.insert(name, value);
                })?;
                Ok(Value::Object(object))
            }
            Some(b'[') => self.array(),
            Some(b'"') => self.string().map(Value::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            _ => Err(self.flaw(Syntax::NoValue)),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, Flaw> {
        match word.bytes().all(|byte| self.takes(byte)) {
            true => Ok(value),
            false => Err(self.flaw(Syntax::NoValue)),
        }
    }

    fn enter(&mut self) -> Result<(), Flaw> {
        if self.depth == DEPTH {
            return Err(self.flaw(Syntax::NoValue));
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    /// Whether another item follows the first `count` ones.
    fn goes_on(&mut self, count: usize, end: u8) -> Result<bool, Flaw> {
        self.next();
        if self.takes(end) {
            self.depth -= 1;
            return Ok(false);
        }
        if count > 0 {
            if !self.takes(b',') {
                return Err(self.flaw(Syntax::NoComma));
            }
            if self.next() == Some(end) {
                return Err(self.flaw(Syntax::TrailingComma));
            }
        }
        Ok(true)
    }

    fn array(&mut self) -> Result<Value, Flaw> {
        self.enter()?;
        let mut items = Vec::new();
        while self.goes_on(items.len(), b']')? {
            items.push(self.value()?);
        }
        Ok(Value::Array(items))
    }

    fn object(&mut self, take: &mut dyn FnMut(Member<'t>)) -> Result<(), Flaw> {
        self.enter()?;
        let mut count = 0;
        while self.goes_on(count, b'}')? {
            let start = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.flaw(Syntax::NameWithoutQuotes));
            }
            let name = self.string()?;
            let raw_name = &self.text[start..self.at];
            self.next();
            if !self.takes(b':') {
                return Err(self.flaw(Syntax::NoColon));
            }
            self.next();
            let start = self.at;
            let value = self.value()?;
            take(Member {
                name,
                value,
                raw_name,
                raw_value: &self.text[start..self.at],
            });
            count += 1;
        }
        Ok(())
    }
}

mod number;
mod string;
