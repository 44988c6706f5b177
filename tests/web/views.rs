//! What `ui!` builds: elements that follow signals, lists that keep theirs, and nothing left behind.

use pegboard::signals::*;
use pegboard::ui::{Each, Html, Show, ui};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::act::{type_text, value};
use crate::page::{Page, attribute, focused, mount};
use crate::wait::{quiet, until};

fn list(items: RwSignal<Vec<&'static str>>, gone: RwSignal<Vec<&'static str>>) -> Page {
    let item = move |name: &'static str| -> Html {
        on_cleanup(move || gone.update(|gone| gone.push(name)));
        ui! { <input id=name.to_owned() /> <span>{name}</span> }
    };
    mount(move || {
        ui! {
            <div id="list">
                <i>"before"</i>
                <Each each=move || items.get() key=|name: &&'static str| (*name).to_owned() let:name>{item(name)}</Each>
                <i>"after"</i>
            </div>
        }
    })
}

#[wasm_bindgen_test]
async fn a_list_keeps_the_elements_of_what_stays() {
    let items = RwSignal::new(vec!["a", "b", "c"]);
    let gone = RwSignal::new(Vec::new());
    let page = list(items, gone);
    let names = || page.texts("#list > span");
    assert_eq!(names(), ["a", "b", "c"]);
    let b: HtmlInputElement = page.find("#b").unchecked_into();
    type_text(&b, "typed");
    for (wanted, lost) in [
        (vec!["c", "b", "a"], vec![]),
        (vec!["b", "c", "a", "d"], vec![]),
        (vec!["d", "b"], vec!["a", "c"]),
        (vec!["b", "e", "d"], vec![]),
        (vec!["b"], vec!["d", "e"]),
    ] {
        gone.set(Vec::new());
        items.set(wanted.clone());
        until("the new order", || names() == wanted).await;
        let mut left = gone.get_untracked();
        left.sort_unstable();
        assert_eq!(left, lost);
        assert_eq!(page.texts("#list > i"), ["before", "after"]);
        assert_eq!(
            page.find("#list").first_element_child().unwrap().tag_name(),
            "I"
        );
        assert_eq!(
            (page.find("#b"), value(&b)),
            (b.clone().into(), "typed".to_owned())
        );
    }
    b.focus().unwrap();
    items.set(vec!["a", "b"]);
    until("a neighbour before it", || names() == ["a", "b"]).await;
    assert_eq!(
        focused().id(),
        "b",
        "what stays where it is keeps the focus"
    );
    items.set(Vec::new());
    until("nothing", || names().is_empty()).await;
    items.set(vec!["z"]);
    until("a beginning", || names() == ["z"]).await;
}

#[wasm_bindgen_test]
async fn taking_a_view_away_ends_all_that_it_followed() {
    let (items, gone) = (RwSignal::new(vec!["a"]), RwSignal::new(Vec::new()));
    let built = StoredValue::new(0);
    let page = list(items, gone);
    let counter = mount(move || {
        let shown = move || {
            built.update_value(|built| *built += 1);
            items.get().len().to_string()
        };
        ui! { <b>{shown}</b> }
    });
    drop(page);
    drop(counter);
    assert_eq!(gone.get_untracked(), ["a"]);
    let before = built.get_value();
    items.set(vec!["b", "c"]);
    quiet().await;
    assert_eq!(
        (built.get_value(), gone.get_untracked()),
        (before, vec!["a"])
    );
}

#[wasm_bindgen_test]
async fn something_is_shown_while_it_is_wanted_and_else_its_fallback() {
    let number = RwSignal::new(1);
    let gone = RwSignal::new(0);
    let page = mount(move || {
        let fallback = || ui! { <b>"small"</b> };
        ui! {
            <Show when=move || { number.get() > 5 } fallback=fallback>
                {on_cleanup(move || gone.update(|gone| *gone += 1))}
                <i>"large"</i>
            </Show>
            <p>"end"</p>
        }
    });
    assert_eq!(
        (page.texts("b"), page.texts("i")),
        (vec!["small".to_owned()], vec![])
    );
    number.set(9);
    until("the other", || {
        page.texts("i") == ["large"] && !page.has("b")
    })
    .await;
    let element = page.find("i");
    number.set(10);
    quiet().await;
    assert_eq!(
        page.find("i"),
        element,
        "the same answer builds nothing anew"
    );
    number.set(0);
    until("the first", || {
        page.texts("b") == ["small"] && !page.has("i")
    })
    .await;
    assert_eq!(gone.get_untracked(), 1);
    assert_eq!(page.text(), "smallend");
}

#[wasm_bindgen_test]
async fn attributes_and_properties_follow_their_signals() {
    let text = RwSignal::new(Some("one".to_owned()));
    let page = mount(move || {
        ui! {
            <input
                title=move || text.get()
                disabled=move || text.with(Option::is_none)
                style:--left=move || text.with(|text| text.is_some().then_some("4px"))
                prop:value=move || text.get().unwrap_or_default()
            />
        }
    });
    let field: HtmlInputElement = page.find("input").unchecked_into();
    let left = || {
        HtmlElement::style(&field)
            .get_property_value("--left")
            .unwrap()
    };
    assert_eq!(attribute(&field, "title").as_deref(), Some("one"));
    assert_eq!(
        (field.disabled(), left().as_str(), field.value()),
        (false, "4px", "one".to_owned())
    );
    text.set(None);
    until("the other", || field.disabled()).await;
    assert_eq!(
        (attribute(&field, "title"), left().as_str(), field.value()),
        (None, "", String::new())
    );
    text.set(Some("<b>two</b>".to_owned()));
    until("text and no markup", || field.value() == "<b>two</b>").await;
    assert_eq!(attribute(&field, "title").as_deref(), Some("<b>two</b>"));
    // A value that is there already is not written again: that would move the cursor.
    field.set_selection_range(2, 2).unwrap();
    text.set(Some("<b>two</b>".to_owned()));
    quiet().await;
    assert_eq!(field.selection_start(), Ok(Some(2)));
}

#[wasm_bindgen_test]
fn a_text_is_never_read_as_markup() {
    let page = mount(|| {
        let text = "<img src=x onerror=alert(1)>".to_owned();
        ui! { <p>{text.clone()} {move || text.clone()}</p> }
    });
    assert!(!page.has("img"));
    assert_eq!(page.texts("p")[0].matches("<img").count(), 2);
}
