//! Payloads are of types that nobody documented in full: whatever the schema has can be selected.

use pegboard::platform::sentera::deliveries;
use pegboard::subscription::DeliveryFilter;

use super::fixture::{API, ORGANIZATION, SUBSCRIPTION, changed, learned, listing};
use crate::graphql::Sdl;

/// The selection, which the schema itself takes.
fn selection(sdl: &Sdl) -> String {
    let (learned, _) = learned(sdl);
    let filter = DeliveryFilter::default();
    let request = deliveries(API, ORGANIZATION, &learned, SUBSCRIPTION, &filter, 1).unwrap();
    sdl.sent(&request);
    learned.event.payload
}

const UNION: &str = "union WebhookEventPayload = FeatureSetCreatedPayload | SurveyCreatedPayload | TaskModifiedPayload";

#[test]
fn the_types_of_a_union_are_all_selected() {
    let wanted = "payload { ... on FeatureSetCreatedPayload { created_by_id sentera_id } \
                  ... on SurveyCreatedPayload { created_by_id sentera_id } \
                  ... on TaskModifiedPayload { created_by_id sentera_id updated_by_id } }";
    assert_eq!(selection(&listing()), wanted);
}

#[test]
fn a_payload_of_one_type_or_of_none_is_selected_as_it_is() {
    let object = "type WebhookEventPayload { created_by_id: ID! organization: Organization }\nunion Rest = FeatureSetCreatedPayload | SurveyCreatedPayload | TaskModifiedPayload";
    assert_eq!(
        selection(&changed(&[(UNION, object)])),
        "payload { created_by_id }"
    );
    let scalar = "scalar WebhookEventPayload\nunion Rest = FeatureSetCreatedPayload | SurveyCreatedPayload | TaskModifiedPayload";
    assert_eq!(selection(&changed(&[(UNION, scalar)])), "payload");
    let empty = "type WebhookEventPayload { organization: Organization }\nunion Rest = FeatureSetCreatedPayload | SurveyCreatedPayload | TaskModifiedPayload";
    assert_eq!(selection(&changed(&[(UNION, empty)])), "");
    assert_eq!(
        selection(&changed(&[("  payload: WebhookEventPayload!\n", "")])),
        ""
    );
}

/// GraphQL refuses two fields of one name and different types, so the second one gets a name of its own.
#[test]
fn fields_that_clash_are_all_selected() {
    let task = "type TaskModifiedPayload {\n  created_by_id: ID!\n  sentera_id: ID!";
    let clashing = "type TaskModifiedPayload {\n  created_by_id: ID\n  sentera_id: [Int!]!";
    let selected = selection(&changed(&[(task, clashing)]));
    assert!(selected.contains("created_by_id_TaskModifiedPayload: created_by_id sentera_id_TaskModifiedPayload: sentera_id updated_by_id"));
}
