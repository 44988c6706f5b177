//! What a person does to an element.

use pegboard::signals::*;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Event, EventInit, HtmlElement, KeyboardEvent, KeyboardEventInit};

/// Puts a text into a field, as typing or pasting does.
pub fn type_text(field: &HtmlElement, text: &str) {
    set_value(field, text);
    send(field, "input");
}

/// Sets what a field shows, without telling anybody.
pub fn set_value(field: &HtmlElement, text: &str) {
    js_sys::Reflect::set(field, &JsValue::from_str("value"), &JsValue::from_str(text)).unwrap();
}

/// What a field shows.
pub fn value(field: &HtmlElement) -> String {
    property(field, "value").as_string().unwrap()
}

pub fn property(element: &HtmlElement, name: &str) -> JsValue {
    js_sys::Reflect::get(element, &JsValue::from_str(name)).unwrap()
}

pub fn is_true(element: &HtmlElement, name: &str) -> bool {
    property(element, name).as_bool().unwrap()
}

/// Sends an event that bubbles and can be cancelled; tells whether somebody cancelled it.
pub fn send(element: &HtmlElement, name: &str) -> bool {
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = Event::new_with_event_init_dict(name, &init).unwrap();
    !element.dispatch_event(&event).unwrap()
}

/// Presses a key; tells whether somebody kept the browser from acting on it.
pub fn press(element: &HtmlElement, key: &str) -> bool {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_key(key);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    !element.dispatch_event(&event).unwrap()
}

/// Closes a modal dialog as Esc does: the browser asks it, then closes it.
pub fn escape(dialog: &HtmlElement) {
    let close: js_sys::Function = property(dialog, "requestClose").unchecked_into();
    close.call0(dialog).unwrap();
}

/// Submits the form that an element belongs to, as pressing Enter in a field does.
pub fn submit(field: &HtmlElement) {
    let form: web_sys::HtmlFormElement = property(field, "form").unchecked_into();
    form.request_submit().unwrap();
}

/// Counts how often an event reaches an element.
pub fn count(element: &HtmlElement, name: &str) -> RwSignal<usize> {
    let seen = RwSignal::new(0);
    let listener = wasm_bindgen::closure::Closure::<dyn FnMut()>::new(move || {
        seen.update(|seen| *seen += 1);
    });
    let listener = listener.into_js_value();
    element
        .add_event_listener_with_callback(name, listener.unchecked_ref())
        .unwrap();
    seen
}
