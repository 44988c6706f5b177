//! The module as it is served: its code in columns, operation codes apart from what each kind of them operates on.
//!
//! Brotli finds more that repeats among numbers of one kind than where each stands beside others, and guesses a byte better
//! from those before it where all are of one kind: a sixth of the module, as measured on this console. The page's script,
//! `columns.js`, makes rows of the columns again before the browser compiles them. What is served has the form of a
//! WebAssembly module too: the columns stand in a custom section, its only one.
//!
//! Two things do not come back, since nothing depends on them: custom sections, and the alignment that a load or a store may
//! promise. It is zero in the browser, which promises nothing; engines do not rely on it.

use std::collections::BTreeMap;

use wasmparser::{BinaryReaderError, FunctionBody, Parser, Payload};

use self::operations::Operation;
use crate::failure::{Done, Failure};

pub mod operations;

/// What every module begins with.
const HEAD: &[u8] = b"\0asm\x01\0\0\0";

/// The number of a custom section.
const CUSTOM: u8 = 0;

/// The section's name, after the length of the name.
const NAME: &[u8] = b"\x07columns";

/// The columns in the order in which they are served: what stands before the code and behind it, the operation codes,
/// declarations of locals, and what follows the operation codes.
pub const COLUMNS: &str = "<>#dbilghnmserwkujqo";

/// The module in columns.
///
/// # Errors
/// When it is no module, or has an operation that [`operations::SHAPES`] does not know.
pub fn pack(module: &[u8]) -> Done<Vec<u8>> {
    let mut columns = Columns {
        columns: BTreeMap::new(),
        served: operations::served(),
    };
    let mut length = HEAD.len();
    let (mut code, mut bodies) = (None, 0);
    let mut side = '<';
    columns.add(side, HEAD);
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.map_err(unreadable)?;
        if let Payload::CodeSectionEntry(body) = &payload {
            columns.add_body(body, module)?;
            bodies += leb(body.range().len()).len() + body.range().len();
        }
        let Some((number, range)) = payload.as_section() else {
            continue;
        };
        if number == CUSTOM {
            continue;
        }
        let head = [&[number], &leb(range.len())[..]].concat();
        length += head.len() + range.len();
        columns.add(side, &head);
        if let Payload::CodeSectionStart { count, .. } = payload {
            let count = leb(count as usize);
            columns.add(side, &count);
            code = Some(range.len() - count.len());
            side = '>';
        } else {
            columns.add(side, &module[range]);
        }
    }
    if code != Some(bodies) {
        return Err(Failure::new(
            "The module has no code, or its sizes are longer than they need be, which the script would not write again.",
        ));
    }
    let mut content = NAME.to_vec();
    content.extend(leb(length));
    for name in COLUMNS.chars() {
        let column = columns.columns.remove(&name).unwrap_or_default();
        content.extend(leb(column.len()));
        content.extend(column);
    }
    Ok([HEAD, &[CUSTOM], &leb(content.len()), &content].concat())
}

struct Columns {
    columns: BTreeMap<char, Vec<u8>>,
    /// The byte that each operation is served as.
    served: [u8; 256],
}

impl Columns {
    fn add(&mut self, column: char, bytes: &[u8]) {
        self.columns
            .entry(column)
            .or_default()
            .extend_from_slice(bytes);
    }

    fn add_body(&mut self, body: &FunctionBody, module: &[u8]) -> Done {
        let reader = body.get_operators_reader().map_err(unreadable)?;
        let first = reader.original_position();
        self.add('d', &module[body.range().start..first]);
        let mut starts = Vec::new();
        for operator in reader.into_iter_with_offsets() {
            starts.push(operator.map_err(unreadable)?.1);
        }
        let ends = starts.iter().skip(1).copied().chain([body.range().end]);
        let operations = starts.iter().zip(ends);
        let operations: Vec<Operation> = operations
            .map(|(start, end)| Operation::read(&module[*start..end]))
            .collect::<Done<_>>()?;
        let code = |place: usize| operations.get(place).map(|operation| operation.code);
        for (place, operation) in operations.iter().enumerate() {
            let before = place.checked_sub(1).and_then(code);
            let column = operation.column(before, code(place + 1), code(place + 2));
            self.add_operation(operation, column);
        }
        Ok(())
    }

    fn add_operation(&mut self, operation: &Operation, column: char) {
        self.add('#', &[self.served[usize::from(operation.code)]]);
        match operation.shape {
            '.' => {}
            'f' => {
                let (second, numbers) = operation.rest.split_at(1);
                self.add('#', second);
                self.add('o', numbers);
            }
            _ => self.add(column, &operation.rest),
        }
    }
}

/// A number in the variable length of WebAssembly (LEB128).
fn leb(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 127 {
        bytes.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

fn unreadable(error: BinaryReaderError) -> Failure {
    Failure::new(format!("The module cannot be read: {error}."))
}
