//! `cargo xtask build`: the console as static files in `dist/`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    digest,
    failure::{Done, Failure},
    module, multivalue, script, seal, step,
    tools::Tools,
    workspace::{self, Lock},
};

/// Everything that `dist/` is made from.
const INPUTS: &[&str] = &[
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "markup",
    "public",
    "rust-toolchain.toml",
    "schema",
    "src",
    "streams",
    "style",
    "xtask/src",
];

/// Rust's standard library is built with the console, for size: a panic stops the module at once instead of writing a
/// message that no merchant reads, which makes the first load 16 kB smaller. The flags are unstable ones of the pinned
/// toolchain, and this is the only build that uses them. A stack of a quarter of the usual size leaves shorter addresses.
/// cargo does not see what `multivalue` changes, so a flag without an effect tells it that what was built without is another thing.
const SMALL_STD: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Clink-arg=-zstack-size=262144 --cfg=multivalue",
    ),
];

/// Builds `dist/`.
pub fn build(tools: &Tools) -> Done {
    let _lock = lock()?;
    build_alone(tools)
}

/// What `dist/` was made from, and what it came to.
fn record() -> PathBuf {
    workspace::target().join("dist.fingerprint")
}

fn lock() -> Done<Lock> {
    workspace::lock(&workspace::target().join("dist.lock"))
}

fn build_alone(tools: &Tools) -> Done {
    let stage = workspace::target().join("trunk");
    let commit = commit();
    let mut trunk = trunk(tools, "build");
    trunk.arg("--release").arg("--dist").arg(&stage);
    // Shown in the footer.
    trunk.env("PEGBOARD_COMMIT", &commit);
    trunk.envs(SMALL_STD);
    multivalue::apply(&mut trunk)?;
    step::run("Build the console", &mut trunk)?;
    module::optimise(tools, &stage)?;
    script::complete(tools, &stage)?;
    let dist = workspace::dist();
    step::work("Seal dist/", || seal::seal(&stage, &dist))?;
    workspace::write(&record(), fingerprint(&commit, &dist)?)
}

/// trunk, with what each of its commands needs.
pub fn trunk(tools: &Tools, command: &str) -> Command {
    let mut trunk = tools.command("trunk");
    trunk.args([command, "--skip-version-check"]);
    // trunk reads this variable, which many set to 1, as an option of its own that wants `true`.
    trunk.env_remove("NO_COLOR");
    // Its minifier does not understand wasm-bindgen's JavaScript, leaves it as it is, and warns of that every time.
    trunk.env(
        "RUST_LOG",
        "error,trunk=info,trunk::processing::minify=error",
    );
    trunk
}

/// Builds `dist/`, unless it is there, unchanged, and made from what is there now.
pub fn build_if_changed(tools: &Tools) -> Done {
    let _lock = lock()?;
    let recorded = fs::read_to_string(record()).unwrap_or_default();
    let dist = workspace::dist();
    if dist.is_dir() && recorded == fingerprint(&commit(), &dist)? {
        println!("▸ {} is up to date", dist.display());
        return Ok(());
    }
    build_alone(tools)
}

/// Changes with every input and with every file of what was built.
fn fingerprint(commit: &str, dist: &Path) -> Done<String> {
    let inputs = INPUTS
        .iter()
        .map(|input| workspace::root().join(input))
        .filter(|input| input.exists());
    let mut contents = commit.as_bytes().to_vec();
    for path in inputs.chain([dist.to_owned()]) {
        for file in workspace::files(&path)? {
            let content = fs::read(&file).map_err(Failure::at(&file))?;
            let line = format!("\n{} {}", file.display(), digest::name(&content));
            contents.extend_from_slice(line.as_bytes());
        }
    }
    Ok(digest::name(&contents))
}

/// The commit that is built, marked when the tracked files differ from it; empty outside a repository.
fn commit() -> String {
    let arguments = [
        "describe",
        "--always",
        "--abbrev=9",
        "--dirty=+",
        "--exclude=*",
    ];
    let output = Command::new("git")
        .args(arguments)
        .current_dir(workspace::root())
        .output();
    output
        .map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
        .unwrap_or_default()
}
