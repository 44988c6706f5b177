//! "Subscriptions": the table and what stands around it.

use crate::{Element, Node, Page, until};

/// The texts of a badge.
const BADGES: [&str; 6] = [
    "Healthy",
    "Degraded",
    "Failing",
    "Circuit open",
    "Disabled",
    "Unknown",
];

/// One row as it is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The technical type.
    pub event: String,
    pub endpoint: String,
    /// The text of the badge.
    pub health: String,
}

/// The rows in their order. A row is known by its "Remove <event>" button, whose description is the endpoint.
pub async fn rows(page: &Page) -> Vec<Row> {
    let buttons = page.nodes("button").await;
    let remove = |node: &Node| node.name.strip_prefix("Remove ").map(str::to_owned);
    let mut health = String::new();
    let mut rows = Vec::new();
    for button in &buttons {
        if BADGES.contains(&button.name.as_str()) {
            health.clone_from(&button.name);
        } else if let Some(event) = remove(button) {
            rows.push(Row {
                event,
                endpoint: button.description.clone(),
                health: health.clone(),
            });
        }
    }
    rows
}

/// The events in the order of the rows.
pub async fn events(page: &Page) -> Vec<String> {
    rows(page).await.into_iter().map(|row| row.event).collect()
}

/// Waits until the rows are exactly these events, in any order.
pub async fn shows_exactly(page: &Page, wanted: &[String]) {
    let mut wanted = wanted.to_vec();
    wanted.sort();
    until(&format!("the rows {wanted:?}"), async || {
        let mut seen = events(page).await;
        seen.sort();
        if seen == wanted {
            Ok(())
        } else {
            Err(format!("{seen:?}"))
        }
    })
    .await;
}

/// The button of a row, such as "Remove order/created".
pub async fn action(page: &Page, verb: &str, event: &str) -> Element {
    page.get("button", &format!("{verb} {event}")).await
}

/// The health badge in the row of this event.
pub async fn badge(page: &Page, event: &str) -> Element {
    has(page, event).await;
    let buttons = page.nodes("button").await;
    let mut found = None;
    for button in &buttons {
        if BADGES.contains(&button.name.as_str()) {
            found = Some(button);
        } else if button.name == format!("Remove {event}") {
            break;
        }
    }
    page.element(found.expect("a row has a badge")).await
}

/// Waits until a row of this event is there.
pub async fn has(page: &Page, event: &str) {
    action(page, "Remove", event).await;
}

/// Waits until no row of this event is there.
pub async fn lacks(page: &Page, event: &str) {
    page.gone("button", &format!("Remove {event}")).await;
}

/// Puts everything away that a failure left: the dialog, the draft, the notices.
pub async fn tidy(page: &Page) {
    for button in ["Cancel", "Discard the draft", "Dismiss"] {
        while page.has("button", button).await {
            let before = page
                .nodes("button")
                .await
                .iter()
                .filter(|node| node.name == button)
                .count();
            let first = page
                .nodes("button")
                .await
                .into_iter()
                .find(|node| node.name == button);
            page.element(&first.expect("it was there"))
                .await
                .click()
                .await;
            until(&format!("one \"{button}\" less"), async || {
                let now = page
                    .nodes("button")
                    .await
                    .iter()
                    .filter(|node| node.name == button)
                    .count();
                if now < before {
                    Ok(())
                } else {
                    Err(format!("{now}"))
                }
            })
            .await;
        }
    }
}

/// Waits until no refresh is on its way.
pub async fn read_to_the_end(page: &Page) {
    until("the refresh to end", async || {
        let text = page.text().await;
        if text.contains("Refreshing") {
            Err(text)
        } else {
            Ok(())
        }
    })
    .await;
}

/// Waits until every row is as it was, in its place.
pub async fn shows_again(page: &Page, rows: &[Row]) {
    until("every row as before", async || {
        let now = self::rows(page).await;
        if now == rows {
            Ok(())
        } else {
            Err(format!("{now:?}"))
        }
    })
    .await;
}
