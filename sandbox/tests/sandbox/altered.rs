//! Answers with one place changed: the call is processed, and only what it is answered with differs.

use reqwest::Method;
use sandbox::{
    Alteration, Effect, Fault, Running,
    happycolis::{INTEGRATION, INTEGRATION_TOKEN},
};
use serde_json::{Value, json};

use crate::api::{self, Answer, Api, CREATE, input, kinds, request, send};

const NEW: &str = "product/created";
const RESULT: &str = "/data/integrationWebhookCreate";

/// A create whose answer is changed at this place below its result.
async fn create(sandbox: &Running, place: &str, change: Alteration) -> Answer {
    let at = format!("{RESULT}{place}");
    let fault = Fault::next(Effect::Altered { at, change });
    sandbox.control.happycolis.queue_fault(fault);
    let api = Api::relay(sandbox, INTEGRATION_TOKEN);
    let input = input(NEW, "https://a.example.com");
    api.try_call(CREATE, input).await.unwrap()
}

/// The result of a create, changed and whole.
async fn results(place: &str, change: Alteration) -> (Value, Value) {
    let sandbox = api::start().await;
    let answer = create(&sandbox, place, change).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), Some("application/json"));
    let of = |id: &str| {
        let held = sandbox.control.happycolis.subscriptions(INTEGRATION);
        let mut held = held.unwrap().into_iter();
        held.find(|it| it.kind.as_deref() == Some(id)).unwrap()
    };
    let stored = of(NEW);
    let whole = json!({
        "id": stored.id, "type": NEW, "health": "HEALTHY", "endPoint": "https://a.example.com",
    });
    (
        answer.json()["data"]["integrationWebhookCreate"].take(),
        whole,
    )
}

#[tokio::test]
async fn a_member_is_missing_renamed_null_unknown_or_added() {
    let (changed, mut whole) = results("/health", Alteration::Remove).await;
    whole.as_object_mut().unwrap().remove("health");
    assert_eq!(changed, whole);
    let (changed, mut whole) = results("/id", Alteration::Rename("identifier".to_owned())).await;
    whole["identifier"] = whole.as_object_mut().unwrap().remove("id").unwrap();
    assert_eq!(changed, whole);
    for value in [Value::Null, json!("SLEEPING")] {
        let (changed, mut whole) = results("/health", Alteration::Set(value.clone())).await;
        whole["health"] = value;
        assert_eq!(changed, whole);
    }
    let (changed, mut whole) = results("/a~1b~0c", Alteration::Set(json!([1]))).await;
    whole["a/b~c"] = json!([1]);
    assert_eq!(changed, whole);
    let (changed, _) = results("", Alteration::Set(Value::Null)).await;
    assert_eq!(changed, Value::Null);
}

#[tokio::test]
async fn an_item_of_a_list_is_changed_or_missing() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let whole = api.list().await.json();
    let list = "/data/integration/webhooks";
    for (place, change) in [
        ("/1", Alteration::Remove),
        ("/1", Alteration::Set(Value::Null)),
        ("/1/type", Alteration::Remove),
    ] {
        let mut wanted = whole.clone();
        let items = wanted.pointer_mut(list).unwrap().as_array_mut().unwrap();
        match (place, &change) {
            ("/1", Alteration::Remove) => drop(items.remove(1)),
            ("/1", _) => items[1] = Value::Null,
            _ => drop(items[1].as_object_mut().unwrap().remove("type")),
        }
        let at = format!("{list}{place}");
        let fault = Fault::next(Effect::Altered { at, change });
        sandbox.control.happycolis.queue_fault(fault);
        assert_eq!(api.list().await.json(), wanted);
    }
    assert_eq!(api.list().await.json(), whole);
}

/// Otherwise a test that names a wrong place would pass for the wrong reason.
#[tokio::test]
async fn a_place_that_is_not_there_is_told() {
    for (place, change) in [
        ("/nothing", Alteration::Remove),
        ("/nothing", Alteration::Rename("else".to_owned())),
        ("/nothing/at", Alteration::Set(Value::Null)),
        ("/id/0", Alteration::Set(Value::Null)),
    ] {
        let sandbox = api::start().await;
        let answer = create(&sandbox, place, change).await;
        assert_eq!(answer.status, 500);
        assert!(answer.body.contains(place), "{}", answer.body);
        assert!(kinds(&sandbox, INTEGRATION).contains(&NEW.to_owned()));
    }
}

#[tokio::test]
async fn the_control_interface_takes_it_as_json() {
    let sandbox = api::start().await;
    let url = format!("{}/sandbox/happycolis/faults", sandbox.origin);
    for (change, read) in [
        (json!("remove"), Alteration::Remove),
        (json!({ "rename": "x" }), Alteration::Rename("x".to_owned())),
        (json!({ "set": null }), Alteration::Set(Value::Null)),
    ] {
        let fault = json!({ "effect": "altered", "at": "/data", "change": change });
        let queued = request(Method::POST, &url).json(&fault);
        assert_eq!(send(queued).await.unwrap().status, 204);
        let at = "/data".to_owned();
        let effect = Effect::Altered { at, change: read };
        assert_eq!(sandbox.control.happycolis.faults(), [Fault::next(effect)]);
        sandbox.control.happycolis.clear_faults();
    }
}
