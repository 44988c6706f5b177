//! Shown in the place of the console when `config.json` cannot be used.

use crate::signals::*;

use crate::state::config::ConfigError;
use crate::text::connect as words;
use crate::ui::{Html, ui};

#[component]
pub fn BadConfig(error: ConfigError) -> Html {
    ui! {
        <main class="page narrow">
            <h1>{words::CONFIG_TITLE}</h1>
            <div role="alert" class="alert">
                <p>{words::config(&error)}</p>
                <p>{words::CONFIG_HELP}</p>
            </div>
        </main>
    }
}
