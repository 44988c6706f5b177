//! One type for every element, text and group of them.

use crate::signals::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::convert::FromWasmAbi;
use web_sys::{Document, Element, HtmlElement, Node};

use super::attribute;
use super::{Child, IntoAttribute, IntoProperty};

/// A node of the page, or several of them in a fragment. What it follows lives as long as the owner it was built under.
#[derive(Clone)]
pub struct Html {
    node: Node,
}

/// The element that is marked with it, once it is built.
pub type ElementRef = RwSignal<Option<SendWrapper<HtmlElement>>>;

const SVG: &str = "http://www.w3.org/2000/svg";

impl Html {
    /// An empty group.
    pub fn fragment() -> Self {
        Self {
            node: page().create_document_fragment().into(),
        }
    }

    /// An element of HTML.
    pub fn element(name: &str) -> Self {
        Self::made(page().create_element(name).ok())
    }

    /// An element of SVG.
    pub fn svg(name: &str) -> Self {
        Self::made(page().create_element_ns(Some(SVG), name).ok())
    }

    /// Names come from the program's own markup, so the browser refuses none; an empty group stands in for one.
    fn made(element: Option<Element>) -> Self {
        element.map_or_else(Self::fragment, |element| Self {
            node: element.into(),
        })
    }

    pub fn text(text: &str) -> Self {
        Self {
            node: page().create_text_node(text).into(),
        }
    }

    pub(super) fn of(node: Node) -> Self {
        Self { node }
    }

    /// Takes the node out of the page.
    pub(super) fn detach(&self) {
        if let Some(parent) = self.node.parent_node() {
            // The parent has it, so it can give it away.
            let _ = parent.remove_child(&self.node);
        }
    }

    /// A place in the page that shows nothing.
    pub(super) fn place() -> Self {
        Self {
            node: page().create_comment("").into(),
        }
    }

    pub fn from_child(child: impl Child) -> Self {
        let group = Self::fragment();
        child.put(&group.node);
        group
    }

    pub fn node(&self) -> &Node {
        &self.node
    }

    #[must_use]
    pub fn child(self, child: impl Child) -> Self {
        child.put(&self.node);
        self
    }

    #[must_use]
    pub fn attribute(self, name: &'static str, value: impl IntoAttribute) -> Self {
        value.set(self.node.unchecked_ref(), attribute::Place::Attribute(name));
        self
    }

    /// A property of the element's style. It goes through the style object, which `style-src 'self'` allows.
    #[must_use]
    pub fn style(self, name: &'static str, value: impl IntoAttribute) -> Self {
        value.set(self.node.unchecked_ref(), attribute::Place::Style(name));
        self
    }

    /// A property of the element, such as the value of a field, which never shows in the page's source.
    #[must_use]
    pub fn property(self, name: &'static str, value: impl IntoProperty) -> Self {
        value.set(&self.node, name);
        self
    }

    /// Calls a handler for every event of the name; both are gone with the element.
    #[must_use]
    pub fn on<E: FromWasmAbi + 'static>(
        self,
        name: &str,
        handler: impl FnMut(E) + 'static,
    ) -> Self {
        listen(&self.node, name, Box::new(handler));
        self
    }

    /// Lets a signal hold the element.
    #[must_use]
    pub fn give_to(self, element: ElementRef) -> Self {
        element.set(Some(SendWrapper::new(self.node.clone().unchecked_into())));
        self
    }
}

/// The handler belongs to the browser from here on, which drops it with the element.
fn listen<E: FromWasmAbi + 'static>(node: &Node, name: &str, mut handler: Box<dyn CallMut<E, ()>>) {
    let handler: Box<dyn FnMut(E)> = Box::new(move |event| handler.call_mut(event));
    let handler = Closure::wrap(handler).into_js_value();
    // Fails for no name and no function.
    let _ = node.add_event_listener_with_callback(name, handler.unchecked_ref());
}

fn page() -> Document {
    document()
}
