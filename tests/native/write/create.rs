//! Creating: every ending of the write, with every state of the list.

use pegboard::platform::{Answered, ApiError, Purpose, TransportError, Unreadable};
use pegboard::state::write::{Saving, Session, create, look_again};
use pegboard::subscription::{Attributes, Reading, Source, Subscription};
use serde_json::{Value, json};

use super::ending::{certain, list, lost, unreadable_lists};
use super::script::{Answer, Script, run};
use crate::sample::{ENDPOINT, NOW, listed, reply, unlisted, valid};

const EVENT: &str = "order/created";

fn created() -> Subscription {
    Subscription {
        id: "new".to_owned(),
        events: vec![EVENT.to_owned()],
        endpoint: Some(ENDPOINT.to_owned()),
        reading: Reading::happycolis_list(Some("HEALTHY".to_owned()), NOW),
        created: None,
        updated: None,
        attributes: Attributes::default(),
        source: Source::Platform,
    }
}

/// What was on the wall: the same event and endpoint under another id.
fn known(id: &str) -> Subscription {
    Subscription {
        id: id.to_owned(),
        ..created()
    }
}

fn webhook(id: &str, event: &str, endpoint: &str) -> Value {
    json!({ "id": id, "type": event, "health": "HEALTHY", "endPoint": endpoint })
}

/// Sends the creation over a script, and sees that it was sent once and before the list was read.
fn ending(session: &Session, write: Answer, list: Answer, before: &[&str]) -> Saving {
    let script = Script::new(write, list);
    let before: Vec<Subscription> = before.iter().map(|id| known(id)).collect();
    let creation = run(create(
        &script,
        session,
        &valid(EVENT, ENDPOINT, &[]),
        &before,
    ));
    assert_eq!(script.count(Purpose::Write), 1, "{:?}", script.purposes());
    assert_eq!(script.purposes().first(), Some(&Purpose::Write));
    assert!(script.count(Purpose::Read) <= 1, "{:?}", script.purposes());
    let readable = session.connection == listed().connection;
    let open = matches!(
        creation,
        Saving::Found { .. } | Saving::Absent { .. } | Saving::Unknown { .. }
    );
    assert_eq!(script.count(Purpose::Read) == 1, readable && open);
    creation
}

fn empty() -> Answer {
    list(&json!([]))
}

#[test]
fn a_confirmed_creation_needs_no_list() {
    for (session, field) in [
        (listed(), "integrationWebhookCreate"),
        (unlisted(), "oauthWebhookCreate"),
    ] {
        let body = json!({ "data": { field: webhook("new", EVENT, ENDPOINT) } });
        let creation = ending(&session, Ok(reply(200, body)), empty(), &[]);
        assert_eq!(
            creation,
            Saving::Confirmed(Answered {
                value: vec![created()],
                warning: None
            })
        );
        let (subscriptions, warning) = creation.subscriptions().unwrap();
        assert_eq!((subscriptions, warning), (&[created()][..], None));
    }
}

#[test]
fn a_refusal_is_the_end_of_it() {
    for (answer, error) in certain() {
        for session in [listed(), unlisted()] {
            let creation = ending(&session, answer.clone(), empty(), &[]);
            assert_eq!(creation, Saving::Refused(error.clone()));
            assert_eq!(creation.subscriptions(), None);
        }
    }
}

#[test]
fn a_lost_answer_is_found_on_the_list() {
    let shows = json!([
        webhook("other", "order/updated", ENDPOINT),
        webhook("new", EVENT, ENDPOINT)
    ]);
    for (answer, error) in lost() {
        let creation = ending(&listed(), answer, list(&shows), &["other"]);
        let found = Saving::Found {
            lost: error,
            subscriptions: vec![created()],
        };
        assert_eq!(creation, found);
        assert_eq!(creation.subscriptions(), Some((&[created()][..], None)));
    }
}

#[test]
fn a_lost_answer_that_the_list_does_not_show_is_absent_for_now() {
    let others = [
        json!([]),
        json!([webhook("other", "order/updated", ENDPOINT)]),
        json!([webhook("other", EVENT, "https://other.example.com/")]),
        // The same event and endpoint, but it was on the wall before.
        json!([webhook("before", EVENT, ENDPOINT)]),
    ];
    for (answer, error) in lost() {
        for webhooks in &others {
            let creation = ending(&listed(), answer.clone(), list(webhooks), &["before"]);
            let absent = Saving::Absent {
                lost: error.clone(),
                at: NOW,
            };
            assert_eq!(creation, absent, "{webhooks}");
            assert_eq!(creation.subscriptions(), None);
        }
    }
}

#[test]
fn a_lost_answer_and_a_list_that_cannot_be_read_leave_it_open() {
    for (answer, error) in lost() {
        for list in unreadable_lists() {
            let creation = ending(&listed(), answer.clone(), list, &[]);
            assert_eq!(
                creation,
                Saving::Unknown {
                    lost: error.clone()
                }
            );
        }
    }
}

/// A row that cannot be read may be the very one: a list with such a row proves that something is there, not that it is not.
#[test]
fn a_list_with_a_row_that_cannot_be_read_does_not_prove_absence() {
    let unclear = json!([{ "id": "new", "type": EVENT, "endPoint": ENDPOINT, "health": 5 }]);
    let clear = json!([null, webhook("new", EVENT, ENDPOINT)]);
    for (answer, error) in lost() {
        let creation = ending(&listed(), answer.clone(), list(&unclear), &[]);
        assert_eq!(
            creation,
            Saving::Unknown {
                lost: error.clone()
            }
        );
        let creation = ending(&listed(), answer, list(&clear), &[]);
        assert_eq!(
            creation,
            Saving::Found {
                lost: error,
                subscriptions: vec![created()]
            }
        );
    }
}

