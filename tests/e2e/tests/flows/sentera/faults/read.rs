//! Faults on what is read: the list, the proof of a connection, and the events of one subscription.

use e2e::{
    Door,
    pages::{sentera, wall},
};
use sandbox::sentera::{ACME_CHILD, TOKEN};

use super::{Case, Outcome, all, discoverable, events, scene, told};
use crate::{
    faults::lasting,
    sent,
    sentera::{BOTH, DISCOVERY, ORGANIZATIONS, READ, strike},
};

fn of_reads(door: Door) -> Vec<Case> {
    let mut cases = all(door);
    cases.retain(Case::strikes_reads);
    cases
}

#[tokio::test]
async fn every_fault_while_refreshing_a_found_list_keeps_its_rows() {
    scene(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            discoverable(stage);
            sentera::connect(page, "Acme").await;
            wall::shows_exactly(page, &events(stage)).await;
            let rows = wall::rows(page).await;
            for case in of_reads(Door::Relay) {
                eprintln!("{}", case.name);
                strike(stage, &lasting(&case.fault), READ);
                page.click("button", "Refresh").await;
                if !case.said.is_empty() {
                    told(page, &case).await;
                }
                let wants_token = case.name == "status 401";
                assert_eq!(
                    page.has("button", "Give a new token").await,
                    wants_token,
                    "{}",
                    case.name
                );
                assert_eq!(wall::rows(page).await, rows, "{}: the rows stay", case.name);
                wall::tidy(page).await;
                stage.sandbox.sentera.clear_faults();
            }
        })
        .await;
}

#[tokio::test]
async fn every_fault_while_connecting_keeps_what_was_typed() {
    scene(Door::Cross)
        .play(async |stage| {
            let page = &stage.page;
            sentera::fill(page, ACME_CHILD, TOKEN).await;
            page.get("textbox", "Connection name")
                .await
                .fill("Acme")
                .await;
            let refusals = of_reads(Door::Cross)
                .into_iter()
                .filter(|case| case.outcome != Outcome::Done);
            for case in refusals {
                eprintln!("{}", case.name);
                strike(stage, &lasting(&case.fault), ORGANIZATIONS);
                page.click("button", "Connect").await;
                told(page, &case).await;
                for (role, name, value) in [
                    ("combobox", "Organization ID", ACME_CHILD),
                    ("textbox", "Connection name", "Acme"),
                    ("textbox", "Access token", TOKEN),
                ] {
                    assert_eq!(
                        page.get(role, name).await.value().await,
                        value,
                        "{}",
                        case.name
                    );
                }
                stage.sandbox.sentera.clear_faults();
            }
            assert!(sent::bodies(stage, DISCOVERY).is_empty());
            page.click("button", "Connect").await;
            page.says("status", "Acme is connected").await;
        })
        .await;
}

#[tokio::test]
async fn every_fault_while_reading_events_is_said_in_the_details_and_tried_again() {
    scene(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            discoverable(stage);
            sentera::connect(page, "Acme").await;
            wall::shows_exactly(page, &events(stage)).await;
            for case in of_reads(Door::Relay) {
                eprintln!("{}", case.name);
                strike(stage, &lasting(&case.fault), READ);
                wall::action(page, "Details", BOTH).await.click().await;
                let dialog = page.get("dialog", BOTH).await;
                if case.outcome != Outcome::Done {
                    told(page, &case).await;
                    assert!(!dialog.text().await.contains("3 attempts"), "{}", case.name);
                    stage.sandbox.sentera.clear_faults();
                    dialog.get("button", "Try again").await.click().await;
                }
                dialog.says("3 of 3").await;
                stage.sandbox.sentera.clear_faults();
                dialog.get("button", "Close").await.click().await;
                page.gone("dialog", BOTH).await;
            }
            wall::shows_exactly(page, &events(stage)).await;
        })
        .await;
}
