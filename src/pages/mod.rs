//! What a person sees: each page and dialog renders the board's state and hands back what was done.

mod bad_config;
mod connect;
mod connect_fields;
mod connect_platform;
mod connection_dialog;
mod connections;
mod copy;
mod deliveries;
mod details_dialog;
mod device_dialog;
mod drafts;
mod editor;
mod failure;
mod filters;
mod health_popover;
mod ledger_tools;
mod notices;
mod passphrase;
mod remembered;
mod remove_dialog;
mod row;
mod row_actions;
mod shell;
mod states;
mod subscriptions;
mod table;
mod track_dialog;

use std::cell::Cell;

pub use bad_config::BadConfig;
pub use shell::Shell;

use crate::state::board::Board;

thread_local! {
    static BOARD: Cell<Option<Board>> = const { Cell::new(None) };
}

/// The board of the running console.
fn board() -> Board {
    #[allow(clippy::expect_used)]
    // Cannot fail: the shell puts it there before it renders any page.
    BOARD.get().expect("the shell has put its board there")
}
