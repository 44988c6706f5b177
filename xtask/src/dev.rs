//! `cargo xtask dev`: trunk with live reload, against the stand-in platforms.

use std::process::Command;

use crate::{children, failure::Done, failure::Failure, start, step, tools::Tools};

const PORT: u16 = 8080;
/// Where the sandbox listens behind trunk, and as another origin.
const RELAY_PORT: u16 = 8082;
const CROSS_PORT: u16 = 8081;

/// Serves a development build and rebuilds it when a file changes, until interrupted.
pub fn dev() -> Done {
    let tools = Tools::for_building()?;
    for port in [PORT, RELAY_PORT, CROSS_PORT] {
        start::require_free(port)?;
    }
    let mut command = Command::new(start::sandbox(&tools)?);
    command.args([
        "--port",
        &RELAY_PORT.to_string(),
        "--cross-port",
        &CROSS_PORT.to_string(),
    ]);
    let _sandbox = children::spawn(&mut command)
        .map_err(|error| Failure::new(format!("The sandbox: {error}.")))?;
    let mut trunk = tools.command("trunk");
    trunk.args([
        "serve",
        "--skip-version-check",
        "--address",
        "127.0.0.1",
        "--port",
        &PORT.to_string(),
    ]);
    trunk.args([
        "--dist",
        "target/dev",
        "--proxy-backend",
        &format!("http://127.0.0.1:{RELAY_PORT}/relay/"),
    ]);
    trunk.env_remove("NO_COLOR");
    step::run(
        &format!("Serve with live reload at http://127.0.0.1:{PORT}"),
        &mut trunk,
    )
}
