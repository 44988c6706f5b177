//! The module as it is served: its code in columns, operation codes apart from what each kind of them operates on.
//!
//! Brotli finds more that repeats among numbers of one kind than where each stands beside others: a tenth of the module, as
//! measured on this console. The page's script, `columns.js`, makes rows of the columns again before the browser compiles
//! them. What is served has the form of a WebAssembly module too: the columns stand in a custom section, its only one.

use std::collections::BTreeMap;

use wasmparser::{BinaryReaderError, FunctionBody, Parser, Payload};

use crate::failure::{Done, Failure};

/// What every module begins with, and the number of a custom section.
const HEAD: &[u8] = b"\0asm\x01\0\0\0\0";

/// The section's name, after the length of the name.
const NAME: &[u8] = b"\x07columns";

/// The columns in the order in which they are served.
pub const COLUMNS: &str = "<#dbclgnmserwakjqo>";

/// What follows an operation code, by the code (WebAssembly 2.0, appendix "Index of Instructions"):
///
/// | | |
/// |---|---|
/// | `.` | nothing |
/// | `b` `c` `s` `e` `q` `o` | a number, in the column of this name |
/// | `l` | a number; in the column `g`, `n` or `m` where such a number, a constant or a load from memory comes next |
/// | `k` | a number; in the column `j` where an addition or a subtraction comes next |
/// | `r` `w` | an alignment in the column `a`, an offset in the column of this name |
/// | `p` | two numbers in the column `o` |
/// | `t` `v` | a count and so many numbers in the column `b`; one more than that with `t` |
/// | `4` `8` | so many bytes in the column `o` |
/// | `f` | the second half of the code, which tells how many numbers follow in the column `o` |
/// | `!` | no operation that Rust's compiler has used so far |
pub const SHAPES: [&str; 4] = [
    "..bbb.!!!!!.bbt.cp!!!!!!!!..v!!!lseoooo!rrrrrrrrrrrrrrwwwwwwwwwo",
    "okq48...........................................................",
    "................................................................",
    ".....!!!!!!!!!!!o.o!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!f!!!",
];

/// How many numbers follow the second half of a code.
pub const SECOND: &[u8] = b"000000002121212111";

/// The module in columns.
///
/// # Errors
/// When it is no module, or has an operation that [`SHAPES`] does not know.
pub fn pack(module: &[u8]) -> Done<Vec<u8>> {
    let mut columns = Columns::default();
    let mut has_code = false;
    for payload in Parser::new(0).parse_all(module) {
        match payload.map_err(unreadable)? {
            Payload::CodeSectionStart { range, count, .. } => {
                let before = range.start + leb(count as usize).len();
                columns.add('<', &module[..before]);
                columns.add('>', &module[range.end..]);
                has_code = true;
            }
            Payload::CodeSectionEntry(body) => columns.add_body(&body, module)?,
            _ => {}
        }
    }
    if !has_code {
        return Err(Failure::new("The module has no code."));
    }
    let mut content = NAME.to_vec();
    content.extend(leb(module.len()));
    for name in COLUMNS.chars() {
        let column = columns.0.remove(&name).unwrap_or_default();
        content.extend(leb(column.len()));
        content.extend(column);
    }
    Ok([HEAD, &leb(content.len()), &content].concat())
}

#[derive(Default)]
struct Columns(BTreeMap<char, Vec<u8>>);

impl Columns {
    fn add(&mut self, column: char, bytes: &[u8]) {
        self.0.entry(column).or_default().extend_from_slice(bytes);
    }

    fn add_body(&mut self, body: &FunctionBody, module: &[u8]) -> Done {
        let operators = body.get_operators_reader().map_err(unreadable)?;
        let first = operators.original_position();
        self.add('d', &module[body.range().start..first]);
        let mut starts = Vec::new();
        for operator in operators.into_iter_with_offsets() {
            starts.push(operator.map_err(unreadable)?.1);
        }
        let ends = starts.iter().skip(1).copied().chain([body.range().end]);
        for (start, end) in starts.iter().zip(ends) {
            self.add_operation(&module[*start..end], module.get(end).copied())?;
        }
        Ok(())
    }

    fn add_operation(&mut self, operation: &[u8], next: Option<u8>) -> Done {
        let unknown = || Failure::new(format!("The operation {operation:02x?} has no column."));
        let (&code, rest) = operation.split_first().ok_or_else(unknown)?;
        let shape = SHAPES.concat().as_bytes()[usize::from(code)] as char;
        self.add('#', &[code]);
        let numbers = count(rest);
        let fits = match shape {
            '.' => rest.is_empty(),
            'b' | 'c' | 'l' | 's' | 'e' | 'q' | 'o' | 'k' => numbers == 1,
            'r' | 'w' | 'p' => numbers == 2,
            't' | 'v' => numbers > 0,
            '4' => rest.len() == 4,
            '8' => rest.len() == 8,
            'f' => rest
                .first()
                .and_then(|second| SECOND.get(usize::from(*second)))
                .is_some_and(|more| usize::from(more - b'0') + 1 == numbers),
            _ => false,
        };
        if !fits {
            return Err(unknown());
        }
        match shape {
            '.' => {}
            'r' | 'w' => {
                let (alignment, offset) = rest.split_at(1);
                self.add('a', alignment);
                self.add(shape, offset);
            }
            'k' => self.add(
                match next {
                    Some(0x6a | 0x6b) => 'j',
                    _ => 'k',
                },
                rest,
            ),
            'l' => self.add(
                match next {
                    Some(0x20) => 'g',
                    Some(0x41) => 'n',
                    Some(0x28..0x36) => 'm',
                    _ => 'l',
                },
                rest,
            ),
            't' | 'v' => self.add('b', rest),
            'p' | '4' | '8' => self.add('o', rest),
            'f' => {
                let (second, numbers) = rest.split_at(1);
                self.add('#', second);
                self.add('o', numbers);
            }
            column => self.add(column, rest),
        }
        Ok(())
    }
}

/// How many numbers of the variable length of WebAssembly (LEB128) stand in a row.
fn count(numbers: &[u8]) -> usize {
    numbers.iter().filter(|byte| **byte < 128).count()
}

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
