//! Caddy, with the least around the file for it that a server needs.

use std::{env, fs::File, path::Path, process::Stdio};

use tokio::process::Command;
use xtask::hosts::{CADDY, CADDY_RELAY, ROOT, relay::RELAYS};

use super::{Place, changed};

const PROGRAM: &str = "PEGBOARD_CADDY";

pub fn command(place: &Place, dist: &Path) -> Command {
    let directory = place.directory.display();
    let (listen, root) = (
        format!(
            ":{} {{\n\tbind {}",
            place.address.port(),
            place.address.ip()
        ),
        format!("root * {}\n", place.root.display()),
    );
    let console = format!("root * {ROOT}\n");
    let mut parts = vec![(":80 {", listen.as_str()), (&console, &root)];
    let relay = (
        format!("\n\timport {ROOT}/{CADDY_RELAY}"),
        format!("\n\timport {directory}/relay.Caddyfile"),
    );
    if let Some(relayed) = &place.relayed {
        parts.push((&relay.0, &relay.1));
        let hosts = RELAYS.map(|relay| relay.host.rsplit('}').next().unwrap_or(relay.host));
        let address = format!("reverse_proxy {}", relayed.address);
        let text = changed(&dist.join(CADDY_RELAY), &[]);
        let lines = text.lines().map(|line| match line.trim().split_once(' ') {
            Some(("reverse_proxy", to)) => {
                let name = to
                    .strip_suffix(":443 {")
                    .expect("a platform is called by TLS");
                assert!(hosts.iter().any(|host| name.ends_with(host)), "{name}");
                format!("{address} {{\n")
            }
            _ => format!("{line}\n"),
        });
        place.write("relay.Caddyfile", &lines.collect::<String>());
        place.write("authority.pem", &relayed.authority);
    }
    let around = "{\n\tadmin off\n\tdebug\n}\n";
    let site = changed(&dist.join(CADDY), &parts);
    place.write("Caddyfile", &format!("{around}{site}"));
    let program = env::var_os(PROGRAM).unwrap_or_else(|| "/usr/bin/caddy".into());
    let mut command = Command::new(program);
    command.args(["run", "--adapter", "caddyfile", "--config"]);
    command.arg(place.file("Caddyfile"));
    // What it keeps for itself stays with the test, and of authorities it knows the test's.
    command.env("HOME", &place.directory);
    command.env("XDG_DATA_HOME", &place.directory);
    command.env("XDG_CONFIG_HOME", &place.directory);
    command.env("SSL_CERT_FILE", place.file("authority.pem"));
    command.env("SSL_CERT_DIR", place.file("none"));
    let log = File::create(place.file("caddy.log")).expect("a log can be written");
    command.stdout(Stdio::null()).stderr(log);
    command
}
