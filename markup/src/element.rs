//! Elements of HTML and SVG.

use proc_macro2::TokenStream;
use quote::quote;
use rstml::Infallible;
use rstml::node::{KeyedAttribute, NodeAttribute, NodeElement};
use syn::Error;

use crate::child;

/// Elements that stand in the SVG namespace.
const SVG: &[&str] = &["svg", "path"];

pub fn element(it: &NodeElement<Infallible>) -> TokenStream {
    let name = it.name().to_string();
    let start = if SVG.contains(&name.as_str()) {
        quote! { ::pegboard::ui::Html::svg(#name) }
    } else {
        quote! { ::pegboard::ui::Html::element(#name) }
    };
    let attributes = it.attributes().iter().map(attribute);
    let children = it.children.iter().map(child);
    // Children come first: a <select> can only take a value that one of its options has.
    quote! { #start #(.child(#children))* #(#attributes)* }
}

fn attribute(it: &NodeAttribute) -> TokenStream {
    match it {
        NodeAttribute::Attribute(attribute) => keyed(attribute),
        NodeAttribute::Block(block) => {
            Error::new_spanned(block, "attributes cannot be spread").to_compile_error()
        }
    }
}

fn keyed(it: &KeyedAttribute) -> TokenStream {
    let name = it.key.to_string().replace(' ', "");
    let value = match it.value() {
        Some(value) => quote! { #value },
        // `<input id />` is short for `id=id`.
        None => {
            let name = &it.key;
            quote! { #name }
        }
    };
    match name.split_once(':') {
        Some(("on", event)) => {
            let kind = event_type(event);
            quote! { .on::<#kind>(#event, #value) }
        }
        Some(("prop", property)) => quote! { .property(#property, #value) },
        Some(("style", property)) => quote! { .style(#property, #value) },
        Some(_) => Error::new_spanned(&it.key, "unknown prefix").to_compile_error(),
        None if name == "node_ref" => quote! { .give_to(#value) },
        None => quote! { .attribute(#name, #value) },
    }
}

/// The type of the event that a handler gets.
fn event_type(event: &str) -> TokenStream {
    match event {
        "click" | "mousedown" => quote! { ::web_sys::MouseEvent },
        "keydown" => quote! { ::web_sys::KeyboardEvent },
        "submit" => quote! { ::web_sys::SubmitEvent },
        _ => quote! { ::web_sys::Event },
    }
}
