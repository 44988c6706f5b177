use async_graphql::{Error, ErrorExtensions};

use super::{switches::ForbiddenPlace, token::Scope};

/// Why an operation is refused. Texts and codes are those of the HappyColis contract, sections 7
/// and 12.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    WrongTokenKind,
    InsufficientScope(Scope),
    NotHttps,
    InvalidUrl,
    TypeMissing,
    TypeTooLong,
    HeadersNotObject,
    Conflict,
    RemoveNotFound,
    RemoveMismatch,
    IntegrationNotFound,
}

impl Refusal {
    fn code(self) -> &'static str {
        match self {
            Self::WrongTokenKind | Self::RemoveNotFound | Self::RemoveMismatch => "FORBIDDEN",
            Self::InsufficientScope(_) => "INSUFFICIENT_SCOPE",
            Self::NotHttps
            | Self::InvalidUrl
            | Self::TypeMissing
            | Self::TypeTooLong
            | Self::HeadersNotObject => "BAD_USER_INPUT",
            Self::Conflict => "CONFLICT",
            Self::IntegrationNotFound => "NOT_FOUND",
        }
    }

    fn message(self) -> String {
        match self {
            Self::WrongTokenKind => "Forbidden resource".to_owned(),
            Self::InsufficientScope(scope) => format!("Insufficient scope: {scope} required"),
            Self::NotHttps => "endPoint must be an HTTPS URL".to_owned(),
            Self::InvalidUrl => "endPoint must be a valid URL".to_owned(),
            Self::TypeMissing => "type is required".to_owned(),
            Self::TypeTooLong => "type must be at most 255 characters".to_owned(),
            Self::HeadersNotObject => "headers must be a JSON object".to_owned(),
            Self::Conflict => "duplicate key value violates unique constraint".to_owned(),
            Self::RemoveNotFound => "You can't remove this webhook: webhook not found".to_owned(),
            Self::RemoveMismatch => {
                "You can't remove this webhook: integrationId or integrationType mismatch"
                    .to_owned()
            }
            Self::IntegrationNotFound => "Integration not found".to_owned(),
        }
    }

    /// The GraphQL error. Only the remove errors have two documented readings.
    pub fn error(self, place: ForbiddenPlace) -> Error {
        let code = self.code();
        let two_readings = matches!(self, Self::RemoveNotFound | Self::RemoveMismatch);
        if two_readings && place == ForbiddenPlace::Prefix {
            return Error::new(format!("{code}: {}", self.message()));
        }
        Error::new(self.message()).extend_with(|_, extensions| extensions.set("code", code))
    }
}
