//! What only Sentera has passes axe-core, dark and light, and fits a screen of 320 CSS pixels.

use e2e::{Door, Scene, axe};

use super::screens;

/// How far the page and what lies over it could be scrolled sideways.
const SIDEWAYS: &str = "
    const boxes = [document.scrollingElement, ...document.querySelectorAll('dialog[open], [popover]:popover-open')];
    return boxes.map(box => box.scrollWidth - box.clientWidth).concat(innerWidth - 320).filter(beyond => beyond > 0);
";

async fn has_no_violations(theme: &str) {
    Scene::whole(Door::Relay)
        .play(async |stage| {
            stage.page.emulate("prefers-color-scheme", theme).await;
            let mut all = Vec::new();
            screens::visit(stage, async |screen| {
                for violation in axe::violations(&stage.page).await {
                    all.push(format!("{screen}: {violation}"));
                }
            })
            .await;
            assert!(all.is_empty(), "{theme}:\n  {}", all.join("\n  "));
        })
        .await;
}

#[tokio::test]
async fn every_screen_of_sentera_passes_axe_in_light_and_in_dark() {
    for theme in ["light", "dark"] {
        has_no_violations(theme).await;
    }
}

#[tokio::test]
async fn no_screen_of_sentera_scrolls_sideways_at_320_pixels() {
    Scene::whole(Door::Relay)
        .play(async |stage| {
            stage.page.resize(320, 640).await;
            let mut all = Vec::new();
            screens::visit(stage, async |screen| {
                let beyond = stage.page.script(SIDEWAYS).await;
                if beyond.as_array().is_none_or(|beyond| !beyond.is_empty()) {
                    all.push(format!("{screen}: {beyond}"));
                }
            })
            .await;
            assert!(all.is_empty(), "{}", all.join("\n"));
        })
        .await;
}
