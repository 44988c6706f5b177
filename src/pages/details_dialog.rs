//! Everything about one subscription.

use crate::signals::*;

use super::board;
use super::copy::copy_secret;
use super::deliveries::DeliveryList;
use super::failure::Failure;
use crate::components::Dialog;
use crate::state::board::{Details, SharedSecret};
use crate::subscription::Attribute;
use crate::text::{attribute, details as words, event, platform as names, time};
use crate::ui::{Html, ui};

#[component]
pub fn DetailsDialog(details: Details) -> Html {
    let board = board();
    let target = &details.kept().target;
    let capabilities = untrack(|| details.live.capabilities());
    let time_of = |at: Option<_>| at.map_or_else(|| names::NO_TIME.to_owned(), time::exact);
    let mut lines = vec![
        (words::EVENTS.to_owned(), target.event_names()),
        (
            words::ENDPOINT.to_owned(),
            target.endpoint.clone().unwrap_or_default(),
        ),
        (words::ID.to_owned(), target.id.clone()),
        (words::CREATED.to_owned(), time_of(target.created)),
        (words::UPDATED.to_owned(), time_of(target.updated)),
    ];
    let attributes = target.attributes.iter();
    lines.extend(attributes.map(|(own, text)| {
        let text = match own {
            Attribute::IncludeResources => text.replace('\n', ", "),
            _ => text.to_owned(),
        };
        (attribute::label(own), text)
    }));
    let line =
        |(term, text): (String, String)| ui! { <dt>{term}</dt> <dd class="mono">{text}</dd> };
    let lines = lines.into_iter().map(line).collect::<Vec<_>>();
    let secret = capabilities
        .shared_secret
        .then(|| ui! { <Secret details /> });
    let deliveries = capabilities
        .deliveries
        .then(|| ui! { <DeliveryList details /> });
    let close = Callback::new(move |()| board.close_details(details));
    ui! {
        <Dialog title=target.event_names() on_close=close>
            <p class="lead">{event::label(&target.event_names())}</p>
            <dl class="facts">{lines}</dl>
            {secret}
            {deliveries}
            <div class="buttons dialog-buttons">
                <button type="button" class="button" on:click=move |_| close.run(())>{words::CLOSE}</button>
            </div>
        </Dialog>
    }
}

/// Fetched on demand, masked until it is revealed, and gone with the dialog.
#[component]
fn Secret(details: Details) -> Html {
    let board = board();
    let fetch = move |_| board.fetch_secret(details);
    let reveal = move |_| {
        details.secret.update(|secret| {
            if let SharedSecret::Fetched { revealed, .. } = secret {
                *revealed = !*revealed;
            }
        });
    };
    let content = move || match details.secret.get() {
        SharedSecret::Fetched { secret, revealed } => {
            let (shown, label) = if revealed {
                (secret.expose().to_owned(), words::HIDE_SECRET)
            } else {
                (words::MASKED.to_owned(), words::REVEAL_SECRET)
            };
            ui! {
                <code class="whole">{shown}</code>
                <div class="buttons">
                    <button type="button" class="button small" on:click=reveal>{label}</button>
                    <button type="button" class="button small" on:click=move |_| copy_secret(board, &secret)>{words::COPY_SECRET}</button>
                </div>
            }
        }
        other => {
            let busy = other == SharedSecret::Fetching;
            let failed = match other {
                SharedSecret::Failed(error) => Some(
                    ui! { <div role="alert" class="alert"><Failure error live=details.live /></div> },
                ),
                _ => None,
            };
            ui! {
                {failed}
                <button type="button" class="button small" disabled=busy on:click=fetch>{words::FETCH_SECRET}</button>
            }
        }
    };
    ui! {
        <section class="part" aria-label=words::SECRET>
            <h3>{words::SECRET}</h3>
            <p class="help">{words::SECRET_HELP}</p>
            {content}
        </section>
    }
}
