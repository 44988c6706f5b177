//! The platforms as a relay meets them: by TLS, under their own names. Behind it is the sandbox's host on another origin.

use std::{io, net::SocketAddr, sync::Arc};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};
use tokio_rustls::{TlsAcceptor, server::TlsStream};

use crate::authority::Authority;

/// The names that the platforms prove.
pub const PLATFORMS: &[&str] = &[
    "api-v3.happycolis.com",
    "api.myikas.com",
    "*.commercelayer.io",
    "api.sentera.com",
];

/// Listens until it is dropped.
pub struct Upstream {
    pub address: SocketAddr,
    task: JoinHandle<()>,
}

impl Upstream {
    /// In front of `sandbox`, an origin, with a certificate of `authority` for these names.
    pub async fn start(sandbox: &str, authority: &Authority, names: &[&str]) -> Self {
        let sandbox = sandbox.trim_start_matches("http://").to_owned();
        let acceptor = TlsAcceptor::from(Arc::new(authority.server(names)));
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("ports are free");
        let address = listener.local_addr().expect("a listener has an address");
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, acceptor.clone(), sandbox.clone()));
            }
        });
        Self { address, task }
    }
}

impl Drop for Upstream {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn converse(stream: TcpStream, acceptor: TlsAcceptor, sandbox: String) {
    // Who does not trust the certificate breaks off here.
    if let Ok(stream) = acceptor.accept(stream).await {
        // A connection that breaks off is seen by who opened it.
        let _ = pass(stream, &sandbox).await;
    }
}

/// Passes one request on as it came, but for its path, which tells the sandbox which host was meant.
async fn pass(mut stream: TlsStream<TcpStream>, sandbox: &str) -> io::Result<()> {
    let mut taken = Vec::new();
    let end = loop {
        if let Some(end) = taken.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            break end;
        }
        if stream.read_buf(&mut taken).await? == 0 {
            return Ok(());
        }
    };
    let head = String::from_utf8_lossy(&taken[..end]).into_owned();
    let meant = stream.get_ref().1.server_name().unwrap_or_default();
    let Some(head) = inside(&head, meant) else {
        let refusal =
            b"HTTP/1.1 421 Misdirected Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        stream.write_all(refusal).await?;
        return stream.shutdown().await;
    };
    let mut platform = TcpStream::connect(sandbox).await?;
    platform.write_all(head.as_bytes()).await?;
    platform.write_all(&taken[end..]).await?;
    copy_bidirectional(&mut stream, &mut platform).await?;
    Ok(())
}

/// The head with the path that the sandbox has for this host; `None` unless the host is a platform's and the one that the
/// connection was opened for.
fn inside(head: &str, meant: &str) -> Option<String> {
    let mut lines = head.lines();
    let mut first = lines.next()?.splitn(3, ' ');
    let (method, path, version) = (first.next()?, first.next()?, first.next()?);
    let host = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("host").then_some(value.trim())
    })?;
    let platform = match host {
        "api-v3.happycolis.com" => "happycolis".to_owned(),
        "api.myikas.com" => "ikas".to_owned(),
        "api.sentera.com" => "sentera".to_owned(),
        other => format!(
            "commerce-layer/{}",
            other.strip_suffix(".commercelayer.io")?
        ),
    };
    let others: Vec<&str> = lines.collect();
    (host == meant).then(|| {
        format!(
            "{method} /{platform}{path} {version}\r\n{}",
            others.join("\r\n")
        )
    })
}
