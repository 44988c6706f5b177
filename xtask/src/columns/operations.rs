//! What follows each operation code of WebAssembly, and the byte that each is served as.

use wasmparser::BinaryReader;

use super::{leb, unreadable};
use crate::failure::{Done, Failure};

/// `i32.const`, `i32.add`, `i32.sub` and `local.get`.
const CONSTANT: u8 = 0x41;
const SUMS: [u8; 2] = [0x6a, 0x6b];
const GET: u8 = 0x20;

/// Two codes that are no operation of WebAssembly: a constant in the first 64 kB of the data, and one of the lowest 128
/// numbers, with which Rust marks the variants of an enumeration.
const ADDRESS: u8 = 0x17;
const MARK: u8 = 0x16;

/// Where the data begins: behind the stack, whose size `build.rs` sets.
const DATA: i32 = 0x4_0000;

/// What follows an operation code, by the code (WebAssembly 2.0, appendix "Index of Instructions"):
///
/// | | |
/// |---|---|
/// | `.` | nothing |
/// | `b` `i` `s` `e` `q` `o` | a number, in the column of this name |
/// | `#` | a number, between the codes: where a call repeats, so does what it calls |
/// | `l` | a number; in the column `g` or `m` where such a number or a load from memory comes next; where a constant does, in `n`, or in `h` if it is added or subtracted |
/// | `k` | a number; in the column `u` behind an [`ADDRESS`], whose length it may be; in `j` where an addition or a subtraction comes next |
/// | `r` `w` | an alignment, which is not served, and an offset in the column of this name, [`turned`] |
/// | `p` | two numbers in the column `o` |
/// | `t` `v` | a count and so many numbers in the column `i`; one more than that with `t` |
/// | `4` `8` | so many bytes in the column `o` |
/// | `f` | the second half of the code, which tells how many numbers follow in the column `o` |
/// | `x` `y` | what an [`ADDRESS`] has in two bytes in the column `u`, and a [`MARK`] in one in the column `k` |
/// | `!` | no operation that Rust's compiler has used so far |
pub const SHAPES: [&str; 4] = [
    "..bbb.!!!!!.iit.#p!!!!yx!!..v!!!lseoooo!rrrrrrrrrrrrrrwwwwwwwwwo",
    "okq48...........................................................",
    "................................................................",
    ".....!!!!!!!!!!!o.o!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!f!!!",
];

/// The class of the byte that each operation is served as, by the operation's code; its codes take the bytes of a class in
/// turn. Brotli predicts a byte by the classes of the two before it (RFC 7932, section 7.1, "Signed"; encoders choose this
/// where three quarters of the bytes are no text), so each class holds operations that foretell the same. Found by trying.
pub const CLASSES: [&str; 4] = [
    "635511!!!!!1615671!!!!34!!323!!!0124112!264362444343431143123434",
    "3364355515353554452333332334444443333443332224544232236333343333",
    "3441663334444444444444444443444434344444444446222222222233322222",
    "32222!!!!!!!!!!!322!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!5!!!",
];

/// The first byte of each class, and what comes after the last.
pub const STARTS: [usize; 9] = [0, 1, 16, 64, 128, 192, 240, 255, 256];

/// How many numbers follow the second half of a code.
pub const SECOND: &[u8] = b"000000002121212111";

/// One operation, as it is served.
pub struct Operation {
    pub code: u8,
    pub shape: char,
    /// What is put into columns: what follows the code, in the form that its shape has there.
    pub rest: Vec<u8>,
}

