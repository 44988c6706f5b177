//! What the connect form holds while it is typed.

use crate::signals::*;

use crate::state::board::{Board, NewConnection};
use crate::subscription::{Access, Claims, HappyColisMode, Platform};
use crate::text::connect as words;
use crate::text::time;
use crate::ui::{Html, ui, watch};

#[derive(Clone, Copy)]
pub struct Fields {
    pub platform: RwSignal<Platform>,
    pub mode: RwSignal<HappyColisMode>,
    pub integration: RwSignal<String>,
    pub name: RwSignal<String>,
    pub token: RwSignal<String>,
    pub api: RwSignal<String>,
}

impl Fields {
    /// Empty, or filled for a known connection. A link never fills it: the address comes from `config.json`.
    pub fn new(board: Board) -> Self {
        let fields = Self {
            platform: RwSignal::new(Platform::HappyColis),
            mode: RwSignal::new(HappyColisMode::Integration),
            integration: RwSignal::new(String::new()),
            name: RwSignal::new(String::new()),
            token: RwSignal::new(String::new()),
            api: RwSignal::new(String::new()),
        };
        watch(move || {
            let known = board.prefill.get();
            let platform = known.as_ref().map_or(
                Platform::HappyColis,
                crate::subscription::Connection::platform,
            );
            fields.platform.set(platform);
            fields.token.set(String::new());
            let default_api = board
                .config
                .with_value(|config| config.api(platform).to_owned());
            let Some(known) = known else {
                fields.api.set(default_api);
                return;
            };
            match known.access {
                Access::HappyColis { mode, integration } => {
                    fields.mode.set(mode);
                    fields.integration.set(integration.unwrap_or_default());
                }
            }
            fields.name.set(known.name);
            fields.api.set(known.api);
            crate::components::focus_id("access-token");
        });
        fields
    }

    pub fn read(self) -> NewConnection {
        let mode = self.mode.get_untracked();
        let integration = self.integration.get_untracked().trim().to_owned();
        let with_id = mode == HappyColisMode::Integration && !integration.is_empty();
        NewConnection {
            access: Access::HappyColis {
                mode,
                integration: with_id.then_some(integration),
            },
            name: self.name.get_untracked(),
            token: self.token.get_untracked(),
            api: self.api.get_untracked(),
        }
    }

    pub fn switch_mode(self) {
        self.mode.update(|mode| {
            *mode = match mode {
                HappyColisMode::Integration => HappyColisMode::Oauth,
                HappyColisMode::Oauth => HappyColisMode::Integration,
            }
        });
    }
}

/// What connecting will prove and what it will not, how long the token says that it lives, and how to get one.
#[component]
pub fn Proves(fields: Fields) -> Html {
    let proves = move || {
        let lists = fields.mode.get() == HappyColisMode::Integration
            && fields.integration.with(|id| !id.trim().is_empty());
        if lists {
            words::PROVES_LIST
        } else {
            words::PROVES_TOKEN
        }
    };
    let how = move || match fields.mode.get() {
        HappyColisMode::Integration => words::HOW_INTEGRATION,
        HappyColisMode::Oauth => words::HOW_OAUTH,
    };
    let expires = move || {
        let expires = fields.token.with(|token| Claims::read(token))?.expires?;
        Some(ui! { <p class="help">{words::expires(&time::exact(expires))}</p> })
    };
    ui! {
        {expires}
        <details class="more">
            <summary>{words::HOW}</summary>
            <p>{how}</p>
        </details>
        <p class="help"><strong>{words::UNPROVEN}</strong> ". " {proves}</p>
    }
}
