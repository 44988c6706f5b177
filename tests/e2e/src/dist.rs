//! A copy of the built console, configured for one test.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

/// The variable that leads to the built console.
const BUILT: &str = "PEGBOARD_DIST";

/// Copies the console that the environment names and puts `config` into it.
pub fn configured(config: &str) -> TempDir {
    let built = env::var_os(BUILT).unwrap_or_else(|| {
        panic!("{BUILT} does not name a built console: run `cargo xtask test`, which builds it and sets it.")
    });
    let built = Path::new(&built);
    let copy = TempDir::new().expect("there is room for a copy of the console");
    let files =
        xtask::workspace::files(built).unwrap_or_else(|failure| panic!("{BUILT}: {failure}"));
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

/// Changes one byte in the middle of the asset with this extension.
pub fn damage(dist: &Path, extension: &str) {
    let assets = xtask::workspace::files(&dist.join("assets"));
    let assets = assets.unwrap_or_else(|failure| panic!("{failure}"));
    let of_that_kind = |file: &&PathBuf| file.extension().is_some_and(|its| its == extension);
    let asset = assets
        .iter()
        .find(of_that_kind)
        .expect("there is such an asset");
    let mut content = fs::read(asset).expect("an asset can be read");
    let middle = content.len() / 2;
    content[middle] ^= 1;
    fs::write(asset, content).expect("the copy can be changed");
}
