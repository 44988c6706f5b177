//! The field for a token: masked until it is shown on purpose, and never part of the page's source.

use pegboard::components::{ErrorLine, SecretField};
use pegboard::signals::*;
use pegboard::ui::ui;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{type_text, value};
use crate::page::{Page, attribute, description, mount};
use crate::wait::until;

fn secret(token: RwSignal<String>, errors: RwSignal<Vec<ErrorLine>>) -> Page {
    let on_input = Callback::new(move |text| token.set(text));
    mount(move || {
        ui! {
            <SecretField id="token" label="Access token" help="Stays here." value=token errors on_input />
        }
    })
}

fn kind(page: &Page) -> String {
    attribute(&page.field("Access token"), "type").unwrap()
}

#[wasm_bindgen_test]
async fn it_is_masked_until_it_is_shown_on_purpose() {
    let token = RwSignal::new(String::new());
    let page = secret(token, RwSignal::new(Vec::new()));
    assert_eq!(kind(&page), "password");
    type_text(&page.field("Access token"), "s3cret");
    assert_eq!(token.get_untracked(), "s3cret");
    page.button("Show token").click();
    until("the token in sight", || kind(&page) == "text").await;
    assert_eq!(value(&page.field("Access token")), "s3cret");
    page.button("Hide token").click();
    until("the token masked", || kind(&page) == "password").await;
    assert_eq!(page.buttons("Show token").len(), 1);
}

#[wasm_bindgen_test]
async fn its_value_is_in_no_attribute_and_in_no_text() {
    let token = RwSignal::new("s3cret".to_owned());
    let page = secret(token, RwSignal::new(Vec::new()));
    until("the value", || {
        value(&page.field("Access token")) == "s3cret"
    })
    .await;
    page.button("Show token").click();
    until("the token in sight", || kind(&page) == "text").await;
    assert!(!page.root().outer_html().contains("s3cret"));
}

#[wasm_bindgen_test]
async fn it_suits_password_managers_and_describes_its_problems() {
    let errors = RwSignal::new(Vec::new());
    let page = secret(RwSignal::new(String::new()), errors);
    let field = page.field("Access token");
    assert_eq!(
        attribute(&field, "autocomplete").as_deref(),
        Some("current-password")
    );
    assert_eq!(attribute(&field, "spellcheck").as_deref(), Some("false"));
    assert_eq!(description(&field), "Stays here.");
    assert_eq!(attribute(&field, "aria-invalid"), None);
    errors.set(vec![ErrorLine::plain("Paste the token.")]);
    until("the problem", || {
        description(&field) == "Stays here. Paste the token."
    })
    .await;
    assert_eq!(attribute(&field, "aria-invalid").as_deref(), Some("true"));
}
