//! The login component: platform, way in, token.

use crate::signals::*;
use leptos::task::spawn_local;

use super::board;
use super::connect_fields::Fields;
use super::connect_platform::{Organization, Proves, Way};
use super::failure::Failure;
use super::remembered::Remembered;
use super::states::Skeleton;
use crate::components::{ErrorLine, RadioGroup, RadioOption, SecretField, TextField, focus_id};
use crate::platform::Cause;
use crate::state::board::ConnectError;
use crate::state::route::{Route, View};
use crate::subscription::Platform;
use crate::text::{connect as words, platform as names};
use crate::ui::{Html, Show, ui};

/// Where the form is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Editing,
    Connecting,
    Failed(Vec<ConnectError>),
}

#[component]
pub fn ConnectPage() -> Html {
    let board = board();
    let fields = Fields::begin(board);
    let stage = RwSignal::new(Stage::Editing);
    let run = move |demo: bool| {
        if stage.get_untracked() == Stage::Connecting {
            return;
        }
        stage.set(Stage::Connecting);
        let new = fields.read();
        spawn_local(async move {
            let result = if demo {
                board.connect_demo().await
            } else {
                board.connect(new).await
            };
            if let Err(errors) = result {
                stage.set(Stage::Failed(errors));
                focus_id("connect-alert");
            }
        });
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        run(false);
    };
    let busy = move || stage.with(|stage| *stage == Stage::Connecting);
    let errors_of = move |pick: fn(&ConnectError) -> Option<String>| {
        Signal::derive(move || match stage.get() {
            Stage::Failed(errors) => errors
                .iter()
                .filter_map(pick)
                .map(ErrorLine::plain)
                .collect(),
            Stage::Editing | Stage::Connecting => Vec::new(),
        })
    };
    let has_demo = !board.config.demo.is_empty();
    let demo = has_demo.then(|| {
        ui! {
            <section class="demo">
                <p>{words::DEMO_HELP}</p>
                <button type="button" class="button" disabled=busy on:click=move |_| run(true)>{words::DEMO}</button>
            </section>
        }
    });
    let back = move |_| board.route.set(Route::Subscriptions(View::default()));
    ui! {
        <div class="connect">
            <h1 id="page-title" tabindex="-1">{words::TITLE}</h1>
            <p class="lead">{words::LEAD}</p>
            {demo}
            <Remembered />
            <form class="card form" novalidate=true autocomplete="on" on:submit=submit>
                <Alert stage fields />
                <RadioGroup name="platform" legend=words::PLATFORM options=platforms() value=fields.platform on_change=Callback::new(move |platform| fields.choose(platform)) />
                <Way fields />
                <TextField
                    id="connection-name"
                    label=words::NAME
                    help=Signal::stored(words::NAME_HELP.to_owned())
                    optional=true
                    autocomplete="username"
                    value=fields.name
                    errors=Signal::stored(Vec::new())
                    on_input=Callback::new(move |text| fields.name.set(text))
                />
                <SecretField
                    id="access-token"
                    label=words::TOKEN
                    help=words::TOKEN_HELP
                    value=fields.token
                    errors=errors_of(at_token)
                    on_input=Callback::new(move |text| fields.type_token(text))
                />
                <Organization fields errors=errors_of(at_organization) />
                <p class="api">{words::API_ADDRESS} ": " <code>{move || fields.api()}</code></p>
                <details class="more" open=move || stage.with(has_api_error)>
                    <summary>{words::ADVANCED}</summary>
                    <TextField
                        id="api-address"
                        label=words::API_ADDRESS
                        help=Signal::stored(words::API_HELP.to_owned())
                        inputmode="url"
                        value=Signal::derive(move || fields.api())
                        errors=errors_of(at_api)
                        on_input=Callback::new(move |text| fields.type_api(text))
                    />
                </details>
                <Proves fields />
                <div class="buttons">
                    <Show when=move || board.lives.with(|lives| !lives.is_empty())>
                        <button type="button" class="button quiet" on:click=back>{words::CANCEL}</button>
                    </Show>
                    <button type="submit" class="button primary" disabled=busy aria-busy=move || busy().to_string()>
                        {words::CONNECT}
                    </button>
                </div>
            </form>
            <Show when=busy><Skeleton /></Show>
        </div>
    }
}

fn platforms() -> Vec<RadioOption<Platform>> {
    let option = |platform| RadioOption {
        value: platform,
        label: names::name(platform),
    };
    Platform::ALL.map(option).to_vec()
}

fn at_token(error: &ConnectError) -> Option<String> {
    match error {
        ConnectError::TokenMissing => Some(words::TOKEN_MISSING.to_owned()),
        ConnectError::Api(error) if error.cause() == Some(&Cause::Token) => {
            Some(crate::text::error::sentence(error))
        }
        _ => None,
    }
}

fn at_api(error: &ConnectError) -> Option<String> {
    match error {
        ConnectError::ApiInvalid => Some(words::API_INVALID.to_owned()),
        ConnectError::ApiNotAllowed { origin } => Some(words::api_not_allowed(origin)),
        _ => None,
    }
}

fn at_organization(error: &ConnectError) -> Option<String> {
    match error {
        ConnectError::SlugMissing => Some(words::SLUG_MISSING.to_owned()),
        ConnectError::OrganizationMissing => Some(words::ORGANIZATION_MISSING.to_owned()),
        _ => None,
    }
}

fn has_api_error(stage: &Stage) -> bool {
    matches!(stage, Stage::Failed(errors) if errors.iter().any(|error| at_api(error).is_some()))
}

/// Everything that is wrong, announced at once.
#[component]
fn Alert(stage: RwSignal<Stage>, fields: Fields) -> Html {
    let line = move |error: &ConnectError| match error {
        ConnectError::Api(error) => {
            let label = words::other_way(error.cause(), fields.platform.get_untracked());
            let other = label.map(|label| {
                ui! { <button type="button" class="fix" on:click=move |_| fields.switch()>{label}</button> }
            });
            ui! { <Failure error=error.clone() /> {other} }
        }
        other => {
            let sentence = at_token(other)
                .or_else(|| at_api(other))
                .or_else(|| at_organization(other));
            ui! { <p class="what">{sentence}</p> }
        }
    };
    let alert = move || match stage.get() {
        Stage::Editing | Stage::Connecting => None,
        Stage::Failed(errors) => Some(ui! {
            <div id="connect-alert" role="alert" class="alert" tabindex="-1">{errors.iter().map(line).collect::<Vec<_>>()}</div>
        }),
    };
    ui! { {alert} }
}
