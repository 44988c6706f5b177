//! Connections that fail: each failure has its own message and its own way out.

use e2e::{
    Door, Finding, Page, Scene,
    pages::{
        connect::{Mode, api_address, connect, connect_with},
        editor::Editor,
        wall,
    },
};
use sandbox::{
    Effect, Fault,
    happycolis::{
        BadToken, EXPIRED_TOKEN, INTEGRATION, INTEGRATION_TOKEN, OAUTH_TOKEN, VIEW_ONLY_TOKEN,
    },
};

use crate::sent;

/// A port that nothing listens on: it was free a moment ago, and ports are given out in turn.
async fn dead_origin() -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}

/// The alert says it, the form is still there, and what was typed is too.
async fn refused(page: &Page, what: &str, way_out: &str) {
    let alert = page.says("alert", what).await;
    alert.says(way_out).await;
    page.get("heading", "Connect a platform").await;
    assert_ne!(
        page.get("textbox", "Access token").await.value().await,
        "",
        "what was typed stays"
    );
}

#[tokio::test]
async fn a_refused_and_an_expired_token_are_named() {
    for (door, bad) in [
        (Door::Relay, BadToken::Http401),
        (Door::Cross, BadToken::Graphql),
    ] {
        Scene::new(door)
            .play(async |stage| {
                let page = &stage.page;
                stage
                    .sandbox
                    .happycolis
                    .switch(|switches| switches.bad_token = bad);
                for token in ["no-such-token", EXPIRED_TOKEN] {
                    connect_with(page, Mode::Integration, token).await;
                    refused(page, "does not accept this access token", "Get a new token").await;
                    let field = page.get("textbox", "Access token").await.node;
                    assert!(
                        field.is("invalid") && field.description.contains("does not accept"),
                        "{field:?}"
                    );
                }
                connect(page, Mode::Integration).await;
            })
            .await;
    }
}

#[tokio::test]
async fn a_token_of_the_other_kind_shows_at_the_first_write() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect_with(page, Mode::WithoutId, OAUTH_TOKEN).await;
            page.get("heading", "Subscriptions").await;
            let editor = Editor::new(page).await;
            editor
                .fill("order/created", "https://hooks.example.com/orders")
                .await;
            editor.submit("Create subscription").await;
            editor.alert("other access mode").await;
            assert_eq!(
                editor.endpoint().await.value().await,
                "https://hooks.example.com/orders",
                "the draft stays"
            );
            assert!(sent::held(stage, Mode::Oauth.owner()).is_empty());
        })
        .await;
}

#[tokio::test]
async fn without_the_edit_scope_the_list_works_and_a_create_is_refused_with_its_draft_kept() {
    for door in [Door::Relay, Door::Cross] {
        Scene::new(door)
            .play(async |stage| {
                let page = &stage.page;
                connect_with(page, Mode::Integration, VIEW_ONLY_TOKEN).await;
                wall::has(page, "order/created").await;
                let before = sent::held(stage, INTEGRATION);
                let editor = Editor::new(page).await;
                editor
                    .fill("vendor/updated", "https://hooks.example.com/vendors")
                    .await;
                editor.submit("Create subscription").await;
                editor
                    .alert("This token lacks the scope edit_integrations")
                    .await;
                assert_eq!(
                    editor.event().await.value().await,
                    "vendor/updated",
                    "the draft stays"
                );
                assert_eq!(sent::held(stage, INTEGRATION), before);
                editor.cancel().await;
                page.shows("A draft is kept").await;
                page.click("button", "Open the draft").await;
                let editor = Editor::open(page, "New subscription").await;
                assert_eq!(
                    editor.endpoint().await.value().await,
                    "https://hooks.example.com/vendors"
                );
            })
            .await;
    }
}

#[tokio::test]
async fn an_unreachable_host_is_named() {
    let dead = dead_origin().await;
    Scene::new(Door::Relay)
        .allow(&dead)
        .play(async |stage| {
            let page = &stage.page;
            api_address(page)
                .await
                .fill(&format!("{dead}/happycolis/graphql"))
                .await;
            connect_with(page, Mode::Integration, INTEGRATION_TOKEN).await;
            refused(
                page,
                "Nothing answers at the API address",
                "Check the API address",
            )
            .await;
        })
        .await;
}

