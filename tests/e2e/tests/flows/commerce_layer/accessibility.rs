//! The screens of Commerce Layer: axe-core finds nothing in dark and light, and nothing scrolls sideways at 320 pixels.

use e2e::{Door, Scene};

use super::screens;
use crate::{accessibility::violations, narrow::sideways};

async fn has_no_violations(theme: &str) {
    Scene::new(Door::Relay)
        .play(async |stage| {
            stage.page.emulate("prefers-color-scheme", theme).await;
            let mut all = Vec::new();
            screens::visit(stage, &mut async |screen: &str| {
                all.extend(violations(&stage.page, screen).await);
            })
            .await;
            assert!(all.is_empty(), "{theme}:\n  {}", all.join("\n  "));
        })
        .await;
}

#[tokio::test]
async fn every_screen_passes_axe_in_light_and_dark() {
    for theme in ["light", "dark"] {
        has_no_violations(theme).await;
    }
}

#[tokio::test]
async fn no_screen_scrolls_sideways_at_320_pixels() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            stage.page.resize(320, 640).await;
            assert_eq!(stage.page.script("return innerWidth").await, 320);
            let mut all = Vec::new();
            screens::visit(stage, &mut async |screen: &str| {
                all.extend(sideways(&stage.page, screen).await);
            })
            .await;
            assert!(all.is_empty(), "{}", all.join("\n"));
        })
        .await;
}
