//! A draft's problems, sorted to the fields where they are shown.

use crate::signals::*;

use crate::components::{ErrorLine, HeaderErrors};
use crate::platform::{ApiError, Cause};
use crate::state::board::{Editor, Failure, Stage};
use crate::state::write::{Removal, Saving};
use crate::subscription::Attribute;
use crate::text::attribute;
use crate::text::problem;
use crate::validation::{Field, Kind, Problem};

/// Every problem that is to be seen now: the validator's once the main button was pressed, and the platform's.
pub fn problems(editor: Editor) -> Vec<Problem> {
    let mut problems = if editor.tried.get() {
        editor.judge().err().unwrap_or_default()
    } else {
        Vec::new()
    };
    problems.extend(
        editor
            .stage
            .with(|stage| refused(stage).map(from_platform).unwrap_or_default()),
    );
    problems
}

/// The platform's refusal of a failed stage.
pub fn refused(stage: &Stage) -> Option<&ApiError> {
    match stage {
        Stage::Failed(
            Failure::Saving(Saving::Refused(error))
            | Failure::RemovedOnly(Saving::Refused(error))
            | Failure::Removal(Removal::Refused(error)),
        ) => Some(error),
        _ => None,
    }
}

/// A refusal that speaks of fields stands at those fields, in the platform's own words.
fn from_platform(error: &ApiError) -> Vec<Problem> {
    let ApiError::Refused(refusal) = error else {
        return Vec::new();
    };
    let refused = |field, message: &String| Problem::new(field, Kind::Refused(message.clone()));
    let field = match refusal.cause {
        Cause::Conflict | Cause::Event => Some(Field::Events),
        Cause::Endpoint => Some(Field::Endpoint),
        Cause::Headers => Some(Field::Headers),
        _ => None,
    };
    let named = refusal
        .fields
        .iter()
        .map(|(field, message)| refused(field.clone(), message));
    field
        .map(|field| refused(field, &refusal.message))
        .into_iter()
        .chain(named)
        .collect()
}

pub fn line(problem: &Problem) -> ErrorLine {
    let fix = problem::fix(problem).map(|fix| (fix.label, fix.replacement));
    ErrorLine {
        sentence: problem::sentence(problem),
        fix,
    }
}

pub fn at_event(problems: &[Problem]) -> Vec<ErrorLine> {
    problems
        .iter()
        .filter(|it| matches!(it.field, Field::Events | Field::Event(_)))
        .map(line)
        .collect()
}

pub fn at_endpoint(problems: &[Problem]) -> Vec<ErrorLine> {
    problems
        .iter()
        .filter(|it| it.field == Field::Endpoint)
        .map(line)
        .collect()
}

pub fn at_attribute(problems: &[Problem], attribute: &Attribute) -> Vec<ErrorLine> {
    problems
        .iter()
        .filter(|it| matches!(&it.field, Field::Attribute(own) if own == attribute))
        .map(line)
        .collect()
}

pub fn at_headers(problems: &[Problem]) -> HeaderErrors {
    let mut errors = HeaderErrors::default();
    for problem in problems {
        match &problem.field {
            Field::HeaderName(row) => errors.names.push((*row, line(problem))),
            Field::HeaderValue(row) => errors.values.push((*row, line(problem))),
            Field::Headers => errors.whole.push(line(problem)),
            Field::HeadersJson(place) => {
                errors.json.push(line(problem));
                let range = (place.start as u32, place.end as u32);
                errors.json_range.get_or_insert(range);
            }
            Field::Events | Field::Event(_) | Field::Endpoint | Field::Attribute(_) => {}
        }
    }
    errors
}

/// The id of the control that a problem belongs to, for the link in the summary.
pub fn control(field: &Field) -> String {
    match field {
        Field::Events | Field::Event(_) => "event".to_owned(),
        Field::Endpoint => "endpoint".to_owned(),
        Field::Headers => "add-header".to_owned(),
        Field::HeaderName(row) => format!("header-name-{row}"),
        Field::HeaderValue(row) => format!("header-value-{row}"),
        Field::HeadersJson(_) => "headers-json".to_owned(),
        Field::Attribute(own) => attribute::id(own),
    }
}
