//! A connection: what makes it the same one, and what it asks of the platform first.

use pegboard::platform::{
    Change, Learned, ListSource, Overlap, Proof, Purpose, capabilities, list, prove, read_list,
    read_proof, rules,
};
use pegboard::subscription::{Access, Connection, HappyColisMode, Platform};
use pegboard::validation::EventRule;
use serde_json::{Value, json};

use crate::sample::{API, INTEGRATION, NOW, access, connection, reply};

fn every_access() -> [Access; 3] {
    [
        access(HappyColisMode::Integration, Some(INTEGRATION)),
        access(HappyColisMode::Integration, None),
        access(HappyColisMode::Oauth, None),
    ]
}

#[test]
fn platform_mode_and_name_make_it_the_same_one() {
    let keys = every_access().map(|access| connection("Shop", access).key());
    let texts = keys.each_ref().map(|key| key.as_str());
    let integration = "happycolis/integration/Shop";
    assert_eq!(texts, [integration, integration, "happycolis/oauth/Shop"]);
    let elsewhere = Connection {
        api: "/relay".to_owned(),
        ..connection("Shop", every_access()[1].clone())
    };
    assert_eq!(elsewhere.key(), keys[0]);
    assert_eq!(elsewhere.platform(), Platform::HappyColis);
}

#[test]
fn only_an_integration_with_its_id_has_a_list() {
    let lists = every_access().map(|access| capabilities(&access, &Learned::default()).list);
    assert_eq!(
        lists,
        [ListSource::Platform, ListSource::Ledger, ListSource::Ledger]
    );
    for access in every_access() {
        let nothing = Learned::default();
        let capabilities = capabilities(&access, &nothing);
        assert_eq!(capabilities.change, Change::Replace);
        assert!(capabilities.headers && capabilities.overlap == Overlap::Refused);
        assert_eq!(rules(&access, &nothing, None).events, EventRule::One);
        let has_list = list(&connection("Shop", access), &nothing, 1).is_some();
        assert_eq!(has_list, capabilities.list == ListSource::Platform);
    }
}

#[test]
fn the_cheapest_request_proves_what_can_be_proven() {
    let [with_id, without, oauth] = every_access();
    let body = |access: &Access| -> Value {
        let request = prove(&connection("Shop", access.clone()));
        assert_eq!(
            (request.url.as_str(), request.purpose),
            (API, Purpose::Read)
        );
        serde_json::from_str(&request.body).unwrap()
    };
    assert_eq!(body(&with_id)["variables"], json!({ "id": INTEGRATION }));
    assert_eq!(body(&without)["query"], "query Prove { __typename }");
    assert_eq!(body(&oauth), body(&without));

    let listing = reply(
        200,
        r#"{"data":{"integration":{"name":"ERP","webhooks":[]}}}"#,
    );
    let proof = read_proof(&with_id, &listing, NOW);
    let read = read_list(&with_id, &Learned::default(), 1, &listing, NOW);
    assert_eq!(proof, read.map(Proof::List));
    let named = reply(200, r#"{"data":{"__typename":"Query"}}"#);
    for access in [without, oauth] {
        assert_eq!(read_proof(&access, &named, NOW), Ok(Proof::Token));
        assert!(read_proof(&access, &listing, NOW).is_err());
        assert!(read_proof(&access, &reply(401, ""), NOW).is_err());
    }
    assert!(read_proof(&with_id, &named, NOW).is_err());
}
