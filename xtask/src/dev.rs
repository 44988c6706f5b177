//! `cargo xtask dev`: trunk with live reload, against the stand-in platforms.

use std::process::Command;

use crate::{
    build, children,
    failure::{Done, Failure},
    start::{self, CROSS_PORT, PORT},
    step,
    tools::Tools,
    workspace,
};

/// Where the sandbox listens behind trunk; the proxies in `Trunk.toml` name it too.
const SANDBOX_PORT: u16 = 8082;

/// Serves a development build and rebuilds it when a file changes, until interrupted.
pub fn dev() -> Done {
    let tools = Tools::for_building()?;
    for port in [PORT, CROSS_PORT, SANDBOX_PORT] {
        start::require_free(port)?;
    }
    // trunk serves the console; of its own site the sandbox only gives the configuration.
    let site = workspace::target().join("dev-site");
    workspace::write(&site.join("index.html"), "")?;
    workspace::write(&site.join("config.json"), start::CONFIG)?;
    let mut command = Command::new(start::sandbox(&tools)?);
    command.arg("--dist").arg(&site);
    command.args(["--port", &SANDBOX_PORT.to_string()]);
    command.args(["--cross-port", &CROSS_PORT.to_string()]);
    let sandbox = children::spawn(&mut command);
    let _sandbox = sandbox.map_err(|error| Failure::new(format!("The sandbox: {error}.")))?;
    let mut trunk = build::trunk(&tools, "serve");
    trunk.args(["--address", "127.0.0.1", "--port", &PORT.to_string()]);
    trunk.arg("--dist").arg(workspace::target().join("dev"));
    step::serve(&mut trunk)
}
