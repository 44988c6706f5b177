//! Tools from npm: programs that run on Node.js, axe-core, and the vendors' own clients.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use super::{cache, path, version};
use crate::{
    failure::{Done, Failure},
    step,
};

/// Where a package's program is; `None` if PATH leads to one whose version fits.
pub fn program(
    name: &str,
    (package_name, package_version): (&str, &str),
    fits: impl Fn(&str) -> bool,
) -> Done<Option<PathBuf>> {
    let present = path::find(name).and_then(|program| version::of_program(&program));
    if present.is_some_and(|version| fits(&version)) {
        return Ok(None);
    }
    let programs = package(package_name, package_version)?.join(".bin");
    match path::find_in(name, [&programs]) {
        Some(_) => Ok(Some(programs)),
        // npm for Windows makes scripts, which only a shell starts.
        None => Err(Failure::new(format!(
            "{package_name} {package_version} cannot be started here: put {name} on PATH."
        ))),
    }
}

/// Where a package and what it needs are: its `node_modules`.
pub fn package(name: &str, version: &str) -> Done<PathBuf> {
    let proof = Path::new("node_modules").join(name).join("package.json");
    // A name with a scope, such as `@scope/name`, stays one directory.
    let tool = format!("{name}-{version}").replace('/', "+");
    let directory = cache::kept(&tool, &proof, |whole, _| {
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
