//! Real servers with the files that `build` and `configure` write for them.

mod files;
mod refusals;
mod relay;
mod wall;

use e2e::{Relay, Server, dist};
use reqwest::{Client, Method, Response};
use sandbox::{Bound, Options, Running};
use tempfile::TempDir;
use xtask::hosts;

/// Each server once.
const SERVERS: [Server; 2] = [Server::Nginx, Server::Caddy];

/// A client that does as it is told: no proxy, no redirect, no decompression.
fn client() -> Client {
    let client = Client::builder().no_proxy();
    let client = client.redirect(reqwest::redirect::Policy::none());
    client.build().expect("a client can be made")
}

/// The console with a configuration that uses every relay, and with a file where relays are, which nobody may be sent.
fn relayed_console() -> TempDir {
    let dist = dist::configured(&hosts::relay::config());
    let file = dist.path().join("relay/file.txt");
    xtask::workspace::write(&file, "A file").unwrap_or_else(|failure| panic!("{failure}"));
    dist
}

/// A server with its relay, and the sandbox behind it.
struct Way {
    relay: Relay,
    sandbox: Running,
    _dist: TempDir,
}

impl Way {
    async fn open(server: Server) -> Self {
        let (dist, sandbox) = (relayed_console(), sandbox().await);
        Self {
            relay: Relay::start(server, dist.path(), "/", &sandbox.cross_origin).await,
            sandbox,
            _dist: dist,
        }
    }

    /// Asks the relay.
    async fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Response {
        let address = format!("{}{path}", self.relay.served.origin);
        send(&address, method, headers, body).await
    }
}

async fn sandbox() -> Running {
    let bound = Bound::bind(Options::default()).await;
    let running = bound.and_then(|bound| bound.serve(None));
    running.expect("the sandbox can be started")
}

async fn send(address: &str, method: &str, headers: &[(&str, &str)], body: &str) -> Response {
    let method = Method::from_bytes(method.as_bytes()).expect("this is a method");
    let mut request = client().request(method, address).body(body.to_owned());
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.send().await.expect("the server answers")
}

/// A header of an answer, which has to be there once.
fn header(response: &Response, name: &str) -> String {
    let values: Vec<_> = response.headers().get_all(name).iter().collect();
    assert_eq!(values.len(), 1, "{}: {name}: {values:?}", response.url());
    values[0].to_str().expect("a header is text").to_owned()
}
