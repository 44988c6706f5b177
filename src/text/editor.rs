//! The words of the dialogs that create, replace, track and remove.

use crate::platform::{ApiError, Cause, Overlap};
use crate::subscription::{Platform, Subscription};
use crate::text::platform::name;

pub const NEW_TITLE: &str = "New subscription";
pub const EDIT_TITLE: &str = "Edit subscription";
pub const SAVE: &str = "Save changes";
pub const CHECKING: &str = "Reading what is there";
pub const ASK: &str = "These events point elsewhere today:";
pub const ASK_HELP: &str = "ikas does not document whether saving replaces, adds or refuses. Afterwards Pegboard reads the list and says what it shows.";
pub const SAVE_ANYWAY: &str = "Save anyway";
pub const CHANGED: &str =
    "Somebody changed this subscription since you opened it. Nothing was sent. It now has:";
pub const CHANGED_HELP: &str =
    "Your draft is here. Save again to send what you changed, or cancel and refresh to see theirs.";
pub const BUBBLING: &str = "Sentera’s own pages disagree about whether events of sub-organizations reach a subscription of their parent.";
pub const BUBBLING_HELP: &str =
    "So you may need one subscription for each organization, or may receive an event twice.";
pub const EVENTS: &str = "Events";
pub const NO_CHOICE: &str = "Nothing listed matches. Press Enter to take what you typed.";
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
pub const ENDPOINT: &str = "Endpoint URL";
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
pub const REMOVE_ONLY_HERE: &str = "Only remove it from the ledger";
pub const TRACK_TITLE: &str = "Track an existing subscription";
pub const TRACK_HELP: &str = "For a subscription that exists on the platform and that Pegboard does not know. Nothing is sent.";
pub const TRACK: &str = "Track subscription";
pub const SUBSCRIPTION_ID: &str = "Subscription ID";
pub const ID_MISSING: &str = "Type the ID: it is the only way to remove the subscription later.";
pub const EVENT_MISSING: &str = "Type the event.";
pub const ENDPOINT_MISSING: &str = "Type the endpoint.";

/// The endpoint exactly as it will be sent, where it is not what was typed.
pub fn will_send(href: &str) -> String {
    format!("This will be sent: {href}")
}

pub const fn event_help(platform: Platform) -> &'static str {
    match platform {
        Platform::HappyColis => {
            "What has to happen in the shop. Choose from the list, or type another event."
        }
        Platform::Ikas => {
            "What has to happen in the shop. ikas keeps one webhook for each; choose from the list, or type another scope."
        }
        Platform::CommerceLayer => {
            "What has to happen in the shop. Choose from the list, or type another topic."
        }
        Platform::Sentera => {
            "What has to happen. Choose from the list, or type another event type."
        }
    }
}

pub fn endpoint_help(platform: Platform) -> String {
    format!(
        "An https:// address of your server that {} can reach. Pegboard judges the address only; it cannot call your server.",
        name(platform)
    )
}

/// What a removal does, in the platform's terms.
pub const fn remove_help(platform: Platform) -> &'static str {
    match platform {
        Platform::HappyColis => {
            "HappyColis stops sending this event to this endpoint. Its headers are lost with it."
        }
        Platform::Ikas => {
            "ikas deletes by scope: every webhook of this app for this scope is removed, wherever it points."
        }
        Platform::CommerceLayer => {
            "Commerce Layer stops sending this topic to this endpoint. Its shared secret is lost with it."
        }
        Platform::Sentera => {
            "Sentera stops sending these events to this endpoint. Its callback authentication is lost with it."
        }
    }
}

pub const fn subscription_id_help(platform: Platform) -> &'static str {
    match platform {
        Platform::Sentera => {
            "As Sentera gave it when it was created, with _WS_ in it. It is not verified until a change answers."
        }
        _ => {
            "As HappyColis gave it when it was created, for example wh_550e8400-e29b-41d4-a716-446655440000."
        }
    }
}

/// What is on the wall for these events already.
pub fn taken(
    overlap: Overlap,
    existing: &Subscription,
    events: &[String],
    platform: Platform,
) -> String {
    let endpoint = existing.endpoint.clone().unwrap_or_default();
    let there = existing.event_names();
    match overlap {
        Overlap::Refused if events.contains(&there) => format!(
            "This event is on the wall already and goes to {endpoint}. HappyColis allows one subscription per event."
        ),
        Overlap::Refused => format!(
            "{there}, which may be the same event, goes to {endpoint} already. HappyColis allows one subscription per event."
        ),
        Overlap::Undocumented => format!(
            "{there} points to {endpoint} today. ikas does not document whether saving replaces, adds or refuses."
        ),
        Overlap::Doubled => format!(
            "{there} goes to this endpoint already. With a second subscription, {} would deliver it twice.",
            name(platform)
        ),
    }
}

/// What stands above a failed write in its dialog.
pub fn not_done(error: &ApiError) -> &'static str {
    match error.cause() {
        Some(Cause::Conflict) => "Not created: this event has a subscription already.",
        _ => "Not done.",
    }
}

pub fn absent(edits: bool, at: &str) -> String {
    if edits {
        return format!(
            "The answer was lost, and the platform as of {at} does not show the change. It can still arrive: refresh before you save again."
        );
    }
    format!(
        "The answer was lost, and the platform’s list as of {at} does not show the subscription. It can still arrive: refresh before you create it again."
    )
}

/// What is not known when nothing can be read back, and how it shows.
pub const fn save_unknown(edits: bool, platform: Platform) -> &'static str {
    match platform {
        _ if edits => {
            "The answer was lost: the change may have happened. It cannot be read back. Saving again does no harm."
        }
        Platform::HappyColis => {
            "The answer was lost: the creation may have happened. It cannot be read back. Creating it again shows: a conflict means that it exists; its ID is then unknown, and only HappyColis support can remove it."
        }
        _ => {
            "The answer was lost: the creation may have happened. It cannot be read back now. Refresh until the list can be read, and look for it before you create it again: a second one would be delivered twice."
        }
    }
}

/// The button that takes a chosen value back.
pub fn take_back(value: &str) -> String {
    format!("Take back {value}")
}

pub fn still_there(at: &str) -> String {
    format!("The answer was lost, and the platform as of {at} still shows the subscription.")
}

pub const REMOVE_UNKNOWN: &str = "The answer was lost: the removal may have happened. It cannot be read back now. Removing it again does no harm: what is gone already stays gone.";
pub const CONFLICT_PROVES: &str = "If an earlier attempt was lost, this conflict proves that it succeeded. Its ID is unknown, so only HappyColis support can remove it.";

/// What is said above the form: what a replacement costs, and where the vendor's own pages disagree.
pub const fn beforehand(
    platform: Platform,
    replaces: bool,
) -> Option<(&'static str, &'static str)> {
    match platform {
        Platform::HappyColis if replaces => Some((REPLACE_GAP, REPLACE_HEADERS)),
        Platform::Sentera => Some((BUBBLING, BUBBLING_HELP)),
        _ => None,
    }
}
