//! What only Sentera has passes axe-core, dark and light, and fits a screen of 320 CSS pixels.

use e2e::{Door, Scene};

use super::screens;
use crate::{accessibility::violations, narrow::sideways};

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
async fn every_screen_of_sentera_passes_axe_in_light_and_in_dark() {
    for theme in ["light", "dark"] {
        has_no_violations(theme).await;
    }
}

#[tokio::test]
async fn no_screen_of_sentera_scrolls_sideways_at_320_pixels() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            stage.page.resize(320, 640).await;
            let mut all = Vec::new();
            screens::visit(stage, async |screen| {
                all.extend(sideways(&stage.page, screen).await);
            })
            .await;
            assert!(all.is_empty(), "{}", all.join("\n"));
        })
        .await;
}
