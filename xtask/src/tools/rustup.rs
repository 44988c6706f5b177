//! What the pinned toolchain has to have for the browser: the WebAssembly target, and the source of the standard library.

use std::{path::Path, process::Command};

use crate::{failure::Done, step, workspace};

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the source of the standard library where it is missing: the console is built with a smaller one.
pub fn add_source() -> Done {
    if is_directory(&["--print", "sysroot"], "lib/rustlib/src/rust/library") {
        return Ok(());
    }
    let mut command = Command::new("rustup");
    command
        .args(["component", "add", "rust-src"])
        .current_dir(workspace::root());
    step::run("Add the source of Rust's standard library", &mut command)
}

/// Adds the target where it is missing. rustup is not asked when it is there, so that a Rust without rustup also works.
pub fn add_wasm_target() -> Done {
    if is_directory(&["--print", "target-libdir", "--target", TARGET], "") {
        return Ok(());
    }
    let mut command = Command::new("rustup");
    command
        .args(["target", "add", TARGET])
        .current_dir(workspace::root());
    step::run("Add the WebAssembly target to Rust", &mut command)
}

/// Whether the path that rustc answers with, and what is below it, is there.
fn is_directory(arguments: &[&str], below: &str) -> bool {
    let mut command = Command::new("rustc");
    command.args(arguments).current_dir(workspace::root());
    let path = command
        .output()
        .map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    path.is_ok_and(|path| !path.is_empty() && Path::new(&path).join(below).is_dir())
}
