//! What a token that is a JWT says of itself.

use serde_json::Value;

use super::Instant;
use super::kept::optional_text;
use crate::subscription::json;

/// The readable claims of a JWT. They are shown, never trusted: the platform decides what the token may do.
///
/// HappyColis contract, section 1.4: `aud` is the organization; section 7 names `exp` as well. Commerce Layer contract,
/// section 2.2: the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    pub organization: Option<String>,
    pub expires: Option<Instant>,
    /// Commerce Layer: the organization's slug, which is part of its API address.
    pub slug: Option<String>,
    /// Commerce Layer: the kind of application; a `sales_channel` cannot manage webhooks.
    pub kind: Option<String>,
    /// Commerce Layer: whether the token sees test data, or live data.
    pub test: Option<bool>,
}

impl Claims {
    /// Reads the middle part of `header.payload.signature`; anything else is simply not a readable JWT.
    pub fn read(token: &str) -> Option<Self> {
        let mut parts = token.trim().split('.');
        let (_, payload, _) = (parts.next()?, parts.next()?, parts.next()?);
        let bytes = decode(payload.trim_end_matches('='))?;
        let payload: Value = json::parse(str::from_utf8(&bytes).ok()?).ok()?;
        if !payload.is_object() {
            return None;
        }
        // Seconds since 1970; RFC 7519 allows fractions.
        let expires = payload
            .get("exp")
            .and_then(Value::as_f64)
            .filter(|exp| *exp > 0.0);
        let inner = |outer, name| optional_text(payload.get(outer)?, name);
        Some(Self {
            organization: optional_text(&payload, "aud"),
            expires: expires.map(|exp| Instant((exp * 1000.0) as u64)),
            slug: inner("organization", "slug"),
            kind: inner("application", "kind"),
            test: payload.get("test").and_then(Value::as_bool),
        })
    }
}

/// base64url without padding, by the browser's own decoder: a library for it costs 3 kB of module.
#[cfg(target_arch = "wasm32")]
fn decode(text: &str) -> Option<Vec<u8>> {
    // `atob` takes white space for nothing, and the other alphabet for its own.
    if !text
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    {
        return None;
    }
    let text = text.replace('-', "+").replace('_', "/");
    let decoded = web_sys::window()?.atob(&text).ok()?;
    decoded
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).ok())
        .collect()
}

#[cfg(not(target_arch = "wasm32"))]
fn decode(text: &str) -> Option<Vec<u8>> {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    URL_SAFE_NO_PAD.decode(text).ok()
}
