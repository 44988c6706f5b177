use jiff::{Timestamp, tz::TimeZone};
use uuid::Uuid;

/// A new id of the kind that `mark` names (`WS` for subscriptions, `WE` for events, `TA` for tasks),
/// in the form of the documented examples, Sentera contract, section 2. Clients treat it as opaque.
pub(crate) fn new(mark: &str) -> String {
    let random = Uuid::new_v4().simple().to_string();
    let (start, rest) = random.split_at(7);
    let now = Timestamp::now().to_zoned(TimeZone::UTC);
    format!(
        "{start}_{mark}_pegboardDemo_CV_test_{}_{}",
        &rest[..9],
        now.strftime("%y%m%d_%H%M%S")
    )
}
