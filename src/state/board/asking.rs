//! What there is to choose from, asked of the platform when it is wanted.

use crate::signals::*;
use leptos::task::spawn_local;

use super::connecting::{NewConnection, refused_origin};
use super::{Board, Live};
use crate::platform::{self, ApiError};
use crate::state::config::is_address;
use crate::subscription::Credential;
use crate::subscription::built::SENTERA;
use crate::transport::Transport as _;

impl Board {
    /// Reads the organizations that a token can see, while the form is still being filled. A failure leaves the field to
    /// be typed.
    pub fn read_organizations(self, new: NewConnection, into: RwSignal<Vec<platform::Choice>>) {
        let untouched = into.with_untracked(Vec::is_empty) && !new.token.trim().is_empty();
        let may = is_address(&new.api)
            && self
                .config
                .with_value(|config| refused_origin(config, &new.access, &new.api))
                .is_none();
        if !(SENTERA && untouched && may) {
            return;
        }
        spawn_local(async move {
            let credential = Credential::new(&new.token, &new.api);
            let request = platform::sentera::organizations(&new.api);
            let Ok(reply) = self.door().send(&request, &credential).await else {
                return;
            };
            if let Ok(found) = platform::sentera::read_organizations(&reply) {
                into.try_set(found);
            }
        });
    }

    /// Reads the sales channels of ikas, when they are wanted.
    pub fn read_channels(self, live: Live, failed: RwSignal<Option<ApiError>>) {
        spawn_local(async move {
            let session = live.session();
            let request = platform::ikas::channels(&session.connection.api);
            let reply = self.door().send(&request, &session.credential).await;
            let read = reply
                .map_err(ApiError::Transport)
                .and_then(|reply| platform::ikas::read_channels(&reply));
            match read {
                Ok(channels) => live
                    .learned
                    .update(|learned| learned.channels = Some(channels)),
                Err(error) => drop(failed.try_set(Some(error))),
            }
        });
    }
}
