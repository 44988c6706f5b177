//! A copy of the built console, configured for one test.

use std::{env, fs, path::Path};

use tempfile::TempDir;

/// Copies the console that `PEGBOARD_DIST` names and puts `config` into it.
pub fn configured(config: &str) -> TempDir {
    let built = env::var_os("PEGBOARD_DIST")
        .expect("PEGBOARD_DIST does not name a built console: run `cargo xtask test`, which builds one and sets it.");
    let built = Path::new(&built);
    let copy = TempDir::new().expect("there is room for a copy of the console");
    let files =
        xtask::workspace::files(built).unwrap_or_else(|failure| panic!("PEGBOARD_DIST: {failure}"));
    for file in files {
        let to = copy.path().join(file.strip_prefix(built).unwrap_or(&file));
        let parent = to.parent().expect("a file is in a directory");
        fs::create_dir_all(parent)
            .and_then(|()| fs::copy(&file, &to))
            .expect("a file can be copied");
    }
    xtask::configure::configure(copy.path(), config).unwrap_or_else(|error| panic!("{error}"));
    copy
}
