//! The browser's storage: absent, damaged, denied and full.

use std::cell::RefCell;
use std::collections::BTreeMap;

use pegboard::state::storage::{Storage, StorageError, aside, load, update};
use pegboard::subscription::kept::{Kept, WrongShape};
use serde_json::Value;

/// A storage that can be told to refuse.
#[derive(Default)]
pub struct Scripted {
    pub kept: RefCell<BTreeMap<String, String>>,
    pub refuses_reading: bool,
    pub refuses_writing: bool,
    /// The longest text that there is room for.
    pub room: Option<usize>,
}

impl Storage for Scripted {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        if self.refuses_reading {
            return Err(StorageError::Denied);
        }
        Ok(self.kept.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        let has_room = self.room.is_none_or(|room| value.len() <= room);
        if self.refuses_writing || !has_room {
            return Err(StorageError::Full);
        }
        self.kept
            .borrow_mut()
            .insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) {
        self.kept.borrow_mut().remove(key);
    }

    fn clear(&self) {
        self.kept.borrow_mut().clear();
    }
}

/// Something small to keep.
#[derive(Debug, PartialEq, Eq)]
struct Number(u64);

impl Kept for Number {
    fn keep(&self) -> Value {
        self.0.into()
    }

    fn recall(value: &Value) -> Result<Self, WrongShape> {
        value.as_u64().map(Self).ok_or(WrongShape)
    }
}

const KEY: &str = "pegboard.test";

fn holding(text: &str) -> Scripted {
    let storage = Scripted::default();
    storage.set(KEY, text).unwrap();
    storage
}

fn numbers(read: Result<Vec<Number>, StorageError>) -> Result<Vec<u64>, StorageError> {
    read.map(|all| all.into_iter().map(|Number(number)| number).collect())
}

fn push(storage: &Scripted, number: u64) -> Result<Vec<u64>, StorageError> {
    numbers(update(storage, KEY, &mut |all| all.push(Number(number))))
}

fn kept(storage: &Scripted, key: &str) -> Result<Vec<u64>, StorageError> {
    numbers(load(storage, key).map(|(all, _)| all))
}

fn is_damaged(storage: &Scripted) -> bool {
    load::<Number>(storage, KEY).unwrap().1 == Some(StorageError::Damaged)
}

#[test]
fn an_absent_document_is_its_default() {
    assert_eq!(kept(&Scripted::default(), KEY), Ok(vec![]));
}

#[test]
fn a_change_is_made_on_what_is_kept_now() {
    let storage = Scripted::default();
    assert_eq!(push(&storage, 1), Ok(vec![1]));
    // A second tab writes in between.
    storage.set(KEY, "[1,9]").unwrap();
    assert_eq!(push(&storage, 2), Ok(vec![1, 9, 2]));
    assert_eq!(kept(&storage, KEY), Ok(vec![1, 9, 2]));
}

#[test]
fn a_text_that_is_no_list_is_told_and_kept_aside() {
    for damaged in ["", "{", "{\"a\":1}", "null", "\u{0}"] {
        let storage = holding(damaged);
        assert_eq!(kept(&storage, KEY), Ok(vec![]), "{damaged}");
        assert!(is_damaged(&storage), "{damaged}");
        assert_eq!(
            storage.get(KEY),
            Ok(Some(damaged.to_owned())),
            "reading changes nothing"
        );
        assert_eq!(push(&storage, 1), Ok(vec![1]), "{damaged}");
        assert_eq!(storage.get(&aside(KEY)), Ok(Some(damaged.to_owned())));
        assert_eq!(push(&storage, 2), Ok(vec![1, 2]));
        assert!(!is_damaged(&storage), "{damaged}");
        assert_eq!(storage.get(&aside(KEY)), Ok(Some(damaged.to_owned())));
    }
}

/// Another version of the console wrote them, perhaps a newer one.
#[test]
fn items_of_another_shape_stay_and_hide_no_other() {
    let storage = holding("[1,\"text\",{\"more\":[null],\"version\":9},2]");
    assert_eq!(kept(&storage, KEY), Ok(vec![1, 2]));
    assert!(is_damaged(&storage));
    assert_eq!(push(&storage, 3), Ok(vec![1, 2, 3]));
    let text = storage.get(KEY).unwrap().unwrap();
    assert_eq!(text, "[\"text\",{\"more\":[null],\"version\":9},1,2,3]");
}

#[test]
fn a_storage_that_refuses_reading_is_not_written_to() {
    let storage = Scripted {
        refuses_reading: true,
        ..holding("[1]")
    };
    assert_eq!(kept(&storage, KEY), Err(StorageError::Denied));
    assert_eq!(push(&storage, 2), Err(StorageError::Denied));
    assert_eq!(storage.kept.borrow()[KEY], "[1]");
}

#[test]
fn a_full_storage_keeps_what_it_had() {
    let storage = Scripted {
        refuses_writing: true,
        ..holding("[1]")
    };
    assert_eq!(push(&storage, 2), Err(StorageError::Full));
    assert_eq!(kept(&storage, KEY), Ok(vec![1]));
}

/// Where there is no room for a copy, what was damaged stays where it is.
#[test]
fn a_text_that_cannot_be_kept_aside_is_not_written_over() {
    let damaged = "{\"a\":1}";
    let storage = Scripted {
        room: Some("[1]".len()),
        ..holding(damaged)
    };
    assert_eq!(push(&storage, 1), Err(StorageError::Full));
    assert_eq!(storage.get(KEY), Ok(Some(damaged.to_owned())));
}

#[test]
fn documents_do_not_touch_each_other() {
    let storage = holding("[1]");
    let other = numbers(update(&storage, "pegboard.other", &mut |all| {
        all.push(Number(7))
    }));
    assert_eq!(other, Ok(vec![7]));
    assert_eq!(kept(&storage, KEY), Ok(vec![1]));
    storage.remove(KEY);
    assert_eq!(kept(&storage, KEY), Ok(vec![]));
    assert_eq!(kept(&storage, "pegboard.other"), Ok(vec![7]));
}
