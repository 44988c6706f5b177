//! Connecting, reconnecting and forgetting.

use crate::signals::*;

use super::{Board, Live};
use crate::platform::{self, Answered, ApiError, ListSource, Proof};
use crate::state::config::{Config, Demo, is_address};
use crate::state::ledger::Ledger;
use crate::state::notice::Message;
use crate::state::remote::Remote;
use crate::state::route::{Route, View};
use crate::state::storage::{LocalStorage, Storage as _};
use crate::state::write::Session;
use crate::subscription::{Access, Connection, Credential, HappyColisMode, Platform};
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
    ApiInvalid,
    /// `config.json` does not allow this origin.
    ApiNotAllowed {
        origin: String,
    },
    Api(ApiError),
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
        let session = Session {
            connection,
            credential,
        };
        let door = self.door();
        let request = platform::prove(&session.connection);
        let reply = door
            .send(&request, &session.credential)
            .await
            .map_err(ApiError::Transport);
        let proof = reply
            .and_then(|reply| platform::read_proof(&session.connection.access, &reply, door.now()))
            .map_err(|error| vec![ConnectError::Api(error)])?;
        self.put_up(session, proof);
        Ok(())
    }

    fn check(self, new: &NewConnection) -> Vec<ConnectError> {
        let mut problems = Vec::new();
        if new.token.trim().is_empty() {
            problems.push(ConnectError::TokenMissing);
        }
        let api = new.api.trim();
        let platform = access_platform(&new.access);
        if !is_address(api) {
            problems.push(ConnectError::ApiInvalid);
        } else if let Some(origin) = self
            .config
            .with_value(|config| refused_origin(config, platform, api))
        {
            problems.push(ConnectError::ApiNotAllowed { origin });
        }
        problems
    }

    fn put_up(self, session: Session, proof: Proof) {
        let connection = session.connection.clone();
        let key = connection.key();
        let old = self.lives.with_untracked(|lives| {
            lives
                .iter()
                .copied()
                .find(|live| live.connection.with_untracked(Connection::key) == key)
        });
        if let Some(old) = old {
            old.stop_reading();
        }
        let live = self.lasting(|| Live::new(self.next_number(), session));
        let list: Option<Answered<_>> = match proof {
            Proof::List(list) => Some(list),
            Proof::Token => None,
        };
        self.remember(&connection);
        self.tell(Message::Connected {
            name: connection.name.clone(),
        });
        match list {
            Some(list) => {
                self.tell_unfinished(live, Some(&list.value));
                live.listing.set(Remote::Ready(list));
            }
            None => {
                self.show_ledger(live);
                self.tell_unfinished(live, None);
            }
        }
        self.lives.update(|lives| {
            match old.and_then(|old| lives.iter().position(|live| *live == old)) {
                Some(at) => lives[at] = live,
                None => lives.push(live),
            }
        });
        // A draft that waited for a new token goes on with it.
        for editor in self.parked.get_untracked() {
            editor.move_to(old, live);
        }
        self.prefill.set(None);
        self.route.set(Route::Subscriptions(View::default()));
    }

    /// Connects everything that `config.json` offers as a demo; one that fails says so and hinders no other.
    pub async fn connect_demo(self) -> Result<(), Vec<ConnectError>> {
        let mut failed = Vec::new();
        for demo in self.config.with_value(|config| config.demo.clone()) {
            let Some(new) = self
                .config
                .with_value(|config| demo_connection(config, &demo))
            else {
                continue;
            };
            if let Err(errors) = self.connect(new).await {
                failed.extend(errors);
            }
        }
        if failed.is_empty() {
            Ok(())
        } else {
            Err(failed)
        }
    }

    /// Opens the connect page for a known connection.
    pub fn ask_token(self, connection: Connection) {
        self.prefill.set(Some(connection));
        self.route.set(Route::Connect);
    }

    /// Takes a connection off the wall, with everything that is kept about it.
    pub fn forget(self, connection: &Connection) {
        let key = connection.key();
        self.lives.update(|lives| {
            lives.retain(|live| {
                let keep = live.connection.with_untracked(Connection::key) != key;
                if !keep {
                    live.stop_reading();
                }
                keep
            });
        });
        LocalStorage.remove(&Ledger::storage_key(&key));
        self.forget_notes(connection);
        self.unremember(connection);
        self.tell(Message::Forgotten {
            name: connection.name.clone(),
        });
    }

    pub fn keeps_ledger(self, live: Live) -> bool {
        live.capabilities().list == ListSource::Ledger
    }
}

const fn access_platform(access: &Access) -> Platform {
    match access {
        Access::HappyColis { .. } => Platform::HappyColis,
    }
}

/// The origin of an address that neither is the configured one, nor is allowed, nor is the console's own.
fn refused_origin(config: &Config, platform: Platform, api: &str) -> Option<String> {
    if api.starts_with('/') || api == config.api(platform) {
        return None;
    }
    let origin = web_sys::Url::new(api).map(|url| url.origin()).ok()?;
    let same = |allowed: &str| web_sys::Url::new(allowed).is_ok_and(|url| url.origin() == origin);
    let allowed = same(config.api(platform)) || config.allow.iter().any(|allowed| same(allowed));
    (!allowed).then_some(origin)
}

fn demo_connection(config: &Config, demo: &Demo) -> Option<NewConnection> {
    let platform = Platform::from_key(&demo.platform)?;
    let access = match platform {
        Platform::HappyColis => Access::HappyColis {
            mode: if demo.mode.as_deref() == Some("oauth") {
                HappyColisMode::Oauth
            } else {
                HappyColisMode::Integration
            },
            integration: demo.integration_id.clone(),
        },
        Platform::Ikas | Platform::CommerceLayer | Platform::Sentera => return None,
    };
    let api = demo
        .api
        .clone()
        .unwrap_or_else(|| config.api(platform).to_owned());
    Some(NewConnection {
        access,
        name: demo.name.clone(),
        token: demo.token.clone(),
        api,
    })
}
