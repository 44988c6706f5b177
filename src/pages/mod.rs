//! What a person sees: each page and dialog renders the board's state and hands back what was done.

mod bad_config;
mod connect;
mod connect_fields;
mod connections;
mod drafts;
mod editor_dialog;
mod editor_errors;
mod failure;
mod health_popover;
mod ledger_tools;
mod notices;
mod remembered;
mod remove_dialog;
mod row;
mod shell;
mod states;
mod subscriptions;
mod table;
mod track_dialog;

pub use bad_config::BadConfig;
pub use shell::Shell;

use crate::signals::*;

use crate::state::board::Board;

/// The board of the running console.
fn board() -> Board {
    #[allow(clippy::expect_used)]
    // Cannot fail: `App` provides the board before it renders any page.
    use_context().expect("the board is provided by App")
}
