//! Fact 9: the organizations of a token.

use sandbox::sentera::{ACME, ACME_CHILD, ACME_GRANDCHILD, OTHER_ORGANIZATION, OTHER_TOKEN};
use serde_json::{Value, json};

use super::api::Api;
use crate::{api, blocks};

const QUERY: &str = "query All($ids: [ID!], $parent: ID, $page: Int!, $size: Int!) {
  organizations(organization_sentera_ids: $ids, parent_organization_id: $parent, pagination: { page: $page, page_size: $size }) {
    page page_size present total_count results { sentera_id }
  }
}";

async fn ask(api: &Api, mut variables: Value) -> Value {
    for (name, value) in [("page", 1), ("size", 100)] {
        if variables.get(name).is_none() {
            variables[name] = value.into();
        }
    }
    api.call(QUERY, variables).await.json()["data"]["organizations"].clone()
}

fn ids(organizations: &Value) -> Vec<&str> {
    let results = organizations["results"].as_array().unwrap().iter();
    results
        .map(|each| each["sentera_id"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn the_documented_example_is_answered() {
    let sandbox = api::start().await;
    let answer = Api::relay(&sandbox)
        .op("organizations.guide", json!({}))
        .await;
    let documented = blocks::json("response=sentera.organizations.guide/doc");
    assert_eq!((answer.status, answer.json()), (200, documented));
}

#[tokio::test]
async fn the_other_documented_example_is_answered_with_our_ids() {
    let sandbox = api::start().await;
    let answer = Api::relay(&sandbox)
        .op("organizations.all", json!({}))
        .await;
    let mut answered = answer.json();
    let mut expected = blocks::json("response=sentera.organizations.all/doc");
    for value in [&mut answered, &mut expected] {
        let results = value["data"]["organizations"]["results"].as_array_mut();
        for organization in results.unwrap() {
            let id = organization["sentera_id"].take();
            assert!(id.as_str().unwrap().contains("_OR_"));
        }
    }
    assert_eq!(answered, expected);
}

#[tokio::test]
async fn they_are_filtered_in_the_order_that_is_asked_for() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox);
    let named = json!({ "ids": [ACME_GRANDCHILD, OTHER_ORGANIZATION, ACME] });
    assert_eq!(ids(&ask(&api, named).await), [ACME_GRANDCHILD, ACME]);
    let below = ask(&api, json!({ "parent": ACME })).await;
    assert_eq!(ids(&below), [ACME_CHILD, ACME_GRANDCHILD]);
    let other = ask(&api.with(OTHER_TOKEN), json!({})).await;
    assert_eq!(ids(&other), [OTHER_ORGANIZATION]);
}

#[tokio::test]
async fn they_come_in_pages() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox);
    let second = ask(&api, json!({ "page": 2, "size": 2 })).await;
    assert_eq!(ids(&second), [ACME_GRANDCHILD]);
    let empty = ask(&api, json!({ "page": 3, "size": 2 })).await;
    let told = ["page", "page_size", "present", "total_count"].map(|name| empty[name].clone());
    assert_eq!(told, [json!(3), json!(2), json!(false), json!(3)]);
    assert_eq!(ask(&api, json!({ "size": 5000 })).await["page_size"], 1000);
}

#[tokio::test]
async fn a_user_belongs_to_one() {
    let sandbox = api::start().await;
    let query = "{ user_organization { name country_code parent_organization_id } }";
    let answer = Api::relay(&sandbox).call(query, json!({})).await.json();
    let expected = json!({ "name": "Acme", "country_code": "US", "parent_organization_id": null });
    assert_eq!(answer["data"]["user_organization"], expected);
}
