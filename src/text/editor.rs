//! The words of the dialogs that create, replace, track and remove.

use crate::platform::{ApiError, Cause};

pub const NEW_TITLE: &str = "New subscription";
pub const REPLACE_TITLE: &str = "Replace subscription";
pub const CREATE: &str = "Create subscription";
pub const CREATE_AGAIN: &str = "Create subscription";
pub const CREATING: &str = "Creating";
pub const REPLACE: &str = "Replace subscription";
pub const REMOVING: &str = "Removing the old one";
pub const CANCEL: &str = "Cancel";
pub const CLOSE: &str = "Close";
pub const CONNECTION: &str = "Connection";
pub const EVENT: &str = "Event";
pub const EVENT_HELP: &str =
    "What has to happen in the shop. Choose from the list, or type another event.";
pub const ENDPOINT: &str = "Endpoint URL";
pub const ENDPOINT_HELP: &str = "An https:// address of your server that HappyColis can reach. Pegboard judges the address only; it cannot call your server.";
pub const HEADERS: &str = "Custom headers";
pub const HEADERS_HELP: &str = "Sent with every delivery. HappyColis documents no way to read them back: keep a copy of the values.";
pub const ROWS: &str = "Rows";
pub const JSON: &str = "JSON";
pub const HEADER_NAME: &str = "Header name";
pub const HEADER_VALUE: &str = "Header value";
pub const ADD_HEADER: &str = "Add header";
pub const REMOVE_HEADER: &str = "Remove header";
pub const HEADERS_JSON: &str = "Headers as JSON";
pub const HEADERS_JSON_HELP: &str =
    "A JSON object of names and text values. Values are shown here as they are.";
pub const GO_TO_PLACE: &str = "Show the place";
pub const JSON_STAYS: &str = "Correct the JSON first, so that nothing of it is lost.";
pub const USE_EXISTING: &str = "Replace it instead";
pub const FIX_JUMP: &str = "Go to the field";
pub const REPLACE_GAP: &str = "HappyColis cannot change a subscription. Pegboard removes the old one first, then creates the new one, because HappyColis allows one per event. In between, events may be lost; whether HappyColis keeps them is not documented.";
pub const REPLACE_HEADERS: &str =
    "Type the headers again: HappyColis does not report those of the old one.";
pub const REMOVED_NOT_CREATED: &str = "Removed, not created again";
pub const REMOVED_NOT_CREATED_HELP: &str = "The old subscription is gone and the new one does not exist yet. Your draft is here: correct it if needed, then create it.";
pub const REMOVE_TITLE: &str = "Remove subscription?";
pub const REMOVE: &str = "Remove subscription";
pub const REMOVE_BUSY: &str = "Removing";
pub const REMOVE_HELP: &str =
    "HappyColis stops sending this event to this endpoint. Its headers are lost with it.";
pub const REMOVE_ONLY_HERE: &str = "Only remove it from the ledger";
pub const TRACK_TITLE: &str = "Track an existing subscription";
pub const TRACK_HELP: &str = "For a subscription that exists on HappyColis and that Pegboard does not know. Nothing is sent.";
pub const TRACK: &str = "Track subscription";
pub const SUBSCRIPTION_ID: &str = "Subscription ID";
pub const SUBSCRIPTION_ID_HELP: &str = "As HappyColis gave it when it was created, for example wh_550e8400-e29b-41d4-a716-446655440000.";
pub const ID_MISSING: &str = "Type the ID: it is the only way to remove the subscription later.";
pub const EVENT_MISSING: &str = "Type the event.";
pub const ENDPOINT_MISSING: &str = "Type the endpoint.";

/// The endpoint exactly as it will be sent, where it is not what was typed.
pub fn will_send(href: &str) -> String {
    format!("This will be sent: {href}")
}

/// The conflict that the wall shows before anything is sent.
pub fn event_taken(endpoint: &str) -> String {
    format!(
        "This event is on the wall already and goes to {endpoint}. HappyColis allows one subscription per event."
    )
}

pub fn event_taken_other_spelling(event: &str, endpoint: &str) -> String {
    format!(
        "{event}, which may be the same event, goes to {endpoint} already. HappyColis allows one subscription per event."
    )
}

/// What stands above a failed write in its dialog.
pub fn not_done(error: &ApiError) -> &'static str {
    match error.cause() {
        Some(Cause::Conflict) => "Not created: this event has a subscription already.",
        _ => "Not done.",
    }
}

pub fn absent(at: &str) -> String {
    format!(
        "The answer was lost, and the platform’s list as of {at} does not show the subscription. It can still arrive: refresh before you create it again."
    )
}

pub fn still_there(at: &str) -> String {
    format!("The answer was lost, and the platform’s list as of {at} still shows the subscription.")
}

pub const CREATE_UNKNOWN: &str = "The answer was lost: the creation may have happened. It cannot be read back. Creating it again shows: a conflict means that it exists; its ID is then unknown, and only HappyColis support can remove it.";
pub const REMOVE_UNKNOWN: &str = "The answer was lost: the removal may have happened. It cannot be read back now. Removing it again shows: if it is gone, HappyColis says so.";
pub const CONFLICT_PROVES: &str = "If an earlier attempt was lost, this conflict proves that it succeeded. Its ID is unknown, so only HappyColis support can remove it.";
