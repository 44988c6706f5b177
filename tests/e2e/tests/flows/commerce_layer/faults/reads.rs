//! Faults on the list and on the deliveries.

use e2e::{Door, pages::wall};

use super::{Case, Outcome, TOPIC, all, every_fault, not_found, strike, told};
use crate::{
    commerce_layer::{DELIVERIES, LIST},
    faults::lasting,
};

/// Every call is struck, and the question whether anything answers is a GET of the same address: nothing does.
fn cases() -> Vec<Case> {
    let mut cases = all(Door::Relay);
    cases.push(not_found());
    cases.retain(Case::strikes_reads);
    for case in &mut cases {
        if case.said == "The connection broke" {
            case.said = "Nothing answers at the API address";
        }
    }
    cases
}

#[tokio::test]
async fn every_fault_while_refreshing_leaves_the_rows() {
    every_fault(Door::Relay, cases(), async |stage, case| {
        let page = &stage.page;
        let rows = wall::rows(page).await;
        strike(stage, lasting(&case.fault), LIST);
        page.click("button", "Refresh").await;
        if case.outcome != Outcome::Done {
            told(page, case).await;
            page.get("button", "Try again").await;
        }
        assert_eq!(wall::rows(page).await, rows, "{}", case.name);
        page.shows("Test data").await;
    })
    .await;
}

#[tokio::test]
async fn every_fault_while_reading_deliveries_is_said_in_their_place() {
    every_fault(Door::Relay, cases(), async |stage, case| {
        let page = &stage.page;
        strike(stage, lasting(&case.fault), DELIVERIES);
        wall::action(page, "Details", TOPIC).await.click().await;
        let dialog = page.get("dialog", TOPIC).await;
        let deliveries = dialog.get("region", "Deliveries").await;
        if case.outcome != Outcome::Done {
            deliveries.says(case.said).await;
            stage.sandbox.commerce_layer.clear_faults();
            deliveries.get("button", "Try again").await.click().await;
        }
        deliveries.says("No deliveries recorded").await;
        deliveries.gone("button", "Try again").await;
        dialog.get("button", "Close").await.click().await;
        page.gone("dialog", TOPIC).await;
    })
    .await;
}
