//! The files for nginx.

use super::{IMMUTABLE, NGINX_RELAY, REVALIDATED, ROOT, hidden, relay};

/// The types of the console's files. Older nginx does not know that of a module, and browsers compile no other.
const TYPES: &[(&str, &str)] = &[
    ("text/html", "html"),
    ("text/css", "css"),
    ("text/javascript", "js"),
    ("application/wasm", "wasm"),
    ("application/json", "json"),
    ("image/svg+xml", "svg"),
    ("text/plain", "txt"),
];

/// The console's server.
pub fn site(headers: &[(&str, String)], relayed: bool) -> String {
    let mut text = format!(
        "# Pegboard for nginx. Include it inside `http {{ }}` and change listen, server_name and root.\n\
         map $uri $pegboard_caching {{\n    default \"{REVALIDATED}\";\n    ~/assets/[^/]+$ \"{IMMUTABLE}\";\n}}\n\n\
         server {{\n    listen 80;\n    server_name localhost;\n    root {ROOT};\n    absolute_redirect off;\n\n\
         \x20   # The compressed copies beside the files.\n    gzip_static on;\n    gzip_vary on;\n\
         \x20   # Smaller still, where nginx has the module ngx_http_brotli_static_module (Debian: apt install\n\
         \x20   # libnginx-mod-http-brotli-static). Without the module nginx does not know this line and does not start.\n\
         \x20   # brotli_static on;\n\n    types {{\n"
    );
    for (media, extension) in TYPES {
        text.push_str(&format!("        {media} {extension};\n"));
    }
    text.push_str("    }\n\n");
    for (name, value) in headers {
        text.push_str(&format!("    add_header {name} \"{value}\" always;\n"));
    }
    text.push_str("    add_header Cache-Control $pegboard_caching;\n\n");
    text.push_str(&format!(
        "    # These files are for hosts, not for visitors.\n    location ~ /({})$ {{\n        return 404;\n    }}\n\n",
        hidden().join("|").replace('.', "\\.")
    ));
    let mark = if relayed { "" } else { "# " };
    text.push_str(&format!(
        "    # Passes calls to platforms that do not answer browsers of other origins; for a config.json that uses it.\n\
         \x20   {mark}include {ROOT}/{NGINX_RELAY};\n}}\n"
    ));
    text
}

/// The relays, to be included into the server above.
pub fn relay() -> String {
    let mut text = format!(
        "# Pegboard's relay for nginx: included by nginx.conf beside it, inside `server {{ }}`. Change resolver to your DNS\n\
         # server (see /etc/resolv.conf) and, outside Debian, proxy_ssl_trusted_certificate to the system's file of authorities.\n\
         location ^~ {} {{\n",
        relay::PREFIX
    );
    for line in [
        "resolver 127.0.0.53;",
        "",
        "# Nothing of a call is written down, whatever the format of the log is.",
        "access_log off;",
        "client_max_body_size 1m;",
        "client_body_buffer_size 1m;",
        "proxy_max_temp_file_size 0;",
        "proxy_cache off;",
        "",
        "# The platform has to prove its name.",
        "proxy_ssl_verify on;",
        "proxy_ssl_verify_depth 4;",
        "proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;",
        "proxy_ssl_server_name on;",
        "proxy_ssl_name $pegboard_host;",
        "proxy_ssl_protocols TLSv1.2 TLSv1.3;",
        "",
        "# A call whose outcome is not known is never repeated.",
        "proxy_next_upstream off;",
        "proxy_http_version 1.1;",
        "proxy_redirect off;",
        "proxy_ignore_headers X-Accel-Redirect X-Accel-Expires X-Accel-Limit-Rate X-Accel-Buffering X-Accel-Charset;",
        "",
        "# Of the request, these headers alone.",
        "proxy_pass_request_headers off;",
        "proxy_set_header Host $pegboard_host;",
        "proxy_set_header Connection \"\";",
    ] {
        text.push_str(indented(line).as_str());
    }
    for name in relay::PASSED {
        let variable = name.to_lowercase().replace('-', "_");
        text.push_str(&format!("    proxy_set_header {name} $http_{variable};\n"));
    }
    text.push_str("\n    # Of the answer, everything but these.\n");
    for name in relay::HIDDEN {
        text.push_str(&format!("    proxy_hide_header {name};\n"));
    }
    for (name, value) in relay::headers() {
        text.push_str(&format!("    add_header {name} \"{value}\" always;\n"));
    }
    for relay in &relay::RELAYS {
        text.push_str(&location(relay));
    }
    text.push_str("\n    return 404;\n}\n");
    text
}

fn indented(line: &str) -> String {
    let indent = if line.is_empty() { "" } else { "    " };
    format!("{indent}{line}\n")
}

fn location(relay: &relay::Relay) -> String {
    let place = match relay.is_fixed() {
        true => format!("= {}", relay.path),
        false => format!(
            "~ \"{}\"",
            relay.pattern(|part| format!("(?<pegboard_{part}>"))
        ),
    };
    let filled = |template| relay::filled(template, |part, _| format!("${{pegboard_{part}}}"));
    format!(
        "\n    location {place} {{\n        if ($request_method !~ \"^({})$\") {{\n            return 405;\n        }}\n\
         \x20       set $pegboard_host {};\n        proxy_pass https://$pegboard_host{}{};\n    }}\n",
        relay.methods.join("|"),
        filled(relay.host),
        filled(relay.target),
        if relay.query { "$is_args$args" } else { "" }
    )
}
