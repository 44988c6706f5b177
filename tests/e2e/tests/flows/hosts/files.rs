//! The console's own files: their headers, their types, how long they are kept, and their compressed copies.

use std::{fs, path::Path};

use e2e::{Served, Server, dist};
use reqwest::Response;
use tempfile::TempDir;

use super::{SERVERS, header, send};

const IMMUTABLE: &str = "public, max-age=31536000, immutable";

struct Site {
    served: Served,
    base: &'static str,
    dist: TempDir,
}

impl Site {
    async fn open(server: Server, base: &'static str) -> Self {
        let dist = dist::configured("{}");
        Self {
            served: Served::start(server, dist.path(), base, None).await,
            base,
            dist,
        }
    }

    async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Response {
        let address = format!("{}{}{path}", self.served.origin, self.base);
        send(&address, "GET", headers, "").await
    }

    /// The path of the asset with this extension.
    fn asset(&self, extension: &str) -> String {
        let assets = self.dist.path().join("assets");
        let mut names = fs::read_dir(&assets)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let asset = names.find(|path| path.extension().is_some_and(|its| its == extension));
        let asset = asset.unwrap();
        format!("assets/{}", asset.file_name().unwrap().to_str().unwrap())
    }

    fn content(&self, path: &str) -> Vec<u8> {
        fs::read(self.dist.path().join(Path::new(path))).unwrap()
    }
}

#[tokio::test]
async fn every_answer_has_every_header_once() {
    for server in SERVERS {
        let site = Site::open(server, "/").await;
        let script = site.asset("js");
        for path in ["", "index.html", "config.json", &script, "no-such-file"] {
            let answer = site.get(path, &[]).await;
            let policy = header(&answer, "content-security-policy");
            for part in [
                "default-src 'none'",
                "script-src 'self' 'wasm-unsafe-eval'",
                "require-trusted-types-for 'script'",
                "frame-ancestors 'none'",
            ] {
                assert!(
                    policy.split("; ").any(|it| it == part),
                    "{server:?} {path}: {policy}"
                );
            }
            for (name, value) in [
                ("referrer-policy", "no-referrer"),
                ("x-content-type-options", "nosniff"),
                ("cross-origin-opener-policy", "same-origin"),
                ("cross-origin-resource-policy", "same-origin"),
            ] {
                assert_eq!(header(&answer, name), value, "{server:?} {path}: {name}");
            }
            let unused = header(&answer, "permissions-policy");
            for feature in ["camera=()", "geolocation=()", "microphone=()", "payment=()"] {
                assert!(
                    unused.split(", ").any(|it| it == feature),
                    "{server:?} {path}: {unused}"
                );
            }
        }
    }
}

#[tokio::test]
async fn assets_are_kept_for_good_and_the_rest_is_asked_for_anew() {
    for server in SERVERS {
        let site = Site::open(server, "/").await;
        for extension in ["js", "wasm", "css", "svg"] {
            let answer = site.get(&site.asset(extension), &[]).await;
            assert_eq!(
                header(&answer, "cache-control"),
                IMMUTABLE,
                "{server:?} {extension}"
            );
        }
        for path in ["", "index.html", "config.json"] {
            let answer = site.get(path, &[]).await;
            assert_eq!(
                header(&answer, "cache-control"),
                "no-cache",
                "{server:?} {path}"
            );
            let tag = header(&answer, "etag");
            let again = site.get(path, &[("if-none-match", &tag)]).await;
            assert_eq!(again.status(), 304, "{server:?} {path}");
        }
        let absent = site.get("assets/pegboard-0000000000000000.js", &[]).await;
        assert_eq!(absent.status(), 404);
        let kept = absent.headers().get("cache-control");
        assert!(
            kept.is_none_or(|kept| kept != IMMUTABLE),
            "an asset that is not there yet may come"
        );
    }
}

