//! One Chromium with its driver, fresh for every test.

use std::{env, process::Stdio, sync::Arc};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

use crate::webdriver::Session;

/// Where the driver is when the environment does not say: Debian's place.
const DRIVER: &str = "/usr/bin/chromedriver";

/// Headless, as root too, without any request of the browser's own.
const FLAGS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-device-scale-factor=1",
    "--lang=en-GB",
];

/// The window of a test that does not ask for another, in CSS pixels.
pub const DESKTOP: (u32, u32) = (1280, 900);

/// Told to the console of every document, so that a violation survives the document that caused it.
pub const VIOLATION: &str = "e2e policy violation:";

/// A browser that ends with this value.
pub struct Browser {
    pub session: Arc<Session>,
    // Killed when dropped.
    _driver: Child,
}

impl Browser {
    /// Starts the driver on a free port, and a browser with a profile of its own.
    pub async fn start() -> Self {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| DRIVER.to_owned());
        let mut driver = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("{program} cannot be started: {error}. Run `cargo xtask test`, which installs it."));
        let port = port(&mut driver).await;
        let session = Session::open(&format!("http://127.0.0.1:{port}"), capabilities()).await;
        let session =
            session.unwrap_or_else(|refused| panic!("The browser cannot be started: {refused}"));
        let browser = Self {
            session: Arc::new(session),
            _driver: driver,
        };
        browser.prepare().await;
        browser
    }

    async fn prepare(&self) {
        let listener = format!(
            "addEventListener('securitypolicyviolation', e => \
             console.error('{VIOLATION} ' + e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.sample));"
        );
        let prepared = self
            .session
            .cdp(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": listener }),
            )
            .await;
        prepared.expect("the listener is installed");
    }
}

/// The port that the driver took, which it tells on its standard output.
async fn port(driver: &mut Child) -> u16 {
    let output = driver.stdout.take().expect("standard output is piped");
    let mut lines = BufReader::new(output).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        if let Some((_, port)) = line.split_once("successfully on port ") {
            // What the driver says later is of no use, but the pipe has to stay open.
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return port
                .trim_end_matches('.')
                .parse()
                .expect("the driver names its port");
        }
    }
    panic!("The driver ended before it took a port.");
}

fn capabilities() -> Value {
    let (width, height) = DESKTOP;
    let mut flags: Vec<String> = FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
    flags.push(format!("--window-size={width},{height}"));
    json!({
        "browserName": "chrome",
        "unhandledPromptBehavior": "ignore",
        "goog:chromeOptions": { "args": flags },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}
