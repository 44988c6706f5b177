//! What a platform asks for beside the token, what connecting proves, and how to get a token.

use crate::signals::*;

use super::board;
use super::connect_fields::Fields;
use crate::components::{
    Choice, ChoiceGroup, Combobox, ErrorLine, RadioGroup, RadioOption, TextField,
};
use crate::subscription::{Access, HappyColisMode, IkasVersion, Platform};
use crate::text::{connect as words, platform as names, time};
use crate::ui::{Html, Show, ui};

/// Mode, version or integration id: what is chosen before the token.
#[component]
pub fn Way(fields: Fields) -> Html {
    let none = Signal::stored(Vec::new());
    let is = move |platform| move || fields.platform.get() == platform;
    let with_id = move || {
        fields.platform.get() == Platform::HappyColis
            && fields.mode.get() == HappyColisMode::Integration
    };
    let option = |value, label| RadioOption { value, label };
    let modes = move || {
        [HappyColisMode::Integration, HappyColisMode::Oauth]
            .map(|it| option(it, names::mode(it)))
            .to_vec()
    };
    let option = |value: IkasVersion| RadioOption {
        value,
        label: value.key(),
    };
    let versions = move || [IkasVersion::V2, IkasVersion::V1].map(option).to_vec();
    ui! {
        <Show when=is(Platform::HappyColis)>
            <RadioGroup name="mode" legend=words::ACCESS_MODE options=modes() value=fields.mode on_change=Callback::new(move |mode| fields.mode.set(mode)) />
        </Show>
        <Show when=with_id>
            <TextField
                id="integration-id"
                label=words::INTEGRATION_ID
                help=Signal::stored(words::INTEGRATION_HELP.to_owned())
                optional=true
                value=fields.integration
                errors=none
                on_input=Callback::new(move |text| fields.integration.set(text))
            />
        </Show>
        <Show when=is(Platform::Ikas)>
            <RadioGroup name="version" legend=words::API_VERSION options=versions() value=fields.version on_change=Callback::new(move |version| fields.version.set(version)) />
            <p class="note-box">{words::IKAS_ADVICE}</p>
        </Show>
    }
}

/// The organization, which the token can tell.
#[component]
pub fn Organization(fields: Fields, errors: Signal<Vec<ErrorLine>>) -> Html {
    let field = move || match fields.platform.get() {
        Platform::CommerceLayer => Some(ui! { <Slug fields errors /> }),
        Platform::Sentera => Some(ui! { <OrganizationId fields errors /> }),
        _ => None,
    };
    ui! { {field} }
}

#[component]
fn Slug(fields: Fields, errors: Signal<Vec<ErrorLine>>) -> Html {
    let sales_channel = move || {
        let kind = fields.claims()?.kind?;
        (kind == "sales_channel")
            .then(|| ui! { <p class="caution" role="status">{words::SALES_CHANNEL}</p> })
    };
    ui! {
        {sales_channel}
        <TextField
            id="slug"
            label=words::SLUG
            help=Signal::stored(words::SLUG_HELP.to_owned())
            value=fields.slug
            errors
            on_input=Callback::new(move |text| fields.slug.set(text))
        />
    }
}

#[component]
fn OrganizationId(fields: Fields, errors: Signal<Vec<ErrorLine>>) -> Html {
    let board = board();
    let groups = Memo::new(move |_| {
        let all = fields.organizations.get().into_iter();
        let choices = all.map(|it| Choice {
            label: it.label,
            value: it.value,
        });
        vec![ChoiceGroup {
            title: words::ORGANIZATIONS.to_owned(),
            choices: choices.collect(),
        }]
    });
    ui! {
        <div on:focusin=move |_| board.read_organizations(fields.read(), fields.organizations)>
            <Combobox
                id="organization"
                label=words::ORGANIZATION
                help=Signal::stored(words::ORGANIZATION_HELP.to_owned())
                groups
                value=fields.organization
                errors
                no_match=words::NO_ORGANIZATION
                caution=Signal::stored(None::<String>)
                on_input=Callback::new(move |text| fields.organization.set(text))
            />
        </div>
    }
}

/// What connecting will prove and what it will not, how long the token says that it lives, and how to get one.
#[component]
pub fn Proves(fields: Fields) -> Html {
    let proves = move || words::proves(&fields.access());
    let how = move || {
        let access = fields.access();
        let command = match access {
            Access::Ikas { .. } => Some(words::IKAS_COMMAND),
            Access::CommerceLayer { .. } => Some(words::COMMERCE_LAYER_COMMAND),
            Access::HappyColis { .. } | Access::Sentera { .. } => None,
        };
        let command =
            command.map(|command| ui! { <pre class="command"><code>{command}</code></pre> });
        ui! { <p>{words::how(&access)}</p> {command} }
    };
    let claims = move || {
        let claims = fields.claims()?;
        let expires = claims.expires.map(|at| words::expires(&time::exact(at)));
        let about = words::about(claims.kind.as_deref(), claims.test);
        Some(ui! { <p class="help">{expires} " " {about}</p> })
    };
    ui! {
        {claims}
        <details class="more">
            <summary>{words::HOW}</summary>
            {how}
        </details>
        <p class="help"><strong>{words::UNPROVEN}</strong> ". " {proves}</p>
    }
}
