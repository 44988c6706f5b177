//! Where our own tools live: one directory for each tool and version, which appears only when it is whole.

use std::{env, fs, path::Path, path::PathBuf};

use crate::{
    failure::{Done, Failure},
    workspace,
};

/// `$PEGBOARD_TOOLS`, else `pegboard` in the person's cache.
fn top() -> Done<PathBuf> {
    let given = |name: &str| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    given("PEGBOARD_TOOLS")
        .or_else(|| given("XDG_CACHE_HOME").map(|cache| cache.join("pegboard")))
        .or_else(|| env::home_dir().map(|home| home.join(".cache").join("pegboard")))
        .ok_or_else(|| {
            Failure::new("No home directory to keep tools in: set PEGBOARD_TOOLS to a directory.")
        })
}

/// The directory of a tool, which `install` fills if `proof`, a file in it, is not there yet.
///
/// `install` is given two directories: one for the tool, which is renamed when it is complete, and one for what it needs on
/// the way, which stays after an interruption so that the next try goes on from there.
pub fn kept(tool: &str, proof: &Path, install: impl FnOnce(&Path, &Path) -> Done) -> Done<PathBuf> {
    let directory = top()?.join(tool);
    if directory.join(proof).is_file() {
        return Ok(directory);
    }
    let _lock = workspace::lock(&top()?.join(".lock"))?;
    if directory.join(proof).is_file() {
        return Ok(directory);
    }
    let unfinished = top()?.join(".unfinished").join(tool);
    let (whole, scratch) = (unfinished.join("whole"), unfinished.join("scratch"));
    for part in [&whole, &scratch] {
        fs::create_dir_all(part).map_err(Failure::at(part))?;
    }
    install(&whole, &scratch)?;
    if !whole.join(proof).is_file() {
        return Err(Failure::new(format!(
            "{tool} was installed without {}.",
            proof.display()
        )));
    }
    workspace::removed(&directory)?;
    fs::rename(&whole, &directory).map_err(Failure::at(&directory))?;
    workspace::removed(&unfinished)?;
    Ok(directory)
}
