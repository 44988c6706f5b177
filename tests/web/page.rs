//! A view in the page, found by what a person or a screen reader finds it by.

use leptos::prelude::document;
use pegboard::ui::{Html, Mounted};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// A view on an element of its own. Both leave the page when this is dropped.
pub struct Page {
    root: HtmlElement,
    mounted: Option<Mounted>,
}

/// Builds the view under an owner of its own.
pub fn mount(build: impl FnOnce() -> Html) -> Page {
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    root.set_attribute("data-page-of-test", "").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    let mounted = Some(pegboard::ui::mount(&root, build));
    Page { root, mounted }
}

impl Drop for Page {
    fn drop(&mut self) {
        drop(self.mounted.take());
        self.root.remove();
    }
}

/// What the name of an element is made of: a label of its own, the elements that label it, or its text.
pub fn name(element: &HtmlElement) -> String {
    if let Some(label) = element.get_attribute("aria-label") {
        return label;
    }
    if let Some(ids) = element.get_attribute("aria-labelledby") {
        return texts_of(element, &ids);
    }
    text(element)
}

/// The text of the elements with these ids, as a description is read out.
pub fn description(element: &HtmlElement) -> String {
    let ids = element
        .get_attribute("aria-describedby")
        .unwrap_or_default();
    texts_of(element, &ids)
}

/// The texts of the elements with these ids, in the page of this element.
fn texts_of(element: &HtmlElement, ids: &str) -> String {
    let page = element.closest("[data-page-of-test]").unwrap().unwrap();
    let text_of = |id: &str| {
        let other = page.query_selector(&format!("[id='{id}']")).unwrap();
        other.map(|other| text(other.unchecked_ref()))
    };
    let texts = ids
        .split(' ')
        .filter_map(text_of)
        .filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join(" ")
}

/// The text without the white space around it.
pub fn text(element: &HtmlElement) -> String {
    element.text_content().unwrap_or_default().trim().to_owned()
}

pub fn attribute(element: &HtmlElement, name: &str) -> Option<String> {
    element.get_attribute(name)
}

/// The element that has the focus.
pub fn focused() -> HtmlElement {
    document().active_element().unwrap().unchecked_into()
}

impl Page {
    pub fn root(&self) -> &HtmlElement {
        &self.root
    }

    /// Every element that fits the selector, in the order of the page.
    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let list = self.root.query_selector_all(selector).unwrap();
        (0..list.length())
            .map(|at| list.item(at).unwrap().unchecked_into())
            .collect()
    }

    pub fn has(&self, selector: &str) -> bool {
        !self.all(selector).is_empty()
    }

    /// The one element that fits the selector.
    #[track_caller]
    pub fn find(&self, selector: &str) -> HtmlElement {
        let mut all = self.all(selector);
        assert_eq!(all.len(), 1, "{selector} in {}", self.root.inner_html());
        all.remove(0)
    }

    /// The one button with this name.
    #[track_caller]
    pub fn button(&self, wanted: &str) -> HtmlElement {
        let mut all = self.buttons(wanted);
        assert_eq!(
            all.len(),
            1,
            "button {wanted} in {}",
            self.root.inner_html()
        );
        all.remove(0)
    }

    pub fn has_button(&self, wanted: &str) -> bool {
        !self.buttons(wanted).is_empty()
    }

    /// The names of all that fits the selector.
    pub fn names(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(name).collect()
    }

    pub fn buttons(&self, wanted: &str) -> Vec<HtmlElement> {
        let mut all = self.all("button");
        all.retain(|button| name(button) == wanted);
        all
    }

    /// The one field whose label has exactly this text.
    #[track_caller]
    pub fn field(&self, label: &str) -> HtmlElement {
        let mut all = self.all("label[for]");
        all.retain(|it| text(it) == label);
        assert_eq!(all.len(), 1, "label {label} in {}", self.root.inner_html());
        let id = all.remove(0).get_attribute("for").unwrap();
        self.find(&format!("[id='{id}']"))
    }

    pub fn has_field(&self, label: &str) -> bool {
        self.all("label[for]").iter().any(|it| text(it) == label)
    }

    /// The text of everything that fits the selector.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(text).collect()
    }

    /// All text of the view.
    pub fn text(&self) -> String {
        text(&self.root)
    }
}
