//! What the connect form holds while it is typed.

use crate::signals::*;

use crate::platform::Choice;
use crate::state::board::{Board, Lasting, NewConnection};
use crate::subscription::{Access, Claims, Connection, HappyColisMode, IkasVersion, Platform};
use crate::ui::watch;

/// The form. Its signals end with the page that it was begun for; their handles, some fifty bytes, stay.
pub type Fields = Lasting<FieldsState>;

pub struct FieldsState {
    pub platform: RwSignal<Platform>,
    pub mode: RwSignal<HappyColisMode>,
    pub version: RwSignal<IkasVersion>,
    pub integration: RwSignal<String>,
    pub slug: RwSignal<String>,
    pub organization: RwSignal<String>,
    pub organizations: RwSignal<Vec<Choice>>,
    pub name: RwSignal<String>,
    pub token: RwSignal<String>,
    /// As typed; nothing while the configured address is used. A field that was emptied stays empty.
    typed_api: RwSignal<Option<String>>,
    board: Board,
}

impl Lasting<FieldsState> {
    /// Empty, or filled for a known connection. A link never fills it: the address comes from `config.json`.
    pub fn begin(board: Board) -> Self {
        let text = || RwSignal::new(String::new());
        let fields = Lasting::keep(FieldsState {
            platform: RwSignal::new(Platform::HappyColis),
            mode: RwSignal::default(),
            version: RwSignal::default(),
            integration: text(),
            slug: text(),
            organization: text(),
            organizations: RwSignal::default(),
            name: text(),
            token: text(),
            typed_api: RwSignal::new(None),
            board,
        });
        watch(move || {
            let known = board.prefill.get();
            fields.token.set(String::new());
            fields.typed_api.set(None);
            let Some(known) = known else {
                fields.platform.set(Platform::HappyColis);
                return;
            };
            fields.fill(known);
            crate::components::focus_id("access-token");
        });
        // Locking forgets a token that was only typed as well.
        watch(move || {
            if board.locks.get() > 0 {
                fields.token.set(String::new());
            }
        });
        fields
    }

    fn fill(self, known: Connection) {
        self.platform.set(known.platform());
        match known.access {
            Access::HappyColis { mode, integration } => {
                self.mode.set(mode);
                self.integration.set(integration.unwrap_or_default());
            }
            Access::Ikas { version } => self.version.set(version),
            Access::CommerceLayer { slug, .. } => self.slug.set(slug),
            Access::Sentera { organization, .. } => self.organization.set(organization),
        }
        self.name.set(known.name);
        if untrack(|| self.api()) != known.api {
            self.typed_api.set(Some(known.api));
        }
    }

    /// The way in, as far as it is typed; tracked.
    pub fn access(self) -> Access {
        let trimmed = |text: RwSignal<String>| text.with(|text| text.trim().to_owned());
        let id = trimmed(self.integration);
        let platform = self.platform.get();
        let way = match platform {
            Platform::HappyColis => self.mode.get().key().to_owned(),
            Platform::Ikas => self.version.get().key().to_owned(),
            Platform::CommerceLayer => trimmed(self.slug),
            Platform::Sentera => trimmed(self.organization),
        };
        let with_id = way == HappyColisMode::Integration.key() && !id.is_empty();
        // A platform that is not built in cannot be chosen.
        Access::of(platform, &way, with_id.then_some(id)).unwrap_or_default()
    }

    /// The address in use: what was typed under "Advanced", else what `config.json` says; tracked.
    pub fn api(self) -> String {
        if let Some(typed) = self.typed_api.get() {
            return typed;
        }
        self.board.config.api_for(&self.access())
    }

    pub fn type_api(self, text: String) {
        self.typed_api.set(Some(text));
    }

    /// Another platform has another address.
    pub fn choose(self, platform: Platform) {
        self.typed_api.set(None);
        self.platform.set(platform);
    }

    pub fn claims(self) -> Option<Claims> {
        self.token.with(|token| Claims::read(token))
    }

    /// A readable token says which organization it is for.
    pub fn type_token(self, text: String) {
        self.token.set(text);
        self.organizations.set(Vec::new());
        if let Some(slug) = untrack(|| self.claims()).and_then(|claims| claims.slug) {
            self.slug.set(slug);
        }
    }

    pub fn read(self) -> NewConnection {
        untrack(|| NewConnection {
            access: self.access(),
            name: self.name.get(),
            token: self.token.get(),
            api: self.api(),
        })
    }

    /// The other access mode, or the other version.
    pub fn switch(self) {
        match untrack(|| self.access()).other() {
            Some(Access::HappyColis { mode, .. }) => self.mode.set(mode),
            Some(Access::Ikas { version }) => self.version.set(version),
            _ => {}
        }
    }
}