#[tokio::test]
async fn every_file_has_its_type() {
    for server in SERVERS {
        let site = Site::open(server, "/").await;
        for (path, wanted) in [
            (site.asset("wasm"), "application/wasm"),
            (site.asset("js"), "text/javascript"),
            (site.asset("css"), "text/css"),
            (site.asset("svg"), "image/svg+xml"),
            ("config.json".to_owned(), "application/json"),
            (String::new(), "text/html"),
        ] {
            let media = header(&site.get(&path, &[]).await, "content-type");
            assert_eq!(media.split(';').next(), Some(wanted), "{server:?} {path}");
        }
    }
}

#[tokio::test]
async fn what_compresses_is_sent_from_its_copy() {
    for (server, accepted, sent) in [
        (Server::Nginx, "gzip, deflate, br", "gzip"),
        (Server::NginxWithBrotli, "gzip, deflate, br", "br"),
        (Server::NginxWithBrotli, "gzip", "gzip"),
        (Server::Caddy, "gzip, deflate, br", "br"),
        (Server::Caddy, "gzip", "gzip"),
    ] {
        let site = Site::open(server, "/").await;
        let copy = if sent == "br" { "br" } else { "gz" };
        for path in [
            "index.html".to_owned(),
            site.asset("wasm"),
            site.asset("js"),
            site.asset("css"),
            site.asset("svg"),
        ] {
            let compressed = site.get(&path, &[("accept-encoding", accepted)]).await;
            assert_eq!(
                header(&compressed, "content-encoding"),
                sent,
                "{server:?} {path}"
            );
            assert!(header(&compressed, "vary").eq_ignore_ascii_case("accept-encoding"));
            let body = compressed.bytes().await.unwrap();
            assert!(
                body == site.content(&format!("{path}.{copy}")),
                "{server:?} {path}"
            );
            let plain = site.get(&path, &[]).await;
            assert!(
                plain.headers().get("content-encoding").is_none(),
                "{server:?} {path}"
            );
            assert!(
                plain.bytes().await.unwrap() == site.content(&path),
                "{server:?} {path}"
            );
        }
        // Whoever hosts the console may edit it in its place: no copy of it may be sent.
        let config = site
            .get("config.json", &[("accept-encoding", accepted)])
            .await;
        assert!(config.headers().get("content-encoding").is_none());
    }
}

#[tokio::test]
async fn a_sub_path_works_and_nothing_is_rewritten() {
    for server in SERVERS {
        let site = Site::open(server, "/some/deep/path/").await;
        for path in ["", "index.html", "config.json", &site.asset("js")] {
            assert_eq!(site.get(path, &[]).await.status(), 200, "{server:?} {path}");
        }
        let asset = site.get(&site.asset("wasm"), &[]).await;
        assert_eq!(header(&asset, "cache-control"), IMMUTABLE);
        let slash = format!("{}/some/deep/path", site.served.origin);
        let slash = send(&slash, "GET", &[], "").await;
        assert!(slash.status().is_redirection(), "{server:?}");
        assert!(
            ["/some/deep/path/", "path/"].contains(&header(&slash, "location").as_str()),
            "behind another server only a path is right: {slash:?}"
        );
        for path in ["subscriptions", "assets/", "index.htm"] {
            let status = site.get(path, &[]).await.status();
            assert!(
                status == 404 || status == 403,
                "{server:?} {path}: {status}"
            );
        }
        let above = send(
            &format!("{}/index.html", site.served.origin),
            "GET",
            &[],
            "",
        )
        .await;
        assert_eq!(above.status(), 404);
    }
}

#[tokio::test]
async fn files_for_hosts_are_not_for_visitors_and_without_a_relay_there_is_none() {
    for server in SERVERS {
        for base in ["/", "/some/deep/path/"] {
            let site = Site::open(server, base).await;
            let files = xtask::hosts::files(&xtask::config::Config::parse("{}").unwrap());
            for (path, _) in files {
                assert!(site.dist.path().join(path).is_file());
                assert_eq!(site.get(path, &[]).await.status(), 404, "{server:?} {path}");
            }
        }
        let site = Site::open(server, "/").await;
        let relay = format!("{}/relay/happycolis/graphql", site.served.origin);
        let status = send(&relay, "POST", &[], "{}").await.status();
        assert!(status == 404 || status == 405, "{server:?}: {status}");
    }
}
