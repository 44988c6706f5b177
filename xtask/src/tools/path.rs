//! PATH: finding programs in it, and putting directories before it.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

/// Where PATH leads to for a program's name.
pub fn find(program: &str) -> Option<PathBuf> {
    find_in(program, env::split_paths(&env::var_os("PATH")?))
}

/// The first of the directories' files of that name.
pub fn find_in(
    program: &str,
    directories: impl IntoIterator<Item = impl AsRef<Path>>,
) -> Option<PathBuf> {
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    let mut files = directories
        .into_iter()
        .map(|directory| directory.as_ref().join(&file));
    files.find(|path| path.is_file())
}

/// PATH with the directories before all others.
pub fn after(directories: &[PathBuf]) -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let all = directories.iter().cloned().chain(env::split_paths(&path));
    // A directory that cannot stand in PATH (a colon in its name) leaves PATH as it is.
    env::join_paths(all).unwrap_or_else(|_| path.clone())
}
