//! What the console sends is what the contract documents.

use pegboard::platform::{Request, ikas};
use pegboard::state::config::Config;
use pegboard::subscription::{Credential, IkasVersion, Platform};
use serde_json::{Value, json};

use super::fixture::{
    API, ENDPOINT, VERSIONS, json as block_json, operation_of, sdl, text, valid, version,
};
use crate::graphql::{parts, words};

/// Builds the request for the variables of a block.
fn build(version: IkasVersion, variables: &Value) -> Request {
    let texts = |value: &Value| -> Vec<String> {
        let items = value.as_array().into_iter().flatten();
        items
            .map(|item| item.as_str().unwrap().to_owned())
            .collect()
    };
    let Some(input) = variables.get("input") else {
        return ikas::remove(API, version, &texts(&variables["scopes"]));
    };
    let scopes = texts(&input["scopes"]);
    let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
    let channels = texts(&input["salesChannelIds"]).join("\n");
    let endpoint = input["endpoint"].as_str().unwrap();
    ikas::save(API, version, &valid(&scopes, endpoint, &channels))
}

pub fn is_what_is_sent(block: &str) {
    let mut variables = block_json(block);
    let (of, operation) = operation_of(block);
    sdl(of)
        .takes(&text(&format!("op={of}.{operation}")), &variables)
        .unwrap();
    let (query, sent) = sdl(of).sent(&build(version(of), &variables));
    assert_eq!(words(&query), words(&text(&format!("op={of}.{operation}"))));
    // No sales channels are sent as an empty list, as the official example does (section 3.3).
    if let Some(input) = variables.get_mut("input").and_then(Value::as_object_mut) {
        input.entry("salesChannelIds").or_insert_with(|| json!([]));
    }
    assert_eq!(sent, variables);
}

/// Section 3.6: the addresses, the headers and the operations of v1, which the documentation writes without variables.
pub fn is_a_whole_request(block: &str) {
    let documented = text(block);
    let (head, body) = documented.split_once("\n\n").unwrap();
    let body: Value = serde_json::from_str(body).unwrap();
    let operation = block
        .strip_suffix(".request")
        .unwrap()
        .replace("name=", "op=");
    assert_eq!(
        words(body["query"].as_str().unwrap()),
        words(&text(&operation))
    );

    let value = |name: &str| {
        let mut lines = head.lines();
        lines
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
            .unwrap()
    };
    let path = head.split(' ').nth(1).unwrap();
    let address = format!("https://{}{path}", value("Host"));
    let config = Config::default();
    let template = config.api(Platform::Ikas);
    assert_eq!(template.replace("{version}", "v1"), address);
    let credential = Credential::new("<your_access_token>", &address);
    let authorization = credential.authorization(&ikas::list(&address).url);
    assert_eq!(authorization.as_deref(), Some(value("Authorization")));
}

#[test]
fn several_scopes_and_sales_channels_go_in_one_request() {
    for version in VERSIONS {
        let scopes = [
            "store/stock/created",
            "store/order/created",
            "store/free/text",
        ];
        let (_, variables) = parts(&ikas::save(
            API,
            version,
            &valid(&scopes, ENDPOINT, "one\ntwo"),
        ));
        let wanted =
            json!({ "endpoint": ENDPOINT, "salesChannelIds": ["one", "two"], "scopes": scopes });
        assert_eq!(variables, json!({ "input": wanted }));
        let owned = scopes.map(str::to_owned);
        let (_, variables) = parts(&ikas::remove(API, version, &owned));
        assert_eq!(variables, json!({ "scopes": scopes }));
    }
}
