//! The ledger: what was created here or told to the console, where a platform documents no list.
//!
//! It keeps ids, events, endpoints and times, never header values (HappyColis contract, section 9).

use serde_json::Value;

use crate::subscription::json;
use crate::subscription::json::print;
use crate::subscription::kept::{Kept, WrongShape, list, object, optional_text, text};
use crate::subscription::{
    Attributes, ConnectionKey, Instant, LedgerHealth, Listing, Platform, Reading, Row, Source,
    Subscription,
};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    entries: Vec<Entry>,
}

/// One subscription. Its id is the only way to remove it later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: String,
    /// Several are joined by `, `.
    pub event: String,
    pub endpoint: String,
    pub origin: Origin,
    pub health: LedgerHealth,
    pub noted: Instant,
    /// The organization that the token named, when it was a readable JWT.
    pub organization: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Created,
    Tracked,
}

const FORMAT: &str = "pegboard-ledger";
const VERSION: u64 = 1;

/// Why a file is not taken. Nothing of it is taken then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// Not JSON, or not of this shape; the place where reading stopped, counted from 1.
    NotALedger { line: usize, column: usize },
    /// A ledger of a version that this console does not know.
    Version { found: u64 },
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

/// The events of a typed text, in the form in which an entry holds several.
pub fn events(typed: &str) -> String {
    let events = typed.split(',').map(str::trim);
    let events: Vec<&str> = events.filter(|event| !event.is_empty()).collect();
    events.join(", ")
}

impl Ledger {
    pub fn storage_key(connection: &ConnectionKey) -> String {
        format!("pegboard.ledger.{}", connection.as_str())
    }

    /// Adds an entry, in the place of one with the same id. One that was created here and is tracked later keeps what is
    /// known of its creation.
    pub fn note(&mut self, entry: Entry) {
        match self.entries.iter_mut().find(|known| known.id == entry.id) {
            Some(known) if entry.origin == Origin::Tracked => {
                known.event = entry.event;
                known.endpoint = entry.endpoint;
            }
            // An id that comes again is the same subscription, changed in place.
            Some(known) => {
                *known = Entry {
                    origin: known.origin,
                    noted: known.noted,
                    ..entry
                }
            }
            None => self.entries.push(entry),
        }
    }

    pub fn forget(&mut self, id: &str) {
        self.entries.retain(|entry| entry.id != id);
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries as rows of the wall.
    pub fn listing(&self, platform: Platform, now: Instant) -> Listing {
        let rows = self
            .entries
            .iter()
            .map(|entry| Row::Subscription(entry.subscription(platform, now)))
            .collect();
        Listing {
            rows,
            read_at: now,
            ..Listing::default()
        }
    }

    /// The ledger as a file. Endpoints are in it as they are, secrets in their query included.
    pub fn export(&self, connection: &ConnectionKey) -> String {
        let entries: Vec<Value> = self.entries.iter().map(Kept::keep).collect();
        let file = object(&mut [
            ("format", Some(FORMAT.into())),
            ("version", Some(VERSION.into())),
            ("connection", Some(connection.as_str().into())),
            ("entries", Some(entries.into())),
        ]);
        print(&file)
    }

    /// Takes the entries of a file that are not known yet, in their order.
    ///
    /// # Errors
    /// When the file is no ledger of the same platform and mode; the ledger is then as it was.
    pub fn import(
        &mut self,
        file: &str,
        connection: &ConnectionKey,
    ) -> Result<Imported, ImportError> {
        let file: Value = json::parse(file).map_err(|flaw| {
            let (line, column) = flaw.line_and_column(file);
            ImportError::NotALedger { line, column }
        })?;
        // It is JSON, but nothing in it is where it should be.
        let not_a_ledger = |WrongShape| ImportError::NotALedger { line: 1, column: 1 };
        if text(&file, "format").map_err(not_a_ledger)? != FORMAT {
            return Err(not_a_ledger(WrongShape));
        }
        let version = file
            .get("version")
            .and_then(Value::as_u64)
            .ok_or(WrongShape)
            .map_err(not_a_ledger)?;
        if version != VERSION {
            return Err(ImportError::Version { found: version });
        }
        let found = ConnectionKey::recall(&file, "connection").map_err(not_a_ledger)?;
        if !same_access(&found, connection) {
            return Err(ImportError::OtherConnection {
                found: found.as_str().to_owned(),
            });
        }
        let entries = file
            .get("entries")
            .ok_or(WrongShape)
            .and_then(list::<Entry>)
            .map_err(not_a_ledger)?;
        if let Some(position) = entries
            .iter()
            .position(|entry| entry.id.is_empty() || entry.event.is_empty())
        {
            return Err(ImportError::Entry {
                position: position + 1,
            });
        }
        let mut imported = Imported::default();
        for entry in entries {
            if self.entries.iter().any(|known| known.id == entry.id) {
                imported.known += 1;
            } else {
                self.entries.push(entry);
                imported.added += 1;
            }
        }
        Ok(imported)
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

impl From<Vec<Entry>> for Ledger {
    fn from(entries: Vec<Entry>) -> Self {
        Self { entries }
    }
}

/// The name of a connection may differ between two browsers; its platform and mode may not.
fn same_access(one: &ConnectionKey, other: &ConnectionKey) -> bool {
    let access = |key: &ConnectionKey| {
        key.as_str()
            .splitn(3, '/')
            .take(2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    access(one) == access(other)
}

impl Entry {
    fn subscription(&self, platform: Platform, now: Instant) -> Subscription {
        Subscription {
            id: self.id.clone(),
            events: self.event.split(", ").map(str::to_owned).collect(),
            endpoint: Some(self.endpoint.clone()),
            reading: match (platform, self.origin) {
                (Platform::Sentera, Origin::Created) => Reading::sentera_unread(now),
                _ => Reading::happycolis_ledger(&self.health, now),
            },
            created: match self.origin {
                Origin::Created => Some(self.noted),
                Origin::Tracked => None,
            },
            updated: None,
            attributes: Attributes::default(),
            source: match self.origin {
                Origin::Created => Source::Created,
                Origin::Tracked => Source::Tracked,
            },
        }
    }
}

impl Origin {
    const ALL: [Self; 2] = [Self::Created, Self::Tracked];

    const fn key(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Tracked => "tracked",
        }
    }
}

impl Kept for Entry {
    fn keep(&self) -> Value {
        object(&mut [
            ("id", Some(self.id.as_str().into())),
            ("event", Some(self.event.as_str().into())),
            ("endpoint", Some(self.endpoint.as_str().into())),
            ("origin", Some(self.origin.key().into())),
            ("health", Some(self.health.keep())),
            ("noted", Some(self.noted.0.into())),
            ("organization", self.organization.clone().map(Into::into)),
        ])
    }

    fn recall(value: &Value) -> Result<Self, WrongShape> {
        let origin = text(value, "origin")?;
        Ok(Self {
            id: text(value, "id")?,
            event: text(value, "event")?,
            endpoint: text(value, "endpoint")?,
            origin: Origin::ALL
                .into_iter()
                .find(|it| it.key() == origin)
                .ok_or(WrongShape)?,
            health: LedgerHealth::recall(value.get("health").ok_or(WrongShape)?)?,
            noted: Instant::recall(value, "noted")?,
            organization: optional_text(value, "organization"),
        })
    }
}
