//! What is wrong with a field, at the field, with the click that mends it.

use pegboard::components::{ErrorLine, ErrorLines};
use pegboard::signals::*;
use pegboard::ui::ui;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{mount, text};
use crate::wait::until;

fn with_fix(sentence: &str, label: &str, replacement: &str) -> ErrorLine {
    let fix = Some((label.to_owned(), replacement.to_owned()));
    ErrorLine {
        fix,
        ..ErrorLine::plain(sentence)
    }
}

#[wasm_bindgen_test]
async fn every_problem_is_shown_and_a_fix_is_handed_on() {
    let errors = RwSignal::new(vec![
        ErrorLine::plain("Too long."),
        with_fix(
            "Not secure.",
            "Use https://a.example/",
            "https://a.example/",
        ),
        with_fix("With white space.", "Use b", "b"),
    ]);
    let fixed = RwSignal::new(Vec::new());
    let on_fix = Callback::new(move |text: String| fixed.update(|fixed| fixed.push(text)));
    let page = mount(move || ui! { <ErrorLines id="endpoint-errors" errors on_fix /> });

    let lines = page.all("#endpoint-errors .error");
    assert_eq!(lines.len(), 3);
    assert_eq!(text(&lines[0]), "Too long.");
    assert!(text(&lines[1]).starts_with("Not secure."));
    page.button("Use b").click();
    page.button("Use https://a.example/").click();
    assert_eq!(fixed.get_untracked(), ["b", "https://a.example/"]);

    // The element stays, empty, because the field's description names it.
    errors.set(Vec::new());
    until("no problem", || !page.has(".error")).await;
    assert_eq!(page.text(), "");
    assert!(page.has("#endpoint-errors"));
}
