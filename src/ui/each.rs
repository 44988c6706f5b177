//! Lists whose items keep their elements while they stay in the list.

use std::cell::RefCell;
use std::hash::Hash;

use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use web_sys::Node;

use super::child::{clear, scope};
use super::{Html, follow};

/// Builds `children` once for every key. An item that stays keeps its element, and with it the focus.
#[component]
pub fn Each<T, K, I, N>(each: I, key: N, children: Build<T>) -> Html
where
    T: 'static,
    K: Eq + Hash + 'static,
    I: Fn() -> Vec<T> + 'static,
    N: Fn(&T) -> K + 'static,
{
    let (start, end) = (Html::place(), Html::place());
    let group = Html::fragment().child(start.clone()).child(end.clone());
    let items: RefCell<Vec<(K, Item)>> = RefCell::default();
    let owner = scope();
    follow(Box::new(move || {
        let wanted = each();
        let mut old = items.take();
        let mut new = Vec::with_capacity(wanted.len());
        for value in wanted {
            let key = key(&value);
            let item = match old.iter().position(|(known, _)| *known == key) {
                Some(at) => old.swap_remove(at).1,
                None => Item::build(&owner, || (children.0)(value)),
            };
            new.push((key, item));
        }
        for (_, item) in old {
            item.remove();
        }
        place(start.node(), end.node(), new.iter().map(|(_, item)| item));
        items.replace(new);
    }));
    group
}

/// One item: its elements stand between two marks.
struct Item {
    start: Html,
    end: Html,
    owner: Owner,
    /// Not in the page yet.
    fresh: RefCell<Option<Html>>,
}

impl Item {
    fn build(owner: &Owner, build: impl FnOnce() -> Html) -> Self {
        let owner = owner.child();
        let (start, end) = (Html::place(), Html::place());
        // What an item reads while it is built is its own affair and must not rebuild the list.
        let built = owner.with(|| untrack(build));
        let fresh = Html::fragment().child(start.clone()).child(built).child(end.clone());
        Self { start, end, owner, fresh: RefCell::new(Some(fresh)) }
    }

    fn remove(self) {
        self.owner.cleanup();
        clear(self.start.node(), self.end.node());
        for mark in [self.start, self.end] {
            if let Some(parent) = mark.node().parent_node() {
                let _ = parent.remove_child(mark.node());
            }
        }
    }
}

/// Puts the items in order, and touches none that stands where it should.
fn place<'a>(start: &Node, end: &Node, items: impl Iterator<Item = &'a Item>) {
    let Some(parent) = end.parent_node() else { return };
    let mut at = start.next_sibling();
    for item in items {
        if let Some(fresh) = item.fresh.take() {
            let _ = parent.insert_before(fresh.node(), at.as_ref());
            continue;
        }
        if at.as_ref() == Some(item.start.node()) {
            at = item.end.node().next_sibling();
            continue;
        }
        let moved = Html::fragment();
        let mut next = Some(item.start.node().clone());
        while let Some(node) = next {
            next = node.next_sibling().filter(|_| &node != item.end.node());
            let _ = moved.node().append_child(&node);
        }
        let _ = parent.insert_before(moved.node(), at.as_ref());
    }
}

/// What builds one item.
pub struct Build<T>(Box<dyn Fn(T) -> Html>);

impl<T> Build<T> {
    pub fn new(build: impl Fn(T) -> Html + 'static) -> Self {
        Self(Box::new(build))
    }
}
