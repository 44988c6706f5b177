//! What validation finds, in the words of the graphql-ruby library, Sentera contract, section 11.2.

use async_graphql::{
    PathSegment, Pos, ServerError,
    parser::{
        parse_schema,
        types::{ExecutableDocument, TypeKind, TypeSystemDefinition},
    },
    value,
};

use super::place::Place;
use crate::graphql::ReplyError;

/// One error of the validator; `sdl` is the schema that the document does not fit.
pub(super) fn error(found: ServerError, document: &ExecutableDocument, sdl: &str) -> ReplyError {
    let at = found.locations.first();
    let Some(place) = at.and_then(|at| Place::find(document, *at)) else {
        return found.into();
    };
    let message = found.message.clone();
    let words: Vec<&str> = message.split('"').collect();
    match words[..] {
        ["Unknown field ", field, " on type ", of, ..] => undefined_field(field, of, &place),
        ["Unknown argument ", argument, " on field ", field, ..] => {
            let message = format!("Field '{field}' doesn't accept argument '{argument}'");
            located(message, &place, place.at)
                .with("code", "argumentNotAccepted")
                .with("name", field)
                .with("typeName", "Field")
                .with("argumentName", argument)
        }
        ["Field ", field, " argument ", argument, ..] => {
            let message = format!("Field '{field}' is missing required arguments: {argument}");
            located(message, &place, place.at)
                .with("code", "missingRequiredArguments")
                .with("className", "Field")
                .with("name", field)
                .with("arguments", argument)
        }
        ["Invalid value for argument ", ..] => invalid_value(found, &place, document, sdl),
        _ => found.into(),
    }
}

/// The errors of a call that asks for the schema, where introspection is refused.
pub(super) fn introspection_refused(document: &ExecutableDocument) -> Vec<ReplyError> {
    Place::roots(document)
        .filter(|place| matches!(place.field.as_str(), "__schema" | "__type"))
        .map(|place| undefined_field(&place.field, "Query", &place))
        .collect()
}

fn undefined_field(field: &str, of: &str, place: &Place) -> ReplyError {
    let message = format!("Field '{field}' doesn't exist on type '{of}'");
    located(message, place, place.at)
        .with("code", "undefinedField")
        .with("typeName", of)
        .with("fieldName", field)
}

/// The library tells a value that stands in the document from one that a variable brought.
fn invalid_value(
    found: ServerError,
    place: &Place,
    document: &ExecutableDocument,
    sdl: &str,
) -> ReplyError {
    let Some((argument, written)) = &place.argument else {
        return found.into();
    };
    if let Some(name) = written.strip_prefix('$') {
        let mut definitions = document
            .operations
            .iter()
            .flat_map(|(_, operation)| &operation.node.variable_definitions);
        let definition = definitions.find(|definition| definition.node.name.node == name);
        let Some(definition) = definition else {
            return found.into();
        };
        let of = definition.node.var_type.node.to_string();
        let message = format!("Variable ${name} of type {of} was provided invalid value");
        let problems = value!([{ "path": [], "explanation": found.message }]);
        return ReplyError {
            locations: vec![definition.pos],
            ..ReplyError::new(message).with("problems", problems)
        };
    }
    let field = &place.field;
    let of = declared_type(sdl, field, argument).unwrap_or_default();
    let message = format!(
        "Argument '{argument}' on Field '{field}' has an invalid value ({written}). Expected type '{of}'."
    );
    located(message, place, place.at)
        .with("code", "argumentLiteralsIncompatible")
        .with("typeName", "Field")
        .with("argumentName", argument.as_str())
}

fn located(message: String, place: &Place, at: Pos) -> ReplyError {
    ReplyError {
        locations: vec![at],
        path: place.path.iter().cloned().map(PathSegment::Field).collect(),
        ..ReplyError::new(message)
    }
}

/// The type of an argument as the schema declares it.
fn declared_type(sdl: &str, field: &str, argument: &str) -> Option<String> {
    let document = parse_schema(sdl).ok()?;
    let objects = document.definitions.iter().filter_map(|definition| {
        let TypeSystemDefinition::Type(of) = definition else {
            return None;
        };
        match &of.node.kind {
            TypeKind::Object(object) => Some(object),
            _ => None,
        }
    });
    let fields = objects.flat_map(|object| &object.fields);
    let arguments = fields
        .filter(|known| known.node.name.node == field)
        .flat_map(|known| &known.node.arguments);
    let mut known = arguments.filter(|known| known.node.name.node == argument);
    Some(known.next()?.node.ty.node.to_string())
}
