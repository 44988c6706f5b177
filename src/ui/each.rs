//! Lists whose items keep their elements while they stay in the list.

use std::cell::RefCell;

use crate::signals::*;
use leptos::reactive::owner::Owner;
use web_sys::Node;

use super::child::{clear, scope};
use super::{Html, follow};

/// Builds `children` once for every key. An item that stays keeps its element, and with it the focus.
#[component]
pub fn Each<T: 'static>(
    each: impl Fn() -> Vec<T> + 'static,
    /// What tells an item from the others, as long as it is in the list.
    key: impl Fn(&T) -> String + 'static,
    children: Build<T>,
) -> Html {
    let build = std::rc::Rc::new(children.0);
    list(Box::new(move |()| {
        let wish = |value: T| {
            let (key, build) = (key(&value), build.clone());
            Wish {
                key,
                build: Box::new(move || build.call(value)),
            }
        };
        each().into_iter().map(wish).collect()
    }))
}

/// What builds one item.
pub struct Build<T>(Box<dyn Call<T, Html>>);

impl<T> Build<T> {
    pub fn new(build: impl Fn(T) -> Html + 'static) -> Self {
        Self(Box::new(build))
    }
}

/// An item that is wanted in the list, built only when it is not there yet.
struct Wish {
    key: String,
    build: Box<dyn FnOnce() -> Html>,
}

fn list(wishes: Box<dyn Call<(), Vec<Wish>>>) -> Html {
    let (start, end) = (Html::place(), Html::place());
    let group = Html::fragment().child(start.clone()).child(end.clone());
    let owner = scope();
    let mut items: Vec<Item> = Vec::new();
    follow(Box::new(move |()| {
        let mut old = std::mem::take(&mut items);
        for Wish { key, build } in wishes.call(()) {
            let item = match old.iter().position(|item| item.key == key) {
                Some(at) => old.remove(at),
                None => Item::build(&owner, key, build),
            };
            items.push(item);
        }
        for item in old {
            item.remove();
        }
        arrange(&start, &end, &items);
    }));
    group
}

/// One item: its elements stand between two marks.
struct Item {
    key: String,
    start: Html,
    end: Html,
    owner: Owner,
    /// Not in the page yet.
    fresh: RefCell<Option<Html>>,
}

impl Item {
    fn build(owner: &Owner, key: String, build: Box<dyn FnOnce() -> Html>) -> Self {
        let owner = owner.child();
        let (start, end) = (Html::place(), Html::place());
        // What an item reads while it is built is its own affair and must not rebuild the list.
        let built = owner.with(|| untrack(build));
        let fresh = Html::fragment()
            .child(start.clone())
            .child(built)
            .child(end.clone());
        Self {
            key,
            start,
            end,
            owner,
            fresh: RefCell::new(Some(fresh)),
        }
    }

    fn remove(self) {
        self.owner.cleanup();
        clear(self.start.node(), self.end.node());
        self.start.detach();
        self.end.detach();
    }
}

/// Puts the items in order, and touches none that stands where it should.
fn arrange(start: &Html, end: &Html, items: &[Item]) {
    let Some(parent) = end.node().parent_node() else {
        return;
    };
    let mut at = start.node().next_sibling();
    for item in items {
        if let Some(fresh) = item.fresh.take() {
            put_before(&parent, &fresh, at.as_ref());
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
            put_before(moved.node(), &Html::of(node), None);
        }
        put_before(&parent, &moved, at.as_ref());
    }
}

/// Moving nodes within a tree of our own making never fails.
fn put_before(parent: &Node, html: &Html, before: Option<&Node>) {
    let _ = parent.insert_before(html.node(), before);
}
