//! Pictures of the console: `screenshots` makes those of the README in `docs/`, `screenshots <directory>` makes all of them,
//! wide and narrow, light and dark.
#![forbid(unsafe_code)]
// A step that fails ends the program and says why, as in a test.
#![allow(clippy::expect_used, clippy::print_stdout, clippy::unwrap_used)]

use std::{env, fs, path::PathBuf};

use e2e::{
    Door, Page, Scene, Stage, keyboard,
    pages::{
        connect::{Mode, connect, connect_with, fill},
        editor::Editor,
        wall,
    },
};
use sandbox::{
    Effect, Fault,
    happycolis::{EXPIRED_TOKEN, INTEGRATION},
};
use serde_json::Value;

/// A way to look at the console.
#[derive(Clone, Copy)]
struct Look {
    theme: &'static str,
    width: u32,
}

const LOOKS: [Look; 4] = [
    Look {
        theme: "light",
        width: 1280,
    },
    Look {
        theme: "dark",
        width: 1280,
    },
    Look {
        theme: "light",
        width: 360,
    },
    Look {
        theme: "dark",
        width: 360,
    },
];

/// Where pictures go, and how they are named.
struct Album {
    directory: PathBuf,
    look: Look,
}

impl Album {
    fn new(directory: PathBuf, look: Look) -> Self {
        fs::create_dir_all(&directory).expect("the directory can be made");
        Self { directory, look }
    }

    async fn open(&self, page: &Page) {
        let height = if self.look.width < 640 { 780 } else { 860 };
        page.resize(self.look.width, height).await;
        page.emulate("prefers-color-scheme", self.look.theme).await;
    }

    async fn keep(&self, page: &Page, name: &str) {
        page.rest().await;
        let path = self.directory.join(format!("{name}.png"));
        fs::write(&path, page.picture().await).expect("the picture can be written");
        println!("{}", path.display());
    }

    async fn add(&self, page: &Page, scene: &str) {
        let Look { theme, width } = self.look;
        self.keep(page, &format!("{scene}-{width}-{theme}")).await;
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    match env::args_os().nth(1) {
        Some(directory) => {
            for look in LOOKS {
                let album = Album::new(directory.clone().into(), look);
                Scene::new(Door::Relay)
                    .timeout_ms(3_000)
                    .play(async |stage| all(stage, &album).await)
                    .await;
            }
        }
        None => {
            for look in &LOOKS[..2] {
                let album = Album::new(xtask::workspace::root().join("docs"), *look);
                let config: Value =
                    serde_json::from_str(xtask::start::CONFIG).expect("the configuration is JSON");
                Scene::new(Door::Relay)
                    .demo(config["demo"].clone())
                    .play(async |stage| readme(stage, &album).await)
                    .await;
            }
        }
    }
}

/// The wall of all platforms in both themes, and one dialog.
async fn readme(stage: &Stage, album: &Album) {
    let page = &stage.page;
    album.open(page).await;
    page.resize(album.look.width, 1400).await;
    page.click("button", "Open the demo wall").await;
    page.shows("Demo Sentera is connected.").await;
    wall::has(page, "orders.approve").await;
    album
        .keep(page, &format!("wall-{}", album.look.theme))
        .await;
    if album.look.theme == "light" {
        album.open(page).await;
        new_with_problems(page).await;
        album.keep(page, "new-subscription").await;
    }
}

async fn all(stage: &Stage, album: &Album) {
    let page = &stage.page;
    album.open(page).await;
    connecting(stage, album).await;
    connect(page, Mode::Integration).await;
    album.add(page, "wall").await;

    wall::badge(page, "product/updated").await.click().await;
    page.says("dialog", "What it means").await;
    album.add(page, "health").await;
    page.press(keyboard::ESCAPE).await;

    let editor = Editor::new(page).await;
    album.add(page, "new").await;
    editor.event().await.type_text("order").await;
    album.add(page, "new-events").await;
    page.press(keyboard::ESCAPE).await;
    wall::tidy(page).await;
    new_with_problems(page).await;
    album.add(page, "new-problems").await;
    wall::tidy(page).await;

    wall::action(page, "Replace", "order/created")
        .await
        .click()
        .await;
    page.get("dialog", "Replace subscription").await;
    album.add(page, "replace").await;
    page.click("button", "Cancel").await;
    wall::action(page, "Remove", "order/created")
        .await
        .click()
        .await;
    page.get("alertdialog", "Remove subscription?").await;
    album.add(page, "remove").await;
    page.click("button", "Cancel").await;
    states(stage, album).await;
}

/// The connect page: as it opens, and with a refused token.
async fn connecting(stage: &Stage, album: &Album) {
    let page = &stage.page;
    page.get("heading", "Connect a platform").await;
    album.add(page, "connect").await;
    connect_with(page, Mode::Integration, EXPIRED_TOKEN).await;
    page.says("alert", "token").await;
    album.add(page, "connect-refused").await;
    stage.reload().await;
    fill(page, Mode::Oauth, Mode::Oauth.token()).await;
    album.add(page, "connect-oauth").await;
    stage.reload().await;
}

/// The wall when it is not full of rows.
async fn states(stage: &Stage, album: &Album) {
    let page = &stage.page;
    page.get("searchbox", "Search subscriptions")
        .await
        .fill("no such thing")
        .await;
    page.get("heading", "No subscription matches").await;
    album.add(page, "no-match").await;
    page.get("searchbox", "Search subscriptions")
        .await
        .fill("order")
        .await;

    let platform = &stage.sandbox.happycolis;
    platform.queue_fault(Fault::next(Effect::HtmlError).on("GetIntegration").times(3));
    page.click("button", "Refresh").await;
    page.says("alert", "The platform failed (HTTP 500)").await;
    album.add(page, "refresh-failed").await;

    platform
        .clear(INTEGRATION)
        .expect("the integration is known");
    stage.reload().await;
    connect(page, Mode::Integration).await;
    page.get("heading", "No subscriptions yet").await;
    album.add(page, "empty").await;
    stage.reload().await;
    album.add(page, "remembered").await;
    connect(page, Mode::Oauth).await;
    page.get("heading", "No subscriptions yet").await;
    album.add(page, "ledger").await;
}

/// "New subscription" with an event that is taken, and much that is wrong.
async fn new_with_problems(page: &Page) {
    let editor = Editor::new(page).await;
    editor.fill("order/created", "http://127.0.0.1/hooks").await;
    editor.add_header("X Shop Key", "demo").await;
    editor.submit("Create subscription").await;
    page.says("alert", "encrypted").await;
}
