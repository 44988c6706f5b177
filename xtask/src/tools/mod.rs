//! The programs that building and testing need: those on PATH where the version is right, else our own, installed once
//! into a cache of the person's.

mod browser;
mod cache;
mod crates;
mod debian;
mod npm;
mod path;
mod rustup;
pub mod servers;
mod version;

use std::{path::PathBuf, process::Command};

pub use browser::Browser;
use crates::Crate;

use crate::{failure::Done, workspace};

/// trunk 0.22 needs a newer Rust than the one pinned in `rust-toolchain.toml`.
const TRUNK: &str = "0.21.14";
const CARGO_DENY: &str = "0.20.2";
const CARGO_MACHETE: &str = "0.9.2";
const CARGO_FUZZ: &str = "0.13.2";
const CARGO_MUTANTS: &str = "27.1.0";
const BINARYEN: &str = "132.0.0";
const TERSER: &str = "5.51.2";
const AXE_CORE: &str = "4.14.1";

/// The vendors' own clients, which the tests of the sandbox run: the environment variable that leads a test to the
/// `node_modules` of the package, the package, its version.
const SDKS: &[(&str, &str, &str)] = &[
    ("COMMERCE_LAYER_SDK", "@commercelayer/sdk", "7.12.1"),
    ("IKAS_SDK", "@ikas/admin-api-client", "2.0.12"),
    ("IKAS_V1_SDK", "@ikas/api-client", "1.0.97"),
];

/// Older releases may print the names that they give in another form.
const OLDEST_WASM_OPT: u64 = 132;

/// Directories to be searched before those of PATH, and the programs at hand that only make the console smaller.
#[derive(Default)]
pub struct Tools {
    directories: Vec<PathBuf>,
    shrinking: Vec<&'static str>,
}

impl Tools {
    /// What the console is built with. `wasm-opt` and `terser` may be missing afterwards, with a warning.
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

    /// What the `fuzz` command runs.
    pub fn for_fuzzing() -> Done<Self> {
        Self::default().and_crate("cargo-fuzz", CARGO_FUZZ)
    }

    /// What the `mutants` command runs.
    pub fn for_mutating() -> Done<Self> {
        Self::default().and_crate("cargo-mutants", CARGO_MUTANTS)
    }

    fn and_building(mut self) -> Done<Self> {
        self.add(
            Crate::new("trunk", TRUNK)
                .locked()
                .without_default_features("rustls")
                .directory()?,
        );
        self.add(wasm_bindgen()?);
        let wasm_opt = npm::program("wasm-opt", ("binaryen", BINARYEN), |version| {
            version::major(version).is_some_and(|major| major >= OLDEST_WASM_OPT)
        });
        self.add_shrinking("wasm-opt", wasm_opt);
        let terser = npm::program("terser", ("terser", TERSER), |version| version == TERSER);
        self.add_shrinking("terser", terser);
        Ok(self)
    }

    fn and_linting(self) -> Done<Self> {
        self.and_crate("cargo-machete", CARGO_MACHETE)?
            .and_crate("cargo-deny", CARGO_DENY)
    }

    fn and_crate(mut self, name: &str, version: &str) -> Done<Self> {
        self.add(Crate::new(name, version).locked().directory()?);
        Ok(self)
    }

    fn add(&mut self, directory: Option<PathBuf>) {
        self.directories.extend(directory);
    }

    fn add_shrinking(&mut self, program: &'static str, directory: Done<Option<PathBuf>>) {
        match directory {
            Ok(directory) => {
                self.add(directory);
                self.shrinking.push(program);
            }
            Err(failure) => {
                println!("  ! No {program}: the console will be larger than it should. {failure}");
            }
        }
    }

    /// A command that finds our tools, and whose own children find them.
    pub fn command(&self, program: &str) -> Command {
        let ours = path::find_in(program, &self.directories);
        let mut command = Command::new(ours.unwrap_or_else(|| program.into()));
        command
            .env("PATH", path::after(&self.directories))
            .current_dir(workspace::root());
        command
    }

    /// Whether a program that only makes the console smaller can be run.
    pub fn can_shrink_by(&self, program: &str) -> bool {
        self.shrinking.contains(&program)
    }
}

/// What must be there before any tool is of use.
fn prepare() -> Done {
    rustup::add_wasm_target()?;
    rustup::add_source()?;
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

/// The environment that leads the tests of the sandbox to the vendors' own clients.
pub fn sdks() -> Done<Vec<(&'static str, PathBuf)>> {
    SDKS.iter()
        .map(|(variable, name, version)| Ok((*variable, npm::package(name, version)?)))
        .collect()
}
