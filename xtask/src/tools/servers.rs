//! nginx and Caddy, which the tests put in front of the console with the files that `build` makes for them.

use std::path::{Path, PathBuf};

use super::{
    debian::{self, Need},
    path,
};
use crate::failure::Done;

/// Where servers are that are for administrators: not on everybody's PATH.
const ADMINISTRATORS: [&str; 2] = ["/usr/sbin", "/usr/local/sbin"];

/// Where nginx's packages put modules.
const MODULES: [&str; 3] = [
    "/usr/lib/nginx/modules",
    "/usr/lib64/nginx/modules",
    "/usr/local/lib/nginx/modules",
];

const NEEDS: [Need; 3] = [
    Need {
        package: "nginx",
        is_met: || program("nginx").is_some(),
    },
    Need {
        package: "libnginx-mod-http-brotli-static",
        is_met: || brotli_module().is_some(),
    },
    Need {
        package: "caddy",
        is_met: || program("caddy").is_some(),
    },
];

/// What leads the tests to the servers, as variables of their environment.
pub fn installed() -> Done<Vec<(&'static str, PathBuf)>> {
    debian::installed(
        &NEEDS,
        "nginx with its module for brotli, and Caddy",
        "nginx 1.18 or later with ngx_http_brotli_static_module, and Caddy 2.6 or later",
    )?;
    let found = [
        ("PEGBOARD_NGINX", program("nginx")),
        ("PEGBOARD_NGINX_BROTLI", brotli_module()),
        ("PEGBOARD_CADDY", program("caddy")),
    ];
    let found = found.into_iter();
    Ok(found
        .filter_map(|(name, path)| Some((name, path?)))
        .collect())
}

fn program(name: &str) -> Option<PathBuf> {
    path::find(name).or_else(|| path::find_in(name, ADMINISTRATORS))
}

fn brotli_module() -> Option<PathBuf> {
    let mut files = MODULES
        .iter()
        .map(|directory| Path::new(directory).join("ngx_http_brotli_static_module.so"));
    files.find(|file| file.is_file())
}
