//! axe-core finds nothing, on every screen and dialog, dark and light.

use e2e::{Door, Page, Scene, axe};

use crate::screens;

/// What axe-core finds on this screen.
pub async fn violations(page: &Page, screen: &str) -> Vec<String> {
    let found = axe::violations(page).await.into_iter();
    found
        .map(|violation| format!("{screen}: {violation}"))
        .collect()
}

async fn has_no_violations(theme: &str) {
    Scene::new(Door::Relay)
        .play(async |stage| {
            stage.page.emulate("prefers-color-scheme", theme).await;
            let mut all = Vec::new();
            screens::visit(stage, async |screen| {
                all.extend(violations(&stage.page, screen).await);
            })
            .await;
            assert!(all.is_empty(), "{theme}:\n  {}", all.join("\n  "));
        })
        .await;
}

#[tokio::test]
async fn every_screen_passes_axe_in_light() {
    has_no_violations("light").await;
}

#[tokio::test]
async fn every_screen_passes_axe_in_dark() {
    has_no_violations("dark").await;
}

#[tokio::test]
async fn axe_finds_what_is_planted() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            stage.page.get("heading", "Connect a platform").await;
            stage
                .page
                .script("document.body.append(document.createElement('button'))")
                .await;
            let found = axe::violations(&stage.page).await;
            assert!(
                found
                    .iter()
                    .any(|violation| violation.starts_with("button-name")),
                "{found:?}"
            );
        })
        .await;
}
