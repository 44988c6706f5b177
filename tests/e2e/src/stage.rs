//! What a test plays on: a sandbox, a configured console and a browser, all of its own.

use std::{env, panic, panic::AssertUnwindSafe, path::PathBuf};

use futures_util::FutureExt;
use sandbox::{Bound, Control, Options};
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use crate::{
    Finding,
    browser::Browser,
    console, dist,
    guard::Guard,
    page::Page,
    relay::Relay,
    served::Server,
    tokens::{secrets, tokens},
};

/// Browsers are heavy: this many at a time, however many threads the test runner has.
static SEATS: Semaphore = Semaphore::const_new(2);

/// The way to the platform: a relay on the console's own origin, or a host on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    Relay,
    Cross,
}

/// How a stage is set up.
pub struct Scene {
    door: Door,
    base: String,
    timeout_ms: u32,
    allow: Vec<String>,
    demo: Value,
    config: Option<String>,
    server: Option<Server>,
    damaged: Option<String>,
}

impl Scene {
    pub fn new(door: Door) -> Self {
        Self {
            door,
            base: "/".to_owned(),
            timeout_ms: 15_000,
            allow: Vec::new(),
            demo: json!([]),
            config: None,
            server: None,
            damaged: None,
        }
    }

    /// The console behind a real server, and every platform behind that server's relay, by TLS.
    pub fn behind(server: Server) -> Self {
        let mut scene = Self::new(Door::Relay);
        scene.server = Some(server);
        scene
    }

    /// With one byte of the asset with this extension changed.
    #[must_use]
    pub fn damaged(mut self, extension: &str) -> Self {
        self.damaged = Some(extension.to_owned());
        self
    }

    /// Serves the console under this path.
    #[must_use]
    pub fn base(mut self, base: &str) -> Self {
        base.clone_into(&mut self.base);
        self
    }

    /// How long the console waits for an answer.
    #[must_use]
    pub const fn timeout_ms(mut self, timeout_ms: u32) -> Self {
        self.timeout_ms = timeout_ms;
        self
    }

    /// A further origin that an API address may name.
    #[must_use]
    pub fn allow(mut self, origin: &str) -> Self {
        self.allow.push(origin.to_owned());
        self
    }

    /// Demo connections, as `config.json` has them.
    #[must_use]
    pub fn demo(mut self, demo: Value) -> Self {
        self.demo = demo;
        self
    }

    /// Puts this in the place of `config.json`, right or wrong.
    #[must_use]
    pub fn config(mut self, text: &str) -> Self {
        self.config = Some(text.to_owned());
        self
    }

    /// Plays the scene. The test fails if a step fails, or if the guard finds anything.
    pub async fn play(self, steps: impl AsyncFnOnce(&Stage)) {
        let findings = self.findings(steps).await;
        let said: Vec<String> = findings.iter().map(ToString::to_string).collect();
        assert!(
            findings.is_empty(),
            "The guard found:\n  {}",
            said.join("\n  ")
        );
    }

    /// Plays the scene and returns what the guard found.
    pub async fn findings(self, steps: impl AsyncFnOnce(&Stage)) -> Vec<Finding> {
        let _seat = SEATS
            .acquire()
            .await
            .expect("the seats are never taken away");
        let stage = self.set().await;
        let played = AssertUnwindSafe(async {
            stage.page.open(&stage.address).await;
            steps(&stage).await;
            stage.guard.look(stage.page.session()).await;
        });
        let played = played.catch_unwind().await;
        if played.is_err() {
            stage.tell().await;
        }
        // A browser that cannot be closed is killed with its driver.
        let _ = stage.page.session().close().await;
        match played {
            Ok(()) => stage.guard.findings(),
            Err(failure) => panic::resume_unwind(failure),
        }
    }

    async fn set(self) -> Stage {
        let bound = Bound::bind(Options {
            base: self.base.clone(),
            ..Options::default()
        })
        .await
        .expect("ports are free");
        let (origin, cross_origin) = (bound.origin().to_owned(), bound.cross_origin().to_owned());
        let dist = dist::configured(&self.configuration(&cross_origin));
        if let Some(text) = &self.config {
            std::fs::write(dist.path().join("config.json"), text).expect("the copy can be changed");
        }
        if let Some(extension) = &self.damaged {
            dist::damage(dist.path(), extension);
        }
        let running = bound
            .serve(Some(dist.path().to_owned()))
            .expect("the console can be served");
        let mut address = running.console.clone();
        let mut origins = vec![origin, cross_origin.clone()];
        let mut behind = None;
        if let Some(server) = self.server {
            let relay = Relay::start(server, dist.path(), &self.base, &cross_origin).await;
            address = format!("{}{}", relay.served.origin, self.base);
            origins = vec![relay.served.origin.clone()];
            behind = Some(relay);
        }
        origins.extend(self.allow.iter().cloned());
        let browser = Browser::start().await;
        Stage {
            page: Page::new(browser.session.clone()),
            sandbox: running.control.clone(),
            door: self.door,
            address,
            guard: Guard::new(origins, tokens(), secrets()),
            _kept: (running, dist, browser, behind),
        }
    }

    /// The `config.json` of the scene, where it brings none of its own.
    fn configuration(&self, cross_origin: &str) -> String {
        let doorstep = match self.door {
            Door::Relay => "/relay",
            Door::Cross => cross_origin,
        };
        let platforms = json!({
            "happycolis": { "api": format!("{doorstep}/happycolis/graphql") },
            "ikas": { "api": format!("{doorstep}/ikas/api/{{version}}/admin/graphql") },
            "commerce-layer": { "api": format!("{doorstep}/commerce-layer/{{slug}}/api") },
            "sentera": { "api": format!("{doorstep}/sentera/graphql") },
        });
        let config = json!({
            "platforms": platforms,
            "allow": self.allow,
            "timeoutMs": self.timeout_ms,
            "demo": self.demo,
        });
        config.to_string()
    }
}

/// A scene that is being played.
pub struct Stage {
    pub page: Page,
    pub sandbox: Control,
    pub door: Door,
    /// Where the console is.
    pub address: String,
    guard: Guard,
    _kept: (sandbox::Running, tempfile::TempDir, Browser, Option<Relay>),
}

impl Stage {
    /// Loads the page anew; the guard has looked at the old one before.
    pub async fn reload(&self) {
        self.guard.look(self.page.session()).await;
        self.page
            .session()
            .post("refresh", json!({}))
            .await
            .expect("the page can be reloaded");
    }

    /// Lets the guard look now, at a state that will be gone at the end.
    pub async fn look(&self) {
        self.guard.look(self.page.session()).await;
    }

    /// Shows what a failed test last saw: its text, its console, and a picture where `E2E_PICTURES` names a directory.
    async fn tell(&self) {
        let name = std::thread::current()
            .name()
            .unwrap_or("test")
            .replace("::", "-");
        let text = self
            .page
            .session()
            .script("return document.body.innerText", Vec::new())
            .await;
        eprintln!(
            "{name} last saw:\n{}",
            text.ok()
                .as_ref()
                .and_then(Value::as_str)
                .unwrap_or("nothing")
        );
        for line in console::lines(self.page.session()).await {
            eprintln!("  console, {}: {}", line.source, line.message);
        }
        if let Some(directory) = env::var_os("E2E_PICTURES") {
            let picture = PathBuf::from(directory).join(format!("{name}.png"));
            std::fs::write(picture, self.page.picture().await).expect("the picture can be kept");
        }
    }
}
