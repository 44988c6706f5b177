//! Components: functions made by Leptos' `#[component]`, called with their properties.

use proc_macro2::TokenStream;
use quote::quote;
use rstml::Infallible;
use rstml::node::{NodeAttribute, NodeElement};
use syn::{Error, Ident};

use crate::fragment;

pub fn is_component(it: &NodeElement<Infallible>) -> bool {
    it.name()
        .to_string()
        .starts_with(|letter: char| letter.is_ascii_uppercase())
}

pub fn component(it: &NodeElement<Infallible>) -> TokenStream {
    let name = it.name();
    let mut properties = Vec::new();
    let mut argument: Option<Ident> = None;
    for attribute in it.attributes() {
        match attribute {
            NodeAttribute::Attribute(attribute) => {
                let key = attribute.key.to_string().replace(' ', "");
                if let Some(variable) = key.strip_prefix("let:") {
                    argument = Some(Ident::new(variable, name_span(it)));
                    continue;
                }
                let key = &attribute.key;
                let value = attribute
                    .value()
                    .map_or_else(|| quote! { #key }, |value| quote! { #value });
                properties.push(quote! { .#key(#value) });
            }
            NodeAttribute::Block(block) => {
                return Error::new_spanned(block, "properties cannot be spread").to_compile_error();
            }
        }
    }
    if !it.children.is_empty() {
        let children = fragment(&it.children);
        let children = match argument {
            Some(argument) => quote! { ::pegboard::ui::Build::new(move |#argument| #children) },
            None => quote! { ::core::convert::Into::into(move || #children) },
        };
        properties.push(quote! { .children(#children) });
    }
    quote! {
        ::leptos::component::component_view(
            #[allow(clippy::needless_borrows_for_generic_args)]
            &#name,
            ::leptos::component::component_props_builder(&#name)#(#properties)*.build()
        )
    }
}

fn name_span(it: &NodeElement<Infallible>) -> proc_macro2::Span {
    use syn::spanned::Spanned as _;
    it.name().span()
}
