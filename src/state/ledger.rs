//! The ledger: what was created here or told to the console, where a platform documents no list.
//!
//! It keeps ids, events, endpoints and times, never header values (HappyColis contract, section 9).

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::subscription::kept::WrongShape;
use crate::subscription::{
    ConnectionKey, Instant, LedgerHealth, Listing, Reading, Row, Source, Subscription,
};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    entries: Vec<Entry>,
}

/// One subscription. Its id is the only way to remove it later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub id: String,
    pub event: String,
    pub endpoint: String,
    pub origin: Origin,
    pub health: LedgerHealth,
    pub noted: Instant,
    /// The organization that the token named, when it was a readable JWT.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Value", try_from = "Value")]
pub enum Origin {
    Created,
    Tracked,
}

/// The file that export writes and import reads.
#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    connection: ConnectionKey,
    entries: Vec<Entry>,
}

const FORMAT: &str = "pegboard-ledger";
const VERSION: u32 = 1;

/// Why a file is not taken. Nothing of it is taken then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// Not JSON, or not of this shape; the place where reading stopped, counted from 1.
    NotALedger { line: usize, column: usize },
    /// A ledger of a version that this console does not know.
    Version { found: u32 },
    /// A ledger of another platform or mode: its ids would not work here.
    OtherConnection { found: String },
    /// An entry without an id or an event.
    Entry { position: usize },
}

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub added: usize,
    pub known: usize,
}

impl Ledger {
    pub fn storage_key(connection: &ConnectionKey) -> String {
        format!("pegboard.ledger.{}", connection.as_str())
    }

    /// Adds an entry, in the place of one with the same id.
    pub fn note(&mut self, entry: Entry) {
        self.forget(&entry.id);
        self.entries.push(entry);
    }

    pub fn forget(&mut self, id: &str) {
        self.entries.retain(|entry| entry.id != id);
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries as rows of the wall.
    pub fn listing(&self, now: Instant) -> Listing {
        let rows = self.entries.iter().map(|entry| Row::Subscription(entry.subscription(now))).collect();
        Listing { rows, read_at: now, title: None }
    }

    /// The ledger as a file. Endpoints are in it as they are, secrets in their query included.
    pub fn export(&self, connection: &ConnectionKey) -> String {
        let file = File {
            format: FORMAT.to_owned(),
            version: VERSION,
            connection: connection.clone(),
            entries: self.entries.clone(),
        };
        // Cannot fail: strings and numbers only.
        let value = serde_json::to_value(&file).unwrap_or_default();
        format!("{value:#}")
    }

    /// Takes the entries of a file that are not known yet, in their order.
    ///
    /// # Errors
    /// When the file is no ledger of the same platform and mode; the ledger is then as it was.
    pub fn import(&mut self, text: &str, connection: &ConnectionKey) -> Result<Imported, ImportError> {
        let value: Value = serde_json::from_str(text)
            .map_err(|error| ImportError::NotALedger { line: error.line(), column: error.column() })?;
        let file: File = serde_json::from_value(value).map_err(|_| ImportError::NotALedger { line: 1, column: 1 })?;
        if file.format != FORMAT {
            return Err(ImportError::NotALedger { line: 1, column: 1 });
        }
        if file.version != VERSION {
            return Err(ImportError::Version { found: file.version });
        }
        if !same_access(&file.connection, connection) {
            return Err(ImportError::OtherConnection { found: file.connection.as_str().to_owned() });
        }
        if let Some(position) = file.entries.iter().position(|entry| entry.id.is_empty() || entry.event.is_empty()) {
            return Err(ImportError::Entry { position: position + 1 });
        }
        let mut imported = Imported::default();
        for entry in file.entries {
            if self.entries.iter().any(|known| known.id == entry.id) {
                imported.known += 1;
            } else {
                self.entries.push(entry);
                imported.added += 1;
            }
        }
        Ok(imported)
    }
}

/// The name of a connection may differ between two browsers; its platform and mode may not.
fn same_access(one: &ConnectionKey, other: &ConnectionKey) -> bool {
    let access = |key: &ConnectionKey| key.as_str().splitn(3, '/').take(2).map(str::to_owned).collect::<Vec<_>>();
    access(one) == access(other)
}

impl Entry {
    fn subscription(&self, now: Instant) -> Subscription {
        Subscription {
            id: self.id.clone(),
            events: vec![self.event.clone()],
            endpoint: Some(self.endpoint.clone()),
            reading: Reading::happycolis_ledger(&self.health, now),
            created: match self.origin {
                Origin::Created => Some(self.noted),
                Origin::Tracked => None,
            },
            source: match self.origin {
                Origin::Created => Source::Created,
                Origin::Tracked => Source::Tracked,
            },
        }
    }
}

impl From<Origin> for Value {
    fn from(origin: Origin) -> Self {
        match origin {
            Origin::Created => "created".into(),
            Origin::Tracked => "tracked".into(),
        }
    }
}

impl TryFrom<Value> for Origin {
    type Error = WrongShape;

    fn try_from(value: Value) -> Result<Self, WrongShape> {
        match value.as_str() {
            Some("created") => Ok(Self::Created),
            Some("tracked") => Ok(Self::Tracked),
            _ => Err(WrongShape),
        }
    }
}
