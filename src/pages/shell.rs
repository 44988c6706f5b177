//! The frame around every page: header, notices, the page, dialogs, footer.

use crate::signals::*;

use super::BOARD;
use super::connect::ConnectPage;
use super::connection_dialog::ConnectionDialog;
use super::details_dialog::DetailsDialog;
use super::device_dialog::DeviceDialog;
use super::drafts::Drafts;
use super::editor::EditorDialog;
use super::notices::Notices;
use super::remove_dialog::RemoveDialog;
use super::subscriptions::SubscriptionsPage;
use super::track_dialog::TrackDialog;
use crate::components::{Icon, Shape, focus_id};
use crate::state::board::{Board, Dialog};
use crate::state::route::Route;
use crate::text::device;
use crate::text::wall as words;
use crate::ui::{Html, Show, ui, watch};

/// The commit that the console was built from, given by the build.
const COMMIT: &str = match option_env!("PEGBOARD_COMMIT") {
    Some(commit) => commit,
    None => "unknown",
};

#[component]
pub fn Shell(board: Board) -> Html {
    BOARD.set(Some(board));
    let on_connect = move || board.lives.with(Vec::is_empty) || board.route.with(Route::is_connect);
    // The wall and the connect page take each other's place without a change of route, too.
    let mut before = untrack(on_connect);
    watch(move || {
        let now = on_connect();
        if std::mem::replace(&mut before, now) != now {
            focus_id("page-title");
        }
    });
    let add = move |_| {
        board.prefill.set(None);
        board.route.set(Route::Connect);
    };
    let skip = move |_| focus_id("page-title");
    ui! {
        <button type="button" class="skip" on:click=skip>{words::SKIP}</button>
        <header class="top">
            <span class="brand"><Icon shape=Shape::Mark /> "Pegboard"</span>
            <div class="buttons">
                <Show when=move || board.is_open_anywhere()>
                    <button type="button" class="button quiet" on:click=move |_| board.lock()>
                        <Icon shape=Shape::Lock />
                        {device::LOCK_NOW}
                    </button>
                </Show>
                <button type="button" class="button quiet" on:click=move |_| board.dialog.set(Some(Dialog::Device))>
                    {device::OPEN}
                </button>
                <Show when=move || !on_connect()>
                    <button type="button" class="button quiet" on:click=add>
                        <Icon shape=Shape::Add />
                        {words::ADD_CONNECTION}
                    </button>
                </Show>
            </div>
        </header>
        <main class="page" data-page=move || if on_connect() { "connect" } else { "subscriptions" }>
            <Notices />
            <Drafts />
            <Show when=on_connect fallback=|| ui! { <SubscriptionsPage /> }>
                <ConnectPage />
            </Show>
        </main>
        <footer class="foot">
            <p>{words::FOOTER}</p>
            <p>{words::version(env!("CARGO_PKG_VERSION"), COMMIT)}</p>
        </footer>
        {move || board.dialog.get().map(dialog)}
    }
}

fn dialog(open: Dialog) -> Html {
    match open {
        Dialog::Editor(editor) => ui! { <EditorDialog editor /> },
        Dialog::Removing(removing) => ui! { <RemoveDialog removing /> },
        Dialog::Track(live) => ui! { <TrackDialog live /> },
        Dialog::Details(details) => ui! { <DetailsDialog details /> },
        Dialog::Device => ui! { <DeviceDialog /> },
        Dialog::Connection(live) => ui! { <ConnectionDialog live /> },
    }
}
