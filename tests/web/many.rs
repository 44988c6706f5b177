//! A combobox that takes several values: by keyboard, by mouse and by free text.

use pegboard::components::{ErrorLine, Many};
use pegboard::signals::*;
use pegboard::ui::ui;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::act::{count, press, submit, type_text, value};
use crate::listbox::groups;
use crate::page::{Page, attribute, description, focused, mount, name, text};
use crate::wait::{quiet, until};

struct Chooser {
    page: Page,
    values: RwSignal<Vec<String>>,
    /// How often something was changed.
    changes: RwSignal<usize>,
    errors: RwSignal<Vec<ErrorLine>>,
    caution: RwSignal<Option<String>>,
    submitted: RwSignal<usize>,
}

fn chooser(values: &[&str]) -> Chooser {
    let values: Vec<String> = values.iter().map(|&value| value.to_owned()).collect();
    let values = RwSignal::new(values);
    let (errors, caution) = (RwSignal::new(Vec::new()), RwSignal::new(None));
    let (changes, submitted) = (RwSignal::new(0), RwSignal::new(0));
    let on_change = Callback::new(move |all| {
        changes.update(|changes| *changes += 1);
        values.set(all);
    });
    let page = mount(move || {
        let submit = move |event: web_sys::SubmitEvent| {
            event.prevent_default();
            submitted.update(|submitted| *submitted += 1);
        };
        ui! {
            <form on:submit=submit>
                <Many
                    id="events"
                    label="Events"
                    help=Signal::stored("Choose or type.".to_owned())
                    groups=Signal::stored(groups())
                    values
                    errors
                    caution
                    on_change
                />
                <button type="button" id="after">"After"</button>
            </form>
        }
    });
    Chooser {
        page,
        values,
        changes,
        errors,
        caution,
        submitted,
    }
}

impl Chooser {
    fn field(&self) -> HtmlElement {
        self.page.field("Events")
    }

    fn is(&self, values: &[&str]) -> bool {
        self.values.with_untracked(|all| all == values) && self.page.texts(".chip code") == values
    }

    fn proposals(&self) -> Vec<String> {
        self.page.texts("[role=option] code")
    }

    fn chosen(&self) -> Vec<String> {
        self.page.texts("[role=option][aria-selected=true] code")
    }

    async fn open(&self) {
        self.field().focus().unwrap();
        self.field().click();
        until("the list", || self.page.has("[role=listbox]")).await;
    }

    fn option(&self, value: &str) -> HtmlElement {
        let mut options = self.page.all("[role=option]");
        options.retain(|option| text(option).ends_with(value));
        options.remove(0)
    }
}

