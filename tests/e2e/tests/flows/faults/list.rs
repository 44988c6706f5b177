//! Faults on the list.

use e2e::{
    Door,
    pages::{
        connect::{Mode, connect, connect_with},
        wall,
    },
};
use sandbox::happycolis::INTEGRATION_TOKEN;

use super::{Outcome, cases, scene, tells_the_truth};

const LIST: &str = "GetIntegration";

async fn while_refreshing(door: Door) {
    scene(door)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            wall::has(page, "order/created").await;
            let rows = wall::rows(page).await;
            for case in cases(door) {
                case.strike_read(stage, LIST);
                page.click("button", "Refresh").await;
                match (case.outcome, case.said) {
                    (Outcome::Done, "") => {}
                    (_, said) => {
                        page.says("alert", said).await;
                    }
                }
                assert_eq!(wall::rows(page).await, rows, "{}: the rows stay", case.name);
                tells_the_truth(stage).await;
                wall::tidy(page).await;
            }
        })
        .await;
}

#[tokio::test]
async fn every_fault_while_refreshing_through_the_relay() {
    while_refreshing(Door::Relay).await;
}

#[tokio::test]
async fn every_fault_while_refreshing_across_origins() {
    while_refreshing(Door::Cross).await;
}

async fn while_connecting(door: Door) {
    scene(door)
        .play(async |stage| {
            let page = &stage.page;
            for case in cases(door)
                .into_iter()
                .filter(|case| case.outcome != Outcome::Done)
            {
                case.strike_read(stage, LIST);
                connect_with(page, Mode::Integration, INTEGRATION_TOKEN).await;
                page.says("alert", case.said).await;
                page.get("heading", "Connect a platform").await;
                stage.sandbox.happycolis.clear_faults();
            }
            connect(page, Mode::Integration).await;
        })
        .await;
}

#[tokio::test]
async fn every_fault_while_connecting_through_the_relay() {
    while_connecting(Door::Relay).await;
}

#[tokio::test]
async fn every_fault_while_connecting_across_origins() {
    while_connecting(Door::Cross).await;
}
