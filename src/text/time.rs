//! Moments in the person's own zone and language, by the browser's `Intl`.

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::subscription::Instant;

/// "20 Nov 2026, 14:02:11"
pub fn exact(at: Instant) -> String {
    let options = options(&[("dateStyle", "medium"), ("timeStyle", "medium")]);
    let format = Intl::DateTimeFormat::new(&Array::new(), &options);
    let date = js_sys::Date::new(&JsValue::from_f64(at.0 as f64));
    let text = format.format().call1(&JsValue::UNDEFINED, &date).ok();
    text.and_then(|text| text.as_string()).unwrap_or_default()
}

/// "3 minutes ago", or "in 3 minutes", in whole units that are never rounded up.
pub fn relative(at: Instant, now: Instant) -> String {
    let (seconds, sign) = match at > now {
        true => (at.since(now) / 1000, 1.0),
        false => (now.since(at) / 1000, -1.0),
    };
    let (amount, unit) = match seconds {
        0..=59 if at > now => return "in less than a minute".to_owned(),
        0..=59 => return "just now".to_owned(),
        60..=3_599 => (seconds / 60, "minute"),
        3_600..=86_399 => (seconds / 3_600, "hour"),
        // So far away nobody counts days.
        63_072_000.. => (seconds / 31_536_000, "year"),
        _ => (seconds / 86_400, "day"),
    };
    let format = Intl::RelativeTimeFormat::new(&Array::new(), &options(&[("numeric", "auto")]));
    format.format(sign * amount as f64, unit).into()
}

/// The same of something that has been: a clock that goes wrong is no reason to speak of the future.
pub fn ago(at: Instant, now: Instant) -> String {
    relative(at.min(now), now)
}

/// ISO 8601 in UTC, for `<time datetime>`.
pub fn iso(at: Instant) -> String {
    js_sys::Date::new(&JsValue::from_f64(at.0 as f64))
        .to_iso_string()
        .into()
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    object.unchecked_into()
}
