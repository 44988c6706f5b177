//! Sending one webhook, without anything leaving this machine.

use std::{fmt, net::SocketAddr, time::Duration};

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Request, StatusCode, header},
};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, time::timeout};
use url::Url;

use crate::receiver;

/// The one host whose endpoints are delivered to.
const RECEIVER_HOST: &str = "receiver.example";

/// A POST to a subscriber.
pub(crate) struct Delivery {
    pub end_point: String,
    pub headers: HeaderMap,
    pub body: String,
    pub timeout: Duration,
}

/// Why a delivery failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DeliveryError {
    Unreachable,
    Timeout(Duration),
    Broken,
    Status(StatusCode),
}

impl fmt::Display for DeliveryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable => f.write_str("The endpoint cannot be reached"),
            Self::Timeout(limit) => {
                write!(
                    f,
                    "The endpoint did not answer within {} ms",
                    limit.as_millis()
                )
            }
            Self::Broken => f.write_str("The connection to the endpoint broke off"),
            Self::Status(status) => {
                write!(f, "The endpoint answered with status {}", status.as_u16())
            }
        }
    }
}

impl Delivery {
    /// Sends the POST. Endpoints under `https://receiver.example/` lead to the receiver at
    /// `receiver`; every other one is unreachable. Redirects are not followed.
    ///
    /// # Errors
    /// Everything but a status from 200 to 299 within the time limit.
    pub async fn send(self, receiver: SocketAddr) -> Result<StatusCode, DeliveryError> {
        let limit = self.timeout;
        match timeout(limit, self.post(receiver)).await {
            Ok(Ok(status)) if status.is_success() => Ok(status),
            Ok(Ok(status)) => Err(DeliveryError::Status(status)),
            Ok(Err(error)) => Err(error),
            Err(_) => Err(DeliveryError::Timeout(limit)),
        }
    }

    async fn post(self, receiver: SocketAddr) -> Result<StatusCode, DeliveryError> {
        let path = received_path(&self.end_point).ok_or(DeliveryError::Unreachable)?;
        let mut request = Request::post(path)
            .body(Body::from(self.body))
            .map_err(|_| DeliveryError::Unreachable)?;
        *request.headers_mut() = self.headers;
        request
            .headers_mut()
            .insert(header::HOST, HeaderValue::from_static(RECEIVER_HOST));

        let stream = TcpStream::connect(receiver)
            .await
            .map_err(|_| DeliveryError::Unreachable)?;
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream))
            .await
            .map_err(|_| DeliveryError::Broken)?;
        let answer = sender.send_request(request);
        tokio::pin!(connection, answer);
        // The connection has to be driven; it ends before the answer only when it breaks off.
        tokio::select! {
            biased;
            answered = &mut answer => answered.map(|response| response.status()),
            _ = &mut connection => answer.await.map(|response| response.status()),
        }
        .map_err(|_| DeliveryError::Broken)
    }
}

/// The path on the console's origin that stands for an endpoint of the receiver.
fn received_path(end_point: &str) -> Option<String> {
    let url = Url::parse(end_point).ok()?;
    let ours =
        url.scheme() == "https" && url.host_str() == Some(RECEIVER_HOST) && url.port().is_none();
    let query = url
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    ours.then(|| format!("{}{}{query}", receiver::PATH, url.path()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_receiver_is_reachable() {
        for (end_point, expected) in [
            (
                "https://receiver.example/a/b?c=d#e",
                Some("/sandbox/receiver/a/b?c=d"),
            ),
            ("https://receiver.example", Some("/sandbox/receiver/")),
            ("http://receiver.example/a", None),
            ("https://receiver.example:8443/a", None),
            ("https://receiver.example.com/a", None),
            ("https://hooks.example-erp.com/a", None),
            ("not a URL", None),
        ] {
            assert_eq!(received_path(end_point).as_deref(), expected, "{end_point}");
        }
    }
}
