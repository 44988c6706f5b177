//! Everything that stands in the way of a draft.

use crate::signals::*;

use super::board;
use super::errors::{control, line, problems, refused};
use super::fields::platform_of;
use crate::components::{ErrorLine, focus_id};
use crate::pages::failure::Failure as FailureLines;
use crate::platform::Cause;
use crate::state::board::{Editor, Failure, Stage};
use crate::state::notice::Subject;
use crate::state::write::{Removal, Saving};
use crate::subscription::Subscription;
use crate::text::{attribute, editor as words, time};
use crate::ui::{Html, Show, ui};
use crate::validation::Problem;

/// Everything that stands in the way, announced at once and inside the dialog.
#[component]
pub fn EditorAlert(editor: Editor) -> Html {
    let failed = move || match editor.stage.get() {
        Stage::Failed(failure) => Some(failure_lines(editor, failure)),
        Stage::Asking(taken) => Some(question(editor, &taken)),
        Stage::Editing | Stage::Checking | Stage::Removing | Stage::Creating => None,
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
        !problems(editor).is_empty()
            || editor
                .stage
                .with(|stage| matches!(stage, Stage::Failed(_) | Stage::Asking(_)))
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

/// What is there already, before it is saved over.
fn question(editor: Editor, taken: &[Subject]) -> Html {
    let board = board();
    let line = |it: &Subject| ui! { <li><code>{it.event.clone()}</code> " → " <code>{it.endpoint.clone()}</code></li> };
    ui! {
        <p class="what">{words::ASK}</p>
        <ul>{taken.iter().map(line).collect::<Vec<_>>()}</ul>
        <p>{words::ASK_HELP}</p>
        <button type="button" class="button" on:click=move |_| board.submit_anyway(editor)>{words::SAVE_ANYWAY}</button>
    }
}

/// Somebody else was quicker: theirs is shown, and saving again overwrites it.
fn changed(editor: Editor, now: &Subscription) -> Html {
    let old = editor.edited();
    let mut lines = vec![
        (words::EVENT.to_owned(), now.event_names()),
        (
            words::ENDPOINT.to_owned(),
            now.endpoint.clone().unwrap_or_default(),
        ),
    ];
    lines.extend(
        now.attributes
            .iter()
            .map(|(own, text)| (attribute::label(own), text.to_owned())),
    );
    let before: Vec<String> = old
        .iter()
        .flat_map(|old| {
            let own = old.attributes.iter().map(|(_, text)| text.to_owned());
            [old.event_names(), old.endpoint.clone().unwrap_or_default()]
                .into_iter()
                .chain(own)
        })
        .collect();
    let line = |(name, text): (String, String)| ui! { <li>{name} ": " <code>{text}</code></li> };
    let lines = lines
        .into_iter()
        .filter(|(_, text)| !before.contains(text))
        .map(line);
    ui! {
        <p class="what">{words::CHANGED}</p>
        <ul>{lines.collect::<Vec<_>>()}</ul>
        <p>{words::CHANGED_HELP}</p>
    }
}

fn failure_lines(editor: Editor, failure: Failure) -> Html {
    let edits = editor.edited().is_some();
    let platform = platform_of(editor);
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
        Failure::Saving(Saving::Changed(now)) => return changed(editor, &now),
        Failure::Saving(saving) | Failure::RemovedOnly(saving) => match saving {
            Saving::Absent { lost, at } => Some((lost, words::absent(edits, &time::exact(at)))),
            Saving::Unknown { lost } => {
                Some((lost, words::save_unknown(edits, platform).to_owned()))
            }
            Saving::Confirmed(_)
            | Saving::Refused(_)
            | Saving::Found { .. }
            | Saving::Changed(_) => None,
        },
        Failure::Removal(removal) => match removal {
            Removal::StillThere { lost, at } => Some((lost, words::still_there(&time::exact(at)))),
            Removal::Unknown { lost } => Some((lost, words::REMOVE_UNKNOWN.to_owned())),
            Removal::Confirmed(_) | Removal::Refused(_) | Removal::Gone { .. } => None,
        },
    };
    let live = untrack(|| editor.live.get());
    let lost =
        lost.map(|(error, what)| ui! { <p class="what">{what}</p> <FailureLines error live /> });
    let error = error.map(
        |error| ui! { <p class="what">{words::not_done(&error)}</p> <FailureLines error live /> },
    );
    let proves = proves.then(|| ui! { <p>{words::CONFLICT_PROVES}</p> });
    ui! { {removed} {error} {lost} {proves} }
}
