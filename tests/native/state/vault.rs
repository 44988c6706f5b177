//! The vault's format. What only the browser's cryptography can prove is in `tests/web/vault.rs`.

use pegboard::state::vault::{NONCE, ROUNDS, SALT, Sealed, VaultError};
use pegboard::subscription::kept::{Kept, WrongShape};
use pegboard::subscription::{Access, Connection, IkasVersion};
use pegboard::text::device::vault;
use serde_json::json;

fn connection(api: &str) -> Connection {
    Connection {
        name: "Shop".to_owned(),
        api: api.to_owned(),
        access: Access::Ikas {
            version: IkasVersion::V2,
        },
    }
}

fn sealed() -> Sealed {
    Sealed {
        connection: connection("https://api.example.com/graphql"),
        rounds: ROUNDS,
        salt: (0..SALT as u8).collect(),
        nonce: (240..240 + NONCE as u8).collect(),
        token: vec![0, 1, 127, 128, 255],
    }
}

#[test]
fn a_sealed_token_comes_back_as_it_was_kept() {
    let kept = sealed().keep();
    assert_eq!(kept["version"], 1);
    assert_eq!(kept["token"], "00017f80ff");
    assert_eq!(Sealed::recall(&kept), Ok(sealed()));
    for name in ["version", "connection", "rounds", "salt", "nonce", "token"] {
        for wrong in [json!(null), json!("zz"), json!("abc"), json!(-1)] {
            let mut damaged = kept.clone();
            damaged[name] = wrong;
            assert_eq!(Sealed::recall(&damaged), Err(WrongShape), "{damaged}");
        }
    }
    let mut later = kept;
    later["version"] = json!(2);
    assert_eq!(Sealed::recall(&later), Err(WrongShape));
}

#[test]
fn what_was_sealed_in_another_way_is_foreign() {
    assert_eq!(sealed().check(), Ok(()));
    let changes: [fn(&mut Sealed); 6] = [
        |it| it.rounds = ROUNDS - 1,
        // What the password storage cheat sheet asks for, whatever this console makes of it.
        |it| it.rounds = 599_999,
        |it| it.rounds = u32::MAX,
        |it| it.salt.truncate(SALT - 1),
        |it| it.nonce.push(0),
        |it| it.nonce.clear(),
    ];
    for change in changes {
        let mut foreign = sealed();
        change(&mut foreign);
        assert_eq!(foreign.check(), Err(VaultError::Foreign));
    }
}

#[test]
fn a_seal_is_bound_to_the_address_and_the_way_in_but_not_to_the_name() {
    let bound = |connection: &Connection, rounds| Sealed::bound(connection, rounds);
    let here = connection("https://api.example.com/graphql");
    let elsewhere = connection("https://api.example.org/graphql");
    let renamed = Connection {
        name: "Store".to_owned(),
        ..here.clone()
    };
    let other_way = Connection {
        access: Access::Ikas {
            version: IkasVersion::V1,
        },
        ..here.clone()
    };
    assert_eq!(bound(&here, ROUNDS), bound(&renamed, ROUNDS));
    for other in [
        bound(&elsewhere, ROUNDS),
        bound(&other_way, ROUNDS),
        bound(&here, ROUNDS + 1),
    ] {
        assert_ne!(bound(&here, ROUNDS), other);
    }
}

/// What helps against one of them does not help against another.
#[test]
fn every_failure_has_a_sentence_of_its_own() {
    let mut said = [
        VaultError::Unavailable,
        VaultError::PassphraseTooShort,
        VaultError::NotOpened,
        VaultError::Foreign,
    ]
    .map(vault)
    .to_vec();
    said.sort();
    said.dedup();
    assert_eq!(said.len(), 4, "{said:?}");
}
