//! Any static host, any path.

use e2e::{
    Door, Scene,
    pages::{
        connect::{Mode, connect},
        wall,
    },
};

#[tokio::test]
async fn the_console_works_below_a_deep_path_without_rewrite_rules() {
    Scene::new(Door::Relay)
        .base("/some/deep/path/")
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            wall::has(page, "order/created").await;
            page.get("searchbox", "Search subscriptions")
                .await
                .fill("order")
                .await;
            let here = page.script("return location.pathname").await;
            assert_eq!(here, "/some/deep/path/", "the route lives in the hash");
            stage.reload().await;
            connect(page, Mode::Integration).await;
        })
        .await;
}

#[tokio::test]
async fn the_policy_is_a_header_and_closes_every_class() {
    Scene::new(Door::Cross)
        .play(async |stage| {
            let ask = "const done = arguments[0]; fetch(location.href).then(reply => done(reply.headers.get('content-security-policy') ?? ''));";
            let policy = stage.page.ask(ask).await;
            let policy = policy.as_str().unwrap();
            for part in [
                "default-src 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types 'none'",
                "frame-ancestors 'none'",
                "connect-src 'self' http://127.0.0.1:",
            ] {
                assert!(policy.contains(part), "{part} is not in {policy}");
            }
            for part in ["'unsafe-inline'", "'unsafe-eval'", "*", "data:"] {
                assert!(!policy.contains(part), "{part} is in {policy}");
            }
        })
        .await;
}

#[tokio::test]
async fn a_wrong_configuration_stops_the_console_and_is_named() {
    let wrong = [
        (
            "{ \"allow\": [], }",
            "config.json is not valid JSON: line 1, column",
        ),
        (
            "{ \"alow\": [] }",
            "config.json has a key that Pegboard does not know: alow",
        ),
        (
            "{ \"platforms\": { \"happycolis\": { \"api\": \"http://plain.example/graphql\" } } }",
            "platforms.happycolis.api must be an address",
        ),
        ("{ \"timeoutMs\": \"soon\" }", "timeoutMs must be a number"),
    ];
    for (config, said) in wrong {
        Scene::new(Door::Relay)
            .config(config)
            .play(async |stage| {
                stage.page.get("heading", "Pegboard cannot start").await;
                stage.page.shows(said).await;
                assert!(
                    !stage.page.has("button", "Connect").await,
                    "it is never half applied"
                );
            })
            .await;
    }
}

#[tokio::test]
async fn a_page_in_the_place_of_the_configuration_means_the_defaults() {
    Scene::new(Door::Relay)
        .config("<!doctype html><title>Not found</title>")
        .play(async |stage| {
            stage.page.get("heading", "Connect a platform").await;
            stage
                .page
                .shows("https://api-v3.happycolis.com/graphql")
                .await;
        })
        .await;
}
