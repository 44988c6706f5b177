//! The demo wall: every connection that `config.json` offers.

use super::{Board, ConnectError, NewConnection};
use crate::state::config::{Config, Demo};
use crate::state::notice::Message;
use crate::subscription::{Access, Claims, Platform};

impl Board {
    /// Connects everything that `config.json` offers as a demo; one that fails says so and hinders no other.
    pub async fn connect_demo(self) -> Result<(), Vec<ConnectError>> {
        let demos = &self.kept().config.demo;
        let wanted = demos
            .iter()
            .filter_map(|demo| demo_connection(&self.config, demo));
        let mut failed = Vec::new();
        let mut connected = false;
        for new in wanted {
            let name = new.name.clone();
            match self.connect(new).await {
                Ok(()) => connected = true,
                Err(errors) => failed.extend(errors.into_iter().map(|error| (name.clone(), error))),
            }
        }
        if !connected && !failed.is_empty() {
            return Err(failed.into_iter().map(|(_, error)| error).collect());
        }
        // The first one that was connected has taken the place of the page that would say it.
        for (name, error) in failed {
            self.tell(Message::NotConnected {
                name,
                error: error.into(),
            });
        }
        Ok(())
    }
}

fn demo_connection(config: &Config, demo: &Demo) -> Option<NewConnection> {
    let platform = Platform::from_key(&demo.platform)?;
    let slug = || {
        let claims = Claims::read(&demo.token);
        demo.slug
            .clone()
            .or_else(|| claims.and_then(|claims| claims.slug))
    };
    let way = match platform {
        Platform::HappyColis => demo
            .mode
            .clone()
            .unwrap_or_else(|| "integration".to_owned()),
        Platform::Ikas => demo.version.clone().unwrap_or_else(|| "v2".to_owned()),
        Platform::CommerceLayer => slug()?,
        Platform::Sentera => demo.organization_id.clone()?,
    };
    let access = Access::of(platform, &way, demo.integration_id.clone())?;
    let api = demo.api.clone().unwrap_or_else(|| config.api_for(&access));
    Some(NewConnection {
        access,
        name: demo.name.clone(),
        token: demo.token.clone(),
        api,
    })
}
