//! Fact 3 and assumption 2: introspection, and what it finds.

use sandbox::sentera::{ACME_CHILD, SUBSCRIPTION};
use serde_json::{Value, json};

use super::api::Api;
use crate::{api, blocks};

async fn discover(api: &Api) -> Value {
    let answer = api.op("discovery", json!({})).await;
    assert_eq!(answer.status, 200);
    answer.json()
}

fn names(list: &Value) -> Vec<&str> {
    let list = list.as_array().unwrap().iter();
    list.map(|each| each["name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn it_finds_events_statuses_and_authentication() {
    let sandbox = api::start().await;
    let found = discover(&Api::relay(&sandbox)).await["data"].clone();
    let types = names(&found["eventTypes"]["enumValues"]);
    let lines = blocks::text("name=sentera.event-types").lines();
    for documented in lines.filter(|line| !line.starts_with('#')) {
        assert!(types.contains(&documented), "{documented}");
    }
    assert_eq!(types.len(), 3);
    let statuses = names(&found["eventStatuses"]["enumValues"]);
    assert_eq!(statuses, ["PENDING", "SUCCEEDED", "FAILED"]);
    let fields = names(&found["authentication"]["inputFields"]);
    assert_eq!(fields, ["client_id", "client_secret", "token_url", "scope"]);
    let queries = names(&found["__schema"]["queryType"]["fields"]);
    assert_eq!(queries, ["organizations", "user_organization"]);
}

#[tokio::test]
async fn it_finds_lists_where_the_schema_has_them() {
    let sandbox = api::start().await;
    let control = &sandbox.control.sentera;
    control.switch(|switches| switches.discovery = true);
    let api = Api::relay(&sandbox);
    let found = discover(&api).await["data"].clone();
    let queries = names(&found["__schema"]["queryType"]["fields"]);
    assert!(queries.contains(&"webhook_subscriptions"));
    let fields = names(&found["organization"]["fields"]);
    assert!(fields.contains(&"webhook_subscriptions"));

    let page = "pagination: { page: 1, page_size: 1 }";
    let query = format!(
        "{{ webhook_subscriptions(organization_sentera_id: \"{ACME_CHILD}\", {page}) {{ total_count results {{ sentera_id }} }}
           organizations(organization_sentera_ids: [\"{ACME_CHILD}\"], {page}) {{ results {{ webhook_subscriptions({page}) {{ total_count results {{ sentera_id }} }} }} }} }}"
    );
    let listed = api.call(&query, json!({})).await.json()["data"].clone();
    let expected = json!({ "total_count": 2, "results": [{ "sentera_id": SUBSCRIPTION }] });
    assert_eq!(listed["webhook_subscriptions"], expected);
    let of_organization = &listed["organizations"]["results"][0]["webhook_subscriptions"];
    assert_eq!(of_organization, &expected);
}

#[tokio::test]
async fn it_can_be_refused() {
    let sandbox = api::start().await;
    let control = &sandbox.control.sentera;
    control.switch(|switches| switches.introspection = false);
    let api = Api::relay(&sandbox);
    let refused = discover(&api).await;
    assert_eq!(refused.get("data"), None);
    let error = &refused["errors"][0];
    assert_eq!(
        error["message"],
        "Field '__schema' doesn't exist on type 'Query'"
    );
    assert_eq!(
        error["path"],
        json!(["query PegboardDiscovery", "__schema"])
    );
    assert_eq!(refused["errors"].as_array().unwrap().len(), 11);
    let guide = api.op("organizations.guide", json!({})).await.json();
    assert_eq!(guide["data"]["organizations"]["total_count"], 3);
}
