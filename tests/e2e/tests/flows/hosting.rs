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
            page.get("searchbox", "Search subscriptions").await.fill("order").await;
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
