//! The one way to write a view.

/// Leptos' `view!`, kept free of `innerHTML`.
///
/// `view!` turns static sub-trees into HTML text that it assigns to `template.innerHTML`, which our Trusted Types policy
/// forbids. A view with a global class is built element by element instead, so every view carries the class `p`. With
/// a global class a dynamic `class=` is refused by the compiler: what changes is a `data-` attribute or `class:name=`.
#[macro_export]
macro_rules! ui {
    ($($tokens:tt)*) => {
        ::leptos::prelude::view! { class = "p", $($tokens)* }
    };
}
