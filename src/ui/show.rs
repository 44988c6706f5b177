//! Showing something only while it is wanted.

use leptos::prelude::*;

use super::{Child as _, Html};

/// Builds its children while `when` is true, else the fallback; anew only when the answer changes.
#[component]
pub fn Show<W: Fn() -> bool + Send + Sync + 'static>(
    when: W,
    #[prop(optional, into)] fallback: Option<Fallback>,
    children: ChildrenFn,
) -> Html {
    show(Memo::new(move |_| when()), fallback, children)
}

/// Children that can be built again and again.
#[derive(Clone)]
pub struct ChildrenFn(std::sync::Arc<dyn Fn() -> Html + Send + Sync>);

impl<F: Fn() -> Html + Send + Sync + 'static> From<F> for ChildrenFn {
    fn from(build: F) -> Self {
        Self(std::sync::Arc::new(build))
    }
}

/// What stands there otherwise.
pub struct Fallback(Box<dyn Fn() -> Html + Send + Sync>);

impl<F: Fn() -> Html + Send + Sync + 'static> From<F> for Fallback {
    fn from(build: F) -> Self {
        Self(Box::new(build))
    }
}

fn show(when: Memo<bool>, fallback: Option<Fallback>, children: ChildrenFn) -> Html {
    let build = move || {
        if when.get() { Some((children.0)()) } else { fallback.as_ref().map(|fallback| (fallback.0)()) }
    };
    let group = Html::fragment();
    build.put(group.node());
    group
}
