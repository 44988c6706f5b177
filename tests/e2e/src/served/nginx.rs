//! nginx, with the least around the file for it that a server needs.

use std::{env, path::Path, process::Stdio};

use tokio::process::Command;
use xtask::hosts::{NGINX, NGINX_RELAY, ROOT};

use super::{Place, changed};

const PROGRAM: &str = "PEGBOARD_NGINX";
const BROTLI: &str = "PEGBOARD_NGINX_BROTLI";

pub fn command(place: &Place, dist: &Path, brotli: bool) -> Command {
    let directory = place.directory.display();
    let (listen, root) = (
        format!("listen {};", place.address),
        format!("root {};", place.root.display()),
    );
    let console = format!("root {ROOT};");
    let mut parts = vec![("listen 80;", listen.as_str()), (&console, &root)];
    if brotli {
        parts.push(("# brotli_static on;", "brotli_static on;"));
    }
    let relay = (
        format!("\n    include {ROOT}/{NGINX_RELAY};"),
        format!("\n    include {directory}/relay.conf;"),
    );
    if let Some(relayed) = &place.relayed {
        parts.push((&relay.0, &relay.1));
        place.write("authority.pem", &relayed.authority);
        place.write(
            "relay.conf",
            &changed(
                &dist.join(NGINX_RELAY),
                &[
                    (
                        "proxy_pass https://$pegboard_host",
                        &format!(
                            "set $test_upstream {};\nproxy_pass https://$test_upstream",
                            relayed.address
                        ),
                    ),
                    (
                        "/etc/ssl/certs/ca-certificates.crt",
                        &format!("{directory}/authority.pem"),
                    ),
                ],
            ),
        );
    }
    place.write("site.conf", &changed(&dist.join(NGINX), &parts));
    place.write("nginx.conf", &around(place, brotli));
    let program = env::var_os(PROGRAM).unwrap_or_else(|| "/usr/sbin/nginx".into());
    let mut command = Command::new(program);
    command.arg("-c").arg(place.file("nginx.conf"));
    command.arg("-p").arg(&place.directory);
    command.arg("-e").arg(place.file("error.log"));
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// What surrounds a server in nginx. The log takes down more than anybody should: a relay has to keep out of it by itself.
fn around(place: &Place, brotli: bool) -> String {
    let directory = place.directory.display();
    let module = env::var(BROTLI)
        .unwrap_or_else(|_| "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so".to_owned());
    let module = match brotli {
        true => format!("load_module {module};\n"),
        false => String::new(),
    };
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|what| format!("    {what}_temp_path {directory}/{what};\n"))
        .collect();
    format!(
        "{module}daemon off;\nmaster_process off;\npid {directory}/pid;\nerror_log {directory}/error.log info;\nevents {{ }}\n\
         http {{\n{temporary}    log_format everything '$request $status $http_authorization $http_cookie $request_body';\n\
         \x20   access_log {directory}/access.log everything;\n    include {directory}/site.conf;\n}}\n"
    )
}
