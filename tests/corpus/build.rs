//! Puts the addresses where the program finds them: a test in a browser can read no file.
// A build script speaks to cargo by printing, and ends the build by ending itself.
#![allow(clippy::print_stdout, clippy::expect_used)]

use std::{env, fs, path::Path};

/// Names a file with a JSON list of texts. Without it there is nothing to judge.
const VARIABLE: &str = "PEGBOARD_CORPUS";

fn main() {
    println!("cargo:rerun-if-env-changed={VARIABLE}");
    let texts = env::var_os(VARIABLE).map(|file| {
        println!("cargo:rerun-if-changed={}", Path::new(&file).display());
        fs::read_to_string(file).expect("PEGBOARD_CORPUS names a text file")
    });
    let directory = env::var_os("OUT_DIR").expect("cargo names a directory");
    let file = Path::new(&directory).join("texts.json");
    fs::write(file, texts.unwrap_or_else(|| "[]".to_owned())).expect("the directory is cargo's");
}
