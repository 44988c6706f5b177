//! A moment in time, as platforms and browsers both count it.

use serde_json::Value;

use super::digits;
use super::kept::WrongShape;

/// Milliseconds since 1970, UTC. How it is written for a person is decided in `text`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub u64);

impl Instant {
    /// Milliseconds from `earlier` to this moment; zero when `earlier` is later.
    pub const fn since(self, earlier: Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }

    /// Reads ISO 8601, as `2018-01-01T12:00:00.000Z`: in UTC or with an offset, to the millisecond. Anything else, and what
    /// was before 1970, is nothing.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.trim().split_once('T')?;
        let [year, month, day] = numbers(date, '-')?;
        let zone = time.find(['Z', '+', '-'])?;
        let (time, zone) = (&time[..zone], &time[zone..]);
        let (clock, fraction) = time.split_once('.').unwrap_or((time, ""));
        let [hours, minutes, seconds] = numbers(clock, ':')?;
        let in_range =
            (1..=12).contains(&month) && (1..=31).contains(&day) && hours < 24 && minutes < 60;
        if !in_range || seconds > 60 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let millis: i64 = number(format!("{fraction:0<3}").get(..3)?)?;
        let offset = match zone.split_at(1) {
            ("Z", "") => 0,
            (sign, offset) => {
                let (hours, minutes) = offset.split_once(':').or(offset.split_at_checked(2))?;
                let [hours, minutes] = [number(hours)?, number(minutes)?];
                (hours * 60 + minutes) * if sign == "-" { -1 } else { 1 }
            }
        };
        let minutes = (days(year, month, day) * 24 + hours) * 60 + minutes - offset;
        let millis = (minutes * 60 + seconds) * 1000 + millis;
        u64::try_from(millis).ok().map(Self)
    }

    /// A member of a kept object that must be a moment.
    pub fn recall(value: &Value, name: &str) -> Result<Self, WrongShape> {
        value
            .get(name)
            .and_then(Value::as_u64)
            .map(Self)
            .ok_or(WrongShape)
    }
}

fn numbers(text: &str, between: char) -> Option<[i64; 3]> {
    let mut parts = text.split(between).map(number);
    let numbers = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(numbers)
}

/// At most four digits.
fn number(text: &str) -> Option<i64> {
    let number = digits(text).filter(|_| text.len() <= 4)?;
    i64::try_from(number).ok()
}

/// Days from 1970-01-01 to a day of the Gregorian calendar, with the year counted from March, so that the leap day comes
/// last.
const fn days(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month < 3 {
        (year - 1, month + 9)
    } else {
        (year, month - 3)
    };
    let leap_days = year / 4 - year / 100 + year / 400;
    year * 365 + leap_days + (153 * month + 2) / 5 + day - 719_469
}
