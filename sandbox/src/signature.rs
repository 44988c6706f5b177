use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// Base64 (with padding) of HMAC-SHA256 over a raw body, as HappyColis (contract, section 5.2) and
/// Commerce Layer (contract, section 7.2) sign what they deliver.
pub(crate) fn sign(secret: &str, body: &str) -> String {
    STANDARD.encode(hmac(secret, body))
}

/// Lower-case hex of HMAC-SHA256 over a text, as ikas (contract, section 5.2) signs its `data`.
pub(crate) fn sign_hex(secret: &str, text: &str) -> String {
    let digest = hmac(secret, text);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn hmac(secret: &str, text: &str) -> [u8; 32] {
    #[expect(clippy::expect_used, reason = "HMAC takes keys of every length")]
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("a key of any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().into()
}
