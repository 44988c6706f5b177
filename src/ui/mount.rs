//! Putting a view into the page.

use any_spawner::Executor;
use leptos::reactive::owner::Owner;
use web_sys::Node;

use super::Html;

/// A view in the page. Dropping it takes the view away; `forget` leaves it there for ever.
pub struct Mounted {
    nodes: Vec<Node>,
    owner: Owner,
}

/// Builds a view and puts it at the end of `parent`.
pub fn mount(parent: &Node, build: impl FnOnce() -> Html) -> Mounted {
    // Fails only when it stands already.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let html = owner.with(build);
    let before = parent.last_child();
    let _ = parent.append_child(html.node());
    let mut nodes = Vec::new();
    let mut next = before.map_or_else(|| parent.first_child(), |before| before.next_sibling());
    while let Some(node) = next {
        next = node.next_sibling();
        nodes.push(node);
    }
    Mounted { nodes, owner }
}

impl Mounted {
    pub fn forget(self) {
        std::mem::forget(self);
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.owner.cleanup();
        for node in &self.nodes {
            Html::of(node.clone()).detach();
        }
    }
}
