//! Configuring a built `dist/`: all of it, or nothing.
#![allow(clippy::unwrap_used, reason = "these are tests")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use xtask::configure::{ConfigureError, configure};

const PAGE: &str = "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"\" />\n</head>";

fn dist(name: &str) -> PathBuf {
    let dist = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&dist).unwrap();
    fs::write(dist.join("index.html"), PAGE).unwrap();
    dist
}

#[test]
fn the_policy_reaches_the_page_and_every_header_file() {
    let dist = dist("stamped");
    let config = r#"{ "platforms": { "sentera": { "api": "https://api.sentera.com/graphql" } } }"#;
    configure(&dist, config).unwrap();
    assert_eq!(
        fs::read_to_string(dist.join("config.json")).unwrap(),
        config
    );
    for file in [
        "index.html",
        "_headers",
        "hosting/nginx.conf",
        "hosting/Caddyfile",
    ] {
        let text = fs::read_to_string(dist.join(file)).unwrap();
        assert_eq!(
            text.matches("connect-src 'self' https://api.sentera.com;")
                .count(),
            1,
            "{file}"
        );
        assert_eq!(
            text.contains("frame-ancestors 'none'"),
            file != "index.html",
            "{file}"
        );
    }
}

#[test]
fn the_last_configuration_holds() {
    let dist = dist("twice");
    configure(&dist, r#"{ "allow": ["https://first.example"] }"#).unwrap();
    configure(&dist, r#"{ "allow": ["https://second.example"] }"#).unwrap();
    for file in [
        "index.html",
        "_headers",
        "hosting/nginx.conf",
        "hosting/Caddyfile",
    ] {
        let text = fs::read_to_string(dist.join(file)).unwrap();
        assert!(
            text.contains("https://second.example") && !text.contains("first.example"),
            "{file}"
        );
    }
}

#[test]
fn a_wrong_configuration_changes_nothing() {
    let dist = dist("refused");
    let error = configure(&dist, r#"{ "allow": ["http://first.example"] }"#).unwrap_err();
    assert!(matches!(error, ConfigureError::Config(_)));
    assert!(
        error
            .to_string()
            .starts_with("config.json: allow[0] must begin with https:"),
        "{error}"
    );
    assert_eq!(fs::read_to_string(dist.join("index.html")).unwrap(), PAGE);
    assert!(!dist.join("config.json").exists());
}
