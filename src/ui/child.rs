//! What can stand inside an element.

use crate::signals::*;
use leptos::reactive::owner::Owner;
use web_sys::Node;

use super::{Html, follow};

/// Children of a component, built when they are wanted.
pub struct Children(Box<dyn FnOnce() -> Html>);

impl<F: FnOnce() -> Html + 'static> From<F> for Children {
    fn from(build: F) -> Self {
        Self(Box::new(build))
    }
}

impl Children {
    pub fn build(self) -> Html {
        (self.0)()
    }
}

/// Something that can be put at the end of a node.
pub trait Child {
    fn put(self, parent: &Node);
}

/// Adding to a node of our own making never fails: the tree has no cycles and no foreign documents.
fn append(parent: &Node, node: &Node) {
    let _ = parent.append_child(node);
}

impl Child for Html {
    fn put(self, parent: &Node) {
        append(parent, self.node());
    }
}

impl Child for () {
    fn put(self, _parent: &Node) {}
}

impl Child for &str {
    fn put(self, parent: &Node) {
        append(parent, Html::text(self).node());
    }
}

impl Child for String {
    fn put(self, parent: &Node) {
        self.as_str().put(parent);
    }
}

impl<C: Child> Child for Option<C> {
    fn put(self, parent: &Node) {
        if let Some(child) = self {
            child.put(parent);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn put(self, parent: &Node) {
        for child in self {
            child.put(parent);
        }
    }
}

impl<A: Child, B: Child, C: Child> Child for (A, B, C) {
    fn put(self, parent: &Node) {
        self.0.put(parent);
        self.1.put(parent);
        self.2.put(parent);
    }
}

/// A closure: what it gives is built anew whenever a signal that it read changes.
impl<C: Child, F: Fn() -> C + 'static> Child for F {
    fn put(self, parent: &Node) {
        follow_child(parent, Box::new(move |()| Html::from_child(self())));
    }
}

impl<T: Child + Clone + Send + Sync + 'static> Child for Signal<T> {
    fn put(self, parent: &Node) {
        (move || self.get()).put(parent);
    }
}

/// Keeps the nodes of a changing child between two marks.
fn follow_child(parent: &Node, build: Box<dyn Call<(), Html>>) {
    let (start, end) = (Html::place(), Html::place());
    append(parent, start.node());
    append(parent, end.node());
    // What was built belongs to the run that built it: the effect's owner is cleaned before every run.
    follow(Box::new(move |()| {
        let built = build.call(());
        clear(start.node(), end.node());
        if let Some(parent) = end.node().parent_node() {
            let _ = parent.insert_before(built.node(), Some(end.node()));
        }
    }));
}

/// Takes away everything between two marks.
pub(super) fn clear(start: &Node, end: &Node) {
    while let Some(next) = start.next_sibling().filter(|next| next != end) {
        Html::of(next).detach();
    }
}

/// A scope of its own for something that is taken away before its surroundings are.
pub(super) fn scope() -> Owner {
    Owner::current().map_or_else(Owner::new, |owner| owner.child())
}
