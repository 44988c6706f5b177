//! `cargo xtask lint`: form, lints, unused dependencies, licences, and rules of our own.

use std::process::Command;

use crate::{
    failure::{Done, Failure},
    source, step,
    tools::Tools,
};

type Check = fn(&Tools) -> Done;

/// Each by its name; `cargo xtask test` counts each.
pub const CHECKS: &[(&str, Check)] = &[
    ("rustfmt", |tools| {
        run(
            tools,
            "Check the form of the code",
            &["fmt", "--all", "--check"],
        )
    }),
    ("clippy", |tools| {
        clippy(tools, "Lint for this machine", &["--workspace"])
    }),
    ("clippy for wasm32", |tools| {
        clippy(
            tools,
            "Lint for WebAssembly",
            &[
                "--target",
                "wasm32-unknown-unknown",
                "--package",
                "pegboard",
                "--package",
                "corpus",
            ],
        )
    }),
    ("unused dependencies", |tools| {
        step::run(
            "Look for unused dependencies",
            &mut tools.command("cargo-machete"),
        )
    }),
    // The advisories are left out: their database is fetched from GitHub, which closed networks do not reach.
    ("licences, bans, sources", |tools| {
        run(
            tools,
            "Check licences, bans and sources",
            &[
                "deny",
                "--log-level",
                "error",
                "check",
                "licenses",
                "bans",
                "sources",
            ],
        )
    }),
    ("source rules", |_| {
        step::work("Check the rules for source files", source::check)
    }),
];

/// Runs every check, then names those that failed.
pub fn lint() -> Done {
    let tools = Tools::for_linting()?;
    let mut failed = Vec::new();
    for (name, check) in CHECKS {
        if let Err(failure) = check(&tools) {
            eprintln!("  {failure}");
            failed.push(*name);
        }
    }
    match failed.is_empty() {
        true => Ok(()),
        false => Err(Failure::new(format!("Failed: {}.", failed.join("; ")))),
    }
}

fn clippy(tools: &Tools, title: &str, what: &[&str]) -> Done {
    let mut command = cargo(
        tools,
        &["clippy", "--quiet", "--all-targets", "--all-features"],
    );
    command.args(what).args(["--", "-D", "warnings"]);
    step::run(title, &mut command)
}

fn run(tools: &Tools, title: &str, arguments: &[&str]) -> Done {
    step::run(title, &mut cargo(tools, arguments))
}

fn cargo(tools: &Tools, arguments: &[&str]) -> Command {
    let mut command = tools.command("cargo");
    command.args(arguments);
    command
}
