//! Enabling, disabling, and resetting a circuit: sent once, and read back when the answer is lost.

use pegboard::platform::{Action, Method, TransportError};
use pegboard::state::write::{Saving, act};
use serde_json::{Value, json};

use super::layer::{after, layer, lost, one, webhook};
use super::script::{Answer, Sequence, run};
use crate::sample::{listed, reply, unlisted};

fn ending(action: Action, answers: impl IntoIterator<Item = Answer>) -> (Saving, Vec<Method>) {
    let script = Sequence::new(answers);
    let saving = run(act(&script, &layer(), "wh", action));
    assert!(script.is_used_up());
    let methods = script.sent().into_iter().map(|request| request.method);
    (saving, methods.collect())
}

/// The webhook after each action, and before it.
fn states(action: Action) -> [Value; 2] {
    let enabled = webhook("wh", json!({}));
    let disabled = webhook("wh", json!({ "disabled_at": "2026-01-01T00:00:00Z" }));
    let open = webhook("wh", json!({ "circuit_state": "open" }));
    match action {
        Action::Enable => [enabled, disabled],
        Action::Disable => [disabled, enabled],
        Action::ResetCircuit => [enabled, open],
    }
}

/// Commerce Layer contract, section 0, point 9.
#[test]
fn a_confirmed_switch_needs_no_second_look() {
    for (action, member) in [
        (Action::Enable, "_enable"),
        (Action::Disable, "_disable"),
        (Action::ResetCircuit, "_reset_circuit"),
    ] {
        let script = Sequence::new([one(&states(action)[0])]);
        let saving = run(act(&script, &layer(), "wh", action));
        let (rows, warning) = saving.subscriptions().unwrap();
        assert_eq!((rows.len(), rows[0].id.as_str(), warning), (1, "wh", None));
        let sent = script.sent().remove(0);
        let body: Value = serde_json::from_str(&sent.body).unwrap();
        assert_eq!(body["data"]["attributes"], json!({ member: true }));
        assert!(sent.url.ends_with("/webhooks/wh"));
    }
}

#[test]
fn a_lost_answer_is_settled_by_reading_it_back() {
    let (answer, error) = lost();
    for action in Action::ALL {
        let [done, not_done] = states(action);
        let (saving, methods) = ending(action, [answer.clone(), one(&done)]);
        assert!(matches!(saving, Saving::Found { .. }), "{action:?}");
        assert_eq!(saving.subscriptions().unwrap().0[0].id, "wh");
        assert_eq!(methods, [Method::Patch, Method::Get]);
        let (saving, _) = ending(action, [answer.clone(), one(&not_done)]);
        let (lost, at) = (error.clone(), after(2));
        assert_eq!(saving, Saving::Absent { lost, at }, "{action:?}");
        let unread = Err(TransportError::Broken);
        let (saving, _) = ending(action, [answer.clone(), unread]);
        let lost = error.clone();
        assert_eq!(saving, Saving::Unknown { lost });
    }
}

#[test]
fn a_refusal_is_the_end_of_it() {
    for status in [401, 404, 422, 423, 429] {
        let (saving, methods) = ending(Action::Enable, [Ok(reply(status, "{}"))]);
        assert!(matches!(saving, Saving::Refused(_)), "{status}");
        assert_eq!(methods, [Method::Patch]);
    }
    for error in [TransportError::Offline, TransportError::Policy] {
        let (saving, methods) = ending(Action::Disable, [Err(error)]);
        assert!(matches!(saving, Saving::Refused(_)), "{error:?}");
        assert_eq!(methods, [Method::Patch]);
    }
}

#[test]
fn a_platform_without_switches_is_sent_nothing() {
    for session in [listed(), unlisted()] {
        for action in Action::ALL {
            let script = Sequence::new([]);
            let saving = run(act(&script, &session, "wh", action));
            assert!(matches!(saving, Saving::Unknown { .. }));
            assert!(script.sent().is_empty());
        }
    }
}

/// What an answer leaves out or shows otherwise would stand on the wall as if that were all: it is read back instead.
#[test]
fn an_answer_that_does_not_show_the_switch_confirms_nothing() {
    for action in Action::ALL {
        let [done, not_done] = states(action);
        let mut spoilt = vec![not_done.clone(), json!({ "id": "wh", "type": "webhooks" })];
        for name in ["topic", "callback_url"] {
            let mut silent = done.clone();
            silent["attributes"].as_object_mut().unwrap().remove(name);
            spoilt.push(silent);
        }
        for spoilt in spoilt {
            let (saving, methods) = ending(action, [one(&spoilt), one(&done)]);
            assert!(
                matches!(saving, Saving::Found { .. }),
                "{action:?}: {spoilt}"
            );
            assert_eq!(methods, [Method::Patch, Method::Get]);
            let row = &saving.subscriptions().unwrap().0[0];
            assert!(!row.events.is_empty() && row.endpoint.is_some());
            let (saving, _) = ending(action, [one(&spoilt), one(&not_done)]);
            assert!(
                matches!(saving, Saving::Absent { .. }),
                "{action:?}: {spoilt}"
            );
        }
    }
}

#[test]
fn a_circuit_in_an_unknown_state_is_not_called_closed() {
    let odd = webhook("wh", json!({ "circuit_state": "half_open" }));
    let (saving, _) = ending(Action::ResetCircuit, [one(&odd), one(&odd)]);
    assert!(matches!(saving, Saving::Unknown { .. }), "{saving:?}");
}
