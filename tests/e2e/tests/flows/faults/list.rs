//! Faults on the list.

use e2e::{
    Door,
    pages::{
        connect::{Mode, connect, connect_with},
        wall,
    },
};
use sandbox::happycolis::INTEGRATION_TOKEN;

use super::{Case, Form, Outcome, cases, rest, scene, tells_the_truth, told};

const LIST: &str = "GetIntegration";

async fn while_refreshing(door: Door, cases: Vec<Case>) {
    scene(door)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            wall::has(page, "order/created").await;
            let rows = wall::rows(page).await;
            for case in cases.iter().filter(|case| case.strikes_reads()) {
                case.strike_read(stage, LIST);
                page.click("button", "Refresh").await;
                if !(case.outcome == Outcome::Done && case.said.is_empty()) {
                    told(page, case).await;
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
    while_refreshing(Door::Relay, cases(Door::Relay)).await;
}

#[tokio::test]
async fn every_fault_while_refreshing_across_origins() {
    while_refreshing(Door::Cross, cases(Door::Cross)).await;
}

#[tokio::test]
async fn the_other_refusals_and_ten_megabytes_while_refreshing() {
    while_refreshing(Door::Relay, rest(Form::Graphql)).await;
}

async fn while_connecting(door: Door) {
    scene(door)
        .play(async |stage| {
            let page = &stage.page;
            let fails = |case: &&Case| case.strikes_reads() && case.outcome != Outcome::Done;
            for case in cases(door).iter().filter(fails) {
                case.strike_read(stage, LIST);
                connect_with(page, Mode::Integration, INTEGRATION_TOKEN).await;
                told(page, case).await;
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
