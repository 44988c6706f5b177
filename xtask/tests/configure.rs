//! Configuring a built `dist/`: all of it, or nothing.
#![allow(clippy::unwrap_used, reason = "these are tests")]

use std::{
    fs,
    io::Read,
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
fn the_compressed_copies_of_the_page_are_renewed_and_the_configuration_has_none() {
    let dist = dist("copies");
    for origin in ["https://first.example", "https://second.example"] {
        configure(&dist, &format!(r#"{{ "allow": ["{origin}"] }}"#)).unwrap();
        let page = fs::read(dist.join("index.html")).unwrap();
        assert!(String::from_utf8_lossy(&page).contains(origin));
        let mut copies = [Vec::new(), Vec::new()];
        let packed = fs::read(dist.join("index.html.gz")).unwrap();
        flate2::read::GzDecoder::new(&packed[..])
            .read_to_end(&mut copies[0])
            .unwrap();
        let packed = fs::read(dist.join("index.html.br")).unwrap();
        brotli::BrotliDecompress(&mut &packed[..], &mut copies[1]).unwrap();
        assert!(copies.iter().all(|copy| *copy == page), "{origin}");
    }
    for copy in ["config.json.br", "config.json.gz", "_headers.gz"] {
        assert!(!dist.join(copy).exists(), "{copy}");
    }
}

#[test]
fn a_configuration_with_a_relay_brings_the_relay_along() {
    let dist = dist("relayed");
    let live = |file: &str, line: &str| {
        let text = fs::read_to_string(dist.join(file)).unwrap();
        text.lines().any(|its| its.trim() == line)
    };
    let lines = [
        (
            "hosting/nginx.conf",
            "include /srv/pegboard/hosting/relay.nginx.conf;",
        ),
        (
            "hosting/Caddyfile",
            "import /srv/pegboard/hosting/relay.Caddyfile",
        ),
    ];
    for (config, relayed) in [("{}", false), ("relay", true), ("{}", false)] {
        let config = match config {
            "relay" => fs::read_to_string(dist.join("hosting/relay.config.json")).unwrap(),
            other => other.to_owned(),
        };
        configure(&dist, &config).unwrap();
        for (file, line) in lines {
            assert_eq!(live(file, line), relayed, "{file}");
        }
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
