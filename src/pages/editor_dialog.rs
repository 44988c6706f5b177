//! New subscription and Replace subscription.

use crate::signals::*;

use super::board;
use super::editor_errors::{at_endpoint, at_event, at_headers, control, line, problems, refused};
use super::failure::Failure as FailureLines;
use crate::components::{
    Choice, ChoiceGroup, Combobox, Dialog, ErrorLine, HeadersEditor, TextField, focus_id,
};
use crate::platform::happycolis::{EVENTS, is_documented, same_event};
use crate::platform::{Cause, Change};
use crate::state::board::{Board, Editor, Failure, Live, Purpose, Stage};
use crate::state::write::{Creation, Removal};
use crate::subscription::Subscription;
use crate::text::{editor as words, event, time};
use crate::ui::{Html, Show, ui, watch};
use crate::validation::{Problem, endpoint};

#[component]
pub fn EditorDialog(editor: Editor) -> Html {
    let board = board();
    let title = match editor.purpose {
        Purpose::New => words::NEW_TITLE,
        Purpose::Replace(_) => words::REPLACE_TITLE,
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        board.submit(editor);
        if !untrack(|| problems(editor)).is_empty() {
            focus_id("editor-alert");
        }
    };
    watch(move || {
        if editor.stage.with(|stage| matches!(stage, Stage::Failed(_))) {
            focus_id("editor-alert");
        }
    });
    let leave = move |_| board.leave_editor(editor);
    let main_label = move || match (editor.purpose, editor.is_removed()) {
        (Purpose::New, _) => words::CREATE,
        (Purpose::Replace(_), true) => words::CREATE_AGAIN,
        (Purpose::Replace(_), false) => words::REPLACE,
    };
    let progress = move || match editor.stage.get() {
        Stage::Removing => Some(words::REMOVING),
        Stage::Creating => Some(words::CREATING),
        Stage::Editing | Stage::Failed(_) => None,
    };
    ui! {
        <Dialog title on_close=Callback::new(leave)>
            <form class="form" novalidate=true autocomplete="off" on:submit=submit>
                <Gap editor />
                <ConnectionChoice editor />
                <EventField editor />
                <EndpointField editor />
                <HeadersEditor
                    help=words::HEADERS_HELP
                    value=Signal::derive(move || editor.draft.with(|draft| draft.headers.clone()))
                    errors=Signal::derive(move || at_headers(&problems(editor)))
                    on_change=Callback::new(move |headers| editor.draft.update(|draft| draft.headers = headers))
                />
                <EditorAlert editor />
                <div class="buttons dialog-buttons">
                    <span class="progress" role="status">{progress}</span>
                    <button type="button" class="button quiet" on:click=move |_| board.leave_editor(editor)>{words::CANCEL}</button>
                    <button
                        type="submit"
                        class="button primary"
                        disabled=move || editor.is_sending()
                        aria-busy=move || editor.is_sending().to_string()
                    >
                        {main_label}
                    </button>
                </div>
            </form>
        </Dialog>
    }
}

/// What a replacement costs, said before it is made.
#[component]
fn Gap(editor: Editor) -> Html {
    let needed = matches!(editor.purpose, Purpose::Replace(_));
    let gap = move || match editor.live.get().capabilities().change {
        Change::Replace => words::REPLACE_GAP,
    };
    let said = needed.then(|| {
        ui! {
            <div class="note-box">
                <p>{gap}</p>
                <p>{words::REPLACE_HEADERS}</p>
            </div>
        }
    });
    ui! { {said} }
}

/// Which connection gets the subscription, when there are several; a replacement stays where it is.
#[component]
fn ConnectionChoice(editor: Editor) -> Html {
    let board = board();
    let needed =
        move || matches!(editor.purpose, Purpose::New) && board.lives.with(|lives| lives.len() > 1);
    let choose = move |event| {
        let number: Option<usize> = event_target_value(&event).parse().ok();
        let live = board.lives.with_untracked(|lives| {
            lives
                .iter()
                .copied()
                .find(|live| Some(live.number) == number)
        });
        if let Some(live) = live {
            editor.live.set(live);
        }
    };
    let option = move |live: Live| {
        ui! { <option value=live.number.to_string() selected=move || editor.live.get() == live>{move || live.name()}</option> }
    };
    ui! {
        <Show when=needed>
            <div class="field">
                <div class="label-line"><label for="connection">{words::CONNECTION}</label></div>
                <select id="connection" class="input" on:change=choose>
                    {move || board.lives.get().into_iter().map(option).collect::<Vec<_>>()}
                </select>
            </div>
        </Show>
    }
}

