//! What is wrong with custom headers, in words. Neither names as typed nor values are repeated: either may be a secret.

use crate::validation::headers::{LONGEST_TOTAL, MOST_HEADERS};
use crate::validation::{
    Found, HeaderFault, JsonFault, LONGEST_NAME, LONGEST_VALUE, NameFault, Reserved, Syntax,
    ValueFault,
};

pub fn sentence(fault: &HeaderFault) -> String {
    match fault {
        HeaderFault::NotOffered => "This platform sends no custom headers. Remove them.".to_owned(),
        HeaderFault::Name(fault) => name(fault),
        HeaderFault::Value(fault) => value(*fault),
        HeaderFault::TooMany(found) => {
            format!("There are {found} headers; at most {MOST_HEADERS} are allowed. Remove some.")
        }
        HeaderFault::TooLarge(found) => format!(
            "All header names and values together have {found} characters; at most {LONGEST_TOTAL} are allowed. Shorten or remove some."
        ),
    }
}

fn name(fault: &NameFault) -> String {
    match fault {
        NameFault::Missing => "This header has a value but no name. Enter a name, or clear the value.".to_owned(),
        NameFault::NotAToken { found, .. } => format!(
            "A header name cannot contain {}. Use letters, digits and hyphens, such as X-Shop-Key.",
            describe(*found)
        ),
        NameFault::Reserved(by) => {
            let reason = match by {
                Reserved::Message(name) => format!("The header {name} is set by every delivery itself"),
                Reserved::Connection(name) => {
                    format!("The header {name} belongs to the connection and is removed on the way")
                }
                Reserved::Proxy => {
                    "Headers that begin with proxy- belong to the connection and are removed on the way".to_owned()
                }
                Reserved::Platform(name) => format!("The header {name} is set by the platform itself"),
            };
            format!("{reason}. Choose another name, or remove it.")
        }
        NameFault::TooLong(found) => {
            format!("This header name has {found} characters; at most {LONGEST_NAME} are allowed. Shorten it.")
        }
        NameFault::Repeated => {
            "Another header has the same name; upper and lower case make no difference. Rename or remove one.".to_owned()
        }
    }
}

fn describe(found: char) -> String {
    match found {
        ' ' => "a space".to_owned(),
        ':' => "a colon".to_owned(),
        c if c.is_control() || c.is_whitespace() => {
            "a tab, a line break or another invisible character".to_owned()
        }
        c => format!("“{c}”"),
    }
}

fn value(fault: ValueFault) -> String {
    let fixed = match fault {
        ValueFault::Missing => {
            "This header has a name but no value. Enter a value, or clear the name."
        }
        ValueFault::LineBreak => "A header value stands on one line. Remove the line break.",
        ValueFault::ControlCharacter => {
            "A header value cannot contain a tab or another control character. Remove it, or type the value again."
        }
        ValueFault::OuterWhiteSpace => {
            "Spaces before or after a header value are lost on the way. Remove them."
        }
        ValueFault::NotAscii => {
            "Receivers read anything but plain letters, digits and signs (ASCII) differently. Encode the value, for example as Base64."
        }
        ValueFault::TooLong(found) => {
            return format!(
                "This header value has {found} characters; at most {LONGEST_VALUE} are allowed. Shorten it."
            );
        }
    };
    fixed.to_owned()
}

pub fn json(fault: &JsonFault) -> String {
    match fault {
        JsonFault::NotAnObject(found) => format!(
            "This is {}, but an object of strings is wanted. Write {{ \"X-Shop-Key\": \"value\" }}.",
            describe_found(*found)
        ),
        JsonFault::NotAString(name, found) => {
            let remedy = match found {
                Found::Number | Found::Boolean => "Put quotes around it.",
                _ => "Write a text in quotes.",
            };
            let found = describe_found(*found);
            let header = name.as_deref().unwrap_or("this header");
            format!("The value of {header} is {found}, but a string is wanted. {remedy}")
        }
        JsonFault::Syntax(syntax) => describe_syntax(*syntax).to_owned(),
    }
}

const fn describe_found(found: Found) -> &'static str {
    match found {
        Found::Object => "an object",
        Found::Array => "an array",
        Found::String => "a string",
        Found::Number => "a number",
        Found::Boolean => "true or false",
        Found::Null => "null",
    }
}

const fn describe_syntax(syntax: Syntax) -> &'static str {
    match syntax {
        Syntax::Unfinished => {
            "The text ends too early. Close what is open: a quote, or the object with }."
        }
        Syntax::NoValue => "No JSON value begins here. Write a text in straight double quotes.",
        Syntax::NameWithoutQuotes => "A name is expected here. Write it in straight double quotes.",
        Syntax::NoColon => "A colon is missing between name and value. Put : here.",
        Syntax::NoComma => {
            "A comma is missing between two headers, or the object is not closed. Put , or } here."
        }
        Syntax::TrailingComma => "The comma before this has nothing after it. Remove the comma.",
        Syntax::ControlCharacter => {
            "A text in quotes cannot contain a line break or a tab. Remove it."
        }
        Syntax::Escape => "This backslash sequence is not JSON. Write \\\\ for a backslash.",
        Syntax::AfterEnd => "Something stands after the end of the object. Remove it.",
    }
}
