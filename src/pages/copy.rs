//! Handing a text over to the clipboard, or to a file.

use crate::signals::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

use crate::state::board::Board;
use crate::state::notice::Message;
use crate::subscription::Secret;

pub fn copy(board: Board, text: String) {
    write(board, text.clone(), Message::NotCopied { text });
}

/// Where the browser refuses, the secret is not shown in its place.
pub fn copy_secret(board: Board, secret: &Secret) {
    write(board, secret.expose().to_owned(), Message::SecretNotCopied);
}

fn write(board: Board, text: String, refused: Message) {
    spawn_local(async move {
        // A page that is not served securely has no clipboard at all.
        let written = window().is_secure_context()
            && JsFuture::from(window().navigator().clipboard().write_text(&text))
                .await
                .is_ok();
        board.tell(if written { Message::Copied } else { refused });
    });
}

/// Hands a text to the browser as a file to be saved.
pub fn save_file(name: &str, text: &str) -> Option<()> {
    let parts = js_sys::Array::of1(&text.into());
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type("application/json");
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &kind).ok()?;
    let url = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link: web_sys::HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&url).ok()
}