#[component]
fn EventField(editor: Editor) -> Html {
    let board = board();
    let groups = EVENTS.iter().map(|group| ChoiceGroup {
        title: event::group(group),
        choices: group
            .events
            .iter()
            .map(|it| Choice {
                label: event::label(it),
                value: (*it).to_owned(),
            })
            .collect(),
    });
    let typed = Callback::new(move |text: String| {
        editor.draft.update(|draft| {
            draft.events = if text.is_empty() {
                Vec::new()
            } else {
                vec![text]
            }
        });
    });
    let caution = Signal::derive(move || {
        let event = editor.event();
        (!event.is_empty() && !is_documented(&event)).then(|| event::UNKNOWN.to_owned())
    });
    // Follows the event alone: what is typed elsewhere does not announce the conflict again.
    let event = Memo::new(move |_| editor.event());
    let conflict = move || {
        let existing = taken(board, editor, &event.get())?;
        let endpoint = existing.endpoint.clone().unwrap_or_default();
        let sentence = match existing.event_names() {
            same if same == event.get() => words::event_taken(&endpoint),
            other => words::event_taken_other_spelling(&other, &endpoint),
        };
        let replace = move |_| board.turn_into_replacement(editor, &existing);
        Some(ui! {
            <div class="note-box" role="status">
                <p>{sentence}</p>
                <button type="button" class="button small" on:click=replace>{words::USE_EXISTING}</button>
            </div>
        })
    };
    ui! {
        <Combobox
            id="event"
            label=words::EVENT
            help=words::EVENT_HELP
            groups=groups.collect()
            value=Signal::derive(move || editor.event())
            errors=Signal::derive(move || at_event(&problems(editor)))
            no_match=event::NO_MATCH
            caution
            on_input=typed
        />
        {conflict}
    }
}

/// The subscription that stands in the way of this draft: the platform allows one per event.
fn taken(board: Board, editor: Editor, event: &str) -> Option<Subscription> {
    let live = editor.live.get();
    if !live.capabilities().unique_event || event.is_empty() {
        return None;
    }
    let own = match editor.purpose {
        Purpose::New => None,
        Purpose::Replace(old) => Some(old.with_value(|old| old.id.clone())),
    };
    // The connection may have been forgotten while the dialog is open.
    let known = board.lives.with(|lives| lives.contains(&live));
    live.listing.with(|listing| {
        let rows = listing
            .value()
            .filter(|_| known)
            .map(|read| read.value.subscriptions());
        let stands_in_the_way = |row: &&Subscription| {
            Some(&row.id) != own.as_ref() && row.events.iter().any(|it| same_event(it, event))
        };
        rows.into_iter().flatten().find(stands_in_the_way).cloned()
    })
}

#[component]
fn EndpointField(editor: Editor) -> Html {
    let value = Signal::derive(move || editor.draft.with(|draft| draft.endpoint.clone()));
    let help = Signal::derive(move || match endpoint(&value.get()) {
        Ok(endpoint) if endpoint.changed() => words::will_send(endpoint.href()),
        _ => words::ENDPOINT_HELP.to_owned(),
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

/// Everything that stands in the way, announced at once and inside the dialog.
#[component]
fn EditorAlert(editor: Editor) -> Html {
    let failed = move || match editor.stage.get() {
        Stage::Failed(failure) => Some(failure_lines(editor, failure)),
        Stage::Editing | Stage::Removing | Stage::Creating => None,
    };
    let summary = move || {
        let item = |problem: &Problem| {
            let ErrorLine { sentence, .. } = line(problem);
            let target = control(&problem.field);
            ui! { <li><button type="button" class="link" on:click=move |_| focus_id(target.clone())>{sentence}</button></li> }
        };
        let problems = problems(editor);
        (!problems.is_empty())
            .then(|| ui! { <ul>{problems.iter().map(item).collect::<Vec<_>>()}</ul> })
    };
    let needed = move || {
        !problems(editor).is_empty() || editor.stage.with(|stage| matches!(stage, Stage::Failed(_)))
    };
    ui! {
        <Show when=needed>
            <div id="editor-alert" role="alert" class="alert" tabindex="-1">
                {failed}
                {summary}
            </div>
        </Show>
    }
}

fn failure_lines(editor: Editor, failure: Failure) -> Html {
    let removed = matches!(failure, Failure::RemovedOnly(_)).then(|| {
        ui! {
            <p class="what">{words::REMOVED_NOT_CREATED}</p>
            <p>{words::REMOVED_NOT_CREATED_HELP}</p>
        }
    });
    let error = refused(&Stage::Failed(failure.clone())).cloned();
    let proves = error
        .as_ref()
        .is_some_and(|error| error.cause() == Some(&Cause::Conflict))
        && editor.was_lost();
    let lost = match failure {
        Failure::Creation(creation) | Failure::RemovedOnly(creation) => match creation {
            Creation::Absent { lost, at } => Some((lost, words::absent(&time::exact(at)))),
            Creation::Unknown { lost } => Some((lost, words::CREATE_UNKNOWN.to_owned())),
            Creation::Confirmed(_) | Creation::Refused(_) | Creation::Found { .. } => None,
        },
        Failure::Removal(removal) => match removal {
            Removal::StillThere { lost, at } => Some((lost, words::still_there(&time::exact(at)))),
            Removal::Unknown { lost } => Some((lost, words::REMOVE_UNKNOWN.to_owned())),
            Removal::Confirmed(_) | Removal::Refused(_) | Removal::Gone { .. } => None,
        },
    };
    let lost = lost.map(|(error, what)| ui! { <p class="what">{what}</p> <FailureLines error /> });
    let error = error
        .map(|error| ui! { <p class="what">{words::not_done(&error)}</p> <FailureLines error /> });
    let proves = proves.then(|| ui! { <p>{words::CONFLICT_PROVES}</p> });
    ui! { {removed} {error} {lost} {proves} }
}
