//! Events and endpoint.

use crate::signals::*;

use super::errors::{at_endpoint, at_event, problems};
use crate::components::{Choice, ChoiceGroup, Combobox, Many, TextField};
use crate::platform::{self, EventGroup, Overlap};
use crate::state::board::{Editor, Live, Purpose};
use crate::subscription::{Connection, Platform};
use crate::text::{editor as words, event};
use crate::ui::{Html, Show, ui};
use crate::validation::{EventRule, endpoint};

use super::board;

pub fn platform_of(editor: Editor) -> Platform {
    editor.live.get().connection.with(Connection::platform)
}

fn documented(live: Live) -> Vec<EventGroup> {
    live.connection.with(|connection| {
        live.learned
            .with(|learned| platform::events(&connection.access, learned))
    })
}

pub fn choices(group: &EventGroup) -> ChoiceGroup {
    let choice = |it: &String| Choice {
        label: event::label(it),
        value: it.clone(),
    };
    ChoiceGroup {
        title: event::group(group),
        choices: group.events.iter().map(choice).collect(),
    }
}

/// One event or several, as the platform takes them; several connections can differ in it.
#[component]
pub fn EventField(editor: Editor) -> Html {
    let known = Memo::new(move |_| documented(editor.live.get()));
    let groups =
        Memo::new(move |_| known.with(|known| known.iter().map(choices).collect::<Vec<_>>()));
    let events = Signal::derive(move || editor.draft.with(|draft| draft.events.clone()));
    let several = Memo::new(move |_| editor.rules().events == EventRule::Several);
    let errors = Signal::derive(move || at_event(&problems(editor)));
    let help = Signal::derive(move || words::event_help(platform_of(editor)).to_owned());
    let caution = Signal::derive(move || {
        let is_known = |event: &String| {
            known.with(|known| known.iter().any(|group| group.events.contains(event)))
        };
        let unknown = events.with(|events| events.iter().any(|event| !is_known(event)));
        unknown.then(|| event::unknown(platform_of(editor)))
    });
    let take = Callback::new(move |events: Vec<String>| {
        editor.draft.update(|draft| draft.events = events);
    });
    let typed = Callback::new(move |text: String| {
        take.run(if text.is_empty() {
            Vec::new()
        } else {
            vec![text]
        });
    });
    ui! {
        <Show when=move || several.get() fallback=move || ui! {
            <Combobox
                id="event"
                label=words::EVENT
                help
                groups
                value=Signal::derive(move || editor.event())
                errors
                no_match=event::NO_MATCH
                caution
                on_input=typed
            />
        }>
            <Many id="event" label=words::EVENTS help groups values=events errors caution on_change=take />
        </Show>
        <Taken editor />
    }
}

/// What is on the wall for these events already, and what that means on this platform.
#[component]
fn Taken(editor: Editor) -> Html {
    let board = board();
    // Follows the events and the endpoint alone: what is typed elsewhere does not announce it again.
    let typed = Memo::new(move |_| {
        editor
            .draft
            .with(|draft| (draft.events.clone(), draft.endpoint.clone()))
    });
    let said = move || {
        let (events, endpoint) = typed.get();
        let (overlap, existing) = board.overlapping(editor, &events, &endpoint)?;
        let sentence = words::taken(overlap, &existing, &events, platform_of(editor));
        let use_it = (overlap == Overlap::Refused && !matches!(editor.purpose, Purpose::Edit(_))).then(|| {
            let replace = move |_| board.turn_into_replacement(editor, &existing);
            ui! { <button type="button" class="button small" on:click=replace>{words::USE_EXISTING}</button> }
        });
        Some(ui! {
            <div class="note-box" role="status">
                <p>{sentence}</p>
                {use_it}
            </div>
        })
    };
    ui! { {said} }
}

#[component]
pub fn EndpointField(editor: Editor) -> Html {
    let value = Signal::derive(move || editor.draft.with(|draft| draft.endpoint.clone()));
    let help = Signal::derive(move || match endpoint(&value.get()) {
        Ok(endpoint) if endpoint.changed() => words::will_send(endpoint.href()),
        _ => words::endpoint_help(platform_of(editor)),
    });
    ui! {
        <TextField
            id="endpoint"
            label=words::ENDPOINT
            help
            inputmode="url"
            value
            errors=Signal::derive(move || at_endpoint(&problems(editor)))
            on_input=Callback::new(move |text| editor.draft.update(|draft| draft.endpoint = text))
        />
    }
}