#[wasm_bindgen_test]
async fn what_is_typed_is_taken_with_enter_and_the_form_is_not_sent() {
    let chooser = chooser(&[]);
    let field = chooser.field();
    assert!(!chooser.page.has(".chips"));
    type_text(&field, " warehouse/flooded ");
    assert!(press(&field, "Enter"), "Enter takes it and submits no form");
    until("it taken", || chooser.is(&["warehouse/flooded"])).await;
    assert_eq!(value(&field), "");
    type_text(&field, "order/created");
    press(&field, "Enter");
    until("a second one", || {
        chooser.is(&["warehouse/flooded", "order/created"])
    })
    .await;
    assert_eq!(chooser.submitted.get_untracked(), 0);
    // With nothing typed, Enter belongs to the form again.
    type_text(&field, "  ");
    assert!(!press(&field, "Enter"));
    assert_eq!(chooser.changes.get_untracked(), 2);
    submit(&field);
    assert_eq!(chooser.submitted.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn the_arrows_and_enter_pick_a_proposal_and_not_what_was_typed() {
    let chooser = chooser(&[]);
    let field = chooser.field();
    field.focus().unwrap();
    type_text(&field, "order");
    until("the narrowed list", || chooser.proposals().len() == 2).await;
    press(&field, "ArrowDown");
    press(&field, "ArrowDown");
    assert!(press(&field, "Enter"));
    until("the proposal", || chooser.is(&["order/updated"])).await;
    assert_eq!(value(&field), "");
    assert_eq!(chooser.changes.get_untracked(), 1, "it was taken once");
    until("the list closed", || !chooser.page.has("[role=listbox]")).await;
}

#[wasm_bindgen_test]
async fn a_click_takes_a_proposal_and_another_one_takes_it_back() {
    let chooser = chooser(&["order/created"]);
    chooser.open().await;
    assert_eq!(chooser.chosen(), ["order/created"]);
    chooser.option("shipment/created").click();
    until("both", || {
        chooser.is(&["order/created", "shipment/created"])
    })
    .await;
    chooser.open().await;
    assert_eq!(chooser.chosen(), ["order/created", "shipment/created"]);
    assert_eq!(
        chooser.proposals().len(),
        3,
        "what is chosen narrows nothing"
    );
    chooser.option("order/created").click();
    until("one", || chooser.is(&["shipment/created"])).await;
}

#[wasm_bindgen_test]
async fn a_chip_says_what_it_is_and_its_button_takes_it_back() {
    let chooser = chooser(&["order/created", "odd"]);
    assert_eq!(
        chooser.page.texts(".chip"),
        ["order/createdOrder created", "odd"]
    );
    let names: Vec<String> = chooser.page.all(".chip button").iter().map(name).collect();
    assert_eq!(names, ["Take back order/created", "Take back odd"]);
    chooser.page.button("Take back order/created").click();
    until("one less", || chooser.is(&["odd"])).await;
    until("the focus kept near", || focused() == chooser.field()).await;
    chooser.page.button("Take back odd").click();
    until("none", || chooser.is(&[])).await;
    assert!(!chooser.page.has(".chips"));
}

#[wasm_bindgen_test]
async fn leaving_the_field_keeps_what_was_typed() {
    let chooser = chooser(&["order/created"]);
    let field = chooser.field();
    field.focus().unwrap();
    type_text(&field, "warehouse/flooded");
    chooser.page.find("#after").focus().unwrap();
    until("it kept", || {
        chooser.is(&["order/created", "warehouse/flooded"])
    })
    .await;
    assert_eq!(value(&field), "");
    // Leaving it empty changes nothing.
    field.focus().unwrap();
    chooser.page.find("#after").focus().unwrap();
    quiet().await;
    assert_eq!(chooser.changes.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn what_is_chosen_already_is_not_chosen_twice() {
    let chooser = chooser(&["order/created"]);
    let field = chooser.field();
    field.focus().unwrap();
    type_text(&field, "order/created");
    press(&field, "Enter");
    until("the field empty", || value(&field).is_empty()).await;
    assert!(chooser.is(&["order/created"]));
    assert_eq!(chooser.changes.get_untracked(), 0);
}

#[wasm_bindgen_test]
async fn what_is_set_from_elsewhere_is_shown() {
    let chooser = chooser(&["order/created"]);
    chooser
        .values
        .set(vec!["shipment/created".to_owned(), "a".to_owned()]);
    until("the others", || chooser.is(&["shipment/created", "a"])).await;
}

#[wasm_bindgen_test]
async fn help_caution_and_problems_describe_the_field() {
    let chooser = chooser(&[]);
    let field = chooser.field();
    assert_eq!(description(&field), "Choose or type.");
    assert_eq!(attribute(&field, "aria-invalid"), None);
    chooser.caution.set(Some("Check the spelling.".to_owned()));
    until("the caution", || {
        description(&field).contains("Check the spelling.")
    })
    .await;
    chooser.errors.set(vec![ErrorLine::plain("Choose one.")]);
    until("the problem", || {
        description(&field).contains("Choose one.")
    })
    .await;
    assert_eq!(attribute(&field, "aria-invalid").as_deref(), Some("true"));
    assert_eq!(attribute(&field, "role").as_deref(), Some("combobox"));
}

/// The browser says that a field was left when it is taken out of the page with the focus in it, as with its dialog.
#[wasm_bindgen_test]
async fn a_field_that_goes_with_the_focus_in_it_takes_nothing_down() {
    let faults = count(window().unchecked_ref(), "error");
    let chooser = chooser(&[]);
    chooser.field().focus().unwrap();
    type_text(&chooser.field(), "half");
    let values = chooser.values;
    drop(chooser);
    quiet().await;
    assert_eq!(faults.get_untracked(), 0);
    assert!(values.with_untracked(Vec::is_empty));
}
