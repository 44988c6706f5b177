//! What must never be seen anywhere but in its own header.

use sandbox::{commerce_layer, happycolis, ikas, sentera};

/// Every other secret that a test types. A request may carry it in its body, and nothing else may hold it.
pub fn secrets() -> Vec<String> {
    let secrets = [
        "s3cret-value",
        "rows-4711",
        "json-4711",
        "ledger-secret-4711",
        "callback-secret-4711",
        "correct horse battery",
    ];
    secrets.map(str::to_owned).to_vec()
}

/// Every token that a test may give. None of them is a part of another text.
pub fn tokens() -> Vec<String> {
    let tokens = [
        happycolis::INTEGRATION_TOKEN,
        happycolis::VIEW_ONLY_TOKEN,
        happycolis::EXPIRED_TOKEN,
        happycolis::SECOND_INTEGRATION_TOKEN,
        happycolis::OAUTH_TOKEN,
        happycolis::SECOND_OAUTH_TOKEN,
        ikas::TOKEN,
        ikas::EXPIRED_TOKEN,
        commerce_layer::INTEGRATION_TOKEN,
        commerce_layer::EXPIRED_TOKEN,
        commerce_layer::READ_ONLY_TOKEN,
        commerce_layer::SALES_CHANNEL_TOKEN,
        commerce_layer::LIVE_TOKEN,
        commerce_layer::OTHER_ORGANIZATION_TOKEN,
        // The other tokens of Sentera begin with it.
        sentera::TOKEN,
    ];
    tokens.map(str::to_owned).to_vec()
}
