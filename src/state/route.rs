//! Where the person is, kept in the hash so that any static host serves it. Credentials never get here.

use super::percent::{decode, encode};

/// A place in the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Connect,
    Subscriptions(View),
}

/// How the wall is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    pub search: String,
    /// `None`: trouble first.
    pub sort: Option<(Column, Direction)>,
    pub only: Only,
    /// Keys and values of the filters, empty when all are wanted: platform, connection, health and event.
    pub filters: [String; 4],
    /// Whether the rows stand under their connections.
    pub grouped: bool,
}

/// What the wall can be narrowed to, beside the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    Platform,
    Connection,
    Health,
    Event,
}

impl Filter {
    pub const ALL: [Self; 4] = [Self::Platform, Self::Connection, Self::Health, Self::Event];

    const fn key(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Connection => "connection",
            Self::Health => "health",
            Self::Event => "event",
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    #[default]
    All,
    Trouble,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    Event,
    Endpoint,
    Health,
    Created,
    Connection,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Ascending,
    Descending,
}

impl Column {
    pub const ALL: [Self; 5] = [
        Self::Event,
        Self::Endpoint,
        Self::Health,
        Self::Created,
        Self::Connection,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Endpoint => "endpoint",
            Self::Health => "health",
            Self::Created => "created",
            Self::Connection => "connection",
        }
    }
}

impl Default for Route {
    fn default() -> Self {
        Self::Subscriptions(View::default())
    }
}

impl Route {
    pub const fn is_connect(&self) -> bool {
        matches!(self, Self::Connect)
    }

    /// The hash, with its `#`.
    pub fn print(&self) -> String {
        let Self::Subscriptions(view) = self else {
            return "#/connect".to_owned();
        };
        let mut parts = Vec::new();
        if !view.search.is_empty() {
            parts.push(format!("search={}", encode(&view.search)));
        }
        if let Some((column, direction)) = view.sort {
            let sign = if direction == Direction::Descending {
                "-"
            } else {
                ""
            };
            parts.push(format!("sort={sign}{}", column.key()));
        }
        if view.only == Only::Trouble {
            parts.push("only=trouble".to_owned());
        }
        for filter in Filter::ALL {
            let wanted = &view.filters[filter as usize];
            if !wanted.is_empty() {
                parts.push(format!("{}={}", filter.key(), encode(wanted)));
            }
        }
        if view.grouped {
            parts.push("group=connection".to_owned());
        }
        let query = if parts.is_empty() {
            String::new()
        } else {
            format!("?{}", parts.join("&"))
        };
        format!("#/subscriptions{query}")
    }

    /// Reads a hash. What is not understood is left out, so an old link still opens the wall.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        if path == "/connect" {
            return Self::Connect;
        }
        let mut view = View::default();
        for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            match key {
                "search" => view.search = decode(value),
                "sort" => view.sort = parse_sort(value),
                "only" if value == "trouble" => view.only = Only::Trouble,
                "group" if value == "connection" => view.grouped = true,
                _ => {
                    if let Some(filter) = Filter::ALL.into_iter().find(|filter| filter.key() == key)
                    {
                        view.filters[filter as usize] = decode(value);
                    }
                }
            }
        }
        Self::Subscriptions(view)
    }
}

fn parse_sort(value: &str) -> Option<(Column, Direction)> {
    let (name, direction) = match value.strip_prefix('-') {
        Some(name) => (name, Direction::Descending),
        None => (value, Direction::Ascending),
    };
    let column = Column::ALL
        .into_iter()
        .find(|column| column.key() == name)?;
    Some((column, direction))
}
