//! Classes for streams that a library of Leptos exports to JavaScript. The console makes no stream, but what is exported
//! counts as used, and costs 1.4 kB of the first load: here it is taken out of the module and of the script.

use crate::failure::{Done, Failure};

/// How the classes begin in the script, and their functions in the module.
const CLASS: &str = "IntoUnderlying";
const FUNCTION: &[u8] = b"intounderlying";

/// The kind of section that lists what a module exports.
const EXPORTS: u8 = 7;

/// The script without the classes and their registries.
pub fn script(glue: &str) -> String {
    let mut kept = String::with_capacity(glue.len());
    let mut until: Option<&str> = None;
    for line in glue.lines() {
        let end = match until {
            Some(end) => Some(end),
            None if line.starts_with(&format!("export class {CLASS}")) => {
                Some("if (Symbol.dispose)")
            }
            None if line.starts_with(&format!("const {CLASS}")) => {
                Some("    : new FinalizationRegistry")
            }
            None => None,
        };
        until = end.filter(|end| !line.starts_with(end));
        if end.is_none() {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// The module without the functions of the classes among its exports; wasm-opt then drops what nothing else uses.
pub fn module(bytes: &[u8]) -> Done<Vec<u8>> {
    let (head, mut rest) = bytes.split_at_checked(8).ok_or_else(broken)?;
    let mut out = head.to_vec();
    while let Some((&kind, after)) = rest.split_first() {
        let (length, after) = number(after)?;
        let (body, after) = after.split_at_checked(length).ok_or_else(broken)?;
        let kept = if kind == EXPORTS {
            exports(body)?
        } else {
            body.to_vec()
        };
        out.push(kind);
        write_number(&mut out, kept.len());
        out.extend(kept);
        rest = after;
    }
    Ok(out)
}

fn exports(body: &[u8]) -> Done<Vec<u8>> {
    let (count, mut rest) = number(body)?;
    let mut kept: Vec<u8> = Vec::new();
    let mut entries = 0;
    for _ in 0..count {
        let (length, after) = number(rest)?;
        let (name, after) = after.split_at_checked(length).ok_or_else(broken)?;
        // After the name: one byte for the kind of thing, then its number.
        let (_, end) = number(after.get(1..).ok_or_else(broken)?)?;
        let entry = &rest[..rest.len() - end.len()];
        if !name.windows(FUNCTION.len()).any(|part| part == FUNCTION) {
            kept.extend(entry);
            entries += 1;
        }
        rest = end;
    }
    let mut out = Vec::new();
    write_number(&mut out, entries);
    out.extend(kept);
    Ok(out)
}

/// Reads a number as modules write them: seven bits a byte, the lowest first.
fn number(bytes: &[u8]) -> Done<(usize, &[u8])> {
    let mut value = 0;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Ok((value, &bytes[at + 1..]));
        }
    }
    Err(broken())
}

fn write_number(out: &mut Vec<u8>, mut value: usize) {
    while value > 0x7f {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn broken() -> Failure {
    Failure::new("trunk made a module whose sections cannot be read.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_loses_the_classes_and_nothing_else() {
        let glue = "export class IntoUnderlyingSink {\n    free() {}\n}\nif (Symbol.dispose) x = y;\nfunction stays() {}\n\
                    const IntoUnderlyingSinkFinalization = (typeof F === 'undefined')\n    ? { }\n    : new FinalizationRegistry(p => 1);\nlet wasm;\n";
        assert_eq!(script(glue), "function stays() {}\nlet wasm;\n");
    }

    #[test]
    fn the_module_loses_the_exports_and_nothing_else() {
        let entry =
            |name: &str, index: u8| [&[name.len() as u8], name.as_bytes(), &[0, index]].concat();
        let section = |entries: &[Vec<u8>]| {
            let body = [vec![entries.len() as u8], entries.concat()].concat();
            [vec![EXPORTS, body.len() as u8], body].concat()
        };
        let whole = [
            b"\0asm\x01\0\0\0".to_vec(),
            vec![1, 2, 9, 9],
            section(&[
                entry("memory", 0),
                entry("intounderlyingsink_close", 3),
                entry("main", 4),
            ]),
        ]
        .concat();
        let less = [
            b"\0asm\x01\0\0\0".to_vec(),
            vec![1, 2, 9, 9],
            section(&[entry("memory", 0), entry("main", 4)]),
        ]
        .concat();
        assert_eq!(module(&whole).unwrap(), less);
        assert!(module(b"\0asm").is_err());
    }

    #[test]
    fn large_numbers_are_written_as_they_are_read() {
        for value in [0, 127, 128, 16_383, 16_384, 2_000_000] {
            let mut out = Vec::new();
            write_number(&mut out, value);
            assert_eq!(number(&out).unwrap(), (value, &[][..]));
        }
    }
}
