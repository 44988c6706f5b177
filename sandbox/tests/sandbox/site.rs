//! The console's own origin: a static host without rewrite rules.

use std::path::{Path, PathBuf};

use reqwest::Method;
use sandbox::{Bound, Options, Running, StartError};

use crate::api::{Answer, request, send};

fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/dist")
}

async fn start(base: &str) -> Running {
    let options = Options {
        dist: Some(dist()),
        base: base.to_owned(),
        ..Options::default()
    };
    sandbox::start(options).await.unwrap()
}

async fn get(sandbox: &Running, path: &str) -> Answer {
    let url = format!("{}{path}", sandbox.origin);
    send(request(Method::GET, &url)).await.unwrap()
}

#[tokio::test]
async fn files_have_their_content_types_and_the_shipped_headers() {
    for base in ["/", "/some/sub/path/"] {
        let sandbox = start(base).await;
        assert_eq!(sandbox.console, format!("{}{base}", sandbox.origin));
        for (path, content_type, cache) in [
            ("", "text/html", None),
            ("index.html", "text/html", None),
            ("config.json", "application/json", None),
            (
                "assets/app.js",
                "text/javascript",
                Some("public, max-age=31536000, immutable"),
            ),
            (
                "assets/app.wasm",
                "application/wasm",
                Some("public, max-age=31536000, immutable"),
            ),
        ] {
            let answer = get(&sandbox, &format!("{base}{path}")).await;
            assert_eq!(answer.status, 200, "{base}{path}");
            assert_eq!(answer.header("content-type"), Some(content_type));
            assert_eq!(
                answer.header("content-security-policy"),
                Some("default-src 'none'")
            );
            assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
            assert_eq!(answer.header("cache-control"), cache);
        }
    }
}

#[tokio::test]
async fn what_is_unknown_is_not_rewritten() {
    let sandbox = start("/some/sub/path/").await;
    for path in [
        "/",
        "/index.html",
        "/some/sub/pathology/",
        "/some/sub/path/none",
        "/some/sub/path/_headers",
        "/some/sub/path/assets/../../fixtures",
        "/some/sub/path/..%2F..%2FCargo.toml",
        "/some/sub/path/relay/happycolis/graphql",
    ] {
        assert_eq!(get(&sandbox, path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn the_base_without_its_slash_redirects() {
    let sandbox = start("/some/sub/path/").await;
    let answer = get(&sandbox, "/some/sub/path?a=b").await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (308, Some("/some/sub/path/?a=b"))
    );
}

#[tokio::test]
async fn addresses_are_known_before_anything_is_served() {
    let bound = Bound::bind(Options::default()).await.unwrap();
    let (origin, cross) = (bound.origin().to_owned(), bound.cross_origin().to_owned());
    assert_ne!(origin, cross);
    let sandbox = bound.serve(Some(dist())).unwrap();
    assert_eq!((&sandbox.origin, &sandbox.cross_origin), (&origin, &cross));
    assert_eq!(
        get(&sandbox, "/").await.body,
        "<!doctype html>\n<title>A console</title>\n"
    );
}

#[tokio::test]
async fn a_port_in_use_is_named() {
    let sandbox = start("/").await;
    let port: u16 = sandbox.origin.rsplit(':').next().unwrap().parse().unwrap();
    for options in [
        Options {
            port,
            ..Options::default()
        },
        Options {
            cross_port: port,
            ..Options::default()
        },
    ] {
        let refused = Bound::bind(options).await.unwrap_err();
        assert!(
            matches!(refused, StartError::PortInUse(used) if used == port),
            "{refused}"
        );
    }
}

#[tokio::test]
async fn what_is_no_console_is_refused() {
    let start = |dist: &str, base: &str| {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join(dist);
        let options = Options {
            dist: Some(dist),
            base: base.to_owned(),
            ..Options::default()
        };
        sandbox::start(options)
    };
    assert!(matches!(
        start("src", "/").await.err(),
        Some(StartError::NoConsole(_))
    ));
    for base in ["", "a/", "/a", "//a/"] {
        let refused = start("fixtures/dist", base).await.err();
        assert!(matches!(refused, Some(StartError::Base(_))), "{base}");
    }
}

#[tokio::test]
async fn stopping_closes_both_ports() {
    let sandbox = start("/").await;
    let addresses = [sandbox.origin.clone(), sandbox.cross_origin.clone()];
    sandbox.stop().await;
    for address in addresses {
        let refused = send(request(Method::GET, &address)).await.unwrap_err();
        assert!(refused.is_connect(), "{refused}");
    }
}
