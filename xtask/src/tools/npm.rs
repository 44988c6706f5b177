//! Tools from npm: a `wasm-opt` that runs on Node.js, and axe-core.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use super::{cache, path, version};
use crate::{failure::Done, step};

/// Where wasm-opt is; `None` if PATH leads to one that is new enough, or if there is none to be had.
pub fn wasm_opt(oldest: u64, binaryen: &str) -> Option<PathBuf> {
    let present = path::find("wasm-opt").and_then(|program| version::of_program(&program));
    if present
        .and_then(|version| version::major(&version))
        .is_some_and(|version| version >= oldest)
    {
        return None;
    }
    match package("binaryen", binaryen) {
        Ok(modules) => Some(modules.join(".bin")),
        Err(failure) => {
            println!("  ! No wasm-opt: the console will be larger than it should. {failure}");
            None
        }
    }
}

/// Where a package and what it needs are: its `node_modules`.
pub fn package(name: &str, version: &str) -> Done<PathBuf> {
    let proof = Path::new("node_modules").join(name).join("package.json");
    let directory = cache::kept(&format!("{name}-{version}"), &proof, |whole, _| {
        // npm for Windows is a script, which only its whole name starts.
        let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
        command
            .args([
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--prefix",
            ])
            .arg(whole);
        command.arg(format!("{name}@{version}")).current_dir(whole);
        step::run(&format!("Install {name} {version} (once)"), &mut command)
    })?;
    Ok(directory.join("node_modules"))
}
