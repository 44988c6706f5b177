//! A copy of the built console, configured for one test.

use std::{env, fs, path::Path};

use tempfile::TempDir;
use xtask::build::Edition;

/// Copies the console that the environment names and puts `config` into it.
pub fn configured(edition: Edition, config: &str) -> TempDir {
    let name = match edition {
        Edition::Shipped => "PEGBOARD_DIST",
        Edition::Whole => "PEGBOARD_WHOLE",
    };
    let built = env::var_os(name).unwrap_or_else(|| {
        panic!("{name} does not name a built console: run `cargo xtask test`, which builds it and sets it.")
    });
    let built = Path::new(&built);
    let copy = TempDir::new().expect("there is room for a copy of the console");
    let files =
        xtask::workspace::files(built).unwrap_or_else(|failure| panic!("{name}: {failure}"));
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
