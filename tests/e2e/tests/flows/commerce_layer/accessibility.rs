//! The screens of Commerce Layer: axe-core finds nothing in dark and light, and nothing scrolls sideways at 320 pixels.

use e2e::{Door, Scene, axe};

use super::{play, screens};

async fn has_no_violations(theme: &str) {
    play(Scene::new(Door::Relay), async |stage| {
        stage.page.emulate("prefers-color-scheme", theme).await;
        let mut all = Vec::new();
        screens::visit(stage, &mut async |screen: &str| {
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
async fn every_screen_passes_axe_in_light_and_dark() {
    for theme in ["light", "dark"] {
        has_no_violations(theme).await;
    }
}

/// What is wider than its place, and could be scrolled to: the page, and whatever is open above it.
const SIDEWAYS: &str = "
    return [document.scrollingElement, ...document.querySelectorAll('dialog[open], [popover]:popover-open')]
        .filter(box => box.scrollWidth > box.clientWidth)
        .map(box => `${box.tagName} is ${box.scrollWidth} wide, and has ${box.clientWidth}`);
";

#[tokio::test]
async fn no_screen_scrolls_sideways_at_320_pixels() {
    play(Scene::new(Door::Relay), async |stage| {
        stage.page.resize(320, 640).await;
        assert_eq!(stage.page.script("return innerWidth").await, 320);
        let mut all = Vec::new();
        screens::visit(stage, &mut async |screen: &str| {
            let wide = stage.page.script(SIDEWAYS).await;
            for wide in wide.as_array().into_iter().flatten() {
                all.push(format!("{screen}: {wide}"));
            }
        })
        .await;
        assert!(all.is_empty(), "{}", all.join("\n"));
    })
    .await;
}
