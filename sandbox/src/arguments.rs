use std::{fmt, str::FromStr};

use sandbox::Options;

/// Shown when the arguments cannot be read.
pub(crate) const USAGE: &str =
    "Usage: sandbox [--dist DIR] [--port 8080] [--cross-port 8081] [--base /]";

/// The first argument that cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum ArgumentError {
    Unknown(String),
    WithoutValue(String),
    NotAPort(String),
}

impl fmt::Display for ArgumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(name) => write!(f, "Unknown argument {name}."),
            Self::WithoutValue(name) => write!(f, "{name} needs a value."),
            Self::NotAPort(value) => write!(f, "{value} is not a port number."),
        }
    }
}

/// Reads the arguments of the program, its own name left out.
pub(crate) fn read(arguments: impl IntoIterator<Item = String>) -> Result<Options, ArgumentError> {
    let mut options = Options {
        port: 8080,
        cross_port: 8081,
        ..Options::default()
    };
    let mut arguments = arguments.into_iter();
    while let Some(name) = arguments.next() {
        if !["--dist", "--port", "--cross-port", "--base"].contains(&name.as_str()) {
            return Err(ArgumentError::Unknown(name));
        }
        let Some(value) = arguments.next() else {
            return Err(ArgumentError::WithoutValue(name));
        };
        match name.as_str() {
            "--dist" => options.dist = Some(value.into()),
            "--port" => options.port = port(value)?,
            "--cross-port" => options.cross_port = port(value)?,
            _ => options.base = value,
        }
    }
    Ok(options)
}

fn port(value: String) -> Result<u16, ArgumentError> {
    u16::from_str(&value).map_err(|_| ArgumentError::NotAPort(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_line(line: &str) -> Result<Options, ArgumentError> {
        read(line.split_whitespace().map(ToOwned::to_owned))
    }

    #[test]
    fn every_argument_is_read() {
        let options = read_line("--dist out --port 1 --cross-port 2 --base /a/").unwrap();
        assert_eq!(options.dist, Some("out".into()));
        assert_eq!(
            (options.port, options.cross_port, options.base.as_str()),
            (1, 2, "/a/")
        );
    }

    #[test]
    fn without_arguments_the_documented_ports_are_used() {
        let options = read_line("").unwrap();
        assert_eq!(
            (options.port, options.cross_port, options.base.as_str()),
            (8080, 8081, "/")
        );
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        for (line, expected) in [
            ("--prot 1", ArgumentError::Unknown("--prot".to_owned())),
            ("--port", ArgumentError::WithoutValue("--port".to_owned())),
            ("--port 70000", ArgumentError::NotAPort("70000".to_owned())),
        ] {
            assert_eq!(read_line(line).unwrap_err(), expected);
        }
    }
}
