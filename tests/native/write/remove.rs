//! Removing: every ending of the write, with every state of the list.

use pegboard::platform::{Purpose, Removed};
use pegboard::state::write::{Removal, Session, remove};
use serde_json::json;

use super::ending::{certain, list, lost, unreadable_lists};
use super::layer::{API, after, layer, lost as lost_once, one, webhook};
use super::script::{Answer, Script, Sequence, run};
use crate::sample::{ENDPOINT, NOW, listed, reply, subscription, unlisted};

const ID: &str = "wh_1";

fn ending(session: &Session, write: Answer, list: Answer) -> Removal {
    let script = Script::new(write, list);
    let target = subscription(ID, "order/created", ENDPOINT);
    let removal = run(remove(&script, session, &target));
    assert_eq!(script.count(Purpose::Write), 1, "{:?}", script.purposes());
    assert_eq!(script.purposes().first(), Some(&Purpose::Write));
    assert!(script.count(Purpose::Read) <= 1, "{:?}", script.purposes());
    let open = !matches!(removal, Removal::Confirmed(_) | Removal::Refused(_));
    assert_eq!(
        script.count(Purpose::Read) == 1,
        session.can_read_back() && open
    );
    removal
}

fn empty() -> Answer {
    list(&json!([]))
}

fn shows() -> Answer {
    list(&json!([{ "id": "other" }, { "id": ID }]))
}

fn shows_others() -> Answer {
    list(&json!([{ "id": "other" }, { "id": "wh_11" }, { "id": "WH_1" }]))
}

#[test]
fn only_a_connection_with_a_list_can_be_read_back() {
    assert!(listed().can_read_back());
    assert!(!unlisted().can_read_back());
}

#[test]
fn a_confirmed_removal_needs_no_list() {
    for (session, field) in [
        (listed(), "integrationWebhookRemove"),
        (unlisted(), "oauthWebhookRemove"),
    ] {
        let body = json!({ "data": { field: { "id": ID } } });
        let removal = ending(&session, Ok(reply(200, body)), shows());
        assert_eq!(removal, Removal::Confirmed(Removed::Now(None)));
        assert!(removal.is_gone());
    }
}

/// HappyColis contract, section 7.3: "not found" is an answer, and means that it is gone.
#[test]
fn what_is_not_known_any_more_is_gone() {
    let message = "You can't remove this webhook: webhook not found";
    let as_code =
        json!({ "errors": [{ "message": message, "extensions": { "code": "FORBIDDEN" } }] });
    let as_prefix = json!({ "errors": [{ "message": format!("FORBIDDEN: {message}") }] });
    for body in [as_code, as_prefix] {
        for session in [listed(), unlisted()] {
            let removal = ending(&session, Ok(reply(200, &body)), shows());
            assert_eq!(removal, Removal::Confirmed(Removed::Before));
            assert!(removal.is_gone());
        }
    }
}

#[test]
fn a_refusal_is_the_end_of_it() {
    for (answer, error) in certain() {
        for session in [listed(), unlisted()] {
            let removal = ending(&session, answer.clone(), empty());
            assert_eq!(removal, Removal::Refused(error.clone()));
            assert!(!removal.is_gone());
        }
    }
}

#[test]
fn a_lost_answer_is_settled_by_the_list() {
    for (answer, error) in lost() {
        let removal = ending(&listed(), answer.clone(), shows());
        assert_eq!(
            removal,
            Removal::StillThere {
                lost: error.clone(),
                at: NOW
            }
        );
        assert!(!removal.is_gone());
        for list in [empty(), shows_others()] {
            let removal = ending(&listed(), answer.clone(), list);
            assert_eq!(
                removal,
                Removal::Gone {
                    lost: error.clone()
                }
            );
            assert!(removal.is_gone());
        }
    }
}

#[test]
fn a_lost_answer_and_a_list_that_cannot_be_read_leave_it_open() {
    for (answer, error) in lost() {
        for list in unreadable_lists() {
            let removal = ending(&listed(), answer.clone(), list);
            assert_eq!(
                removal,
                Removal::Unknown {
                    lost: error.clone()
                }
            );
            assert!(!removal.is_gone());
        }
    }
}

/// A row that cannot be read may be the very one: "gone" would take a subscription off the wall that still delivers.
#[test]
fn a_list_with_a_row_that_cannot_be_read_does_not_prove_that_it_is_gone() {
    for (answer, error) in lost() {
        let unclear = list(&json!([{ "id": ID, "type": "order/created", "health": 5 }]));
        let removal = ending(&listed(), answer.clone(), unclear);
        assert_eq!(
            removal,
            Removal::Unknown {
                lost: error.clone()
            }
        );
        let clear = list(&json!([null, { "id": ID }]));
        let removal = ending(&listed(), answer, clear);
        assert_eq!(
            removal,
            Removal::StillThere {
                lost: error,
                at: NOW
            }
        );
    }
}

#[test]
fn a_lost_answer_without_a_list_is_unknown() {
    for (answer, error) in lost() {
        let removal = ending(&unlisted(), answer, empty());
        assert_eq!(removal, Removal::Unknown { lost: error });
        assert!(!removal.is_gone());
    }
}

/// Where the platform can be asked for one, the list is not read: others may come and go on its pages meanwhile.
#[test]
fn a_lost_answer_is_settled_by_asking_for_the_one() {
    let gone = json!({ "errors": [{ "code": "RECORD_NOT_FOUND", "title": "Not found" }] });
    let there = one(&webhook(ID, json!({})));
    let (answer, lost) = lost_once();
    let still = Removal::StillThere {
        lost: lost.clone(),
        at: after(2),
    };
    let is_gone = Removal::Gone { lost: lost.clone() };
    let unknown = Removal::Unknown { lost };
    for (read, removal) in [
        (there, still),
        (Ok(reply(404, gone)), is_gone),
        // Something between can answer 404 as well.
        (Ok(reply(404, "{}")), unknown.clone()),
        (Ok(reply(403, "{}")), unknown),
    ] {
        let script = Sequence::new([answer.clone(), read]);
        let target = subscription(ID, "orders.place", ENDPOINT);
        assert_eq!(run(remove(&script, &layer(), &target)), removal);
        let [_, asked] = &script.sent()[..] else {
            panic!("two requests")
        };
        assert_eq!(
            asked.url.split('?').next(),
            Some(&*format!("{API}/webhooks/{ID}"))
        );
    }
}
