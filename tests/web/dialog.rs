//! The modal dialog: its name, its focus, and every way out of it.

use pegboard::components::{Dialog, Kind, focus_id};
use pegboard::signals::*;
use pegboard::ui::ui;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDialogElement;

use crate::act::escape;
use crate::page::{Page, attribute, description, focused, mount, name};
use crate::wait::{quiet, until};

fn dialog(kind: Kind) -> (Page, RwSignal<usize>) {
    let closed = RwSignal::new(0);
    let close = Callback::new(move |()| closed.update(|closed| *closed += 1));
    let page = mount(move || {
        ui! {
            <Dialog title="Remove subscription?" kind described_by="what" on_close=close>
                <p id="what">"order/created"</p>
                <button type="button" id="inside">"Inside"</button>
            </Dialog>
        }
    });
    (page, closed)
}

/// What is behind the dialog: the heading of the page, and the button that opens it.
fn behind() -> Page {
    mount(|| {
        ui! {
            <h1 id="page-title" tabindex="-1">"Subscriptions"</h1>
            <button type="button" id="opener">"Open"</button>
        }
    })
}

fn has_focus(id: &str) -> bool {
    focused().id() == id
}

#[wasm_bindgen_test]
async fn it_is_modal_and_has_a_name_and_a_description() {
    let (page, _) = dialog(Kind::Dialog);
    until("a modal dialog", || page.has("dialog:modal")).await;
    let element = page.find("dialog");
    assert_eq!(name(&element), "Remove subscription?");
    assert_eq!(description(&element), "order/created");
    assert_eq!(attribute(&element, "role"), None);
    assert_eq!(page.texts("dialog h2"), ["Remove subscription?"]);
}

#[wasm_bindgen_test]
async fn a_question_that_cannot_be_taken_back_is_an_alert() {
    let (page, _) = dialog(Kind::Alert);
    until("a modal dialog", || page.has("dialog:modal")).await;
    assert_eq!(
        attribute(&page.find("dialog"), "role").as_deref(),
        Some("alertdialog")
    );
}

#[wasm_bindgen_test]
async fn the_focus_goes_into_it() {
    let behind = behind();
    behind.find("#opener").focus().unwrap();
    let (page, _) = dialog(Kind::Dialog);
    until("the focus inside", || has_focus("inside")).await;
    drop(page);
    until("the focus back", || has_focus("opener")).await;
}

#[wasm_bindgen_test]
async fn escape_and_a_button_end_in_the_same_event_once() {
    let (page, closed) = dialog(Kind::Dialog);
    until("a modal dialog", || page.has("dialog:modal")).await;
    escape(&page.find("dialog"));
    until("the close", || closed.get_untracked() == 1).await;
    quiet().await;
    assert_eq!(closed.get_untracked(), 1);

    let (page, closed) = dialog(Kind::Alert);
    until("a modal dialog", || page.has("dialog:modal")).await;
    page.find("dialog")
        .unchecked_into::<HtmlDialogElement>()
        .close();
    until("the close", || closed.get_untracked() == 1).await;
    quiet().await;
    assert_eq!(closed.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn taking_it_away_is_no_closing() {
    let (page, closed) = dialog(Kind::Dialog);
    until("a modal dialog", || page.has("dialog:modal")).await;
    drop(page);
    quiet().await;
    assert_eq!(closed.get_untracked(), 0);
}

#[wasm_bindgen_test]
async fn the_heading_gets_the_focus_when_the_opener_is_gone() {
    let behind = behind();
    behind.find("#opener").focus().unwrap();
    let (page, _) = dialog(Kind::Dialog);
    until("the focus inside", || has_focus("inside")).await;
    behind.find("#opener").remove();
    drop(page);
    until("the focus on the heading", || has_focus("page-title")).await;
}

#[wasm_bindgen_test]
async fn the_focus_waits_for_an_element_that_comes_with_the_next_frame() {
    focus_id("opener");
    let page = behind();
    until("the focus", || has_focus("opener")).await;
    // An id that nobody has leaves the focus where it is.
    focus_id("nobody");
    quiet().await;
    assert!(has_focus("opener"));
    drop(page);
}
