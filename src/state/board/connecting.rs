//! Connecting, reconnecting and forgetting.

use std::sync::Arc;

use crate::signals::*;

use super::{Board, Live};
use crate::platform::{self, Answered, ApiError, ListSource, Proof, TransportError};
use crate::state::config::{Config, is_address, is_slug};
use crate::state::notice::Message;
use crate::state::remote::Remote;
use crate::state::route::{Route, View};
use crate::state::write::{Session, learn};
use crate::subscription::{Access, Connection, Credential};
use crate::transport::Transport as _;

/// What the connect form holds, as typed.
#[derive(Clone, PartialEq, Eq)]
pub struct NewConnection {
    pub access: Access,
    pub name: String,
    pub token: String,
    pub api: String,
}

/// Why nothing was connected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConnectError {
    TokenMissing,
    SlugMissing,
    OrganizationMissing,
    ApiInvalid,
    /// `config.json` does not allow this origin.
    ApiNotAllowed {
        origin: String,
    },
    Api(ApiError),
}

impl From<ConnectError> for ApiError {
    fn from(error: ConnectError) -> Self {
        match error {
            ConnectError::Api(error) => error,
            // An address that `config.json` does not allow, or not any more.
            _ => Self::Transport(TransportError::Policy),
        }
    }
}

impl Board {
    /// Proves what can be proven, then puts the connection on the wall.
    ///
    /// # Errors
    /// With every problem of the form, before anything is sent; or with what the platform answered.
    pub async fn connect(self, new: NewConnection) -> Result<(), Vec<ConnectError>> {
        let problems = self.check(&new);
        if !problems.is_empty() {
            return Err(problems);
        }
        let api = new.api.trim().to_owned();
        let name = match new.name.trim() {
            "" => crate::text::platform::access(&new.access),
            name => name.to_owned(),
        };
        let credential = Credential::new(&new.token, &api);
        let connection = Connection {
            name,
            api,
            access: new.access,
        };
        let mut session = Session {
            connection,
            credential,
            learned: Arc::default(),
        };
        let locks = self.locks.get_untracked();
        let failed = |error| vec![ConnectError::Api(error)];
        let proof = self.prove(&session).await.map_err(failed)?;
        (session.learned, _) = learn(&self.door(), &session).await;
        if self.was_locked(locks) {
            return Err(failed(ApiError::Transport(TransportError::Locked)));
        }
        self.put_up(session, proof);
        Ok(())
    }

    /// Connects with a token that was kept.
    pub(super) async fn connect_kept(
        self,
        connection: Connection,
        token: &str,
    ) -> Result<(), ApiError> {
        let Connection { name, api, access } = connection;
        let token = token.to_owned();
        let connected = self
            .connect(NewConnection {
                access,
                name,
                token,
                api,
            })
            .await;
        connected.map_err(|errors| {
            let first = errors.into_iter().next();
            first.map_or(ApiError::Transport(TransportError::Policy), Into::into)
        })
    }

    async fn prove(self, session: &Session) -> Result<Proof, ApiError> {
        let door = self.door();
        let request = platform::prove(&session.connection);
        let reply = session.send(&door, &request).await?;
        platform::read_proof(&session.connection.access, &reply, door.now())
    }

    /// Goes on with another token and another name, once the token is proven. Rows, drafts and notes stay.
    ///
    /// # Errors
    /// With what the platform answered to the new token; everything is then as it was.
    pub async fn change_connection(
        self,
        live: Live,
        name: &str,
        token: &str,
    ) -> Result<(), ApiError> {
        let mut session = live.session();
        if token.trim().is_empty() && untrack(|| live.is_locked()) {
            return Err(ApiError::Transport(TransportError::Locked));
        }
        if !token.trim().is_empty() {
            session.credential = Credential::new(token, &session.connection.api);
            let locks = self.locks.get_untracked();
            let proof = self.prove(&session).await?;
            let is_gone = self.current(live) != Some(live);
            if is_gone || self.was_locked(locks) {
                return Err(ApiError::Transport(TransportError::Locked));
            }
            live.take_credential(session.credential.clone());
            self.tell(Message::Unlocked {
                name: live.connection.with_untracked(|it| it.name.clone()),
            });
            if let Proof::List(list) = proof {
                self.tell_unfinished(live, Some(&list.value));
            }
        }
        let name = name.trim();
        if !name.is_empty() && name != session.connection.name {
            self.rename(live, name);
        }
        self.refresh(live);
        Ok(())
    }

    fn check(self, new: &NewConnection) -> Vec<ConnectError> {
        let mut problems = Vec::new();
        if new.token.trim().is_empty() {
            problems.push(ConnectError::TokenMissing);
        }
        let api = new.api.trim();
        match &new.access {
            Access::CommerceLayer { slug, .. } if !is_slug(slug) => {
                problems.push(ConnectError::SlugMissing);
            }
            Access::Sentera { organization, .. } if organization.is_empty() => {
                problems.push(ConnectError::OrganizationMissing);
            }
            _ => {}
        }
        if !is_address(api) {
            problems.push(ConnectError::ApiInvalid);
        } else if let Some(origin) = refused_origin(&self.config, &new.access, api) {
            problems.push(ConnectError::ApiNotAllowed { origin });
        }
        problems
    }

    fn put_up(self, session: Session, proof: Proof) {
        let connection = session.connection.clone();
        let key = connection.key();
        let old = self.live_of(&key);
        let live = self.lasting(|| Live::new(self.next_number(), session));
        self.lives.update(|lives| {
            match old.and_then(|old| lives.iter().position(|live| *live == old)) {
                Some(at) => lives[at] = live,
                None => lives.push(live),
            }
        });
        if let Some(old) = old {
            old.lock();
        }
        let list: Option<Answered<_>> = match proof {
            Proof::List(list) => Some(list),
            Proof::Token => None,
        };
        self.remember(&connection);
        self.tell(Message::Connected {
            name: connection.name.clone(),
        });
        let more = match list {
            Some(list) => {
                let more = list.value.next.is_some();
                if !more {
                    self.tell_unfinished(live, Some(&list.value));
                }
                live.listing.set(Remote::Ready(list));
                more
            }
            None if untrack(|| self.keeps_ledger(live)) => {
                self.show_ledger(live);
                self.tell_unfinished(live, None);
                false
            }
            None => true,
        };
        if more {
            self.refresh(live);
        }
        // A draft that waited for a new token goes on with it.
        for editor in self.parked.get_untracked() {
            editor.move_to(old, live);
        }
        self.bring_back_drafts(live);
        self.prefill.set(None);
        self.route.set(Route::Subscriptions(View::default()));
    }

    /// Opens the connect page for a known connection.
    pub fn ask_token(self, connection: Connection) {
        self.prefill.set(Some(connection));
        self.route.set(Route::Connect);
    }

    pub fn keeps_ledger(self, live: Live) -> bool {
        live.capabilities().list == ListSource::Ledger
    }
}

/// The origin of an address that neither is the configured one, nor is allowed, nor is the console's own.
pub(super) fn refused_origin(config: &Config, access: &Access, api: &str) -> Option<String> {
    let configured = config.api_for(access);
    if api.starts_with('/') || api == configured {
        return None;
    }
    let origin = web_sys::Url::new(api).map(|url| url.origin()).ok()?;
    let same = |allowed: &str| web_sys::Url::new(allowed).is_ok_and(|url| url.origin() == origin);
    let allowed = same(&configured) || config.allow.iter().any(|allowed| same(allowed));
    (!allowed).then_some(origin)
}
