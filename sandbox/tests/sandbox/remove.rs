//! Fact 8, and the switch for the place of FORBIDDEN: what the two remove mutations do.

use sandbox::happycolis::{
    ForbiddenPlace, INTEGRATION, INTEGRATION_TOKEN, OAUTH_CLIENT, OAUTH_TOKEN, SECOND_INTEGRATION,
    SECOND_INTEGRATION_TOKEN, SECOND_OAUTH_TOKEN, VIEW_ONLY_TOKEN,
};
use serde_json::json;

use crate::{
    api::{self, Api, OAUTH_REMOVE, REMOVE, REMOVE_WHOLE, without_ids},
    blocks,
};

#[tokio::test]
async fn an_own_subscription_is_removed() {
    let sandbox = api::start().await;
    let control = &sandbox.control.happycolis;
    let stored = control.subscriptions(INTEGRATION).unwrap();
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let answer = api.remove(&stored[0].id).await;
    let documented = blocks::json("response=happycolis.integrationWebhookRemove/iwr");
    assert_eq!(without_ids(answer.json()), without_ids(documented));
    assert_eq!(
        answer.json()["data"]["integrationWebhookRemove"]["id"],
        stored[0].id
    );

    let answer = api
        .call(REMOVE_WHOLE, json!({ "id": stored[1].id }))
        .await
        .json();
    let whole = json!({
        "id": stored[1].id, "type": stored[1].kind, "endPoint": stored[1].end_point
    });
    assert_eq!(
        answer,
        json!({ "data": { "integrationWebhookRemove": whole } })
    );
    assert_eq!(control.subscriptions(INTEGRATION).unwrap(), stored[2..]);
}

#[tokio::test]
async fn an_oauth_client_removes_its_own() {
    let sandbox = api::start().await;
    let control = &sandbox.control.happycolis;
    let own = control
        .insert(OAUTH_CLIENT, "order/created", "https://a.example.com", None)
        .unwrap();
    let api = Api::relay(&sandbox, OAUTH_TOKEN);
    let answer = api.call(OAUTH_REMOVE, json!({ "id": own.id })).await.json();
    assert_eq!(
        answer["data"]["oauthWebhookRemove"]["endPoint"],
        "https://a.example.com"
    );
    assert_eq!(control.subscriptions(OAUTH_CLIENT).unwrap(), []);
}

#[tokio::test]
async fn an_unknown_id_is_refused_in_both_readings() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let place = |place| {
        sandbox
            .control
            .happycolis
            .switch(|switches| switches.forbidden = place)
    };
    for (operation, block) in [
        (REMOVE, "vars=happycolis.integrationWebhookRemove/iwr"),
        (
            REMOVE_WHOLE,
            "vars=happycolis.integrationWebhookRemove.sub/sub",
        ),
    ] {
        let variables = blocks::json(block);
        place(ForbiddenPlace::Code);
        let answer = api.call(operation, variables.clone()).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.json(), blocks::assumed("remove_not_found_as_code"));
        place(ForbiddenPlace::Prefix);
        let answer = api.call(operation, variables).await;
        assert_eq!(answer.json(), blocks::assumed("remove_not_found_as_prefix"));
    }
    let oauth = Api::relay(&sandbox, OAUTH_TOKEN);
    let variables = blocks::json("vars=happycolis.oauthWebhookRemove/sub");
    let mut expected = blocks::assumed("remove_not_found_as_prefix");
    expected["errors"][0]["path"] = json!(["oauthWebhookRemove"]);
    assert_eq!(oauth.call(OAUTH_REMOVE, variables).await.json(), expected);
}

#[tokio::test]
async fn what_belongs_to_another_is_refused_and_stays() {
    let sandbox = api::start().await;
    let control = &sandbox.control.happycolis;
    let integration = control.subscriptions(INTEGRATION).unwrap()[0].id.clone();
    let client = control
        .insert(OAUTH_CLIENT, "order/created", "https://a.example.com", None)
        .unwrap()
        .id;
    let mismatch = blocks::assumed("remove_mismatch_as_code");
    for (token, id) in [
        (SECOND_INTEGRATION_TOKEN, &integration),
        (INTEGRATION_TOKEN, &client),
    ] {
        assert_eq!(
            Api::relay(&sandbox, token).remove(id).await.json(),
            mismatch
        );
    }
    for (token, id) in [(SECOND_OAUTH_TOKEN, &client), (OAUTH_TOKEN, &integration)] {
        let answer = Api::relay(&sandbox, token)
            .call(OAUTH_REMOVE, json!({ "id": id }))
            .await;
        let mut expected = mismatch.clone();
        expected["errors"][0]["path"] = json!(["oauthWebhookRemove"]);
        assert_eq!(answer.json(), expected);
    }
    let counts = [INTEGRATION, OAUTH_CLIENT, SECOND_INTEGRATION]
        .map(|owner| control.subscriptions(owner).unwrap().len());
    assert_eq!(counts, [13, 1, 2]);
}

#[tokio::test]
async fn the_other_reading_of_a_mismatch_is_the_documented_line() {
    let sandbox = api::start().await;
    let control = &sandbox.control.happycolis;
    control.switch(|switches| switches.forbidden = ForbiddenPlace::Prefix);
    let id = control.subscriptions(INTEGRATION).unwrap()[0].id.clone();
    let answer = Api::relay(&sandbox, SECOND_INTEGRATION_TOKEN)
        .remove(&id)
        .await
        .json();
    let message =
        "FORBIDDEN: You can't remove this webhook: integrationId or integrationType mismatch";
    let error = json!({ "message": message, "path": ["integrationWebhookRemove"] });
    assert_eq!(answer, json!({ "data": null, "errors": [error] }));
}

#[tokio::test]
async fn remove_needs_its_scope() {
    let sandbox = api::start().await;
    let id = sandbox
        .control
        .happycolis
        .subscriptions(INTEGRATION)
        .unwrap()[0]
        .id
        .clone();
    let answer = Api::relay(&sandbox, VIEW_ONLY_TOKEN)
        .remove(&id)
        .await
        .json();
    let mut expected = blocks::assumed("insufficient_scope");
    expected["errors"][0]["path"] = json!(["integrationWebhookRemove"]);
    assert_eq!(answer, expected);
}
