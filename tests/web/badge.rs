//! The health badge: shape, word and colour, and the way to what it means.

use pegboard::components::{Anchor, Badge};
use pegboard::signals::*;
use pegboard::subscription::Health;
use pegboard::ui::ui;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, attribute, description, mount, text};

const EVERY: [(Health, &str, &str); 6] = [
    (Health::Healthy, "Healthy", "healthy"),
    (Health::Degraded, "Degraded", "degraded"),
    (Health::Failing, "Failing", "failing"),
    (Health::CircuitOpen, "Circuit open", "circuit-open"),
    (Health::Disabled, "Disabled", "disabled"),
    (Health::Unknown, "Unknown", "unknown"),
];

fn badge(health: Health) -> (Page, RwSignal<Vec<Anchor>>) {
    let opened = RwSignal::new(Vec::new());
    let open = Callback::new(move |anchor| opened.update(|opened| opened.push(anchor)));
    let page = mount(move || {
        ui! {
            <p id="row">"https://hooks.example.com/"</p>
            <Badge health described_by="row" on_open=open />
        }
    });
    (page, opened)
}

#[wasm_bindgen_test]
fn a_state_is_told_by_word_shape_and_row() {
    let mut shapes = Vec::new();
    for (health, word, key) in EVERY {
        let (page, _) = badge(health);
        let button = page.find("button");
        assert_eq!(text(&button), word);
        assert_eq!(attribute(&button, "data-health").as_deref(), Some(key));
        assert_eq!(
            attribute(&button, "aria-haspopup").as_deref(),
            Some("dialog")
        );
        assert_eq!(description(&button), "https://hooks.example.com/");
        shapes.push(attribute(&page.find("path"), "d").unwrap());
    }
    shapes.sort();
    shapes.dedup();
    assert_eq!(shapes.len(), EVERY.len(), "no two states have one shape");
}

#[wasm_bindgen_test]
fn a_click_opens_the_explanation_beside_the_badge() {
    for (health, _, _) in EVERY {
        let (page, opened) = badge(health);
        let button = page.find("button");
        assert_eq!(opened.get_untracked().len(), 0);
        button.click();
        let rect = button.get_bounding_client_rect();
        let beside = Anchor {
            left: rect.left(),
            top: rect.top(),
            bottom: rect.bottom(),
        };
        assert_eq!(opened.get_untracked(), [beside]);
        assert!(beside.bottom > beside.top);
    }
}
