//! A board of its own for every test, and the console around it.

use pegboard::pages::Shell;
use pegboard::signals::*;
use pegboard::state::board::{Board, NewConnection};
use pegboard::state::config::Config;
use pegboard::state::route::Route;
use pegboard::subscription::{Access, HappyColisMode};
use pegboard::ui::ui;
use serde_json::{Value, json};

use crate::network::Network;
use crate::page::{Page, mount};
use crate::wait::until;

pub const INTEGRATION: &str = "int_1";
pub const TOKEN: &str = "s3cret-token";
pub const EVENT: &str = "order/created";
pub const ENDPOINT: &str = "https://hooks.example.com/orders";

/// A console over a network that the test answers.
pub struct Console {
    pub network: Network,
    pub board: Board,
    pub page: Page,
}

pub fn storage() -> web_sys::Storage {
    window().local_storage().unwrap().unwrap()
}

/// What is kept under a key, as JSON.
pub fn kept(key: &str) -> Value {
    let text = storage()
        .get_item(key)
        .unwrap()
        .unwrap_or_else(|| "null".to_owned());
    serde_json::from_str(&text).unwrap()
}

/// The console with nothing remembered.
pub async fn fresh() -> Console {
    fresh_with("{}").await
}

/// The console with nothing remembered, set up by a `config.json`.
pub async fn fresh_with(config: &str) -> Console {
    storage().clear().unwrap();
    window()
        .session_storage()
        .unwrap()
        .unwrap()
        .clear()
        .unwrap();
    start(config).await
}

/// The console as after a reload: what the browser kept is there.
pub async fn again() -> Console {
    start("{}").await
}

async fn start(config: &str) -> Console {
    // Made outside of any view, as it is in the product: it lives as long as the app.
    let board = Board::new(Config::read(config).unwrap(), Route::default());
    let page = mount(move || {
        ui! { <Shell board /> }
    });
    let console = Console {
        network: Network::new(),
        board,
        page,
    };
    // The form fills itself, once.
    until("the address in use", || {
        console.page.text().contains("/graphql")
    })
    .await;
    console
}

pub fn integration() -> Access {
    let (mode, integration) = (HappyColisMode::Integration, Some(INTEGRATION.to_owned()));
    Access::HappyColis { mode, integration }
}

pub fn oauth() -> Access {
    Access::HappyColis {
        mode: HappyColisMode::Oauth,
        integration: None,
    }
}

pub fn webhook(id: &str, event: &str, health: &str) -> Value {
    json!({ "id": id, "type": event, "health": health, "endPoint": ENDPOINT })
}

/// The body of a list.
pub fn list(webhooks: &[Value]) -> Value {
    json!({ "data": { "integration": { "id": INTEGRATION, "name": "ERP", "webhooks": webhooks } } })
}

/// The body of an answer with one field.
pub fn done(field: &str, value: Value) -> Value {
    json!({ "data": { field: value } })
}

/// The body of a refusal.
pub fn refusal(code: &str, message: &str) -> Value {
    json!({ "data": null, "errors": [{ "message": message, "extensions": { "code": code } }] })
}

impl Console {
    /// Connects as the form does, at the address of `config.json`.
    pub async fn connect(&self, name: &str, access: Access, answer: Value) {
        self.connect_by(name, access, &[answer]).await;
    }

    /// Connects with an answer for every question that is asked meanwhile.
    pub async fn connect_by(&self, name: &str, access: Access, answers: &[Value]) {
        for answer in answers {
            self.network.answer(200, answer);
        }
        let new = NewConnection {
            api: self.board.config.api_for(&access),
            access,
            name: name.to_owned(),
            token: TOKEN.to_owned(),
        };
        assert_eq!(self.board.connect(new).await, Ok(()));
        until("the wall", || self.page.texts("h1") == ["Subscriptions"]).await;
    }

    /// Connects an integration whose list holds these.
    pub async fn connect_list(&self, webhooks: &[Value]) {
        self.connect("Shop", integration(), list(webhooks)).await;
    }

    /// Connects an OAuth client, which has a ledger.
    pub async fn connect_ledger(&self) {
        self.connect("Client", oauth(), done("__typename", json!("Query")))
            .await;
    }

    /// The technical types on the wall, in order.
    pub fn events(&self) -> Vec<String> {
        self.page.texts("tbody .event code")
    }

    pub fn alerts(&self) -> String {
        self.page.texts("[role=alert]").join(" ")
    }

    pub fn status(&self) -> String {
        self.page.texts(".notices [role=status]").join(" ")
    }

    pub fn has_dialog(&self) -> bool {
        self.page.has("dialog:modal")
    }

    /// Opens the dialog of a new subscription and fills it.
    pub async fn fill_new(&self, event: &str, endpoint: &str) {
        self.page.button("New subscription").click();
        until("the dialog", || self.has_dialog()).await;
        crate::act::type_text(&self.page.field("Event"), event);
        crate::act::type_text(&self.page.field("Endpoint URL"), endpoint);
    }

    /// Opens the confirmation of a removal.
    pub async fn ask_removal(&self, event: &str) {
        self.page.button(&format!("Remove {event}")).click();
        until("the question", || self.has_dialog()).await;
    }
}
