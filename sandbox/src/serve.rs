//! Speaking HTTP on one listener.

use std::{convert::Infallible, fmt};

use axum::{Router, body::Body, http::Request, response::Response};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpListener, net::TcpStream, task::JoinSet};
use tower::ServiceExt;

use crate::answer::Dropped;

/// Accepts connections until its task is aborted; every connection ends with it.
pub(crate) async fn serve(listener: TcpListener, router: Router) {
    let mut connections = JoinSet::new();
    loop {
        // An accept that fails concerns that one connection, which its peer has already left.
        if let Ok((stream, _)) = listener.accept().await {
            connections.spawn(converse(stream, router.clone()));
        }
        while connections.try_join_next().is_some() {}
    }
}

/// Serves one request, then closes the connection: browsers silently repeat a request, even a
/// POST, when a connection that they reuse closes without an answer. A dropped create would then
/// be sent twice, and no test could tell what the console itself does.
async fn converse(stream: TcpStream, router: Router) {
    let service = service_fn(|request| respond(request, router.clone()));
    // A connection that breaks off is an ordinary event here.
    let _ = http1::Builder::new()
        .keep_alive(false)
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// The answer of `router`, or an error, on which hyper closes the connection without a byte.
async fn respond(request: Request<Incoming>, router: Router) -> Result<Response, ClosedOnPurpose> {
    let answered: Result<Response, Infallible> = router.oneshot(request.map(Body::new)).await;
    match answered {
        Ok(response) if response.extensions().get::<Dropped>().is_some() => Err(ClosedOnPurpose),
        Ok(response) => Ok(response),
        Err(never) => match never {},
    }
}

/// The connection closes because a fault says so.
#[derive(Debug)]
struct ClosedOnPurpose;

impl fmt::Display for ClosedOnPurpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("closed on purpose")
    }
}

impl std::error::Error for ClosedOnPurpose {}
