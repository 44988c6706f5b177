//! What became of a write whose outcome was unknown.

use super::note::{Act, Note, ReplaceStage};
use super::notice::Happened;
use super::write::is_switched;
use crate::subscription::{Listing, Subscription};

/// What a list, read after the fact, says of a noted write; nothing when it would rest on the absence of a row, and not
/// every row could be read. A row with an event that nobody documents may be the one that was asked for.
pub fn settle(
    note: &Note,
    list: &Listing,
    is_documented: &dyn Fn(&str) -> bool,
) -> Option<Happened> {
    let deed = &note.deed;
    let listed = list.subscriptions().find(|row| deed.is_of(row));
    let is_new = |row: &&Subscription| !note.before.contains(&row.id);
    let is_of = |event: &str| deed.event.split(", ").any(|wanted| wanted == event);
    let is_there = |row: &Subscription| row.endpoint.as_deref() == Some(deed.endpoint.as_str());
    let has_pair = || {
        list.subscriptions().filter(is_new).any(|row| {
            let mut wanted = deed.event.split(", ");
            wanted.all(|event| row.events.iter().any(|e| e == event)) && is_there(row)
        })
    };
    let is_strange = |row: &Subscription| {
        is_there(row)
            && !row
                .events
                .iter()
                .all(|event| is_documented(event) || is_of(event))
    };
    let may_be_it = |row: &Subscription| row.may_be(&is_of, &deed.endpoint) || is_strange(row);
    let is_clear = !list.subscriptions().filter(is_new).any(may_be_it);
    let yes = |it: bool| if it { Happened::Yes } else { Happened::No };
    let happened = match deed.act {
        Act::Create if has_pair() => Happened::Yes,
        Act::Create if is_clear => Happened::No,
        // What else was typed is not noted, so the list cannot tell.
        Act::Update => return None,
        Act::Switch(action) => return is_switched(listed?, action).map(yes),
        Act::Remove => yes(listed.is_none()),
        Act::Replace(_) if listed.is_none() && has_pair() => Happened::Yes,
        Act::Replace(ReplaceStage::Removing) if listed.is_some() => Happened::No,
        Act::Replace(_) if is_clear => Happened::OnlyRemoved,
        // A row that does not say what it is may be the very one.
        Act::Create | Act::Replace(_) => return None,
    };
    let rests_on_presence = match deed.act {
        Act::Create => happened == Happened::Yes,
        _ => happened == Happened::No,
    };
    (rests_on_presence || list.is_complete()).then_some(happened)
}
