//! What survives a reload: a few small JSON documents in the browser's storage, and never a secret.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Where the documents are kept. The browser's `localStorage` in the product, a map in native tests.
pub trait Storage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;
    fn remove(&self, key: &str);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser keeps nothing for this page (private mode, or blocked by a setting).
    Denied,
    /// The browser has no room left for this page.
    Full,
    /// What is kept under the key was not written by this version of the console.
    Damaged,
}

/// Reads a document; an absent one is its default.
pub fn load<T: DeserializeOwned + Default>(storage: &impl Storage, key: &str) -> Result<T, StorageError> {
    match storage.get(key)? {
        None => Ok(T::default()),
        Some(text) => {
            // Parsed first and read then: the code that reads a type is compiled for one source only.
            let value: Value = serde_json::from_str(&text).map_err(|_| StorageError::Damaged)?;
            serde_json::from_value(value).map_err(|_| StorageError::Damaged)
        }
    }
}

/// Reads, changes and writes back in one go, so that a second tab's writing is not lost.
pub fn update<T>(storage: &impl Storage, key: &str, change: impl FnOnce(&mut T)) -> Result<T, StorageError>
where
    T: DeserializeOwned + Serialize + Default,
{
    let mut document: T = load(storage, key)?;
    change(&mut document);
    let text = serde_json::to_string(&document).map_err(|_| StorageError::Damaged)?;
    storage.set(key, &text)?;
    Ok(document)
}

#[cfg(target_arch = "wasm32")]
pub use local::LocalStorage;

#[cfg(target_arch = "wasm32")]
mod local {
    use super::{Storage, StorageError};

    /// The browser's `localStorage`.
    #[derive(Clone, Copy)]
    pub struct LocalStorage;

    fn area() -> Result<web_sys::Storage, StorageError> {
        let area = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        area.ok_or(StorageError::Denied)
    }

    impl Storage for LocalStorage {
        fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
            area()?.get_item(key).map_err(|_| StorageError::Denied)
        }

        fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
            area()?.set_item(key, value).map_err(|_| StorageError::Full)
        }

        fn remove(&self, key: &str) {
            if let Ok(area) = area() {
                // Removing from a storage that refuses is the same as having nothing there.
                let _ = area.remove_item(key);
            }
        }
    }
}
