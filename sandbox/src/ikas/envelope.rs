use serde::Serialize;
use uuid::Uuid;

use super::demo::{CLIENT_SECRET, MERCHANT};
use crate::{OrderedJson, clock, signature::sign_hex};

/// What is delivered, ikas contract, section 5.1: all strings, the signature inside the body. The
/// order of the fields is that of the JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Envelope {
    /// Stays the same when the delivery is tried again.
    pub id: String,
    pub created_at: String,
    pub scope: String,
    pub merchant_id: String,
    /// A JSON document as a string; the only part that is signed.
    pub data: String,
    pub signature: String,
    pub authorized_app_id: String,
}

impl Envelope {
    /// An envelope for something that happens now.
    pub(super) fn new(app: &str, scope: &str, data: &OrderedJson) -> serde_json::Result<Self> {
        let data = serde_json::to_string(data)?;
        Ok(Self {
            id: Uuid::new_v4().to_string(),
            created_at: clock::iso(),
            scope: scope.to_owned(),
            merchant_id: MERCHANT.to_owned(),
            signature: sign_hex(CLIENT_SECRET, &data),
            data,
            authorized_app_id: app.to_owned(),
        })
    }
}
