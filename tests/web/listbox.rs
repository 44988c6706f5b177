//! A combobox over a few events, and what is seen of its list.

use pegboard::components::{Choice, ChoiceGroup, Combobox, ErrorLine};
use pegboard::signals::*;
use pegboard::ui::ui;
use web_sys::HtmlElement;

use crate::page::{Page, attribute, mount, name, text};

/// The combobox with everything that it is given and gives.
pub struct Picker {
    pub page: Page,
    pub value: RwSignal<String>,
    pub errors: RwSignal<Vec<ErrorLine>>,
    pub caution: RwSignal<Option<String>>,
}

pub fn groups() -> Vec<ChoiceGroup> {
    let choice = |(label, value): &(&str, &str)| Choice {
        label: (*label).to_owned(),
        value: (*value).to_owned(),
    };
    let group = |title: &str, choices: &[(&str, &str)]| ChoiceGroup {
        title: title.to_owned(),
        choices: choices.iter().map(choice).collect(),
    };
    vec![
        group(
            "Order",
            &[
                ("Order created", "order/created"),
                ("Order updated", "order/updated"),
            ],
        ),
        group("Shipment", &[("Shipment created", "shipment/created")]),
    ]
}

pub fn picker(value: &str) -> Picker {
    let value = RwSignal::new(value.to_owned());
    let (errors, caution) = (RwSignal::new(Vec::new()), RwSignal::new(None));
    let on_input = Callback::new(move |text| value.set(text));
    let page = mount(move || {
        ui! {
            <Combobox
                id="event"
                label="Event"
                help=Signal::stored("Choose or type.".to_owned())
                groups=Signal::stored(groups())
                value
                errors
                no_match="Nothing fits."
                caution
                on_input
            />
            <button type="button" id="after">"After"</button>
        }
    });
    Picker {
        page,
        value,
        errors,
        caution,
    }
}

impl Picker {
    pub fn field(&self) -> HtmlElement {
        self.page.field("Event")
    }

    pub fn is_open(&self) -> bool {
        let expanded = attribute(&self.field(), "aria-expanded").as_deref() == Some("true");
        assert_eq!(expanded, self.page.has("[role=listbox]"));
        expanded
    }

    /// The technical names of the proposals in sight.
    pub fn proposals(&self) -> Vec<String> {
        self.page.texts("[role=option] code")
    }

    pub fn group_names(&self) -> Vec<String> {
        self.page
            .all("[role=listbox] [role=group]")
            .iter()
            .map(name)
            .collect()
    }

    /// The proposal that the keyboard is at, by both of its marks.
    pub fn active(&self) -> Option<String> {
        let marked = self.page.all("[role=option][data-active=true]");
        let id = attribute(&self.field(), "aria-activedescendant");
        assert_eq!(marked.first().map(|option| option.id()), id);
        marked
            .first()
            .map(|option| text(&self.page.find(&format!("[id='{}'] code", option.id()))))
    }

    /// The proposals that are marked as chosen.
    pub fn chosen(&self) -> Vec<String> {
        self.page.texts("[role=option][aria-selected=true] code")
    }

    pub fn option(&self, value: &str) -> HtmlElement {
        let mut options = self.page.all("[role=option]");
        options.retain(|option| text(option).ends_with(value));
        options.remove(0)
    }

    /// How many there are, as it is read out.
    pub fn count(&self) -> String {
        self.page.texts("[role=status]").join("")
    }
}
