//! ikas: no health is reported, and what it does about failures has to be known (ikas contract, sections 5.3 and 6).

use super::Explanation;

pub fn explain(deleted: Option<bool>) -> Explanation {
    let source = match deleted {
        Some(deleted) => format!(
            "The field deleted of ikas’ list: {deleted}. Nothing in that list tells of health."
        ),
        None => {
            "ikas’ list, which left the field deleted out. Nothing in that list tells of health."
                .to_owned()
        }
    };
    let (means, remedy) = match deleted {
        Some(true) => (
            "Marked deleted by ikas: expect no deliveries.",
            "If you still need it, create a subscription to this event again. If not, remove it.",
        ),
        _ => (
            "ikas does not report health: no state, no count of failures, no list of deliveries. Where an endpoint cannot \
             be reached, or answers with anything but HTTP 200, ikas tries 3 times, then gives up.",
            "Check on your server whether deliveries arrive, and that it answers each with HTTP 200.",
        ),
    };
    Explanation {
        means: means.to_owned(),
        source,
        remedy: remedy.to_owned(),
    }
}
