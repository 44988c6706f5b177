//! Values of attributes and properties, fixed or following signals.

use crate::signals::*;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlElement, Node};

use super::follow;

/// Where a value goes.
#[derive(Clone, Copy)]
pub enum Place {
    Attribute(&'static str),
    Style(&'static str),
}

/// A value of an attribute. `None` and `false` leave it out; `true` gives it without a value.
pub trait IntoAttribute {
    fn set(self, element: &Element, place: Place);
}

/// What a value is in text.
pub trait AttributeText {
    fn text(self) -> Option<String>;
}

impl AttributeText for &'static str {
    fn text(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl AttributeText for String {
    fn text(self) -> Option<String> {
        Some(self)
    }
}

impl AttributeText for bool {
    fn text(self) -> Option<String> {
        self.then(String::new)
    }
}

impl AttributeText for usize {
    fn text(self) -> Option<String> {
        Some(self.to_string())
    }
}

impl<T: AttributeText> AttributeText for Option<T> {
    fn text(self) -> Option<String> {
        self.and_then(AttributeText::text)
    }
}

macro_rules! fixed {
    ($($kind:ty),*) => {
        $(impl IntoAttribute for $kind {
            fn set(self, element: &Element, place: Place) {
                write(element, place, self.text().as_deref());
            }
        })*
    };
}

fixed!(
    &'static str,
    String,
    bool,
    Option<&'static str>,
    Option<String>
);

impl<T: AttributeText, F: Fn() -> T + 'static> IntoAttribute for F {
    fn set(self, element: &Element, place: Place) {
        let element = element.clone();
        follow_text(element, place, Box::new(move |()| self().text()));
    }
}

fn follow_text(element: Element, place: Place, text: Box<dyn Call<(), Option<String>>>) {
    follow(Box::new(move |()| {
        write(&element, place, text.call(()).as_deref())
    }));
}

/// The browser refuses no name and no value of ours; if it did, the attribute would be as if it were left out.
fn write(element: &Element, place: Place, value: Option<&str>) {
    let _ = match (place, value) {
        (Place::Attribute(name), Some(value)) => element.set_attribute(name, value),
        (Place::Attribute(name), None) => element.remove_attribute(name),
        (Place::Style(name), value) => element
            .unchecked_ref::<HtmlElement>()
            .style()
            .set_property(name, value.unwrap_or_default()),
    };
}

/// A value of a property: a text or a yes or no.
pub trait IntoProperty {
    fn set(self, node: &Node, name: &'static str);
}

impl<T: Into<JsValue>, F: Fn() -> T + 'static> IntoProperty for F {
    fn set(self, node: &Node, name: &'static str) {
        let node = node.clone();
        follow_value(node, name, Box::new(move |()| self().into()));
    }
}

fn follow_value(node: Node, name: &'static str, value: Box<dyn Call<(), JsValue>>) {
    let name = JsValue::from_str(name);
    follow(Box::new(move |()| {
        let value = value.call(());
        // Writing a value that is there already would move the cursor of a field.
        if js_sys::Reflect::get(&node, &name).as_ref() != Ok(&value) {
            let _ = js_sys::Reflect::set(&node, &name, &value);
        }
    }));
}

impl IntoAttribute for Signal<Option<&'static str>> {
    fn set(self, element: &Element, place: Place) {
        IntoAttribute::set(move || self.get(), element, place);
    }
}
