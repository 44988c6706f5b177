//! The health badge: shape, word and colour, so that it never depends on colour alone.

use crate::signals::*;

use super::{Icon, Shape};
use crate::subscription::Health;
use crate::text::health::badge;
use crate::ui::{ElementRef, Html, ui};

/// Where a control stands in the window, in CSS pixels, so that what it opens can stand beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Anchor {
    pub left: f64,
    pub top: f64,
    pub bottom: f64,
}

/// A button that opens what the health means.
#[component]
pub fn Badge(
    health: Health,
    /// The id of an element that says which row it is.
    #[prop(into)]
    described_by: String,
    on_open: Callback<Anchor>,
) -> Html {
    let node = ElementRef::default();
    let open = move |_| {
        if let Some(button) = node.get_untracked() {
            let rect = button.get_bounding_client_rect();
            on_open.run(Anchor {
                left: rect.left(),
                top: rect.top(),
                bottom: rect.bottom(),
            });
        }
    };
    ui! {
        <button
            node_ref=node
            type="button"
            class="badge"
            data-health=health.key()
            aria-haspopup="dialog"
            aria-describedby=described_by
            on:click=open
        >
            <Icon shape=Shape::Health(health) />
            <span>{badge(health)}</span>
        </button>
    }
}
