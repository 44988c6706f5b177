//! Nothing scrolls sideways on a screen of 320 CSS pixels.

use e2e::{Door, Page, Scene};

use crate::screens;

/// The elements that reach beyond the right edge of what scrolls them, where they could be scrolled to. A field or a
/// block of code may scroll by itself.
const SIDEWAYS: &str = "
    const wide = [];
    for (const box of [document.scrollingElement, ...document.querySelectorAll('dialog[open], [popover]:popover-open')]) {
        if (box.scrollWidth <= box.clientWidth) continue;
        const edge = box.getBoundingClientRect().left + box.clientWidth;
        const beyond = [...box.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > edge + 1);
        wide.push(`${box.tagName} is ${box.scrollWidth} wide because of ` + beyond.slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' and '));
    }
    if (innerWidth !== 320) wide.push(`the page is ${innerWidth} wide`);
    return wide;
";

/// What of this screen could be scrolled sideways.
pub async fn sideways(page: &Page, screen: &str) -> Vec<String> {
    let wide = page.script(SIDEWAYS).await;
    let wide = wide.as_array().into_iter().flatten();
    wide.map(|wide| format!("{screen}: {wide}")).collect()
}

#[tokio::test]
async fn no_screen_scrolls_sideways_at_320_pixels() {
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
