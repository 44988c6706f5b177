//! Where the keyboard goes.

use crate::signals::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// Moves the focus to an element that may only come into the page with the next rendering.
pub fn focus_id(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || {
        if let Some(element) = by_id(&id) {
            // An element that refuses the focus leaves it where it is.
            let _ = element.focus();
        }
    });
}

/// Gives the focus back to the element that has it now, once the caller's scope is left; when that element is gone by
/// then, the element with the id `fallback` gets it.
pub fn restore_focus(fallback: &'static str) {
    let before = active().map(SendWrapper::new);
    on_cleanup(move || {
        request_animation_frame(move || {
            let target = before
                .map(SendWrapper::take)
                .filter(|element| element.is_connected())
                .or_else(|| by_id(fallback));
            if let Some(element) = target {
                let _ = element.focus();
            }
        });
    });
}

fn active() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
