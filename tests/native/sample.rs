//! The connections, drafts and replies that many tests begin with.

use pegboard::platform::{Learned, Reply, rules};
use pegboard::state::write::Session;
use pegboard::subscription::{
    Access, Attributes, Connection, Credential, Draft, HappyColisMode, HeaderRow, HeadersDraft,
    IkasVersion, Instant, Platform, Reading, Secret, Source, Subscription,
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
    session_at(API, access)
}

/// A connection at an address of its own.
pub fn session_at(api: &str, access: Access) -> Session {
    Session {
        connection: Connection {
            api: api.to_owned(),
            ..connection("Shop", access)
        },
        credential: Credential::new("token", api),
        learned: Learned::default().into(),
    }
}

pub fn way_into(platform: Platform, way: &str) -> Access {
    Access::of(platform, way, None).unwrap()
}

/// Every way into every platform.
pub fn every_access() -> Vec<Access> {
    let organization = "6zvlfkp_OR_fvkcReynoldsDyn0k6n_CV_prod_f6d0ffd_170321_042056";
    vec![
        access(HappyColisMode::Integration, Some(INTEGRATION)),
        access(HappyColisMode::Integration, None),
        access(HappyColisMode::Oauth, None),
        Access::Ikas {
            version: IkasVersion::V2,
        },
        Access::Ikas {
            version: IkasVersion::V1,
        },
        way_into(Platform::CommerceLayer, "my-shop"),
        way_into(Platform::Sentera, organization),
    ]
}

/// A subscription as a list shows it.
pub fn subscription(id: &str, event: &str, endpoint: &str) -> Subscription {
    Subscription {
        id: id.to_owned(),
        events: vec![event.to_owned()],
        endpoint: Some(endpoint.to_owned()),
        reading: Reading::happycolis_list(None, NOW),
        created: None,
        updated: None,
        attributes: Attributes::default(),
        source: Source::Platform,
    }
}

pub fn draft(event: &str, endpoint: &str, headers: &[(&str, &str)]) -> Draft {
    let row = |(name, value): &(&str, &str)| HeaderRow {
        name: (*name).to_owned(),
        value: Secret::new(*value),
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
