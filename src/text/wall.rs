//! The words of the subscriptions page.

use crate::state::route::{Column, Filter};

pub const TITLE: &str = "Subscriptions";
pub const NEW: &str = "New subscription";
pub const REFRESH: &str = "Refresh";
pub const SEARCH: &str = "Search subscriptions";
pub const ADD_CONNECTION: &str = "Add connection";
pub const CONNECTIONS: &str = "Connections";
pub const SHOW_TROUBLE: &str = "Show only these";
pub const SHOW_ALL: &str = "Show all subscriptions";
pub const CLEAR_FILTERS: &str = "Clear filters";
pub const SHOW_MORE: &str = "Show more";
pub const LOADING: &str = "Reading subscriptions";
pub const REFRESHING: &str = "Refreshing";
pub const TRY_AGAIN: &str = "Try again";
pub const NEW_TOKEN: &str = "Give a new token";
pub const FORGET: &str = "Forget";
pub const SETTINGS: &str = "Settings";
pub const STOP: &str = "Stop reading";
pub const TEST_DATA: &str = "Test data";
pub const LIVE_DATA: &str = "Live data";
pub const SETTINGS_TITLE: &str = "Connection settings";
pub const SAVE: &str = "Save";
pub const SAVING: &str = "Checking the token";
pub const NEW_TOKEN_HELP: &str =
    "Leave it empty to keep the token in use. A new one is checked first; rows and drafts stay.";
pub const FORGOTTEN_HELP: &str =
    "The token was forgotten. It is checked first; rows and drafts stay.";
pub const GROUP: &str = "Group by connection";
pub const ALL: &str = "All";
pub const SORT: &str = "Sort by";
pub const TROUBLE_FIRST: &str = "Trouble first";
pub const FILTERS: &str = "Filters";
pub const EMPTY_TITLE: &str = "No subscriptions yet";
pub const EMPTY: &str = "This connection works, and nothing hangs on it. Create the first subscription to be told when something happens in your shop.";
pub const EMPTY_ACTION: &str = "Create the first one";
pub const LEDGER_EMPTY: &str = "Nothing was created here yet. If you know of a subscription that exists, track it, so that you can remove or replace it later.";
pub const NO_MATCH_TITLE: &str = "No subscription matches";
pub const NO_MATCH: &str = "Nothing on the wall fits the search and the filter.";
pub const TRACK: &str = "Track an existing subscription";
pub const EXPORT: &str = "Export ledger";
pub const IMPORT: &str = "Import ledger";
pub const IMPORT_FILE: &str = "Ledger file";
pub const LEDGER: &str = "Ledger";
pub const EXPORT_NOTE: &str = "The file holds IDs, events and endpoints, never header values. An endpoint can carry a secret in its query: look before you share it.";
pub const ACTIONS: &str = "Actions";
pub const FLAGGED: &str = "Breaks a rule";
pub const UNREADABLE: &str = "This row cannot be read";
pub const UNREADABLE_NOTE: &str =
    "The platform sent something unexpected here. It is shown as it came.";
pub const DRAFT_KEPT: &str = "A draft is kept";
pub const OPEN_DRAFT: &str = "Open the draft";
pub const DISCARD_DRAFT: &str = "Discard the draft";
pub const SKIP: &str = "Skip to content";
pub const STATUS: &str = "Status";
pub const FOOTER: &str =
    "Pegboard runs in your browser. Your token goes to the platform and nowhere else.";

pub const fn column(column: Column) -> &'static str {
    match column {
        Column::Event => "Event",
        Column::Endpoint => "Endpoint",
        Column::Health => "Health",
        Column::Created => "Created",
        Column::Connection => "Connection",
    }
}

pub fn remove(event: &str) -> String {
    format!("Remove {event}")
}

pub fn replace(event: &str) -> String {
    format!("Replace {event}")
}

pub fn edit(event: &str) -> String {
    format!("Edit {event}")
}

pub fn enable(event: &str) -> String {
    format!("Enable {event}")
}

pub fn disable(event: &str) -> String {
    format!("Disable {event}")
}

pub fn reset_circuit(event: &str) -> String {
    format!("Reset circuit {event}")
}

pub fn details(event: &str) -> String {
    format!("Details {event}")
}

pub fn duplicate(event: &str) -> String {
    format!("Duplicate {event}")
}

pub fn copy_endpoint(event: &str) -> String {
    format!("Copy endpoint of {event}")
}

pub fn copy_id(event: &str) -> String {
    format!("Copy ID of {event}")
}

pub fn forget(name: &str) -> String {
    format!("Forget {name}")
}

/// The banner that counts what is broken.
pub fn trouble(count: usize) -> String {
    match count {
        1 => "1 subscription needs attention".to_owned(),
        _ => format!("{count} subscriptions need attention"),
    }
}

/// How many rows are seen, of how many.
pub fn count(seen: usize, all: usize) -> String {
    let noun = if all == 1 {
        "subscription"
    } else {
        "subscriptions"
    };
    if seen == all {
        format!("{all} {noun}")
    } else {
        format!("{seen} of {all} {noun}")
    }
}

/// The heading of a filter's menu.
pub const fn filter(filter: Filter) -> &'static str {
    match filter {
        Filter::Platform => "Filter by platform",
        Filter::Connection => "Filter by connection",
        Filter::Health => "Filter by health",
        Filter::Event => "Filter by event",
    }
}

pub fn settings(name: &str) -> String {
    format!("{SETTINGS} of {name}")
}

pub fn refresh(name: &str) -> String {
    format!("{REFRESH} {name}")
}

/// How far the reading of several pages has come.
pub fn progress(read: usize, total: Option<u64>) -> String {
    match total {
        Some(total) => format!("{read} of {total} read"),
        None => format!("{read} read"),
    }
}

/// A list that was read to its end and has fewer rows than the platform counts.
pub const GAP: &str = "The platform counts more subscriptions than it listed. Those known from before are still \
                       shown. Refresh to read the list again.";

/// A list that was not read to its end.
pub fn partly(read: usize, total: u64) -> String {
    format!("Only {read} of {total} subscriptions were read. Refresh to read the rest.")
}

pub fn expires(when: &str) -> String {
    format!("token expires {when}")
}

pub fn expired(when: &str) -> String {
    format!("token expired {when}")
}

pub fn read_at(when: &str) -> String {
    format!("Read {when}")
}

pub fn version(version: &str, commit: &str) -> String {
    format!("Version {version}, commit {commit}")
}
