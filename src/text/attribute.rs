//! The words of what some platforms keep of a subscription besides.

use crate::subscription::Attribute;

pub const AUTHENTICATION: &str = "Callback authentication";
pub const AUTHENTICATION_HELP: &str = "Sentera uses it to get a token before it calls your endpoint. It is sent once and never kept: Sentera reports it to nobody, and it cannot be changed later.";
pub const INCLUDE: &str = "Include resources";
pub const SUGGESTED: &str = "Suggested for this topic";
pub const CHANNELS: &str = "Sales channels";
pub const READ_CHANNELS: &str = "Read the sales channels";
pub const SHOW: &str = "Show value";
pub const HIDE: &str = "Hide value";

pub fn label(attribute: &Attribute) -> String {
    match attribute {
        Attribute::Name => "Name".to_owned(),
        Attribute::IncludeResources => INCLUDE.to_owned(),
        Attribute::Reference => "Reference".to_owned(),
        Attribute::ReferenceOrigin => "Reference origin".to_owned(),
        Attribute::Metadata => "Metadata".to_owned(),
        Attribute::CreateDisabled => "Create disabled".to_owned(),
        Attribute::SalesChannels => CHANNELS.to_owned(),
        Attribute::Authentication(name) => name.replace('_', " "),
    }
}

/// The id of its control in the form.
pub fn id(attribute: &Attribute) -> String {
    match attribute {
        Attribute::IncludeResources => "include".to_owned(),
        Attribute::SalesChannels => "channels".to_owned(),
        other => format!(
            "attribute-{}",
            label(other).to_ascii_lowercase().replace(' ', "-")
        ),
    }
}

pub const fn help(attribute: &Attribute) -> &'static str {
    match attribute {
        Attribute::Name => "For people. Commerce Layer calls it webhook where it is empty.",
        Attribute::IncludeResources => {
            "Related resources that are sent along, as relationship paths such as line_items. Choose, or type another."
        }
        Attribute::Reference => "An ID in your own system.",
        Attribute::ReferenceOrigin => "The name of that system.",
        Attribute::Metadata => "A JSON object of your own.",
        Attribute::SalesChannels => {
            "Only events of these channels; none means all. ikas does not report them afterwards: a later save without them may lift the limit."
        }
        Attribute::CreateDisabled | Attribute::Authentication(_) => "",
    }
}

/// Why there is no "Callback authentication".
pub const fn no_authentication(edits: bool) -> &'static str {
    if edits {
        "Callback authentication is not reported by Sentera and cannot be changed: to change it, remove the subscription and create it anew."
    } else {
        "Callback authentication is not offered here: Sentera’s schema did not say which fields it has."
    }
}
