//! A value that is read from elsewhere.

use super::write::Unfinished;
use crate::platform::{Answered, ApiError, TransportError};
use crate::subscription::Listing;

/// The states of a reading. What was read before stays in sight while, and when, a later reading fails.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Remote<T> {
    #[default]
    Loading,
    Failed(ApiError),
    Ready(T),
    Refreshing(T),
    /// Read before; the last attempt to read it again failed.
    Stale(T, ApiError),
}

impl<T> Remote<T> {
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Ready(value) | Self::Refreshing(value) | Self::Stale(value, _) => Some(value),
            Self::Loading | Self::Failed(_) => None,
        }
    }

    pub const fn value_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Ready(value) | Self::Refreshing(value) | Self::Stale(value, _) => Some(value),
            Self::Loading | Self::Failed(_) => None,
        }
    }

    pub const fn error(&self) -> Option<&ApiError> {
        match self {
            Self::Failed(error) | Self::Stale(_, error) => Some(error),
            Self::Loading | Self::Ready(_) | Self::Refreshing(_) => None,
        }
    }

    pub const fn is_reading(&self) -> bool {
        matches!(self, Self::Loading | Self::Refreshing(_))
    }

    /// A new reading begins.
    #[must_use]
    pub fn begin(self) -> Self {
        match self {
            Self::Ready(value) | Self::Refreshing(value) | Self::Stale(value, _) => {
                Self::Refreshing(value)
            }
            Self::Loading | Self::Failed(_) => Self::Loading,
        }
    }

    /// A reading ended.
    #[must_use]
    pub fn end(self, result: Result<T, ApiError>) -> Self {
        match (result, self) {
            (Ok(value), _) => Self::Ready(value),
            (Err(error), Self::Ready(value) | Self::Refreshing(value) | Self::Stale(value, _)) => {
                Self::Stale(value, error)
            }
            (Err(error), Self::Loading | Self::Failed(_)) => Self::Failed(error),
        }
    }

    /// A reading was stopped: it is as if it had not begun.
    #[must_use]
    pub fn stop(self) -> Self {
        match self {
            Self::Refreshing(value) => Self::Ready(value),
            Self::Loading => Self::Failed(ApiError::Transport(TransportError::Aborted)),
            other => other,
        }
    }

    /// A reading ended before its end: what was read of it is better than nothing, but not than what was read before.
    #[must_use]
    pub fn end_early(self, read: Option<T>, error: ApiError) -> Self {
        match (read, self.end(Err(error))) {
            (Some(read), Self::Failed(error)) => Self::Stale(read, error),
            (_, ended) => ended,
        }
    }
}

impl Remote<Answered<Listing>> {
    /// A reading of the wall ended.
    #[must_use]
    pub fn end_reading(self, read: Result<Answered<Listing>, Unfinished>) -> Self {
        match read {
            Ok(mut read) => {
                if let Some(old) = self.value() {
                    read.value.keep_missed(&old.value);
                }
                self.end(Ok(read))
            }
            Err(Unfinished { error, read }) => {
                self.end_early(read.map(Answered::without_warning), error)
            }
        }
    }
}
