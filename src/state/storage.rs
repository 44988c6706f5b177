//! What survives a reload: a few small lists in JSON in the browser's storage, and never a secret.

use serde_json::Value;

use crate::subscription::json;
use crate::subscription::json::print;
use crate::subscription::kept::Kept;

/// What every key of the console begins with.
pub const PREFIX: &str = "pegboard.";

/// Where the lists are kept. The browser's `localStorage` in the product, a map in native tests.
pub trait Storage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;
    fn remove(&self, key: &str);
    /// Removes everything that the console has kept, whatever it is.
    fn clear(&self);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser keeps nothing for this page (private mode, or blocked by a setting).
    Denied,
    /// The browser has no room left for this page.
    Full,
    /// Some of what is kept under the key was not written by this version of the console. It stays, and the rest is used.
    Damaged,
}

/// What a damaged text is kept under, beside the key that it was found at.
pub fn aside(key: &str) -> String {
    [key, ".unreadable"].concat()
}

/// Reads a list, as far as it can be read; an absent one is empty. The error beside it is `Damaged` when not all could be.
///
/// # Errors
/// `Denied`.
pub fn load<T: Kept>(
    storage: &dyn Storage,
    key: &str,
) -> Result<(Vec<T>, Option<StorageError>), StorageError> {
    let (mut rest, damaged) = read(storage, key)?;
    let items = take(&mut rest);
    let is_whole = rest.is_empty() && damaged.is_none();
    Ok((items, (!is_whole).then_some(StorageError::Damaged)))
}

/// Reads, changes and writes back in one go, so that a second tab's writing is not lost. What cannot be read, because a
/// newer version wrote it perhaps, is written back as it is; a text that is no list at all is kept aside.
///
/// The change is a `dyn`, here and where it comes from: written out for every change, this was 2 kB more of the module.
pub fn update<T: Kept>(
    storage: &dyn Storage,
    key: &str,
    change: &mut dyn FnMut(&mut Vec<T>),
) -> Result<Vec<T>, StorageError> {
    let (mut all, damaged) = read(storage, key)?;
    let mut items = take(&mut all);
    change(&mut items);
    for item in &items {
        all.push(item.keep());
    }
    write(storage, key, all, damaged)?;
    Ok(items)
}

/// Takes what can be read out of a list.
fn take<T: Kept>(list: &mut Vec<Value>) -> Vec<T> {
    let mut items = Vec::new();
    let mut rest = Vec::new();
    for item in std::mem::take(list) {
        match T::recall(&item) {
            Ok(item) => items.push(item),
            Err(_) => rest.push(item),
        }
    }
    *list = rest;
    items
}

/// The items of a list, or the text that is none.
fn read(storage: &dyn Storage, key: &str) -> Result<(Vec<Value>, Option<String>), StorageError> {
    Ok(match storage.get(key)? {
        None => (Vec::new(), None),
        Some(text) => match json::parse(&text) {
            Ok(Value::Array(items)) => (items, None),
            _ => (Vec::new(), Some(text)),
        },
    })
}

fn write(
    storage: &dyn Storage,
    key: &str,
    list: Vec<Value>,
    damaged: Option<String>,
) -> Result<(), StorageError> {
    if let Some(text) = damaged {
        storage.set(&aside(key), &text)?;
    }
    storage.set(key, &print(&Value::Array(list)))
}

#[cfg(target_arch = "wasm32")]
pub use browser::{LocalStorage, SessionStorage};

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::{PREFIX, Storage, StorageError};

    /// The browser's `localStorage`: of all tabs, until it is cleared.
    #[derive(Clone, Copy)]
    pub struct LocalStorage;

    /// The browser's `sessionStorage`: of one tab, until it is closed.
    #[derive(Clone, Copy)]
    pub struct SessionStorage;

    trait Area {
        fn of(window: &web_sys::Window) -> Option<web_sys::Storage>;
    }

    impl Area for LocalStorage {
        fn of(window: &web_sys::Window) -> Option<web_sys::Storage> {
            window.local_storage().ok().flatten()
        }
    }

    impl Area for SessionStorage {
        fn of(window: &web_sys::Window) -> Option<web_sys::Storage> {
            window.session_storage().ok().flatten()
        }
    }

    fn area<A: Area>() -> Result<web_sys::Storage, StorageError> {
        let window = web_sys::window();
        window.and_then(|it| A::of(&it)).ok_or(StorageError::Denied)
    }

    impl<A: Area> Storage for A {
        fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
            area::<A>()?.get_item(key).map_err(|_| StorageError::Denied)
        }

        fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
            area::<A>()?
                .set_item(key, value)
                .map_err(|_| StorageError::Full)
        }

        fn remove(&self, key: &str) {
            if let Ok(area) = area::<A>() {
                // Removing from a storage that refuses is the same as having nothing there.
                let _ = area.remove_item(key);
            }
        }

        fn clear(&self) {
            let Ok(area) = area::<A>() else {
                return;
            };
            let names = (0..area.length().unwrap_or(0)).filter_map(|at| area.key(at).ok()?);
            // Other programs of this origin keep theirs.
            for name in names
                .filter(|name| name.starts_with(PREFIX))
                .collect::<Vec<_>>()
            {
                let _ = area.remove_item(&name);
            }
        }
    }
}
