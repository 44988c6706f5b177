//! The native modal dialog.

use crate::signals::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlDialogElement;

use super::restore_focus;
use crate::ui::{Children, ElementRef, Html, ui, watch};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Dialog,
    /// For a question whose answer cannot be taken back.
    Alert,
}

/// A modal `<dialog>`. However it is closed, by a button or by Esc, `on_close` is called and nothing else: the `close`
/// event covers every way.
#[component]
pub fn Dialog(
    #[prop(into)] title: String,
    #[prop(default = Kind::Dialog)] kind: Kind,
    /// The id of the element that says what it is about.
    #[prop(optional)]
    described_by: Option<&'static str>,
    on_close: Callback<()>,
    children: Children,
) -> Html {
    restore_focus("page-title");
    let node = ElementRef::default();
    watch(move || {
        if let Some(element) = node.get() {
            let dialog: &HtmlDialogElement = element.unchecked_ref();
            if !dialog.open() {
                // Fails only when the dialog is not in the page any more.
                let _ = dialog.show_modal();
            }
        }
    });
    let role = match kind {
        Kind::Dialog => None,
        Kind::Alert => Some("alertdialog"),
    };
    ui! {
        <dialog
            node_ref=node
            class="dialog"
            role=role
            aria-labelledby="dialog-title"
            aria-describedby=described_by
            on:close=move |_| on_close.run(())
        >
            <h2 id="dialog-title" class="dialog-title">{title}</h2>
            {children.build()}
        </dialog>
    }
}
