//! A real server with its relay, and the platforms behind it.

use std::path::Path;

use crate::{
    Authority,
    served::{Relayed, Served, Server},
    upstream::{PLATFORMS, Upstream},
};

/// Everything between a client and the sandbox.
pub struct Relay {
    pub served: Served,
    _upstream: Upstream,
}

impl Relay {
    /// With platforms that prove their names, in front of `sandbox`, an origin.
    pub async fn start(server: Server, dist: &Path, base: &str, sandbox: &str) -> Self {
        let authority = Authority::new();
        Self::trusting(
            server, dist, base, sandbox, &authority, &authority, PLATFORMS,
        )
        .await
    }

    /// With platforms that prove `names` by `signer`, where the relay trusts `trusted` alone.
    pub async fn trusting(
        server: Server,
        dist: &Path,
        base: &str,
        sandbox: &str,
        trusted: &Authority,
        signer: &Authority,
        names: &[&str],
    ) -> Self {
        let upstream = Upstream::start(sandbox, signer, names).await;
        let relayed = Relayed {
            address: upstream.address,
            authority: trusted.pem(),
        };
        Self {
            served: Served::start(server, dist, base, Some(relayed)).await,
            _upstream: upstream,
        }
    }
}
