//! Enable, disable, reset circuit: each is sent once, and says how it ended.

use e2e::{
    Door, Scene, Stage,
    pages::{commerce_layer, wall},
};
use sandbox::commerce_layer::READ_ONLY_TOKEN;
use serde_json::json;

use super::{NAME, UPDATE, connected, has_badge, held, only_sent, text, topics, webhook};
use crate::sent;

/// Presses the switch of a topic twice as fast as a mouse can, and waits for the one answer.
async fn switch(stage: &Stage, verb: &str, topic: &str, done: &str) {
    stage.sandbox.clear_received();
    let endpoint = text(&webhook(stage, topic), "callback_url");
    wall::action(&stage.page, verb, topic)
        .await
        .double_click()
        .await;
    let said = format!("{topic} to {endpoint} {done}.");
    stage.page.says("status", &said).await;
}

#[tokio::test]
async fn each_switch_is_sent_once_and_the_row_follows() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connected(stage).await;
            let topic = "orders.cancel";
            switch(stage, "Disable", topic, "is disabled").await;
            has_badge(page, topic, "Disabled").await;
            assert_eq!(only_sent(stage, UPDATE), json!({ "_disable": true }));
            assert!(!text(&webhook(stage, topic), "disabled_at").is_empty());
            assert!(!page.has("button", &format!("Disable {topic}")).await);

            switch(stage, "Enable", topic, "is enabled").await;
            has_badge(page, topic, "Healthy").await;
            assert_eq!(only_sent(stage, UPDATE), json!({ "_enable": true }));
            assert!(webhook(stage, topic).attributes["disabled_at"].is_null());
            assert!(!page.has("button", &format!("Reset circuit {topic}")).await);

            let topic = "orders.start_fulfilling";
            switch(
                stage,
                "Reset circuit",
                topic,
                "has its circuit closed again",
            )
            .await;
            has_badge(page, topic, "Healthy").await;
            assert_eq!(only_sent(stage, UPDATE), json!({ "_reset_circuit": true }));
            let after = webhook(stage, topic).attributes;
            assert_eq!(after["circuit_state"], "closed");
            assert_eq!(after["circuit_failure_count"], 0);
            page.gone("button", &format!("Reset circuit {topic}")).await;

            // Disabled with an open circuit: it needs both.
            let topic = "gift_cards.redeem";
            has_badge(page, topic, "Disabled").await;
            switch(stage, "Enable", topic, "is enabled").await;
            has_badge(page, topic, "Circuit open").await;
            switch(
                stage,
                "Reset circuit",
                topic,
                "has its circuit closed again",
            )
            .await;
            has_badge(page, topic, "Healthy").await;
        })
        .await;
}

#[tokio::test]
async fn a_role_and_a_token_are_refused_in_words_of_their_own_and_nothing_changes() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            commerce_layer::connect(page, READ_ONLY_TOKEN, NAME).await;
            wall::shows_exactly(page, &topics(stage)).await;
            let gone = webhook(stage, "orders.pay").id;
            stage.sandbox.commerce_layer.remove(&gone).unwrap();
            let (before, mut rows) = (held(stage), wall::rows(page).await);
            let disable = wall::action(page, "Disable", "orders.cancel").await;
            disable.click().await;
            let alert = page.says("alert", "orders.cancel to").await;
            alert
                .says("was not changed. Your role does not allow this")
                .await;
            page.click("button", "Dismiss").await;
            // The wall is read anew after each, and so shows what somebody else has removed.
            wall::lacks(page, "orders.pay").await;
            rows.retain(|row| row.event != "orders.pay");

            stage
                .sandbox
                .commerce_layer
                .expire(READ_ONLY_TOKEN)
                .unwrap();
            wall::action(page, "Disable", "orders.cancel")
                .await
                .click()
                .await;
            page.says(
                "alert",
                "was not changed. The platform does not accept this access token",
            )
            .await;
            assert_eq!(sent::bodies(stage, UPDATE).len(), 2);
            assert_eq!(wall::rows(page).await, rows);
            assert_eq!(held(stage), before);
        })
        .await;
}
