//! HappyColis: one field, two documented values (HappyColis contract, section 6).

use super::Explanation;
use crate::subscription::{HAPPYCOLIS_HEALTHY, Health};

pub fn list(health: Health, value: Option<&str>, another_failing: bool) -> Explanation {
    let source = match value {
        Some(value) => format!("The field health of HappyColis’ list: {value}."),
        None => "The field health of HappyColis’ list, which was empty.".to_owned(),
    };
    let (means, remedy) = match health {
        Health::Healthy if another_failing => (
            "Its own deliveries succeeded. But another endpoint of this integration is failing, and one page of \
             HappyColis says that a failure holds the queue of the whole integration: events of this one may wait too.",
            "Repair the failing endpoint, then ask HappyColis support to release the queue.",
        ),
        Health::Healthy => (
            "All recent deliveries to this endpoint succeeded.",
            "Nothing.",
        ),
        Health::Failing => (
            "A delivery failed, and HappyColis stopped sending: at least this endpoint receives nothing. Another page \
             of HappyColis says that the queue of the whole integration is held. HappyColis does not try again by itself.",
            "Check that the endpoint answers with a status from 200 to 299, then ask HappyColis support \
             (contact@happycolis.com) to release the queue.",
        ),
        _ if value.is_none() => (
            "HappyColis sent no health for this subscription.",
            "Refresh. If it stays, ask HappyColis support what it means.",
        ),
        _ => (
            "HappyColis reported a health that its documentation does not list, so Pegboard does not guess.",
            "Check on your server whether deliveries arrive, and ask HappyColis support what the value means.",
        ),
    };
    Explanation {
        means: means.to_owned(),
        source,
        remedy: remedy.to_owned(),
    }
}

pub fn creation(value: Option<&str>) -> Explanation {
    let said = match value {
        Some(HAPPYCOLIS_HEALTHY) => "It was HEALTHY when it was created",
        Some(_) => "Its health was read when it was created",
        None => "No health was reported when it was created",
    };
    let source = match value {
        Some(value) => format!("The answer to the creation: health {value}."),
        None => "The answer to the creation, which held no health.".to_owned(),
    };
    Explanation {
        means: format!("{said}, and it cannot be read again: HappyColis documents no list for this kind of access."),
        source,
        remedy: "Check on your server whether deliveries arrive. With an integration app, connecting with the \
                 integration ID makes the health readable."
            .to_owned(),
    }
}
