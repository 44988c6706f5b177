//! Every fault on every kind of action: one write on the wire, a specific alert, and nothing typed is lost. Where a list was
//! found it is read back; where none was, the write "may have happened".

mod create;
mod read;
mod remove;
mod update;

use e2e::{
    Door, Page, Stage,
    pages::{editor::Editor, sentera, wall},
    until,
};
use sandbox::{Effect, Fault};
use serde_json::{Value, json};

use super::{TASK, clear, discoverable, events};
use crate::faults::{Case, Outcome, cases, scene, told};

/// What the wall stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wall {
    List,
    Ledger,
}

/// Every fault that any platform can have, and what else Sentera may answer (Sentera contract, section 7).
fn all(door: Door) -> Vec<Case> {
    let answer = |name, status, body: Value, outcome, said| Case {
        name,
        fault: Fault::next(Effect::Answer {
            status,
            headers: Default::default(),
            body: Some(body),
        }),
        outcome,
        said,
    };
    let error = json!({ "data": null, "errors": [{ "message": "Only admins may do this" }] });
    let mut all = cases(door);
    all.extend([
        answer(
            "status 404",
            404,
            json!({ "message": "Not Found" }),
            Outcome::Refused,
            "The platform does not know what was asked for",
        ),
        answer(
            "status 422",
            422,
            json!({ "message": "Unprocessable Content" }),
            Outcome::Refused,
            "Unprocessable Content",
        ),
        answer(
            "an error of GraphQL",
            200,
            error,
            Outcome::Refused,
            "Only admins may do this",
        ),
        answer(
            "a lone message",
            200,
            json!({ "message": "An unexpected error occurred" }),
            Outcome::LostBefore,
            "An unexpected error occurred",
        ),
    ]);
    all
}

impl Wall {
    /// Whether the platform has done what was asked, as far as the console can know.
    fn succeeds(self, outcome: Outcome) -> bool {
        match outcome {
            Outcome::Done => true,
            Outcome::LostAfter => self == Self::List,
            Outcome::Refused | Outcome::LostBefore => false,
        }
    }

    /// Whether nobody can know it.
    fn is_unknown(self, outcome: Outcome) -> bool {
        self == Self::Ledger && matches!(outcome, Outcome::LostBefore | Outcome::LostAfter)
    }
}

/// What is said of a form that was sent.
struct Words {
    done: &'static str,
    /// What stands before the subscription where the list had to tell, and says no more than it can.
    found: Option<&'static str>,
    absent: &'static str,
    unknown: &'static str,
    deed: &'static str,
}

/// The dialog goes and says what was done, or stays with what happened and with everything that was typed.
async fn ends(
    page: &Page,
    editor: Editor<'_>,
    (wall, case): (Wall, &Case),
    endpoint: &str,
    words: &Words,
) {
    let succeeds = wall.succeeds(case.outcome);
    if succeeds {
        editor.gone().await;
        let said = match words.found {
            Some(found) if case.outcome == Outcome::LostAfter => {
                format!("{found} {TASK} to {endpoint}")
            }
            _ => format!("{TASK} to {endpoint} {}", words.done),
        };
        page.says("status", &said).await;
        if case.outcome == Outcome::Done && !case.said.is_empty() {
            page.says("alert", case.said).await;
        }
    } else {
        let part = match (case.outcome, wall) {
            (Outcome::Refused, _) => "Not done",
            (_, Wall::List) => words.absent,
            (_, Wall::Ledger) => words.unknown,
        };
        told(page, case).await.says(part).await;
        assert_eq!(editor.chosen().await, [TASK], "the draft stays");
        assert_eq!(editor.endpoint().await.value().await, endpoint);
        editor.cancel().await;
    }
    if wall.is_unknown(case.outcome) {
        let note = format!("{} {TASK} to {endpoint}", words.deed);
        page.says("alert", &note)
            .await
            .says("may have happened")
            .await;
    }
    rows_at(page, endpoint, usize::from(succeeds)).await;
}

/// Whether the platform did what was asked.
fn is_done(case: &Case) -> bool {
    matches!(case.outcome, Outcome::Done | Outcome::LostAfter)
}

/// Connects to an empty organization and meets one fault after another. Afterwards the wall is what the platform lists.
async fn every_fault(
    door: Door,
    wall: Wall,
    cases: Vec<Case>,
    begin: impl AsyncFnOnce(&Stage),
    meet: impl AsyncFn(&Stage, &Case, &str),
) {
    scene(door)
        .play(async |stage| {
            if wall == Wall::List {
                discoverable(stage);
            }
            clear(stage);
            sentera::connect(&stage.page, "Acme").await;
            begin(stage).await;
            for (number, case) in cases.iter().enumerate() {
                eprintln!("{}", case.name);
                stage.sandbox.clear_received();
                meet(stage, case, &format!("https://hooks.example.com/{number}")).await;
                wall::tidy(&stage.page).await;
                stage.sandbox.sentera.clear_faults();
                if wall == Wall::List {
                    stage.page.click("button", "Refresh").await;
                    wall::shows_exactly(&stage.page, &events(stage)).await;
                }
            }
        })
        .await;
}

/// Waits until as many rows point to this endpoint.
async fn rows_at(page: &Page, endpoint: &str, wanted: usize) {
    until(&format!("{wanted} rows at {endpoint}"), async || {
        let rows = wall::rows(page).await;
        let found = rows.iter().filter(|row| row.endpoint == endpoint).count();
        if found == wanted {
            Ok(())
        } else {
            Err(format!("{rows:?}"))
        }
    })
    .await;
}
