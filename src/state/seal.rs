//! Sealing and opening by the browser's own cryptography (Web Crypto).

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, SubtleCrypto};

use super::vault::{NONCE, ROUNDS, SALT, SHORTEST, Sealed, VaultError};
use crate::subscription::Connection;

/// Encrypts a token under a passphrase.
///
/// # Errors
/// `Unavailable` outside of a secure context; `PassphraseTooShort`.
pub async fn seal(
    connection: &Connection,
    token: &str,
    passphrase: &str,
) -> Result<Sealed, VaultError> {
    if passphrase.chars().count() < SHORTEST {
        return Err(VaultError::PassphraseTooShort);
    }
    let crypto = crypto().ok_or(VaultError::Unavailable)?;
    let mut sealed = Sealed {
        connection: connection.clone(),
        rounds: ROUNDS,
        salt: vec![0; SALT],
        nonce: vec![0; NONCE],
        token: token.as_bytes().to_vec(),
    };
    let random = crypto
        .get_random_values_with_u8_array(&mut sealed.salt)
        .and_then(|_| crypto.get_random_values_with_u8_array(&mut sealed.nonce));
    random.map_err(|_| VaultError::Unavailable)?;
    sealed.token = turn(
        &crypto,
        &sealed,
        passphrase,
        SubtleCrypto::encrypt_with_object_and_u8_array,
    )
    .await
    .ok_or(VaultError::Unavailable)?;
    Ok(sealed)
}

/// The token of a kept connection.
///
/// # Errors
/// `NotOpened` for another passphrase, or when what is kept was changed; `Foreign` when it cannot be ours.
pub async fn open(sealed: &Sealed, passphrase: &str) -> Result<String, VaultError> {
    sealed.check()?;
    let crypto = crypto().ok_or(VaultError::Unavailable)?;
    let opened = turn(
        &crypto,
        sealed,
        passphrase,
        SubtleCrypto::decrypt_with_object_and_u8_array,
    );
    let token = opened.await.ok_or(VaultError::NotOpened)?;
    String::from_utf8(token).map_err(|_| VaultError::NotOpened)
}

type Turn = fn(&SubtleCrypto, &Object, &CryptoKey, &[u8]) -> Result<Promise, JsValue>;

/// One way or the other: the key is made of the passphrase, and is never to be seen.
async fn turn(crypto: &Crypto, it: &Sealed, passphrase: &str, turn: Turn) -> Option<Vec<u8>> {
    let subtle = crypto.subtle();
    let bytes = |bytes: &[u8]| JsValue::from(Uint8Array::from(bytes));
    let usages = |usages: &[&str]| {
        usages
            .iter()
            .map(|it| JsValue::from_str(it))
            .collect::<Array>()
    };
    let typed = subtle.import_key_with_str(
        "raw",
        Uint8Array::from(passphrase.as_bytes()).unchecked_ref(),
        "PBKDF2",
        false,
        &usages(&["deriveKey"]),
    );
    let typed: CryptoKey = JsFuture::from(typed.ok()?).await.ok()?.unchecked_into();
    let derivation = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("iterations", it.rounds.into()),
        ("salt", bytes(&it.salt)),
    ]);
    let key = subtle.derive_key_with_object_and_object(
        &derivation,
        &typed,
        &object(&[("name", "AES-GCM".into()), ("length", 256.into())]),
        false,
        &usages(&["encrypt", "decrypt"]),
    );
    let key: CryptoKey = JsFuture::from(key.ok()?).await.ok()?.unchecked_into();
    let cipher = object(&[
        ("name", "AES-GCM".into()),
        ("iv", bytes(&it.nonce)),
        (
            "additionalData",
            bytes(&Sealed::bound(&it.connection, it.rounds)),
        ),
    ]);
    let turned = JsFuture::from(turn(&subtle, &cipher, &key, &it.token).ok()?).await;
    Some(Uint8Array::new(&turned.ok()?).to_vec())
}

/// None where the page is not served securely.
fn crypto() -> Option<Crypto> {
    let window = web_sys::window()?;
    let crypto = window.crypto().ok()?;
    window.is_secure_context().then_some(crypto)
}

fn object(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}
