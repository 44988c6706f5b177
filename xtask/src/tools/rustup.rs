//! The WebAssembly target of the pinned toolchain.

use std::{path::Path, process::Command};

use crate::{failure::Done, step, workspace};

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target where it is missing. rustup is not asked when it is there, so that a Rust without rustup also works.
pub fn add_wasm_target() -> Done {
    if is_installed() {
        return Ok(());
    }
    let mut command = Command::new("rustup");
    command
        .args(["target", "add", TARGET])
        .current_dir(workspace::root());
    step::run("Add the WebAssembly target to Rust", &mut command)
}

fn is_installed() -> bool {
    let mut command = Command::new("rustc");
    command
        .args(["--print", "target-libdir", "--target", TARGET])
        .current_dir(workspace::root());
    let directory = command
        .output()
        .map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    directory.is_ok_and(|directory| !directory.is_empty() && Path::new(&directory).is_dir())
}
