//! What a relay lets through: the calls of the console, with their own three headers, and the answers as they are.

use sandbox::{Received, commerce_layer, happycolis, ikas, sentera};

use super::{SERVERS, Way, header, send};

/// What a browser, an extension or a proxy may add, none of which is the platform's business.
const ADDED: [(&str, &str); 8] = [
    ("cookie", "session=of-the-console"),
    ("origin", "https://console.example"),
    ("referer", "https://console.example/"),
    ("user-agent", "Browser/1.0"),
    ("x-anything", "at all"),
    ("x-forwarded-for", "192.0.2.1"),
    ("forwarded", "for=192.0.2.1"),
    ("accept-language", "en"),
];

/// What arrives besides the three: the host that was meant, and what the length of the body needs.
const OF_HTTP: [&str; 2] = ["host", "content-length"];

struct Case {
    method: &'static str,
    /// On the console's own origin.
    path: &'static str,
    /// On the sandbox's host on another origin, with what else is to arrive.
    arrives: &'static str,
    host: &'static str,
    token: &'static str,
    media: &'static str,
    body: &'static str,
}

const fn graphql(
    path: &'static str,
    arrives: &'static str,
    host: &'static str,
    token: &'static str,
) -> Case {
    Case {
        method: "POST",
        path,
        arrives,
        host,
        token,
        media: "application/json",
        body: r#"{"query":"query Names { __typename }","variables":{"text":"é\"{$host}"}}"#,
    }
}

const fn json_api(
    method: &'static str,
    path: &'static str,
    arrives: &'static str,
    body: &'static str,
) -> Case {
    Case {
        method,
        path,
        arrives,
        host: "yourdomain.commercelayer.io",
        token: commerce_layer::INTEGRATION_TOKEN,
        media: "application/vnd.api+json",
        body,
    }
}

const CASES: [Case; 10] = [
    graphql(
        "/relay/happycolis/graphql",
        "/happycolis/graphql",
        "api-v3.happycolis.com",
        happycolis::INTEGRATION_TOKEN,
    ),
    // A query is no part of a GraphQL call.
    graphql(
        "/relay/happycolis/graphql?query=x",
        "/happycolis/graphql",
        "api-v3.happycolis.com",
        happycolis::INTEGRATION_TOKEN,
    ),
    graphql(
        "/relay/ikas/api/v1/admin/graphql",
        "/ikas/api/v1/admin/graphql",
        "api.myikas.com",
        ikas::TOKEN,
    ),
    graphql(
        "/relay/ikas/api/v2/admin/graphql",
        "/ikas/api/v2/admin/graphql",
        "api.myikas.com",
        ikas::TOKEN,
    ),
    graphql(
        "/relay/sentera/graphql",
        "/sentera/graphql",
        "api.sentera.com",
        sentera::TOKEN,
    ),
    json_api(
        "GET",
        "/relay/commerce-layer/yourdomain/api/webhooks?sort=-created_at,id&page%5Bsize%5D=25&page%5Bnumber%5D=2",
        "/commerce-layer/yourdomain/api/webhooks?sort=-created_at,id&page%5Bsize%5D=25&page%5Bnumber%5D=2",
        "",
    ),
    json_api(
        "GET",
        "/relay/commerce-layer/yourdomain/api/event_callbacks?sort=-created_at",
        "/commerce-layer/yourdomain/api/event_callbacks?sort=-created_at",
        "",
    ),
    json_api(
        "POST",
        "/relay/commerce-layer/yourdomain/api/webhooks",
        "/commerce-layer/yourdomain/api/webhooks",
        r#"{"data":{"type":"webhooks","attributes":{"topic":"orders.void"}}}"#,
    ),
    json_api(
        "PATCH",
        "/relay/commerce-layer/yourdomain/api/webhooks/no-such_Id",
        "/commerce-layer/yourdomain/api/webhooks/no-such_Id",
        r#"{"data":{"type":"webhooks","id":"no-such_Id","attributes":{}}}"#,
    ),
    json_api(
        "DELETE",
        "/relay/commerce-layer/yourdomain/api/webhooks/no-such_Id",
        "/commerce-layer/yourdomain/api/webhooks/no-such_Id",
        "",
    ),
];

