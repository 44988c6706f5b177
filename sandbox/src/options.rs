use std::{fmt, io, path::PathBuf};

/// What to serve and where. Every address is on `127.0.0.1`.
#[derive(Clone, Debug)]
pub struct Options {
    /// The built console; without it only the platforms and the control interface are served.
    pub dist: Option<PathBuf>,
    /// Port of the console's own origin; 0 takes any free one.
    pub port: u16,
    /// Port of the platforms' cross-origin host; 0 takes any free one.
    pub cross_port: u16,
    /// Path under which the console is served: `/` or `/some/sub/path/`.
    pub base: String,
}

impl Default for Options {
    /// Any free ports, no console, base `/`.
    fn default() -> Self {
        Self {
            dist: None,
            port: 0,
            cross_port: 0,
            base: "/".to_owned(),
        }
    }
}

/// Why the sandbox could not start.
#[derive(Debug)]
pub enum StartError {
    /// Another program listens on this port.
    PortInUse(u16),
    /// The port cannot be opened for another reason.
    Bind { port: u16, source: io::Error },
    /// The base is not a path that begins and ends with `/`.
    Base(String),
    /// The directory has no `index.html`.
    NoConsole(PathBuf),
    /// The header file of the console cannot be read: what is wrong, with its line where known.
    HeaderFile(String),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PortInUse(port) => write!(
                f,
                "Port {port} on 127.0.0.1 is in use. Stop the program that uses it, or choose another port."
            ),
            Self::Bind { port, source } => {
                write!(f, "Port {port} on 127.0.0.1 cannot be opened: {source}.")
            }
            Self::Base(base) => {
                write!(f, "The base \"{base}\" must begin and end with \"/\".")
            }
            Self::NoConsole(dist) => {
                write!(f, "There is no index.html in {}.", dist.display())
            }
            Self::HeaderFile(problem) => write!(f, "The header file _headers: {problem}."),
        }
    }
}

impl std::error::Error for StartError {}
