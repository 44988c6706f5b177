//! Icons: decoration, each with an outline of its own.

use pegboard::components::{Icon, Shape};
use pegboard::subscription::Health;
use pegboard::ui::ui;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{attribute, mount};

const EVERY: [Shape; 16] = [
    Shape::Mark,
    Shape::Add,
    Shape::Refresh,
    Shape::Replace,
    Shape::Duplicate,
    Shape::Copy,
    Shape::Id,
    Shape::Remove,
    Shape::Close,
    Shape::Search,
    Shape::Health(Health::Healthy),
    Shape::Health(Health::Degraded),
    Shape::Health(Health::Failing),
    Shape::Health(Health::CircuitOpen),
    Shape::Health(Health::Disabled),
    Shape::Health(Health::Unknown),
];

#[wasm_bindgen_test]
fn every_shape_is_drawn_and_none_is_read_out() {
    let page = mount(|| {
        ui! { <div>{EVERY.map(|shape| ui! { <Icon shape /> }).to_vec()}</div> }
    });
    let icons = page.all("svg");
    assert_eq!(icons.len(), EVERY.len());
    let mut outlines = Vec::new();
    for (icon, path) in icons.iter().zip(page.all("svg > path")) {
        assert_eq!(attribute(icon, "aria-hidden").as_deref(), Some("true"));
        assert_eq!(attribute(icon, "focusable").as_deref(), Some("false"));
        assert!(attribute(icon, "data-filled").is_some());
        outlines.push(attribute(&path, "d").unwrap());
        assert!(
            path.get_bounding_client_rect().width() > 0.0,
            "drawn, so in the namespace of SVG"
        );
    }
    outlines.sort();
    outlines.dedup();
    assert_eq!(outlines.len(), EVERY.len());
}
