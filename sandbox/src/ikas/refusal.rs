use async_graphql::{Error, ErrorExtensions, value};

/// Why an operation is refused. Texts and codes are those of the ikas contract, sections 7 and 11.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Also what `me` and `getMerchant` answer after the app was removed.
    Unauthorized,
    AppNotFound,
    InvalidScope,
    /// An argument, the rule that it breaks, and the words for it.
    InvalidArgument {
        property: &'static str,
        constraint: &'static str,
        message: &'static str,
    },
}

impl Refusal {
    fn message(self) -> &'static str {
        match self {
            Self::Unauthorized => "UNAUTHORIZED",
            Self::AppNotFound => "APP_NOT_FOUND",
            Self::InvalidScope => "error_messages.public.webhook.invalid_scope",
            Self::InvalidArgument { .. } => "Argument Validation Error",
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::new(refusal.message()).extend_with(|_, extensions| match refusal {
            Refusal::Unauthorized => {
                extensions.set("code", "UNAUTHORIZED");
                extensions.set("deniedBy", "FEATURE");
                extensions.set("requiredFeatures", value!([11, 12]));
            }
            Refusal::AppNotFound => extensions.set("code", "APP_NOT_FOUND"),
            Refusal::InvalidScope => extensions.set("code", "INVALID_SCOPE"),
            Refusal::InvalidArgument {
                property,
                constraint,
                message,
            } => {
                let constraints = async_graphql::Value::Object(
                    [(async_graphql::Name::new(constraint), message.into())]
                        .into_iter()
                        .collect(),
                );
                extensions.set("code", "ARGUMENT_VALIDATION_ERROR");
                extensions.set(
                    "validationErrors",
                    value!([{ "property": property, "constraints": constraints }]),
                );
            }
        })
    }
}
