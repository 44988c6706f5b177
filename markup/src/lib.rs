//! `ui!`: the syntax of Leptos' `view!`, turned into calls that build elements one by one.
//!
//! Leptos' own macro gives every element a type of its own, made of the types of its attributes and children, and the
//! compiler writes the code that builds, changes and removes it anew for each of them. Measured on this console, that
//! code was more than half of the module (README, "Size"). Here every element has the same type, `pegboard::ui::Html`,
//! and nothing is ever built from a string of HTML, which our Trusted Types policy forbids.
#![forbid(unsafe_code)]

mod component;
mod element;

use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::{Node, NodeText};
use rstml::{Parser, ParserConfig};

/// Builds a `pegboard::ui::Html` from markup.
///
/// Elements are written as in HTML. An attribute's value is an expression; a closure makes it follow its signals.
/// `on:name` takes a handler, `prop:name` sets a property, `style:name` a property of the element's style, `node_ref`
/// gives the element away. A name in capitals is a component; its attributes are its properties.
#[proc_macro]
pub fn ui(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let parser = Parser::new(ParserConfig::default().recover_block(true));
    let (nodes, problems) = parser.parse_recoverable(tokens).split_vec();
    let problems = problems
        .into_iter()
        .map(|problem| problem.emit_as_expr_tokens());
    let built = match nodes.as_slice() {
        [one] => node(one),
        several => fragment(several),
    };
    quote! {{ #[allow(unused_braces)] { #(#problems;)* #built } }}.into()
}

/// One node as an expression that is an `Html`.
fn node(it: &Node) -> TokenStream {
    match it {
        Node::Element(element) if component::is_component(element) => component::component(element),
        Node::Element(element) => element::element(element),
        _ => {
            let child = child(it);
            quote! { ::pegboard::ui::Html::from_child(#child) }
        }
    }
}

/// Several nodes as one `Html`.
fn fragment(nodes: &[Node]) -> TokenStream {
    let children = nodes.iter().map(child);
    quote! { ::pegboard::ui::Html::fragment()#(.child(#children))* }
}

/// One node as something that can become a child.
fn child(it: &Node) -> TokenStream {
    match it {
        Node::Element(_) => node(it),
        Node::Fragment(it) => fragment(&it.children),
        Node::Block(block) => quote! { #block },
        Node::Text(NodeText { value }) => quote! { #value },
        Node::RawText(text) => {
            let text = text.to_string_best();
            quote! { #text }
        }
        Node::Comment(_) | Node::Doctype(_) | Node::Custom(_) => quote! { () },
    }
}
