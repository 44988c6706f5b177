//! What some platforms keep of a subscription besides: one field for every rule that the platform has.

use crate::signals::*;

use super::board;
use super::errors::{at_attribute, problems};
use super::fields::platform_of;
use crate::components::{Choice, ChoiceGroup, Many, SecretField, TextArea, TextField};
use crate::platform::{self, ApiError, commerce_layer};
use crate::state::board::Editor;
use crate::subscription::{Attribute, Platform};
use crate::text::{attribute as words, error};
use crate::ui::{Html, Show, ui};

#[component]
pub fn AttributeFields(editor: Editor) -> Html {
    let wanted = Memo::new(move |_| {
        let rules = editor.rules().attributes.into_iter();
        rules.map(|rule| rule.attribute).collect::<Vec<_>>()
    });
    let fields = move || {
        let (secret, open): (Vec<_>, Vec<_>) =
            wanted.get().into_iter().partition(Attribute::is_secret);
        let open: Vec<Html> = open.into_iter().map(|it| field(editor, it)).collect();
        let secret = (!secret.is_empty()).then(|| {
            let fields: Vec<Html> = secret.into_iter().map(|it| field(editor, it)).collect();
            ui! {
                <fieldset class="group">
                    <legend>{words::AUTHENTICATION}</legend>
                    <p class="help">{words::AUTHENTICATION_HELP}</p>
                    {fields}
                </fieldset>
            }
        });
        let absent = (secret.is_none() && platform_of(editor) == Platform::Sentera).then(
            || ui! { <p class="help">{words::no_authentication(editor.edited().is_some())}</p> },
        );
        (open, secret, absent)
    };
    ui! { {fields} }
}

fn field(editor: Editor, attribute: Attribute) -> Html {
    let id = words::id(&attribute);
    let label = words::label(&attribute);
    let help = words::help(&attribute);
    let value = {
        let attribute = attribute.clone();
        Signal::derive(move || {
            editor
                .draft
                .with(|draft| draft.attributes.get(&attribute).to_owned())
        })
    };
    let errors = {
        let attribute = attribute.clone();
        Signal::derive(move || at_attribute(&problems(editor), &attribute))
    };
    let set = {
        let attribute = attribute.clone();
        Callback::new(move |text| {
            editor
                .draft
                .update(|draft| draft.attributes.set(attribute.clone(), text));
        })
    };
    let lines = Signal::derive(move || {
        value.with(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
    });
    let set_lines = Callback::new(move |lines: Vec<String>| set.run(lines.join("\n")));
    match attribute {
        Attribute::Name | Attribute::Reference | Attribute::ReferenceOrigin => ui! {
            <TextField id label help=Signal::stored(help.to_owned()) optional=true value errors on_input=set />
        },
        Attribute::Metadata => ui! {
            <TextArea id label help=Signal::stored(help.to_owned()) value errors on_input=set />
        },
        Attribute::CreateDisabled => {
            let press = move |_| {
                let on = value.with_untracked(|value| value.is_empty());
                set.run(if on {
                    Attribute::YES.to_owned()
                } else {
                    String::new()
                });
            };
            ui! {
                <label class="check">
                    <input type="checkbox" prop:checked=move || value.with(|value| !value.is_empty()) on:change=press />
                    <span>{label}</span>
                </label>
            }
        }
        Attribute::IncludeResources => {
            let groups = Memo::new(move |_| {
                let suggested = commerce_layer::suggestions(&editor.event());
                let choices = suggested.into_iter().map(|path| Choice {
                    label: path.clone(),
                    value: path,
                });
                vec![ChoiceGroup {
                    title: words::SUGGESTED.to_owned(),
                    choices: choices.collect(),
                }]
            });
            ui! { <Many id="include" label=words::INCLUDE help=Signal::stored(help.to_owned()) groups values=lines errors on_change=set_lines /> }
        }
        Attribute::SalesChannels => {
            let channels = move || {
                editor
                    .live
                    .get()
                    .learned
                    .with(|learned| learned.channels.clone())
            };
            let groups = Memo::new(move |_| {
                let choice = |it: platform::Choice| Choice {
                    label: it.label,
                    value: it.value,
                };
                let choices = channels().unwrap_or_default().into_iter().map(choice);
                vec![ChoiceGroup {
                    title: words::CHANNELS.to_owned(),
                    choices: choices.collect(),
                }]
            });
            ui! {
                <Many id="channels" label=words::CHANNELS help=Signal::stored(help.to_owned()) groups values=lines errors on_change=set_lines />
                <Channels editor />
            }
        }
        Attribute::Authentication(_) => ui! {
            <SecretField id label help autocomplete="off" show=words::SHOW hide=words::HIDE value errors on_input=set />
        },
    }
}

/// The channels are asked for when they are wanted, and only then: ikas counts errors against an app.
#[component]
fn Channels(editor: Editor) -> Html {
    let board = board();
    let failed = RwSignal::new(None);
    let unknown = move || {
        editor
            .live
            .get()
            .learned
            .with(|learned| learned.channels.is_none())
    };
    let said = move |why: &ApiError| match why {
        // The channels came all the same.
        ApiError::Refused(complaint) if !unknown() => error::complaint(complaint),
        _ => error::sentence(why),
    };
    let ask = move |_| board.read_channels(editor.live.get_untracked(), failed);
    ui! {
        <Show when=unknown>
            <button type="button" class="button small" on:click=ask>{words::READ_CHANNELS}</button>
        </Show>
        {move || failed.get().map(|why| ui! { <p class="error" role="alert">{said(&why)}</p> })}
    }
}