#[tokio::test]
async fn a_call_arrives_whole_with_its_three_headers_and_its_answer_comes_back() {
    for server in SERVERS {
        let way = Way::open(server).await;
        for case in &CASES {
            let name = format!("{server:?} {} {}", case.method, case.path);
            let authorization = format!("Bearer {}", case.token);
            let mut own = vec![
                ("authorization", authorization.as_str()),
                ("accept", case.media),
            ];
            if !case.body.is_empty() {
                own.push(("content-type", case.media));
            }
            let all: Vec<_> = own.iter().chain(&ADDED).copied().collect();
            way.sandbox.control.clear_received();
            let relayed = way.ask(case.method, case.path, &all, case.body).await;
            let received = way.sandbox.control.received();
            assert_eq!(received.len(), 1, "{name}: {}", relayed.status());
            arrived(&name, case, &own, &received[0]);

            let direct = format!("{}{}", way.sandbox.cross_origin, case.arrives);
            let direct = send(&direct, case.method, &own, case.body).await;
            assert_eq!(relayed.status(), direct.status(), "{name}");
            assert!(
                !relayed.status().is_server_error(),
                "{name}: {}",
                relayed.status()
            );
            assert!(direct.headers().contains_key("access-control-allow-origin"));
            let opened = relayed
                .headers()
                .keys()
                .find(|name| name.as_str().starts_with("access-control-"));
            assert_eq!(opened, None, "{name}: a relay answers its own origin only");
            for (header_name, value) in [
                ("cache-control", "no-store"),
                ("x-content-type-options", "nosniff"),
                ("cross-origin-resource-policy", "same-origin"),
                (
                    "content-security-policy",
                    "default-src 'none'; frame-ancestors 'none'; sandbox",
                ),
            ] {
                assert_eq!(header(&relayed, header_name), value, "{name}");
            }
            assert_eq!(
                relayed.headers().get("content-type"),
                direct.headers().get("content-type"),
                "{name}"
            );
            assert_eq!(
                relayed.headers().get("retry-after"),
                direct.headers().get("retry-after"),
                "{name}"
            );
            if case.method == "GET" {
                // Each answer has an id of its own, always of the same length.
                let (relayed, direct) = (
                    relayed.bytes().await.unwrap(),
                    direct.bytes().await.unwrap(),
                );
                assert_eq!(relayed.len(), direct.len(), "{name}");
            }
        }
    }
}

fn arrived(name: &str, case: &Case, own: &[(&str, &str)], call: &Received) {
    assert_eq!(
        (call.method.as_str(), call.path.as_str()),
        (case.method, case.arrives),
        "{name}"
    );
    assert_eq!(call.body, case.body, "{name}");
    for (header, value) in own.iter().chain(&[("host", case.host)]) {
        assert_eq!(call.header(header), Some(*value), "{name}: {header}");
    }
    let foreign: Vec<_> = call
        .headers
        .iter()
        .filter(|(header, _)| !OF_HTTP.contains(&header.as_str()))
        .filter(|(header, _)| own.iter().all(|(known, _)| known != header))
        .collect();
    assert!(foreign.is_empty(), "{name}: {foreign:?}");
}

#[tokio::test]
async fn rules_that_a_platform_sets_for_its_own_origin_stay_there() {
    let set = xtask::hosts::relay::HIDDEN.iter().copied();
    // What it says of the call itself is for the console.
    let passed = ["Retry-After", "X-RateLimit-Remaining"];
    let effect = sandbox::Effect::Answer {
        status: 200,
        headers: set
            .chain(passed)
            .map(|name| (name.to_owned(), "of-the-platform".to_owned()))
            .chain([("X-Accel-Redirect".to_owned(), "/config.json".to_owned())])
            .collect(),
        body: Some("{}".into()),
    };
    for server in SERVERS {
        let way = Way::open(server).await;
        let platform = &way.sandbox.control.happycolis;
        platform.queue_fault(sandbox::Fault::next(effect.clone()));
        let answer = way
            .ask("POST", "/relay/happycolis/graphql", &[], "{}")
            .await;
        for name in xtask::hosts::relay::HIDDEN {
            let values: Vec<_> = answer.headers().get_all(*name).iter().collect();
            assert!(
                values.iter().all(|value| *value != "of-the-platform"),
                "{server:?}: {name}"
            );
        }
        for name in passed {
            assert_eq!(
                header(&answer, name),
                "of-the-platform",
                "{server:?}: {name}"
            );
        }
        assert_eq!(
            answer.text().await.unwrap(),
            "{}",
            "{server:?}: the answer is the platform's"
        );
    }
}
