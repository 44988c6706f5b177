//! Tokens that are kept on this device, by choice.

use crate::signals::*;

use super::{Board, Live};
use crate::platform::ApiError;
use crate::state::notice::Message;
use crate::state::seal;
use crate::state::storage::{self, LocalStorage};
use crate::state::vault::{Sealed, VAULT, VaultError};
use crate::subscription::{Connection, ConnectionKey};

/// Why a kept connection was not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnlockError {
    Vault(VaultError),
    /// The token was opened, and the platform did not take it.
    Api(ApiError),
}

impl Board {
    /// The kept token of a connection, sealed; tracked.
    pub fn sealed(self, key: &ConnectionKey) -> Option<Sealed> {
        self.vault
            .with(|vault| vault.iter().find(|it| it.connection.key() == *key).cloned())
    }

    /// Which of the kept tokens it is.
    pub fn place_of(self, sealed: &Sealed) -> usize {
        self.vault
            .with_untracked(|vault| vault.iter().position(|it| it == sealed))
            .unwrap_or_default()
    }

    /// Keeps the token of a connection on this device, encrypted under a passphrase, unless the connection is forgotten
    /// meanwhile.
    ///
    /// # Errors
    /// What the vault says; nothing is kept then, and what was kept before stays.
    pub async fn keep_token(self, live: Live, passphrase: &str) -> Result<(), VaultError> {
        let session = live.session();
        let Some(token) = session.credential.to_be_sealed() else {
            return Err(VaultError::NotOpened);
        };
        let mut sealed = seal::seal(&session.connection, token, passphrase).await?;
        let Some(live) = self.current(live) else {
            return Ok(());
        };
        let name = live.connection.with_untracked(|it| it.name.clone());
        sealed.connection.name.clone_from(&name);
        let key = sealed.connection.key();
        if self.change_vault(&mut |vault| {
            vault.retain(|it| it.connection.key() != key);
            vault.push(sealed.clone());
        }) {
            self.tell(Message::Kept { name });
        }
        Ok(())
    }

    /// Removes the kept token; the connection itself goes on.
    pub fn unkeep_token(self, connection: &Connection) {
        let key = connection.key();
        self.change_vault(&mut |vault| vault.retain(|it| it.connection.key() != key));
    }

    /// Opens a kept token, and with it the connection: the one on the wall, or a new one. The name may stand for another
    /// address by now, which gets no token that was not kept for it.
    ///
    /// # Errors
    /// With what the vault or the platform says; everything is then as it was.
    pub async fn unlock(self, sealed: Sealed, passphrase: &str) -> Result<(), UnlockError> {
        let token = seal::open(&sealed, passphrase).await;
        let token = token.map_err(UnlockError::Vault)?;
        let Connection { api, .. } = &sealed.connection;
        let is_same = |live: &Live| live.connection.with_untracked(|it| it.api == *api);
        let live = self.live_of(&sealed.connection.key()).filter(is_same);
        let opened = match live {
            Some(live) => self.change_connection(live, "", &token).await,
            None => self.connect_kept(sealed.connection, &token).await,
        };
        opened.map_err(UnlockError::Api)?;
        self.resume();
        Ok(())
    }

    pub(super) fn change_vault(self, change: &mut dyn FnMut(&mut Vec<Sealed>)) -> bool {
        let kept = storage::update(&LocalStorage, VAULT, change);
        let is_kept = kept.is_ok();
        self.tell_storage(kept.map(|all| self.vault.set(all)));
        is_kept
    }
}