impl Operation {
    /// From the bytes that an operation has in a module.
    ///
    /// # Errors
    /// When no shape fits it.
    pub fn read(bytes: &[u8]) -> Done<Self> {
        let unknown = || Failure::new(format!("The operation {bytes:02x?} has no column."));
        let (&code, rest) = bytes.split_first().ok_or_else(unknown)?;
        let shape = shape(code);
        let numbers = count(rest);
        let fits = match shape {
            '.' => rest.is_empty(),
            'b' | 'i' | 's' | 'e' | 'q' | 'o' | '#' | 'l' | 'k' => numbers == 1,
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
        let (code, rest) = match shape {
            'k' => constant(rest)?,
            'r' | 'w' => (code, offset(&rest[1..]).ok_or_else(unknown)?),
            _ => (code, rest.to_vec()),
        };
        Ok(Self {
            code,
            shape: self::shape(code),
            rest,
        })
    }

    /// The column of the number that follows, which depends on the codes before and behind it.
    pub fn column(&self, before: Option<u8>, next: Option<u8>, after: Option<u8>) -> char {
        let is_sum = |code: Option<u8>| code.is_some_and(|code| SUMS.contains(&code));
        match (self.shape, next) {
            ('k', _) if before == Some(ADDRESS) => 'u',
            ('k', _) if is_sum(next) => 'j',
            ('l', Some(GET)) => 'g',
            ('l', Some(CONSTANT)) if is_sum(after) => 'h',
            ('l', Some(CONSTANT)) => 'n',
            ('l', Some(next)) if shape(next) == 'r' => 'm',
            ('p' | '4' | '8', _) => 'o',
            ('t' | 'v', _) => 'i',
            ('x', _) => 'u',
            ('y', _) => 'k',
            (column, _) => column,
        }
    }
}

fn shape(code: u8) -> char {
    SHAPES.concat().as_bytes()[usize::from(code)].into()
}

/// The byte that each operation is served as, by the operation's code.
pub fn served() -> [u8; 256] {
    let mut next = STARTS;
    let mut served = [0; 256];
    for (code, class) in CLASSES.concat().bytes().enumerate() {
        if class.is_ascii_digit() {
            let place = &mut next[usize::from(class - b'0')];
            served[code] = *place as u8;
            *place += 1;
        }
    }
    served
}

/// A constant as the operation that it is served as.
fn constant(number: &[u8]) -> Done<(u8, Vec<u8>)> {
    let value = BinaryReader::new(number, 0)
        .read_var_i32()
        .map_err(unreadable)?;
    let place = u16::try_from(value.wrapping_sub(DATA));
    let mark = u8::try_from(value.wrapping_sub(i32::MIN));
    // The script writes each of them in so many bytes.
    Ok(match (number.len(), place, mark) {
        (3, Ok(place), _) => (ADDRESS, place.to_le_bytes().to_vec()),
        (5, _, Ok(mark @ 0..128)) => (MARK, vec![mark]),
        _ => (CONSTANT, number.to_vec()),
    })
}

/// An offset, turned; `None` if it is longer than it need be, which the script would not write again.
fn offset(number: &[u8]) -> Option<Vec<u8>> {
    let value = BinaryReader::new(number, 0).read_var_u32().ok()? as usize;
    (leb(value) == number).then(|| leb(turned(value)))
}

/// The lowest two of fourteen bits put on top: most offsets are multiples of four, and many more of these fit into a byte then.
fn turned(offset: usize) -> usize {
    match offset {
        0x4000.. => offset,
        _ => offset >> 2 | (offset & 3) << 12,
    }
}

/// How many numbers of the variable length of WebAssembly (LEB128) stand in a row.
fn count(numbers: &[u8]) -> usize {
    numbers.iter().filter(|byte| **byte < 128).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_operation_is_served_as_a_byte_of_its_own() {
        let served = served();
        let (shapes, classes) = (SHAPES.concat(), CLASSES.concat());
        let known = shapes.chars().zip(classes.chars());
        let mut taken = [false; 256];
        for (code, (shape, class)) in known.enumerate() {
            assert_eq!(shape == '!', class == '!', "{code:02x}");
            if let Some(class) = class.to_digit(8) {
                let byte = usize::from(served[code]);
                let class = class as usize;
                assert!((STARTS[class]..STARTS[class + 1]).contains(&byte));
                assert!(!std::mem::replace(&mut taken[byte], true), "{code:02x}");
            }
        }
    }

    #[test]
    fn a_constant_is_served_as_what_it_is_likely_to_mean() {
        for (number, code, rest) in [
            (&[0x80, 0x80, 0x10][..], ADDRESS, &[0, 0][..]),
            (&[0xff, 0xff, 0x13], ADDRESS, &[255, 255]),
            (&[0x80, 0x80, 0x14], CONSTANT, &[0x80, 0x80, 0x14]),
            (&[0x80, 0x80, 0x80, 0x80, 0x78], MARK, &[0]),
            (&[0xff, 0x80, 0x80, 0x80, 0x78], MARK, &[127]),
            (
                &[0x80, 0x81, 0x80, 0x80, 0x78],
                CONSTANT,
                &[0x80, 0x81, 0x80, 0x80, 0x78],
            ),
            (&[0x7f], CONSTANT, &[0x7f]),
        ] {
            assert_eq!(constant(number).unwrap(), (code, rest.to_vec()));
        }
    }

    #[test]
    fn an_offset_that_is_a_multiple_of_four_is_short() {
        assert_eq!(offset(&[0xfc, 0x03]), Some(vec![0x7f]));
        assert_eq!(offset(&[0x85, 0x00]), None);
        assert_eq!(
            (turned(0x3fff), turned(1), turned(0x4001)),
            (0x3fff, 0x1000, 0x4001)
        );
    }
}
