//! What the `ui!` macro builds: elements of one type, made one by one, that follow Leptos' signals.
//!
//! No element is ever made from a string of HTML, so the page runs under `trusted-types 'none'`.

mod attribute;
mod child;
mod each;
mod html;
mod mount;
mod show;

pub use attribute::{IntoAttribute, IntoProperty};
pub use child::{Child, Children};
pub use each::{Build, Each, EachProps};
pub use html::{ElementRef, Html};
pub use markup::ui;
pub use mount::{Mounted, mount};
pub use show::{ChildrenFn, Fallback, Show, ShowProps, When};

use crate::signals::*;

/// Runs a piece of rendering now and whenever a signal that it read changes, for as long as the current owner lives.
///
/// The closure is boxed so that the machinery of effects is compiled once and not once for every attribute.
fn follow(mut run: Box<dyn CallMut<(), ()>>) {
    let effect = RenderEffect::new(move |_| run.call_mut(()));
    on_cleanup(move || drop(effect));
}

/// Does something now and whenever a signal that it read changes.
pub fn watch(mut run: impl FnMut() + 'static) {
    follow(Box::new(move |()| run()));
}
