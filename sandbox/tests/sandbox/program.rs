//! The program as it is started by hand.

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

use reqwest::Method;
use sandbox::happycolis::{INTEGRATION_TOKEN, OAUTH_TOKEN};

use crate::api::{self, request, send};

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sandbox"));
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[tokio::test]
async fn a_port_in_use_ends_it_with_one_line_and_code_2() {
    let other = api::start().await;
    let port = other.origin.rsplit(':').next().unwrap();
    let ended = program().args(["--port", port]).output().unwrap();
    assert_eq!(ended.status.code(), Some(2));
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(said.lines().count(), 1);
    assert!(
        said.starts_with(&format!("Port {port} on 127.0.0.1 is in use.")),
        "{said}"
    );
}

#[test]
fn an_unknown_argument_ends_it_with_the_usage() {
    let ended = program().arg("--prot").output().unwrap();
    assert_eq!(ended.status.code(), Some(2));
    let said = String::from_utf8(ended.stderr).unwrap();
    assert!(
        said.contains("Unknown argument --prot.") && said.contains("Usage:"),
        "{said}"
    );
}

#[cfg(unix)]
#[tokio::test]
async fn it_says_where_it_is_and_stops_on_ctrl_c() {
    let mut running = program()
        .args(["--port", "0", "--cross-port", "0"])
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(running.stdout.take().unwrap()).lines();
    let mut said = Vec::new();
    // The control interface is named last; it answers from then on.
    let control = loop {
        let line = lines.next().unwrap().unwrap();
        said.push(line.clone());
        if let Some(address) = line.strip_prefix("Control") {
            break address.trim().to_owned();
        }
    };
    let said = said.join("\n");
    assert!(
        said.contains(INTEGRATION_TOKEN) && said.contains(OAUTH_TOKEN),
        "{said}"
    );
    let received = send(request(Method::GET, &format!("{control}received")))
        .await
        .unwrap();
    assert_eq!(received.body, "[]");
    let id = running.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &id])
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(running.wait().unwrap().code(), Some(0));
}
