//! The console behind a real server, which reads the very files that `build` and `configure` have written.
//!
//! A test changes in them what every deployment changes: where the server listens, where the console is, and for a relay the
//! address of the platforms and the authority that signs for them.

mod caddy;
mod nginx;

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use tempfile::TempDir;
use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream, UnixStream},
    process::Child,
    task::JoinHandle,
};

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
    /// `http://127.0.0.1:PORT`.
    pub origin: String,
    directory: TempDir,
    door: JoinHandle<()>,
    // Killed when dropped.
    _process: Child,
}

impl Served {
    /// Starts a server for the console in `dist`, which it finds below its root at the path `base`.
    pub async fn start(server: Server, dist: &Path, base: &str, relayed: Option<Relayed>) -> Self {
        let directory = TempDir::new().expect("there is room for a server's files");
        let place = Place {
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
        let (origin, door) = open(place.door()).await;
        let served = Self {
            origin,
            directory,
            door,
            _process: process,
        };
        until(&format!("{server:?} to listen"), async || {
            let connected = UnixStream::connect(place.door()).await;
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

impl Drop for Served {
    fn drop(&mut self) {
        self.door.abort();
    }
}

/// What a test puts into the files.
struct Place {
    directory: PathBuf,
    root: PathBuf,
    relayed: Option<Relayed>,
}

impl Place {
    /// A socket in place of a port: no other program can have taken it.
    fn door(&self) -> PathBuf {
        self.directory.join("door")
    }

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

/// A port that leads to the server's socket, byte by byte.
async fn open(door: PathBuf) -> (String, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0")
        .await
        .expect("ports are free");
    let address = listener.local_addr().expect("a listener has an address");
    let task = tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(pass(stream, door.clone()));
        }
    });
    (format!("http://{address}"), task)
}

async fn pass(mut stream: TcpStream, door: PathBuf) {
    if let Ok(mut server) = UnixStream::connect(door).await {
        // A connection that breaks off is seen by who opened it.
        let _ = copy_bidirectional(&mut stream, &mut server).await;
    }
}
