//! Without a mouse.

use e2e::{
    Door, Page, Scene,
    keyboard::{DOWN, ENTER, ESCAPE, SHIFT, SPACE, TAB},
    pages::{
        connect::{Mode, connect},
        wall,
    },
};
use sandbox::happycolis::{INTEGRATION, INTEGRATION_TOKEN};

use crate::sent;

/// Presses Tab until the focus is there; a page that never gets there is a page that keeps keyboards out.
pub async fn tab_to(page: &Page, wanted: &str) {
    let mut met = Vec::new();
    for _ in 0..60 {
        page.press(TAB).await;
        let focus = page.focus().await;
        if focus == wanted {
            return;
        }
        met.push(focus);
    }
    panic!("Tab never comes to {wanted}. It met {met:?}");
}

#[tokio::test]
async fn connecting_and_creating_need_no_mouse() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            page.get("heading", "Connect a platform").await;
            tab_to(page, "textbox \"Integration ID\"").await;
            page.press(INTEGRATION).await;
            tab_to(page, "textbox \"Access token\"").await;
            page.press(format!("{INTEGRATION_TOKEN}{ENTER}")).await;
            wall::has(page, "order/created").await;

            tab_to(page, "button \"New subscription\"").await;
            page.press(ENTER).await;
            page.get("dialog", "New subscription").await;
            if page.focus().await != "combobox \"Event\"" {
                tab_to(page, "combobox \"Event\"").await;
            }
            page.press("vendor").await;
            page.says("listbox", "vendor/updated").await;
            pick(page, "vendor/updated").await;
            tab_to(page, "textbox \"Endpoint URL\"").await;
            page.press("https://hooks.example.com/vendors").await;
            tab_to(page, "tab \"Rows\"").await;
            tab_to(page, "button \"Add header\"").await;
            page.press(SPACE).await;
            e2e::until("the focus in the new row", async || {
                match page.focus().await {
                    focus if focus == "textbox \"Header name\"" => Ok(()),
                    other => Err(other),
                }
            })
            .await;
            page.press(format!("X-Key{TAB}4711")).await;
            tab_to(page, "button \"Create subscription\"").await;
            page.press(ENTER).await;
            page.gone("dialog", "New subscription").await;
            wall::has(page, "vendor/updated").await;
            let bodies = sent::bodies(stage, "IntegrationWebhookCreate");
            assert_eq!(
                bodies[0]["variables"]["input"]["headers"],
                serde_json::json!({ "X-Key": "4711" })
            );
        })
        .await;
}

/// Goes down the list of proposals until the value is marked, and takes it.
async fn pick(page: &Page, value: &str) {
    let active = "const field = document.activeElement; return document.getElementById(field.getAttribute('aria-activedescendant'))?.textContent ?? '';";
    let mut met = Vec::new();
    for _ in 0..20 {
        page.press(DOWN).await;
        let text = page
            .script(active)
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned();
        if text.contains(value) {
            page.press(ENTER).await;
            let taken = page.script("return document.activeElement.value").await;
            assert_eq!(taken, value);
            return;
        }
        met.push(text);
    }
    panic!("the arrow never comes to {value}. It met {met:?}");
}

#[tokio::test]
async fn escape_closes_the_list_first_and_the_dialog_second() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            let opener = page.get("button", "New subscription").await;
            opener.click().await;
            let dialog = page.get("dialog", "New subscription").await;
            dialog
                .get("combobox", "Event")
                .await
                .type_text("order")
                .await;
            page.says("listbox", "order/created").await;
            page.press(ESCAPE).await;
            page.gone("listbox", "Event").await;
            page.get("dialog", "New subscription").await;
            page.press(ESCAPE).await;
            page.gone("dialog", "New subscription").await;
            e2e::until("the focus to be back", async || {
                if opener.has_focus().await {
                    Ok(())
                } else {
                    Err(page.focus().await)
                }
            })
            .await;
        })
        .await;
}

/// What covers the middle of the focused element, or nothing.
const HIDDEN: &str = "
    const focused = document.activeElement, box = focused.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (!top) return `${focused.outerHTML.slice(0, 120)} is out of sight`;
    return focused.contains(top) || top.contains(focused) ? '' : `${focused.outerHTML.slice(0, 120)} is below ${top.outerHTML.slice(0, 80)}`;
";

/// WCAG 2.2, 2.4.11: a sticky header must not cover what has the focus, on the way down and on the way up.
#[tokio::test]
async fn the_focus_is_never_hidden_on_the_wall() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            page.resize(1280, 500).await;
            connect(page, Mode::Integration).await;
            wall::has(page, "order/created").await;
            for keys in [TAB.to_string(), format!("{SHIFT}{TAB}{SHIFT}")] {
                for _ in 0..60 {
                    page.press(&keys).await;
                    let hidden = page.script(HIDDEN).await;
                    assert_eq!(hidden, "");
                }
            }
        })
        .await;
}