/// A name that nobody documents may be a new one of the event that was asked for. On a row that was there before it is not.
#[test]
fn a_new_row_of_an_event_that_nobody_documents_may_be_it() {
    let strange = json!([webhook("new", "order/never_seen", ENDPOINT)]);
    let known = json!([webhook("new", "order/updated", ENDPOINT)]);
    let elsewhere = "https://other.example.com/";
    let far = json!([webhook("new", "order/never_seen", elsewhere)]);
    for (answer, lost) in lost() {
        let creation = |shows| ending(&listed(), answer.clone(), list(shows), &[]);
        let unknown = Saving::Unknown { lost: lost.clone() };
        assert_eq!(creation(&strange), unknown);
        let absent = Saving::Absent { lost, at: NOW };
        assert_eq!(creation(&known), absent);
        assert_eq!(creation(&far), absent);
    }
}

#[test]
fn an_answer_about_another_event_is_settled_by_the_list() {
    let body = json!({ "data": { "integrationWebhookCreate": webhook("new", "order/updated", ENDPOINT) } });
    let answer = || Ok(reply(200, &body));
    let what = Unreadable::Another;
    let lost = || ApiError::Unreadable { status: 200, what };
    let shows = json!([webhook("new", EVENT, ENDPOINT)]);
    let creation = ending(&listed(), answer(), list(&shows), &[]);
    let subscriptions = vec![created()];
    let found = Saving::Found {
        lost: lost(),
        subscriptions,
    };
    assert_eq!(creation, found);
    let shows = json!([webhook("new", "order/updated", ENDPOINT)]);
    let creation = ending(&listed(), answer(), list(&shows), &[]);
    let (lost, at) = (lost(), NOW);
    assert_eq!(creation, Saving::Absent { lost, at });
}

#[test]
fn a_lost_answer_without_a_list_is_unknown() {
    for (answer, error) in lost() {
        let creation = ending(&unlisted(), answer, empty(), &[]);
        assert_eq!(creation, Saving::Unknown { lost: error });
    }
}

#[test]
fn a_complaint_beside_the_result_is_kept() {
    let body = json!({
        "data": { "oauthWebhookCreate": webhook("new", EVENT, ENDPOINT) },
        "errors": [{ "message": "X is slow" }],
    });
    let creation = ending(&unlisted(), Ok(reply(200, body)), empty(), &[]);
    let (_, warning) = creation.subscriptions().unwrap();
    assert_eq!(warning.unwrap().message, "X is slow");
}

/// Such an answer has to leave a row that can be shown, kept and exported.
#[test]
fn what_a_confirmation_leaves_out_is_what_was_sent() {
    for webhook in [
        json!({ "id": "new", "health": "HEALTHY" }),
        json!({ "id": "new", "type": null, "endPoint": null, "health": "HEALTHY" }),
        json!({ "id": "new", "type": EVENT, "health": "HEALTHY" }),
    ] {
        let body = json!({ "data": { "oauthWebhookCreate": webhook } });
        let creation = ending(&unlisted(), Ok(reply(200, body)), empty(), &[]);
        let (subscriptions, _) = creation.subscriptions().unwrap();
        assert_eq!(subscriptions, [created()], "{webhook}");
    }
    // What the platform says itself counts.
    let webhook = webhook("new", "order/updated", "https://changed.example.com/");
    let body = json!({ "data": { "oauthWebhookCreate": webhook } });
    let creation = ending(&unlisted(), Ok(reply(200, body)), empty(), &[]);
    let (subscriptions, _) = creation.subscriptions().unwrap();
    assert_eq!(subscriptions.len(), 1);
    assert_eq!(subscriptions[0].event_names(), "order/updated");
    assert_eq!(
        subscriptions[0].endpoint.as_deref(),
        Some("https://changed.example.com/")
    );
}

/// What is seen before a second confirmation, after an attempt that was lost. Nothing is written by looking.
fn again(session: &Session, list: Answer) -> Option<Saving> {
    let script = Script::new(Err(TransportError::Broken), list);
    let lost = ApiError::Transport(TransportError::Broken);
    let before = (vec![known("before")], lost);
    let valid = valid(EVENT, ENDPOINT, &[]);
    let saving = run(look_again(&script, session, &valid, &before));
    assert_eq!(script.count(Purpose::Write), 0);
    saving
}

#[test]
fn what_arrived_after_all_is_not_sent_again() {
    let shows = json!([
        webhook("before", EVENT, ENDPOINT),
        webhook("new", EVENT, ENDPOINT)
    ]);
    let found = Saving::Found {
        lost: ApiError::Transport(TransportError::Broken),
        subscriptions: vec![created()],
    };
    assert_eq!(again(&listed(), list(&shows)), Some(found));
}

#[test]
fn nothing_is_sent_while_the_platform_cannot_be_looked_at() {
    for list in unreadable_lists() {
        let saving = again(&listed(), list);
        assert!(matches!(saving, Some(Saving::Refused(_))), "{saving:?}");
    }
}

#[test]
fn what_did_not_arrive_can_be_sent_once_more() {
    let before = json!([webhook("before", EVENT, ENDPOINT)]);
    let unclear = json!([{ "id": "new", "type": EVENT, "endPoint": ENDPOINT, "health": 5 }]);
    for shown in [before, json!([]), unclear] {
        assert_eq!(again(&listed(), list(&shown)), None);
    }
    // Where there is no list, the person's word is all there is.
    assert_eq!(again(&unlisted(), empty()), None);
}
