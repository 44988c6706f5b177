//! The files for Caddy.

use super::{CADDY_RELAY, IMMUTABLE, REVALIDATED, ROOT, hidden, relay};

/// The console's site.
pub fn site(headers: &[(&str, String)], relayed: bool) -> String {
    let mut text = format!(
        "# Pegboard for Caddy 2.6 or newer. Import it and change address and root.\n\
         :80 {{\n\troot * {ROOT}\n\n\theader {{\n"
    );
    for (name, value) in headers {
        text.push_str(&format!("\t\t{name} \"{value}\"\n"));
    }
    let mut names: Vec<&str> = hidden()
        .iter()
        .filter_map(|path| path.rsplit('/').next())
        .collect();
    names.sort_unstable();
    text.push_str(&format!(
        "\t}}\n\t@assets {{\n\t\tpath */assets/*\n\t\tfile\n\t}}\n\t@others not path */assets/*\n\
         \theader @assets Cache-Control \"{IMMUTABLE}\"\n\theader @others Cache-Control {REVALIDATED}\n\n\
         \t# The files for hosts are not for visitors. Compressed copies stand beside the others.\n\
         \tfile_server {{\n\t\thide {}\n\t\tprecompressed br gzip\n\t}}\n\n",
        names.join(" ")
    ));
    let mark = if relayed { "" } else { "# " };
    text.push_str(&format!(
        "\t# Passes calls to platforms that do not answer browsers of other origins; for a config.json that uses it.\n\
         \t{mark}import {ROOT}/{CADDY_RELAY}\n}}\n"
    ));
    text
}

/// The relays, to be imported into the site above.
pub fn relay() -> String {
    let mut text = format!(
        "# Pegboard's relay for Caddy 2.6 or newer: imported by the Caddyfile beside it, inside the site.\n\
         route {}* {{\n\theader {{\n",
        relay::PREFIX
    );
    for (name, value) in relay::headers() {
        text.push_str(&format!("\t\t{name} \"{value}\"\n"));
    }
    text.push_str("\t}\n\trequest_body {\n\t\tmax_size 1MB\n\t}\n\n\t# Of the request, these headers alone.\n");
    for name in relay::PASSED {
        text.push_str(&format!("\tvars {} {{header.{name}}}\n", variable(name)));
    }
    text.push_str("\trequest_header -**\n");
    for name in relay::PASSED {
        let variable = variable(name);
        text.push_str(&format!(
            "\t@{variable} not vars {{vars.{variable}}} \"\"\n\trequest_header @{variable} {name} {{vars.{variable}}}\n"
        ));
    }
    for relay in &relay::RELAYS {
        text.push_str(&handle(relay));
    }
    text.push_str("\n\trespond 404\n}\n");
    text
}

fn variable(header: &str) -> String {
    format!("pegboard_{}", header.to_lowercase().replace('-', "_"))
}

fn handle(relay: &relay::Relay) -> String {
    let name = format!("pegboard_{}", relay.platform.replace('-', "_"));
    let filled = |template| relay::filled(template, |part, _| format!("{{re.{name}.{part}}}"));
    let host = filled(relay.host);
    let mut text = format!(
        "\n\t@{name} path_regexp {name} \"{}\"\n\thandle @{name} {{\n\t\t@refused not method {}\n\t\trespond @refused 405\n\
         \t\trewrite * {}{}\n\t\treverse_proxy {host}:443 {{\n\t\t\ttransport http {{\n\t\t\t\ttls\n\t\t\t\ttls_server_name {host}\n\t\t\t\tcompression off\n\t\t\t}}\n\
         \t\t\theader_up Host {host}\n",
        relay.pattern(|part| format!("(?P<{part}>")),
        relay.methods.join(" "),
        filled(relay.target),
        if relay.query { "" } else { "?" },
    );
    for added in ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto"] {
        text.push_str(&format!("\t\t\theader_up -{added}\n"));
    }
    for hidden in relay::HIDDEN {
        text.push_str(&format!("\t\t\theader_down -{hidden}\n"));
    }
    text.push_str("\t\t}\n\t}\n");
    text
}
