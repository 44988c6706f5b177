//! What a relay refuses: every other method, path and host, a platform that does not prove its name; and what it keeps to itself.

use e2e::{Authority, PLATFORMS, Relay, until};
use sandbox::happycolis::INTEGRATION_TOKEN;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use super::{SERVERS, Way, relayed_console, sandbox, send};

const METHODS: [&str; 8] = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND",
];

/// The status that a path gets, sent exactly as it is written here.
async fn status_of(origin: &str, method: &str, path: &str) -> String {
    let address = origin.trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer.split(' ').nth(1).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn other_methods_are_refused_and_no_preflight_is_answered() {
    let relays: [(&str, &[&str]); 5] = [
        ("/relay/happycolis/graphql", &["POST"]),
        ("/relay/ikas/api/v1/admin/graphql", &["POST"]),
        ("/relay/ikas/api/v2/admin/graphql", &["POST"]),
        ("/relay/sentera/graphql", &["POST"]),
        (
            "/relay/commerce-layer/yourdomain/api/webhooks",
            &["GET", "POST", "PATCH", "DELETE"],
        ),
    ];
    for server in SERVERS {
        let way = Way::open(server).await;
        for (path, allowed) in relays {
            for method in METHODS.iter().filter(|method| !allowed.contains(method)) {
                let preflight = [
                    ("origin", "https://elsewhere.example"),
                    ("access-control-request-method", "POST"),
                    ("access-control-request-headers", "authorization"),
                ];
                let answer = way.ask(method, path, &preflight, "").await;
                assert_eq!(answer.status(), 405, "{server:?} {method} {path}");
                let opened = answer
                    .headers()
                    .keys()
                    .find(|name| name.as_str().starts_with("access-control-"));
                assert_eq!(opened, None, "{server:?} {method} {path}");
            }
        }
        assert!(
            way.sandbox.control.received().is_empty(),
            "{server:?}: nothing was passed on"
        );
    }
}

#[tokio::test]
async fn other_paths_and_hosts_are_not_reached() {
    let long = format!("/relay/commerce-layer/{}/api/webhooks", "a".repeat(64));
    let paths = [
        "/relay/",
        "/relay/file.txt",
        "/relay/happycolis",
        "/relay/happycolis/graphql/",
        "/relay/happycolis/graphql/../admin",
        "/relay/happycolis/graphql%3fa",
        "/relay/happycolis/graphql%0d%0aX-Injected:1",
        "/relay/HappyColis/graphql",
        "/relay/ikas/api/v3/admin/graphql",
        "/relay/ikas/api/v2/admin/graphql/x",
        "/relay/sentera/graphiql",
        "/relay/unknown/graphql",
        "/relay/https://elsewhere.example/",
        "/relay/commerce-layer/yourdomain/api",
        "/relay/commerce-layer/yourdomain/api/orders",
        "/relay/commerce-layer/yourdomain/api/webhooks/",
        "/relay/commerce-layer/yourdomain/api/webhooks/../orders",
        "/relay/commerce-layer/yourdomain/api/webhooks/a/b",
        "/relay/commerce-layer/yourdomain/api/webhooks/a%2fb",
        "/relay/commerce-layer/yourdomain/api/webhooks/a%20b",
        "/relay/commerce-layer/yourdomain/api/webhooks/a%3fb",
        "/relay/commerce-layer/yourdomain/oauth/token",
        "/relay/commerce-layer/elsewhere.example/api/webhooks",
        "/relay/commerce-layer/elsewhere.example%23/api/webhooks",
        "/relay/commerce-layer/elsewhere.example%2f/api/webhooks",
        "/relay/commerce-layer/elsewhere%2eexample/api/webhooks",
        "/relay/commerce-layer/user@elsewhere/api/webhooks",
        "/relay/commerce-layer/elsewhere:8443/api/webhooks",
        "/relay/commerce-layer/YourDomain/api/webhooks",
        "/relay/commerce-layer/-a/api/webhooks",
        "/relay/commerce-layer/a-/api/webhooks",
        "/relay/commerce-layer//api/webhooks",
        &long,
    ];
    for server in SERVERS {
        let way = Way::open(server).await;
        for path in paths {
            for method in ["GET", "POST"] {
                let status = status_of(&way.relay.served.origin, method, path).await;
                assert_eq!(status, "404", "{server:?} {method} {path}");
            }
        }
        // A client may also ask as if the server were a proxy.
        for target in [
            "http://elsewhere.example/graphql",
            "https://api.sentera.com/graphql",
        ] {
            let status = status_of(&way.relay.served.origin, "GET", target).await;
            assert_ne!(status, "200", "{server:?} {target}");
        }
        assert!(
            way.sandbox.control.received().is_empty(),
            "{server:?}: nothing was passed on"
        );
    }
}

#[tokio::test]
async fn a_platform_that_does_not_prove_its_name_gets_nothing_and_the_answer_is_502() {
    let (own, foreign) = (Authority::new(), Authority::new());
    let elsewhere: &[&str] = &["elsewhere.example", "commercelayer.io", "127.0.0.1"];
    for server in SERVERS {
        let (dist, sandbox) = (relayed_console(), sandbox().await);
        for (signer, names, status) in [
            (&own, PLATFORMS, 200),
            (&foreign, PLATFORMS, 502),
            (&own, elsewhere, 502),
        ] {
            sandbox.control.clear_received();
            let relay = Relay::trusting(
                server,
                dist.path(),
                "/",
                &sandbox.cross_origin,
                &own,
                signer,
                names,
            )
            .await;
            let token = format!("Bearer {INTEGRATION_TOKEN}");
            for path in [
                "/relay/happycolis/graphql",
                "/relay/commerce-layer/yourdomain/api/webhooks",
            ] {
                let method = if path.ends_with("graphql") {
                    "POST"
                } else {
                    "GET"
                };
                let headers = [
                    ("authorization", token.as_str()),
                    ("content-type", "application/json"),
                    ("accept", "application/vnd.api+json"),
                ];
                let address = format!("{}{path}", relay.served.origin);
                let body = if method == "POST" {
                    r#"{"query":"{ __typename }"}"#
                } else {
                    ""
                };
                let answer = send(&address, method, &headers, body).await;
                let reached = answer.status() != 502;
                assert_eq!(
                    reached,
                    status == 200,
                    "{server:?} {path} {names:?}: {}",
                    answer.status()
                );
            }
            let received = sandbox.control.received().len();
            assert_eq!(
                received,
                if status == 200 { 2 } else { 0 },
                "{server:?} {names:?}"
            );
        }
    }
}

#[tokio::test]
async fn no_log_holds_a_token_whatever_becomes_of_the_call() {
    const TOKEN: &str = "a-token-that-no-log-may-hold";
    const HEADER_VALUE: &str = "a-value-that-no-log-may-hold";
    let authorization = format!("Bearer {TOKEN}");
    let body = format!(r#"{{"query":"{{ __typename }}","variables":{{"x":"{HEADER_VALUE}"}}}}"#);
    let headers = [
        ("authorization", authorization.as_str()),
        ("content-type", "application/json"),
    ];
    let (own, foreign) = (Authority::new(), Authority::new());
    for server in SERVERS {
        let (dist, sandbox) = (relayed_console(), sandbox().await);
        for signer in [&own, &foreign] {
            let relay = Relay::trusting(
                server,
                dist.path(),
                "/",
                &sandbox.cross_origin,
                &own,
                signer,
                PLATFORMS,
            )
            .await;
            let origin = &relay.served.origin;
            for (method, path) in [
                ("POST", "/relay/happycolis/graphql"),
                ("GET", "/relay/happycolis/graphql"),
                ("POST", "/relay/unknown/graphql"),
                ("GET", "/relay/commerce-layer/yourdomain/api/webhooks"),
            ] {
                send(&format!("{origin}{path}"), method, &headers, &body).await;
            }
            // What comes later is written down later: when it is there, the calls above would be.
            send(&format!("{origin}/index.html"), "GET", &[], "").await;
            let logs = until("the last line of the log", async || {
                let logs = relay.served.logs();
                if logs.contains("index.html") {
                    Ok(logs)
                } else {
                    Err(logs)
                }
            })
            .await;
            assert!(
                !logs.contains(TOKEN) && !logs.contains(HEADER_VALUE),
                "{server:?}:\n{logs}"
            );
        }
    }
}
