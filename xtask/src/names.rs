//! The names that module and script share: wasm-bindgen's long ones, and the short ones that wasm-opt gives the module.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::failure::{Done, Failure};

/// The name that wasm-opt gives to the one module that everything is then imported from.
const SHORT_MODULE: &str = "a";

/// Long names with their short ones. Imports and exports are apart, since the same short name can stand for one of each.
#[derive(Debug)]
pub struct Names {
    module: String,
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

impl Names {
    /// From what wasm-opt prints: `{"imports": [[module, long, short], …], "exports": [[long, short], …]}`.
    pub fn parse(printed: &str) -> Done<Self> {
        let not_understood =
            || Failure::new("wasm-opt prints its short names in a form that is not known here.");
        let printed: Value = serde_json::from_str(printed).map_err(|_| not_understood())?;
        let read = |list: &str, width: usize| -> Option<Vec<Vec<&str>>> {
            let rows = printed.get(list)?.as_array()?.iter();
            rows.map(|row| {
                let row: Option<Vec<&str>> = row.as_array()?.iter().map(Value::as_str).collect();
                row.filter(|row| row.len() == width)
            })
            .collect()
        };
        let pair = |row: &[&str]| (row[0].to_owned(), row[1].to_owned());
        let imports = read("imports", 3).ok_or_else(not_understood)?;
        let exports = read("exports", 2).ok_or_else(not_understood)?;
        let modules: BTreeSet<&str> = imports.iter().map(|row| row[0]).collect();
        match Vec::from_iter(modules)[..] {
            [module] => Ok(Self {
                module: module.to_owned(),
                imports: imports.iter().map(|row| pair(&row[1..])).collect(),
                exports: exports.iter().map(|row| pair(row)).collect(),
            }),
            _ => Err(Failure::new(
                "The console's module must import everything from one place.",
            )),
        }
    }

    /// wasm-bindgen's JavaScript with the short names: as keys of the object of imports (`long: function`), and after `wasm.`.
    ///
    /// Names at other places are the script's own and stay, so that no short name can meet another one. A name too few or too
    /// many means JavaScript of an unknown form, which would fail only in the browser: that is an error here.
    pub fn shorten(&self, glue: &str) -> Done<String> {
        let mut text = String::with_capacity(glue.len());
        let mut unmet: BTreeSet<&String> = self.imports.keys().collect();
        let mut rest = glue;
        while let Some(start) = rest.find(is_part) {
            let (between, from) = rest.split_at(start);
            text.push_str(between);
            let (name, after) = from.split_at(from.find(|c| !is_part(c)).unwrap_or(from.len()));
            rest = after;
            text.push_str(if is_exports(&text) {
                self.exports.get(name).ok_or_else(|| unknown(name))?
            } else if let (true, Some((long, short))) =
                (after.starts_with(':'), self.imports.get_key_value(name))
            {
                if !unmet.remove(long) {
                    return Err(unknown(name));
                }
                short
            } else {
                name
            });
        }
        text.push_str(rest);
        if let Some(name) = unmet.first() {
            return Err(unknown(name));
        }
        let place = format!("\"{}\":", self.module);
        match text.matches(&place).count() {
            1 => Ok(text.replacen(&place, &format!("\"{SHORT_MODULE}\":"), 1)),
            _ => Err(unknown(&self.module)),
        }
    }
}

fn is_part(of_a_name: char) -> bool {
    of_a_name.is_alphanumeric() || of_a_name == '_' || of_a_name == '$'
}

/// Whether a name that follows this text is one of the module's exports.
fn is_exports(before: &str) -> bool {
    before
        .strip_suffix("wasm.")
        .is_some_and(|before| !before.ends_with(|last| is_part(last) || last == '.'))
}

fn unknown(name: &str) -> Failure {
    Failure::new(format!(
        "wasm-bindgen's JavaScript and the module do not share the name {name} as expected."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{
 "imports": [
  ["./x_bg.js", "__wbg_call_1", "a"],
  ["./x_bg.js", "__wbg_call_12", "$b"]
 ],
"exports": [
  ["memory", "a"],
  ["invoke__h1", "c"],
  ["invoke__h1_2", "d"]
 ]
}
"#;

    const GLUE: &str = r#"
const import0 = {
    __wbg_call_12: function(a) { return handleError(invoke__h1, wasm.memory.buffer); },
    __wbg_call_1: function(memory) { memory.wasm.memory = "x_bg.wasm"; },
};
const imports = { "./x_bg.js": import0 };
function invoke__h1(a) { xwasm.invoke__h1_2; return wasm.invoke__h1_2(a, wasm.invoke__h1); }
let wasm = a.exports;
"#;

    fn shortened(glue: &str) -> Done<String> {
        Names::parse(PRINTED).and_then(|names| names.shorten(glue))
    }

    #[test]
    fn keys_and_exports_are_short_and_everything_else_stays() {
        let expected = r#"
const import0 = {
    $b: function(a) { return handleError(invoke__h1, wasm.a.buffer); },
    a: function(memory) { memory.wasm.memory = "x_bg.wasm"; },
};
const imports = { "a": import0 };
function invoke__h1(a) { xwasm.invoke__h1_2; return wasm.d(a, wasm.c); }
let wasm = a.exports;
"#;
        assert_eq!(shortened(GLUE).unwrap(), expected);
    }

    #[test]
    fn glue_of_another_form_is_an_error() {
        for (expected, other) in [
            ("__wbg_call_12:", "__wbg_call_12 :"),
            ("__wbg_call_12:", "__wbg_call_1:"),
            ("wasm.memory", "wasm.unheard_of"),
            ("\"./x_bg.js\":", "\"./y_bg.js\":"),
        ] {
            assert!(shortened(&GLUE.replace(expected, other)).is_err());
        }
    }

    #[test]
    fn only_the_known_form_of_names_from_one_module_is_read() {
        for printed in [
            "__wbg_call_1 => a",
            "{}",
            r#"{"imports": [["__wbg_call_1", "a"]], "exports": []}"#,
            r#"{"imports": [["x", "f", "a"], ["y", "f", "b"]], "exports": []}"#,
        ] {
            assert!(Names::parse(printed).is_err());
        }
    }
}
