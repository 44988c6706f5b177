//! Showing something only while it is wanted.

use crate::signals::*;

use super::Html;

/// Builds its children while `when` is true, else the fallback; anew only when the answer changes.
#[component]
pub fn Show(
    #[prop(into)] when: When,
    #[prop(optional, into)] fallback: Option<Fallback>,
    children: ChildrenFn,
) -> Html {
    let when = Memo::new(move |_| when.0.call(()));
    let build = move || {
        if when.get() {
            Some(children.0.call(()))
        } else {
            fallback.as_ref().map(|fallback| fallback.0.call(()))
        }
    };
    Html::from_child(build)
}

/// The question whether it is wanted.
pub struct When(Box<dyn Call<(), bool> + Send + Sync>);

impl<F: Fn() -> bool + Send + Sync + 'static> From<F> for When {
    fn from(when: F) -> Self {
        Self(Box::new(move |()| when()))
    }
}

/// Children that can be built again and again.
pub struct ChildrenFn(Box<dyn Call<(), Html>>);

impl<F: Fn() -> Html + 'static> From<F> for ChildrenFn {
    fn from(build: F) -> Self {
        Self(Box::new(move |()| build()))
    }
}

/// What stands there otherwise.
pub struct Fallback(Box<dyn Call<(), Html>>);

impl<F: Fn() -> Html + 'static> From<F> for Fallback {
    fn from(build: F) -> Self {
        Self(Box::new(move |()| build()))
    }
}
