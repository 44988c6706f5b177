//! Tokens that are kept on this device.

use js_sys::Function;
use pegboard::platform::{ApiError, TransportError};
use pegboard::signals::*;
use pegboard::state::board::{Live, NewConnection, UnlockError};
use pegboard::state::seal::{open, seal};
use pegboard::state::vault::{ROUNDS, Sealed, VaultError};
use pegboard::subscription::kept::Kept as _;
use pegboard::subscription::{Access, Connection, IkasVersion};
use serde_json::json;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::type_text;
use crate::board::{
    Console, EVENT, TOKEN, again, fresh, fresh_with, integration, kept, list, storage, webhook,
};
use crate::wait::until_slow;

const PASSPHRASE: &str = "correct horse battery";

fn connection() -> Connection {
    Connection {
        name: "Shop".to_owned(),
        api: "https://api.myikas.com/api/v2/admin/graphql".to_owned(),
        access: Access::Ikas {
            version: IkasVersion::V2,
        },
    }
}

/// Made by Node.js: PBKDF2 of the passphrase with SHA-256, 600,000 rounds and the salt 00…0f to a key of 256 bits; AES-GCM
/// with the nonce 10…1b and `Sealed::bound` as additional data.
fn known() -> Sealed {
    let kept = json!({
        "version": 1,
        "connection": connection().keep(),
        "rounds": 600_000,
        "salt": "000102030405060708090a0b0c0d0e0f",
        "nonce": "101112131415161718191a1b",
        "token": "30e23be88a8710b30c8d83cdd716dc735b5e5c9a618a3396ceac05aa5bea2f8c905b009c01ffec7dba",
    });
    Sealed::recall(&kept).unwrap()
}

#[wasm_bindgen_test]
async fn a_known_answer_is_opened() {
    let token = open(&known(), PASSPHRASE).await;
    assert_eq!(token.as_deref(), Ok("pegboard-demo-integration"));
}

#[wasm_bindgen_test]
async fn another_passphrase_and_anything_changed_open_nothing() {
    assert_eq!(
        open(&known(), "Correct horse battery").await,
        Err(VaultError::NotOpened)
    );
    let changes: [fn(&mut Sealed); 6] = [
        |it| it.connection.api = "https://evil.example/graphql".to_owned(),
        |it| {
            it.connection.access = Access::Ikas {
                version: IkasVersion::V1,
            }
        },
        |it| it.token[0] ^= 1,
        |it| it.salt[15] ^= 1,
        |it| it.nonce[11] ^= 1,
        |it| it.rounds += 1,
    ];
    for change in changes {
        let mut tampered = known();
        change(&mut tampered);
        assert_eq!(
            open(&tampered, PASSPHRASE).await,
            Err(VaultError::NotOpened)
        );
    }
    let mut weak = known();
    weak.rounds = ROUNDS - 1;
    assert_eq!(open(&weak, PASSPHRASE).await, Err(VaultError::Foreign));
}

/// Whoever could take a key out of the browser could open what is kept without the passphrase.
#[wasm_bindgen_test]
async fn no_key_can_be_taken_out() {
    let watch = Function::new_no_args(
        "const before = {}, made = [];
         for (const name of ['importKey', 'deriveKey']) {
             const make = before[name] = SubtleCrypto.prototype[name];
             SubtleCrypto.prototype[name] = async function (...given) {
                 const key = await make.apply(this, given);
                 made.push(`${name} ${key.extractable}`);
                 return key;
             };
         }
         return () => { Object.assign(SubtleCrypto.prototype, before); return made.join(); };",
    );
    let end: Function = watch.call0(&JsValue::NULL).unwrap().unchecked_into();
    let opened = open(&known(), PASSPHRASE).await;
    let made = end.call0(&JsValue::NULL).unwrap().as_string();
    assert!(opened.is_ok());
    assert_eq!(made.as_deref(), Some("importKey false,deriveKey false"));
}

const RELAY: &str = "https://relay.example.com/graphql";

/// Connects a shop under one name, at its own address or at the relay's.
async fn connect_at(console: &Console, api: &str) -> Live {
    console.network.answer(200, list(&[]));
    let new = NewConnection {
        access: integration(),
        name: "Shop".to_owned(),
        token: TOKEN.to_owned(),
        api: api.to_owned(),
    };
    assert_eq!(console.board.connect(new).await, Ok(()));
    console.board.lives.get_untracked()[0]
}

