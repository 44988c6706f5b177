//! The headers that a host should send, for common hosts, all from one list.

use crate::policy::Policy;

/// Path of the header file of Netlify and of Cloudflare Pages, which look for it at the top of what they serve.
pub const NETLIFY_AND_CLOUDFLARE: &str = "_headers";
/// Path of the file to include into nginx's configuration.
pub const NGINX: &str = "hosting/nginx.conf";
/// Path of the file to import into Caddy's configuration.
pub const CADDY: &str = "hosting/Caddyfile";

const IMMUTABLE: &str = "public, max-age=31536000, immutable";
/// Asked about at every visit, and answered by 304 while unchanged.
const REVALIDATED: &str = "no-cache";

/// What the console does not use. Copying is used, so clipboard-write is not here.
const UNUSED_FEATURES: &[&str] = &[
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// The header files of a `dist/` under a policy: path in `dist/`, content.
pub fn files(policy: &Policy) -> [(&'static str, String); 3] {
    let headers = headers(policy);
    [
        (NETLIFY_AND_CLOUDFLARE, netlify(&headers)),
        (NGINX, nginx(&headers)),
        (CADDY, caddy(&headers)),
    ]
}

/// Sent with every file.
pub fn headers(policy: &Policy) -> Vec<(&'static str, String)> {
    let unused: Vec<String> = UNUSED_FEATURES
        .iter()
        .map(|feature| format!("{feature}=()"))
        .collect();
    vec![
        ("Content-Security-Policy", policy.for_header()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", unused.join(", ")),
    ]
}

/// Rules that apply to one file are added up by these hosts, so each file has one rule for its `Cache-Control`.
fn netlify(headers: &[(&str, String)]) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in headers {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    for (path, caching) in [
        ("/", REVALIDATED),
        ("/index.html", REVALIDATED),
        ("/config.json", REVALIDATED),
        ("/assets/*", IMMUTABLE),
    ] {
        text.push_str(&format!("{path}\n  Cache-Control: {caching}\n"));
    }
    text
}

fn nginx(headers: &[(&str, String)]) -> String {
    let mut text = format!(
        "# Pegboard for nginx. Include it inside `http {{ }}` and change listen, server_name and root.\n\
         map $uri $pegboard_caching {{\n    default   \"{REVALIDATED}\";\n    ~/assets/ \"{IMMUTABLE}\";\n}}\n\n\
         server {{\n    listen 80;\n    server_name localhost;\n    root /srv/pegboard;\n\n"
    );
    for (name, value) in headers {
        text.push_str(&format!("    add_header {name} \"{value}\" always;\n"));
    }
    text.push_str("    add_header Cache-Control $pegboard_caching;\n}\n");
    text
}

fn caddy(headers: &[(&str, String)]) -> String {
    let mut text = String::from(
        "# Pegboard for Caddy. Import it and change address and root.\n\
         :80 {\n\troot * /srv/pegboard\n\tencode\n\tfile_server\n\n\theader {\n",
    );
    for (name, value) in headers {
        text.push_str(&format!("\t\t{name} \"{value}\"\n"));
    }
    text.push_str("\t}\n\t@assets path */assets/*\n\t@others not path */assets/*\n");
    text.push_str(&format!("\theader @assets Cache-Control \"{IMMUTABLE}\"\n\theader @others Cache-Control {REVALIDATED}\n}}\n"));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_sends_every_header() {
        let policy = Policy::new(vec!["https://api.example".to_owned()]);
        for (path, content) in files(&policy) {
            for (name, value) in headers(&policy) {
                let line = content.lines().find(|line| line.contains(name));
                assert!(
                    line.is_some_and(|line| line.contains(&value)),
                    "{path}: {name}"
                );
            }
            assert!(
                content.contains(IMMUTABLE) && content.contains(REVALIDATED),
                "{path}: caching"
            );
        }
    }

    #[test]
    fn no_value_ends_the_quotation_that_it_stands_in() {
        let policy = Policy::new(vec!["https://*.commercelayer.io".to_owned()]);
        assert!(
            headers(&policy)
                .iter()
                .all(|(_, value)| !value.contains(['"', '\\', '\n', '$', '{']))
        );
    }
}
