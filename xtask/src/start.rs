//! `cargo xtask start`: the console and the stand-in platforms, on this machine alone.

use std::{
    fs, io,
    net::TcpListener,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    build, configure,
    failure::{Done, Failure},
    step,
    tools::Tools,
    workspace,
};

/// Port of the console and of the relay beside it.
pub const PORT: u16 = 8080;
/// Port of the platforms as another origin.
pub const CROSS_PORT: u16 = 8081;

/// The configuration that names the sandbox, with its demo tokens.
pub const CONFIG: &str = include_str!("../demo.json");

/// Builds what is not built yet and serves until interrupted.
pub fn start() -> Done {
    let tools = Tools::for_building()?;
    for port in [PORT, CROSS_PORT] {
        require_free(port)?;
    }
    build::build_if_changed(&tools)?;
    let sandbox = sandbox(&tools)?;
    let served = workspace::target().join("start");
    copy(&workspace::dist(), &served)?;
    configure::configure(&served, CONFIG)?;
    println!(
        "\nOpen http://127.0.0.1:{PORT} and press \"Open the demo wall\", or connect with a token below. Ctrl-C stops.\n"
    );
    let mut command = Command::new(sandbox);
    command.arg("--dist").arg(&served);
    command.args(["--port", &PORT.to_string()]);
    command.args(["--cross-port", &CROSS_PORT.to_string()]);
    step::serve(&mut command)
}

/// Builds the stand-in platforms; where the program is.
pub fn sandbox(tools: &Tools) -> Done<PathBuf> {
    let mut command = tools.command("cargo");
    command.args(["build", "--package", "sandbox"]);
    step::run("Build the sandbox", &mut command)?;
    Ok(workspace::target()
        .join("debug")
        .join(format!("sandbox{}", std::env::consts::EXE_SUFFIX)))
}

/// Said before anything is built, not minutes later.
pub fn require_free(port: u16) -> Done {
    match TcpListener::bind(("127.0.0.1", port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => Err(Failure::new(format!(
            "Port {port} is in use: stop the program that uses it, then try again."
        ))),
        Err(error) => Err(Failure::new(format!(
            "Port {port} cannot be opened: {error}."
        ))),
    }
}

fn copy(from: &Path, to: &Path) -> Done {
    workspace::emptied(to)?;
    for file in workspace::files(from)? {
        let content = fs::read(&file).map_err(Failure::at(&file))?;
        workspace::write(&to.join(file.strip_prefix(from).unwrap_or(&file)), content)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_tokens_are_those_of_the_sandbox() {
        let sandbox = [
            include_str!("../../sandbox/src/happycolis/demo.rs"),
            include_str!("../../sandbox/src/ikas/demo.rs"),
            include_str!("../../sandbox/src/commerce_layer/token.rs"),
            include_str!("../../sandbox/src/sentera/demo.rs"),
        ];
        let config: serde_json::Value = serde_json::from_str(CONFIG).unwrap();
        let demo = config["demo"].as_array().unwrap();
        assert_eq!(demo.len(), 5);
        for connection in demo {
            let token = connection["token"].as_str().unwrap();
            let token = format!("\"{token}\"");
            assert!(sandbox.iter().any(|demo| demo.contains(&token)), "{token}");
        }
    }

    #[test]
    fn the_demo_configuration_is_right() {
        assert_eq!(
            crate::config::Config::parse(CONFIG).unwrap().origins(),
            ["http://127.0.0.1:8081"]
        );
    }

    #[test]
    fn a_port_in_use_is_named() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(
            require_free(port)
                .is_err_and(|failure| failure.to_string().contains(&port.to_string()))
        );
    }
}