#[wasm_bindgen_test]
async fn a_kept_token_goes_only_to_the_address_that_it_was_kept_for() {
    let console = fresh_with(r#"{"allow": ["https://relay.example.com"]}"#).await;
    let api = console.board.config.api_for(&integration());
    let live = connect_at(&console, &api).await;
    assert_eq!(console.board.keep_token(live, PASSPHRASE).await, Ok(()));
    // The same name now stands for another address.
    connect_at(&console, RELAY).await;
    console.board.lock();
    let sealed = console.board.vault.get_untracked().remove(0);
    console.network.answer(200, list(&[]));
    assert_eq!(console.board.unlock(sealed, PASSPHRASE).await, Ok(()));
    assert_eq!(console.network.sent().pop().unwrap().url, api);
    let lives = console.board.lives.get_untracked();
    assert_eq!(lives.len(), 1);
    assert_eq!(lives[0].connection.get_untracked().api, api);
}

#[wasm_bindgen_test]
async fn a_kept_token_goes_only_where_the_settings_still_allow() {
    let before = fresh_with(r#"{"allow": ["https://relay.example.com"]}"#).await;
    let live = connect_at(&before, RELAY).await;
    assert_eq!(before.board.keep_token(live, PASSPHRASE).await, Ok(()));
    drop(before);
    let console = again().await;
    let sealed = console.board.vault.get_untracked().remove(0);
    let refused = ApiError::Transport(TransportError::Policy);
    assert_eq!(
        console.board.unlock(sealed, PASSPHRASE).await,
        Err(UnlockError::Api(refused))
    );
    assert!(console.network.sent().is_empty());
    assert!(console.board.lives.with_untracked(Vec::is_empty));
}

#[wasm_bindgen_test]
async fn two_seals_of_one_token_have_nothing_in_common() {
    let one = seal(&connection(), TOKEN, PASSPHRASE).await.unwrap();
    let other = seal(&connection(), TOKEN, PASSPHRASE).await.unwrap();
    assert_ne!(one.salt, other.salt);
    assert_ne!(one.nonce, other.nonce);
    assert_ne!(one.token, other.token);
    assert_eq!(one.rounds, ROUNDS);
    assert_eq!(open(&one, PASSPHRASE).await.as_deref(), Ok(TOKEN));
    let short = seal(&connection(), TOKEN, "1234567").await;
    assert_eq!(short, Err(VaultError::PassphraseTooShort));
}

#[wasm_bindgen_test]
async fn a_kept_token_connects_after_a_reload_and_a_wrong_passphrase_loses_nothing() {
    let before = fresh().await;
    before
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    before.page.button("Settings of Shop").click();
    until_slow("the settings", || before.page.has("#keep-passphrase")).await;
    type_text(&before.page.find("#keep-passphrase"), "short");
    before.page.button("Keep the token").click();
    until_slow("the refusal", || {
        before.page.text().contains("at least 8 characters")
    })
    .await;
    assert!(kept("pegboard.vault").is_null());
    type_text(&before.page.find("#keep-passphrase"), PASSPHRASE);
    before.page.button("Keep the token").click();
    until_slow("it kept", || {
        before
            .page
            .text()
            .contains("is kept on this device, encrypted.")
    })
    .await;
    let text = storage().get_item("pegboard.vault").unwrap().unwrap();
    assert!(!text.contains(TOKEN) && !text.contains(PASSPHRASE));
    drop(before);

    let console = again().await;
    let field = || console.page.find(".known input[type=password]");
    type_text(&field(), "wrong horse battery");
    console.page.button("Unlock Shop").click();
    until_slow("the refusal", || {
        console.page.text().contains("The passphrase is wrong")
    })
    .await;
    assert_eq!(kept("pegboard.vault").as_array().unwrap().len(), 1);
    console
        .network
        .answer(200, list(&[webhook("wh_1", EVENT, "HEALTHY")]));
    type_text(&field(), PASSPHRASE);
    console.page.button("Unlock Shop").click();
    until_slow("the wall", || console.page.texts("h1") == ["Subscriptions"]).await;
    assert_eq!(console.events(), [EVENT]);

    // Forgetting the connection forgets its kept token.
    console.page.button("Forget Shop").click();
    until_slow("it gone", || kept("pegboard.vault") == json!([])).await;
    assert!(console.board.vault.with_untracked(Vec::is_empty));
}
