//! The programs that building and testing need: those on PATH where the version is right, else our own, installed once
//! into a cache of the person's.

mod browser;
mod cache;
mod crates;
mod npm;
mod rustup;
mod version;

use std::{env, ffi::OsStr, ffi::OsString, path::Path, path::PathBuf, process::Command};

pub use browser::Browser;
use crates::Crate;

use crate::{failure::Done, workspace};

/// trunk 0.22 needs a newer Rust than the one pinned in `rust-toolchain.toml`.
const TRUNK: &str = "0.21.14";
const CARGO_DENY: &str = "0.20.2";
const CARGO_MACHETE: &str = "0.9.2";
const BINARYEN: &str = "132.0.0";
const AXE_CORE: &str = "4.14.1";

/// Older releases do not know the WebAssembly features that Rust 1.95 turns on.
const OLDEST_WASM_OPT: u64 = 116;

/// Directories to be searched before those of PATH.
#[derive(Default)]
pub struct Tools {
    directories: Vec<PathBuf>,
}

impl Tools {
    /// What the console is built with. `wasm-opt` may be missing afterwards, with a warning.
    pub fn for_building() -> Done<Self> {
        prepare()?;
        Self::default().and_building()
    }

    /// What the `lint` command runs.
    pub fn for_linting() -> Done<Self> {
        prepare()?;
        Self::default().and_linting()
    }

    /// What every test and every check runs, the browser excepted.
    pub fn for_testing() -> Done<Self> {
        prepare()?;
        Self::default().and_building()?.and_linting()
    }

    fn and_building(mut self) -> Done<Self> {
        self.add(
            Crate::new("trunk", TRUNK)
                .locked()
                .without_default_features("rustls")
                .directory()?,
        );
        self.add(wasm_bindgen()?);
        self.add(npm::wasm_opt(OLDEST_WASM_OPT, BINARYEN));
        Ok(self)
    }

    fn and_linting(mut self) -> Done<Self> {
        self.add(
            Crate::new("cargo-machete", CARGO_MACHETE)
                .locked()
                .directory()?,
        );
        self.add(Crate::new("cargo-deny", CARGO_DENY).locked().directory()?);
        Ok(self)
    }

    fn add(&mut self, directory: Option<PathBuf>) {
        self.directories.extend(directory);
    }

    /// A command that finds our tools, and whose own children find them.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(self.find(Path::new(program.as_ref())));
        command
            .env("PATH", self.path())
            .current_dir(workspace::root());
        command
    }

    /// Whether a program can be run.
    pub fn has(&self, program: &str) -> bool {
        search(program, self.searched()).is_some()
    }

    /// A program of ours by its whole path, for settings that want one; else its name.
    fn find(&self, program: &Path) -> PathBuf {
        let found = program
            .to_str()
            .and_then(|name| search(name, self.directories.iter().cloned()));
        found.unwrap_or_else(|| program.to_owned())
    }

    fn searched(&self) -> impl Iterator<Item = PathBuf> {
        let path = env::var_os("PATH").unwrap_or_default();
        let path: Vec<PathBuf> = env::split_paths(&path).collect();
        self.directories.clone().into_iter().chain(path)
    }

    fn path(&self) -> OsString {
        // A directory that cannot stand in PATH (a colon in its name) leaves PATH as it is.
        env::join_paths(self.searched()).unwrap_or_else(|_| env::var_os("PATH").unwrap_or_default())
    }
}

/// What must be there before any tool is of use.
fn prepare() -> Done {
    rustup::add_wasm_target()?;
    crates::fetch()
}

/// The command-line half of wasm-bindgen refuses a module that was made with any other version of the library half.
fn wasm_bindgen() -> Done<Option<PathBuf>> {
    let lock = workspace::read(&workspace::root().join("Cargo.lock"))?;
    let version = version::locked(&lock, "wasm-bindgen")?;
    // Its lock file can name crates that are too new for a mirror of the registry, so it is not used.
    Crate::new("wasm-bindgen-cli", &version)
        .program("wasm-bindgen")
        .optimised()
        .directory()
}

/// axe-core, the accessibility rules that the browser tests inject.
pub fn axe() -> Done<PathBuf> {
    Ok(npm::package("axe-core", AXE_CORE)?
        .join("axe-core")
        .join("axe.min.js"))
}

/// The first of the directories' files of that name.
fn search(program: &str, directories: impl IntoIterator<Item = PathBuf>) -> Option<PathBuf> {
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    directories
        .into_iter()
        .map(|directory| directory.join(&file))
        .find(|path| path.is_file())
}

fn on_path(program: &str) -> Option<PathBuf> {
    search(program, env::split_paths(&env::var_os("PATH")?))
}
