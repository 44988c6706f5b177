//! A choice of a few, all in sight.

use pegboard::components::{RadioGroup, RadioOption};
use pegboard::signals::*;
use pegboard::ui::ui;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::is_true;
use crate::page::{Page, mount, name};
use crate::wait::until;

fn options() -> Vec<RadioOption<u8>> {
    let option = |value, label| RadioOption { value, label };
    vec![
        option(1, "HappyColis"),
        option(2, "ikas"),
        option(3, "Sentera"),
    ]
}

fn group(chosen: RwSignal<u8>) -> Page {
    let on_change = Callback::new(move |value| chosen.set(value));
    mount(move || {
        ui! { <RadioGroup name="platform" legend="Platform" options=options() value=chosen on_change /> }
    })
}

fn checked(page: &Page) -> Vec<String> {
    let mut radios = page.all("input[type=radio]");
    radios.retain(|radio| is_true(radio, "checked"));
    radios.iter().map(name).collect()
}

#[wasm_bindgen_test]
async fn a_choice_is_named_and_taken_by_a_click() {
    let chosen = RwSignal::new(1);
    let page = group(chosen);
    assert_eq!(name(&page.find("[role=radiogroup]")), "Platform");
    let names: Vec<String> = page.all("input[type=radio]").iter().map(name).collect();
    assert_eq!(names, ["HappyColis", "ikas", "Sentera"]);
    assert_eq!(checked(&page), ["HappyColis"]);
    page.find("input[aria-label=Sentera]").click();
    assert_eq!(chosen.get_untracked(), 3);
    assert_eq!(checked(&page), ["Sentera"]);
}

#[wasm_bindgen_test]
async fn a_choice_made_elsewhere_is_shown() {
    let chosen = RwSignal::new(1);
    let page = group(chosen);
    chosen.set(3);
    until("the other choice", || checked(&page) == ["Sentera"]).await;
}
