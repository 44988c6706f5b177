//! What the console says outside of dialogs.

use crate::signals::*;

use super::board;
use crate::components::{Icon, Shape};
use crate::state::notice::{Notice, Tone};
use crate::text::notice as words;
use crate::text::time;
use crate::ui::{Each, Html, ui};

/// Successes are announced politely and give way to the next; failures are announced at once and stay.
#[component]
pub fn Notices() -> Html {
    let board = board();
    let of = move |tone: Tone| {
        board.notices.with(|notices| {
            notices
                .iter()
                .filter(|notice| notice.message.tone() == tone)
                .cloned()
                .collect::<Vec<Notice>>()
        })
    };
    let failure = move |notice: Notice| {
        let number = notice.number;
        ui! {
            <div role="alert" class="alert notice">
                <p>{words::sentence(&notice.message, time::exact)}</p>
                <button type="button" class="button quiet" on:click=move |_| board.dismiss(number)>
                    <Icon shape=Shape::Close />
                    {words::DISMISS}
                </button>
            </div>
        }
    };
    ui! {
        <div class="notices">
            <div role="status" class="status">
                {move || of(Tone::Success).into_iter().map(|notice| {
                    ui! { <p class="done">{words::sentence(&notice.message, time::exact)}</p> }
                }).collect::<Vec<_>>()}
            </div>
            <Each each=move || of(Tone::Failure) key=|notice: &Notice| notice.number.to_string() let:notice>{failure(notice)}</Each>
        </div>
    }
}
