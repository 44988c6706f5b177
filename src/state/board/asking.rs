//! What there is to choose from, asked of the platform when it is wanted.

use std::sync::Arc;

use crate::signals::*;
use leptos::task::spawn_local;

use super::connecting::{NewConnection, refused_origin};
use super::{Board, Live};
use crate::platform::{self, ApiError};
use crate::state::config::is_address;
use crate::state::write::send;
use crate::subscription::{Connection, Credential};

impl Board {
    /// Reads the organizations that a token can see, while the form is still being filled. A failure leaves the field to
    /// be typed.
    pub fn read_organizations(self, new: NewConnection, into: RwSignal<Vec<platform::Choice>>) {
        let untouched = into.with_untracked(Vec::is_empty) && !new.token.trim().is_empty();
        let may =
            is_address(&new.api) && refused_origin(&self.config, &new.access, &new.api).is_none();
        let Some(request) = platform::choices(&new.access, &new.api).filter(|_| untouched && may)
        else {
            return;
        };
        spawn_local(async move {
            let credential = Credential::new(&new.token, &new.api);
            let Ok(reply) = send(&self.door(), &request, &credential).await else {
                return;
            };
            if let Ok(found) = platform::read_choices(&new.access, &reply) {
                into.try_set(found.value);
            }
        });
    }

    /// Reads the sales channels, when they are wanted.
    pub fn read_channels(self, live: Live, failed: RwSignal<Option<ApiError>>) {
        let session = live.session();
        let Connection { access, api, .. } = &session.connection;
        let Some(request) = platform::choices(access, api) else {
            return;
        };
        spawn_local(async move {
            let reply = session.send(&self.door(), &request).await;
            let read =
                reply.and_then(|reply| platform::read_choices(&session.connection.access, &reply));
            match read {
                Ok(channels) => {
                    if let Some(warning) = channels.warning {
                        failed.try_set(Some(ApiError::Refused(warning)));
                    }
                    live.learned.update(|learned| {
                        Arc::make_mut(learned).channels = Some(channels.value);
                    });
                }
                Err(error) => drop(failed.try_set(Some(error))),
            }
        });
    }
}