#[tokio::test]
async fn a_refusal_by_cors_is_told_from_a_dead_host() {
    Scene::new(Door::Cross)
        .play(async |stage| {
            let page = &stage.page;
            stage
                .sandbox
                .happycolis
                .switch(|switches| switches.cors = false);
            connect_with(page, Mode::Integration, INTEGRATION_TOKEN).await;
            refused(
                page,
                "your browser blocked the request (CORS)",
                "set up a relay",
            )
            .await;
            let alert = page.says("alert", "CORS").await;
            alert.says("Your token was not judged").await;
        })
        .await;
}

#[tokio::test]
async fn a_host_that_does_not_answer_in_time_is_named() {
    Scene::new(Door::Relay)
        .timeout_ms(1_000)
        .play(async |stage| {
            let page = &stage.page;
            stage
                .sandbox
                .happycolis
                .queue_fault(Fault::next(Effect::Hold));
            connect_with(page, Mode::Integration, INTEGRATION_TOKEN).await;
            refused(page, "did not answer in time", "Try again").await;
        })
        .await;
}

#[tokio::test]
async fn a_token_that_expires_on_the_wall_asks_for_a_new_one_and_keeps_the_rows() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            let rows = wall::events(page).await;
            stage.sandbox.happycolis.expire(INTEGRATION_TOKEN).unwrap();
            page.click("button", "Refresh").await;
            page.says("alert", "does not accept this access token")
                .await;
            assert_eq!(wall::events(page).await, rows);
            page.click("button", "Give a new token").await;
            let dialog = page.get("dialog", "Connection settings").await;
            let token = dialog.get("textbox", "Access token").await;
            assert_eq!(token.value().await, "");
            token.fill(VIEW_ONLY_TOKEN).await;
            dialog.get("button", "Save").await.click().await;
            page.gone("dialog", "Connection settings").await;
            page.gone("button", "Give a new token").await;
            assert_eq!(wall::events(page).await, rows);
        })
        .await;
}

#[tokio::test]
async fn being_offline_is_named() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            wall::has(page, "order/created").await;
            page.offline(true).await;
            page.click("button", "Refresh").await;
            page.says("alert", "You are offline").await;
            let editor = Editor::new(page).await;
            editor
                .fill("vendor/updated", "https://hooks.example.com/vendors")
                .await;
            editor.submit("Create subscription").await;
            editor.alert("You are offline").await;
            page.offline(false).await;
            editor.submit("Create subscription").await;
            editor.gone().await;
            wall::has(page, "vendor/updated").await;
        })
        .await;
}

#[tokio::test]
async fn a_rate_limit_says_how_long_to_wait_where_the_page_may_read_it() {
    for (door, exposed, said) in [
        (Door::Relay, false, "asks to wait 30 seconds"),
        (Door::Cross, true, "asks to wait 30 seconds"),
        (Door::Cross, false, "Too many requests."),
    ] {
        Scene::new(door)
            .play(async |stage| {
                let platform = &stage.sandbox.happycolis;
                platform.switch(|switches| switches.expose_rate_limit = exposed);
                // Where the wait cannot be read, the console tries again after one of its own.
                platform.queue_fault(
                    Fault::next(Effect::RateLimited { retry_after: 30 })
                        .on("GetIntegration")
                        .times(3),
                );
                connect_with(&stage.page, Mode::Integration, INTEGRATION_TOKEN).await;
                refused(&stage.page, said, "Wait a moment").await;
            })
            .await;
    }
}

/// Somebody named an address in config.json and did not configure the page anew: its policy still keeps it from there.
#[tokio::test]
async fn an_address_that_the_page_is_not_configured_for_is_named_as_such() {
    let api = "https://api.example.com/graphql";
    let config = serde_json::json!({ "platforms": { "happycolis": { "api": api } } });
    let findings = Scene::new(Door::Relay)
        .config(&config.to_string())
        .findings(async |stage| {
            let page = &stage.page;
            connect_with(page, Mode::Integration, INTEGRATION_TOKEN).await;
            refused(
                page,
                "may not connect to this address, so nothing was sent",
                "\"allow\" in config.json",
            )
            .await;
        })
        .await;
    let is_of = |finding: &Finding| match finding {
        Finding::Violation(what) => what.contains("connect-src"),
        Finding::Console(what) => what.contains("Content Security Policy"),
        Finding::Foreign(_) | Finding::Leak(_) => false,
    };
    assert!(
        !findings.is_empty() && findings.iter().all(is_of),
        "{findings:?}"
    );
}
