//! Sentera: health is read from events, where they can be read (Sentera contract, section 6).

use super::Explanation;
use crate::platform::sentera::outcome;
use crate::subscription::{LastEvent, Outcome};

pub fn explain(last: Option<&LastEvent>, failed_before: bool) -> Explanation {
    let Some(last) = last else {
        return Explanation {
            means: "No events are recorded for this subscription, so nothing shows whether its endpoint works.".to_owned(),
            source: "The events of this subscription: none.".to_owned(),
            remedy: "Nothing, until the first event happens.".to_owned(),
        };
    };
    let (means, remedy) = match (outcome(&last.status), failed_before) {
        (Outcome::Delivered, false) => ("The last event was delivered.", "Nothing."),
        (Outcome::Delivered, true) => (
            "The last event was delivered, but at least one of the 19 before it was not.",
            "Look at the deliveries for those that failed, and check that your server answers all of them.",
        ),
        (Outcome::Failed, _) => (
            "The last event was not delivered. When and how often Sentera tries again is not documented.",
            "Check that your server answers at the endpoint, and look at the deliveries.",
        ),
        (Outcome::Other(_), _) => (
            "The last event is neither delivered nor failed, as far as its status tells. Sentera does not document what \
             each status means, so Pegboard does not guess.",
            "Refresh in a while, and check on your server whether deliveries arrive.",
        ),
    };
    let attempts = match last.attempts {
        Some(1) => ", 1 attempt".to_owned(),
        Some(attempts) => format!(", {attempts} attempts"),
        None => String::new(),
    };
    Explanation {
        means: means.to_owned(),
        source: format!(
            "The last event, {}: status {}{attempts}.",
            last.event, last.status
        ),
        remedy: remedy.to_owned(),
    }
}

pub fn unordered(read: usize, total: Option<u64>) -> Explanation {
    let of = total.map_or_else(String::new, |total| format!(" of {total}"));
    Explanation {
        means: "Sentera does not document in which order it lists events, and from those that it sent the last one cannot be \
                told."
            .to_owned(),
        source: format!("The events of this subscription: {read}{of}, which do not begin with the newest."),
        remedy: "Look at the deliveries, and check on your server whether they arrive.".to_owned(),
    }
}

pub fn unread() -> Explanation {
    Explanation {
        means: "Sentera reports no health, and does not document how to read the events of a subscription.".to_owned(),
        source: "Nothing was read: Sentera’s schema showed no way to these events, or the subscription was only just saved."
            .to_owned(),
        remedy: "Check on your server whether deliveries arrive.".to_owned(),
    }
}
