//! Tools from npm: programs that run on Node.js, axe-core, and the vendors' own clients.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use super::{cache, path, version};
use crate::{
    failure::{Done, Failure},
    step, workspace,
};

/// What a package asks for and never loads here: the client of ikas names the generator of its documents, which would
/// bring some two hundred packages along.
const NEVER_LOADED: &[(&str, &[&str])] = &[(
    "@ikas/admin-api-client",
    &["@graphql-codegen/cli", "@graphql-codegen/plugin-helpers"],
)];

/// What stands in the place of a package that is never loaded: one that the client needs in any case.
const STAND_IN: &str = "npm:graphql@^16.11.0";

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
        let manifest = whole.join("package.json");
        workspace::write(&manifest, manifest_for(name))?;
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

/// The manifest of the directory that a package is installed in.
fn manifest_for(name: &str) -> String {
    let never_loaded = NEVER_LOADED.iter().filter(|(package, _)| *package == name);
    let stand_ins: Vec<String> = never_loaded
        .flat_map(|(_, replaced)| *replaced)
        .map(|replaced| format!("\"{replaced}\": \"{STAND_IN}\""))
        .collect();
    format!("{{ \"overrides\": {{ {} }} }}\n", stand_ins.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_never_loaded_is_replaced() {
        let overrides = |name: &str| {
            let manifest: serde_json::Value = serde_json::from_str(&manifest_for(name)).unwrap();
            manifest["overrides"].clone()
        };
        assert_eq!(overrides("axe-core"), serde_json::json!({}));
        let replaced = overrides("@ikas/admin-api-client");
        assert_eq!(replaced["@graphql-codegen/cli"], STAND_IN);
        assert_eq!(replaced.as_object().unwrap().len(), 2);
    }
}
