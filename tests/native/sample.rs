//! The connections, drafts and replies that many tests begin with.

use pegboard::platform::{Learned, Reply, rules};
use pegboard::state::write::Session;
use pegboard::subscription::{
    Access, Attributes, Connection, Credential, Draft, HappyColisMode, HeaderRow, HeadersDraft,
    Instant,
};
use pegboard::validation::{Valid, validate};

pub const API: &str = "https://api-v3.happycolis.com/graphql";
pub const ENDPOINT: &str = "https://my-erp.example.com/hooks/orders";
pub const INTEGRATION: &str = "int_550e8400-e29b-41d4-a716-446655440000";
pub const NOW: Instant = Instant(1_700_000_000_000);

pub fn access(mode: HappyColisMode, integration: Option<&str>) -> Access {
    Access::HappyColis {
        mode,
        integration: integration.map(str::to_owned),
    }
}

pub fn connection(name: &str, access: Access) -> Connection {
    Connection {
        name: name.to_owned(),
        api: API.to_owned(),
        access,
    }
}

/// A connection whose list can be read.
pub fn listed() -> Session {
    session(access(HappyColisMode::Integration, Some(INTEGRATION)))
}

/// A connection that has no list: a ledger stands in for it.
pub fn unlisted() -> Session {
    session(access(HappyColisMode::Oauth, None))
}

fn session(access: Access) -> Session {
    Session {
        connection: connection("Shop", access),
        credential: Credential::new("token", API),
        learned: Learned::default(),
    }
}

pub fn draft(event: &str, endpoint: &str, headers: &[(&str, &str)]) -> Draft {
    let row = |(name, value): &(&str, &str)| HeaderRow {
        name: (*name).to_owned(),
        value: (*value).to_owned(),
    };
    Draft {
        events: vec![event.to_owned()],
        endpoint: endpoint.to_owned(),
        headers: HeadersDraft::Rows(headers.iter().map(row).collect()),
        attributes: Attributes::default(),
    }
}

/// A draft that passed validation by HappyColis' rules.
pub fn valid(event: &str, endpoint: &str, headers: &[(&str, &str)]) -> Valid {
    let access = access(HappyColisMode::Integration, None);
    let rules = rules(&access, &Learned::default(), None);
    validate(&draft(event, endpoint, headers), &rules).unwrap()
}

pub fn reply(status: u16, body: impl ToString) -> Reply {
    Reply {
        status,
        retry_after: None,
        body: body.to_string(),
    }
}
