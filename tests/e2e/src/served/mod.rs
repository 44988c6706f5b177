//! The console behind a real server, which reads the very files that `build` and `configure` have written.
//!
//! A test changes in them what every deployment changes: where the server listens, where the console is, and for a relay the
//! address of the platforms and the authority that signs for them.

mod caddy;
mod nginx;

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU16, Ordering},
};

use tempfile::TempDir;
use tokio::{net::TcpStream, process::Child};

use crate::until;

/// Which server, and what it is to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// As the file is, which needs no module.
    Nginx,
    /// With the line for brotli, which the file has as a comment.
    NginxWithBrotli,
    Caddy,
}

/// Where a relay finds the platforms, and the authority that it trusts.
pub struct Relayed {
    pub address: SocketAddr,
    /// Its certificate, as PEM.
    pub authority: String,
}

/// A server that ends with this value.
pub struct Served {
    /// `http://ADDRESS:PORT`, on this machine.
    pub origin: String,
    directory: TempDir,
    // Killed when dropped.
    _process: Child,
}

impl Served {
    /// Starts a server for the console in `dist`, which it finds below its root at the path `base`.
    pub async fn start(server: Server, dist: &Path, base: &str, relayed: Option<Relayed>) -> Self {
        let directory = TempDir::new().expect("there is room for a server's files");
        let place = Place {
            address: unused(),
            directory: directory.path().to_owned(),
            root: rooted(directory.path(), dist, base),
            relayed,
        };
        let mut command = match server {
            Server::Nginx => nginx::command(&place, dist, false),
            Server::NginxWithBrotli => nginx::command(&place, dist, true),
            Server::Caddy => caddy::command(&place, dist),
        };
        let process = command.kill_on_drop(true).spawn();
        let process = process.unwrap_or_else(|error| {
            panic!(
                "{server:?} cannot be started: {error}. Run `cargo xtask test`, which installs it."
            )
        });
        let served = Self {
            origin: format!("http://{}", place.address),
            directory,
            _process: process,
        };
        until(&format!("{server:?} to listen"), async || {
            let connected = TcpStream::connect(place.address).await;
            connected
                .map(drop)
                .map_err(|error| format!("{error}\n{}", served.logs()))
        })
        .await;
        served
    }

    /// Everything that the server has written down.
    pub fn logs(&self) -> String {
        ["access.log", "error.log", "caddy.log"]
            .iter()
            .filter_map(|log| fs::read_to_string(self.directory.path().join(log)).ok())
            .collect()
    }
}

/// What a test puts into the files.
struct Place {
    address: SocketAddr,
    directory: PathBuf,
    root: PathBuf,
    relayed: Option<Relayed>,
}

impl Place {
    fn file(&self, name: &str) -> PathBuf {
        self.directory.join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.file(name), text).expect("the server's files can be written");
    }
}

/// A file that `build` has written, with its parts replaced. Each of them has to be there.
fn changed(file: &Path, parts: &[(&str, &str)]) -> String {
    let text = fs::read_to_string(file);
    let text = text.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    parts.iter().fold(text, |text, (part, by)| {
        assert!(text.contains(part), "{} has no {part}", file.display());
        text.replace(part, by)
    })
}

/// A root that has the console at `base`.
fn rooted(directory: &Path, dist: &Path, base: &str) -> PathBuf {
    let inside = base.trim_matches('/');
    if inside.is_empty() {
        return dist.to_owned();
    }
    let root = directory.join("root");
    let place = root.join(inside);
    let above = place.parent().expect("the place is below the root");
    fs::create_dir_all(above)
        .and_then(|()| std::os::unix::fs::symlink(dist, &place))
        .expect("the console can be put anywhere");
    root
}

/// Where nobody else listens: on Linux every address that begins with 127 is this machine, so this process has one of its
/// own, and its ports are below those that are given out to others.
fn unused() -> SocketAddr {
    static SERVERS: AtomicU16 = AtomicU16::new(0);
    let port = 10_000 + SERVERS.fetch_add(1, Ordering::Relaxed);
    let [_, high, middle, low] = std::process::id().to_be_bytes();
    let address = match cfg!(target_os = "linux") {
        true => Ipv4Addr::new(127, 64 | high, middle, low),
        false => Ipv4Addr::LOCALHOST,
    };
    SocketAddr::from((address, port))
}
