//! Serves a built console and the stand-in platforms until Ctrl-C.

mod arguments;

use std::{env, process::ExitCode};

use sandbox::{Running, StartError, commerce_layer, happycolis, ikas, sentera};

#[tokio::main]
async fn main() -> ExitCode {
    let options = match arguments::read(env::args().skip(1)) {
        Ok(options) => options,
        Err(error) => {
            eprintln!("{error}\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    match sandbox::start(options).await {
        Ok(running) => {
            // In this order, so that Ctrl-C is listened for before anyone can know what to stop.
            // Where it cannot be listened for, the system ends the program by itself.
            let _ = tokio::join!(biased; tokio::signal::ctrl_c(), async { introduce(&running) });
            running.stop().await;
            ExitCode::SUCCESS
        }
        Err(error @ StartError::PortInUse(_)) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Says where everything is, and which tokens open it.
#[expect(
    clippy::print_stdout,
    reason = "the addresses are what this program is started for"
)]
fn introduce(running: &Running) {
    println!("Console          {}", running.console);
    println!(
        "HappyColis       {}/relay/happycolis/graphql",
        running.origin
    );
    println!(
        "  cross-origin   {}/happycolis/graphql",
        running.cross_origin
    );
    println!("  integration    {}", happycolis::INTEGRATION_TOKEN);
    println!("  integration id {}", happycolis::INTEGRATION);
    println!("  OAuth client   {}", happycolis::OAUTH_TOKEN);
    println!(
        "Commerce Layer   {}/relay/commerce-layer/{{slug}}/api",
        running.origin
    );
    println!(
        "  cross-origin   {}/commerce-layer/{{slug}}/api",
        running.cross_origin
    );
    println!("  integration    {}", commerce_layer::INTEGRATION_TOKEN);
    println!(
        "ikas             {}/relay/ikas/api/{{version}}/admin/graphql",
        running.origin
    );
    println!(
        "  cross-origin   {}/ikas/api/{{version}}/admin/graphql",
        running.cross_origin
    );
    println!("  private app    {}", ikas::TOKEN);
    println!("Sentera          {}/relay/sentera/graphql", running.origin);
    println!("  cross-origin   {}/sentera/graphql", running.cross_origin);
    println!("  user           {}", sentera::TOKEN);
    println!("Control          {}/sandbox/", running.origin);
}
