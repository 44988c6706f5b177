//! Tries a delivery, ikas contract, sections 5.3 and 11.2: three times in all, then it is dropped,
//! and the row stays as it is.

use std::{net::SocketAddr, time::Duration};

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};

use crate::{delivery::Delivery, rounds};

/// One delivery with all its tries.
pub(super) struct Errand {
    pub endpoint: String,
    pub body: String,
    pub timeout: Duration,
    /// Scales the waits.
    pub factor: f64,
}

impl Errand {
    /// Tries until one try succeeds or the last one fails. Only status 200 is a success.
    pub async fn run(self, receiver: SocketAddr) {
        for wait in rounds::waits(self.factor) {
            tokio::time::sleep(wait).await;
            if self.delivery().send(receiver).await == Ok(StatusCode::OK) {
                return;
            }
        }
    }

    fn delivery(&self) -> Delivery {
        let mut headers = HeaderMap::new();
        let json = HeaderValue::from_static("application/json");
        headers.insert(header::CONTENT_TYPE, json);
        Delivery {
            end_point: self.endpoint.clone(),
            headers,
            body: self.body.clone(),
            timeout: self.timeout,
        }
    }
}
