//! Tools that are Rust programs, installed by `cargo install`.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use super::{cache, path, version};
use crate::{failure::Done, step, workspace};

/// A tool of exactly one version.
pub struct Crate<'a> {
    name: &'a str,
    version: &'a str,
    program: &'a str,
    options: Vec<&'a str>,
    opt_level: &'static str,
}

impl<'a> Crate<'a> {
    pub fn new(name: &'a str, version: &'a str) -> Self {
        Self {
            name,
            version,
            program: name,
            options: Vec::new(),
            opt_level: "0",
        }
    }

    /// The program's name, where it is not that of the crate.
    pub fn program(mut self, program: &'a str) -> Self {
        self.program = program;
        self
    }

    /// With the dependencies that its author tested it with.
    pub fn locked(mut self) -> Self {
        self.options.push("--locked");
        self
    }

    pub fn without_default_features(mut self, features: &'a str) -> Self {
        self.options
            .extend(["--no-default-features", "--features", features]);
        self
    }

    /// For a tool whose own work takes long enough to be worth a longer installation.
    pub fn optimised(mut self) -> Self {
        self.opt_level = "1";
        self
    }

    /// Where the program is; `None` if PATH leads to it anyway.
    pub fn directory(&self) -> Done<Option<PathBuf>> {
        let present = path::find(self.program).and_then(|program| version::of_program(&program));
        if present.as_deref() == Some(self.version) {
            return Ok(None);
        }
        let tool = format!("{}-{}", self.name, self.version);
        let proof = Path::new("bin").join(format!("{}{}", self.program, env::consts::EXE_SUFFIX));
        let directory = cache::kept(&tool, &proof, |whole, scratch| self.install(whole, scratch))?;
        Ok(Some(directory.join("bin")))
    }

    /// A development build: the tools' release profiles (whole-program optimisation, one code unit) take three times as long to
    /// build and save only seconds of each use.
    fn install(&self, whole: &Path, scratch: &Path) -> Done {
        let title = format!(
            "Install {} {} (once, takes minutes)",
            self.name, self.version
        );
        let mut command = Command::new("cargo");
        command.args([
            "install",
            self.name,
            "--version",
            self.version,
            "--debug",
            "--no-track",
            "--force",
        ]);
        command
            .args(&self.options)
            .arg("--root")
            .arg(whole)
            .current_dir(scratch);
        command
            .env("CARGO_TARGET_DIR", scratch)
            .env_remove("CARGO_BUILD_TARGET")
            .env_remove("RUSTFLAGS");
        command.envs([
            ("CARGO_PROFILE_DEV_DEBUG", "0"),
            ("CARGO_PROFILE_DEV_OPT_LEVEL", self.opt_level),
        ]);
        // Found on PATH, so that cargo does not advise to put it there.
        command.env("PATH", path::after(&[whole.join("bin")]));
        step::run(&title, &mut command)
    }
}

/// Downloads the crates of this workspace, so that a missing network is told as such before anything is built.
pub fn fetch() -> Done {
    step::run(
        "Fetch crates",
        Command::new("cargo")
            .args(["fetch", "--locked"])
            .current_dir(workspace::root()),
    )
}
