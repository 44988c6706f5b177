//! A deployment with a damaged file: the page refuses to start, and says so without the console's help.

use e2e::{Door, Finding, Page, Scene, Stage};

/// The page as it is once nobody would wait any longer: its animations have come to their end.
const LATER: &str = "document.getAnimations().forEach(animation => animation.finish());";

const PLACE: &str = "return document.querySelector('main#boot > .boot-failed') !== null";

async fn refuses(stage: &Stage) {
    let page: &Page = &stage.page;
    page.script(LATER).await;
    page.shows("Pegboard has not started.").await;
    page.shows("a damaged file is not run").await;
    assert_eq!(
        page.script(PLACE).await,
        true,
        "the message is the page's own"
    );
    for started in [
        "Connect a platform",
        "Subscriptions",
        "Pegboard cannot start",
    ] {
        assert!(!page.has("heading", started).await, "{started}");
    }
}

#[tokio::test]
async fn a_changed_byte_in_script_module_or_style_keeps_the_console_from_starting() {
    for extension in ["js", "wasm", "css"] {
        let findings = Scene::new(Door::Relay)
            .damaged(extension)
            .findings(async |stage| refuses(stage).await)
            .await;
        let judged = |finding: &Finding| matches!(finding, Finding::Violation(line) if line.contains("integrity"));
        assert!(findings.iter().any(judged), "{extension}: {findings:?}");
    }
}

#[tokio::test]
async fn only_the_running_console_takes_the_message_away() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            stage.page.get("heading", "Connect a platform").await;
            assert_eq!(stage.page.script(PLACE).await, false);
            assert!(!stage.page.text().await.contains("has not started"));
        })
        .await;
}
