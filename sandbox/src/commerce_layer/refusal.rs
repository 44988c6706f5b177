use axum::{http::StatusCode, response::Response};
use serde_json::{Value, json};

use super::document;

/// What is wrong with one attribute, Commerce Layer contract, section 13.2.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Flaw {
    Blank,
    /// A topic that is not in the list.
    Inclusion(String),
    /// No URL.
    Invalid(String),
    /// A name that another webhook has.
    Taken(String),
}

impl Flaw {
    fn error(&self, field: &str) -> Value {
        let (title, error, value) = match self {
            Self::Blank => ("can't be blank", "blank", None),
            Self::Inclusion(value) => ("is not included in the list", "inclusion", Some(value)),
            Self::Invalid(value) => ("is invalid", "invalid", Some(value)),
            Self::Taken(value) => ("has already been taken", "taken", Some(value)),
        };
        let mut meta = json!({ "error": error });
        if let Some(value) = value {
            meta["value"] = value.as_str().into();
        }
        json!({
            "title": title,
            "detail": format!("{field} - {title}"),
            "code": "VALIDATION_ERROR",
            "source": { "pointer": format!("/data/attributes/{field}") },
            "status": "422",
            "meta": meta
        })
    }
}

/// Why a call is refused. Texts and codes are those of the contract, sections 8 and 13.2.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refusal {
    InvalidToken,
    /// The role of the token does not allow it.
    Unauthorized,
    NotFound,
    MethodNotAllowed,
    /// The `Accept` that was sent.
    NotAcceptable(String),
    /// The `Content-Type` that was sent.
    UnsupportedMediaType(String),
    /// The body is no JSON.
    BadRequest,
    ParamMissing(&'static str),
    ParamNotAllowed(String),
    InvalidDataFormat,
    TypeMismatch(String),
    KeyMissing,
    KeyNotInUrl(String),
    InvalidFieldValue(&'static str, Value),
    InvalidResource(String),
    InvalidField(String, &'static str),
    InvalidInclude(String, &'static str),
    InvalidSort(String, &'static str),
    FilterNotAllowed(String),
    InvalidFilterSyntax(String),
    InvalidPageValue(&'static str, String),
    PageTooLarge,
    /// Attributes that do not pass validation.
    Invalid(Vec<(&'static str, Flaw)>),
    NotUnique,
    Locked,
}

impl Refusal {
    pub fn response(&self) -> Response {
        let (status, errors) = match self {
            Self::Invalid(flaws) => {
                let errors = flaws.iter().map(|(field, flaw)| flaw.error(field));
                (422, errors.collect())
            }
            other => {
                let (status, code, title, detail) = other.parts();
                let error = json!({
                    "title": title,
                    "detail": detail,
                    "code": code,
                    "status": status.to_string()
                });
                (status, vec![error])
            }
        };
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        document::refused(status, &json!({ "errors": errors }))
    }

    /// Status, code, title and detail.
    fn parts(&self) -> (u16, &'static str, &'static str, String) {
        let (status, code, title) = self.kind();
        let detail = match self {
            Self::InvalidToken => "The access token you provided is invalid.".to_owned(),
            Self::Unauthorized => {
                "You are not authorized to perform this action on the requested resource."
                    .to_owned()
            }
            Self::NotFound => {
                "The requested resource was not found. Please double-check the resource id."
                    .to_owned()
            }
            Self::NotAcceptable(sent) => format!(
                "All requests must use the 'application/vnd.api+json' Accept without media type parameters. This request specified '{sent}'."
            ),
            Self::UnsupportedMediaType(sent) => format!(
                "All requests that create or update must use the 'application/vnd.api+json' Content-Type. This request specified '{sent}'."
            ),
            Self::ParamMissing(name) => format!("The required parameter, {name}, is missing."),
            Self::ParamNotAllowed(name) | Self::FilterNotAllowed(name) => {
                format!("{name} is not allowed.")
            }
            Self::InvalidDataFormat => "Data must be a hash.".to_owned(),
            Self::TypeMismatch(kind) => format!("{kind} is not a valid type for this operation."),
            Self::KeyMissing => "The resource object does not contain a key.".to_owned(),
            Self::KeyNotInUrl(id) => format!("The URL does not support the key {id}"),
            Self::InvalidFieldValue(field, value) => {
                format!("{value} is not a valid value for {field}.")
            }
            Self::InvalidResource(name) => format!("{name} is not a valid resource."),
            Self::InvalidField(field, kind) => format!("{field} is not a valid field for {kind}."),
            Self::InvalidInclude(name, kind) => {
                format!("{name} is not a valid includable relationship of {kind}")
            }
            Self::InvalidSort(name, kind) => {
                format!("{name} is not a valid sort criteria for {kind}")
            }
            Self::InvalidFilterSyntax(name) => {
                format!("{name} is not a valid syntax for filtering.")
            }
            Self::InvalidPageValue(name, value) => {
                format!("{value} is not a valid value for {name} page parameter.")
            }
            Self::PageTooLarge => "size exceeds maximum page size of 25.".to_owned(),
            Self::NotUnique => "The performed operation violates a unique constraint.".to_owned(),
            Self::Locked => "The resource is locked and cannot be deleted.".to_owned(),
            Self::MethodNotAllowed | Self::BadRequest | Self::Invalid(_) => title.to_owned(),
        };
        (status, code, title, detail)
    }

    /// Status, code and title.
    fn kind(&self) -> (u16, &'static str, &'static str) {
        match self {
            Self::InvalidToken => (401, "INVALID_TOKEN", "Invalid token"),
            Self::Unauthorized => (401, "UNAUTHORIZED", "Access denied"),
            Self::NotFound => (404, "RECORD_NOT_FOUND", "Record not found"),
            Self::MethodNotAllowed => (405, "METHOD_NOT_ALLOWED", "Method not allowed"),
            Self::NotAcceptable(_) => (406, "NOT_ACCEPTABLE", "Not acceptable"),
            Self::UnsupportedMediaType(_) => {
                (415, "UNSUPPORTED_MEDIA_TYPE", "Unsupported media type")
            }
            Self::BadRequest => (400, "BAD_REQUEST", "Bad Request"),
            Self::ParamMissing(_) => (400, "PARAM_MISSING", "Missing Parameter"),
            Self::ParamNotAllowed(_) => (400, "PARAM_NOT_ALLOWED", "Param not allowed"),
            Self::InvalidDataFormat => (400, "INVALID_DATA_FORMAT", "Invalid data format"),
            Self::TypeMismatch(_) => (400, "TYPE_MISMATCH", "Type Mismatch"),
            Self::KeyMissing => (400, "KEY_ORDER_MISMATCH", "A key is required"),
            Self::KeyNotInUrl(_) => (400, "KEY_NOT_INCLUDED_IN_URL", "Key is not included in URL"),
            Self::InvalidFieldValue(..) => (400, "INVALID_FIELD_VALUE", "Invalid field value"),
            Self::InvalidResource(_) => (400, "INVALID_RESOURCE", "Invalid resource"),
            Self::InvalidField(..) => (400, "INVALID_FIELD", "Invalid field"),
            Self::InvalidInclude(..) => (400, "INVALID_INCLUDE", "Invalid field"),
            Self::InvalidSort(..) => (400, "INVALID_SORT_CRITERIA", "Invalid sort criteria"),
            Self::FilterNotAllowed(_) => (400, "FILTER_NOT_ALLOWED", "Filter not allowed"),
            Self::InvalidFilterSyntax(_) => {
                (400, "INVALID_FILTERS_SYNTAX", "Invalid filters syntax")
            }
            Self::InvalidPageValue(..) | Self::PageTooLarge => {
                (400, "INVALID_PAGE_VALUE", "Invalid page value")
            }
            Self::Invalid(_) => (422, "VALIDATION_ERROR", "Validation error"),
            Self::NotUnique => (409, "RECORD_NOT_UNIQUE", "Record not unique"),
            Self::Locked => (423, "LOCKED", "Locked resource"),
        }
    }
}
