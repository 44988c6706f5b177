//! Signals live as long as their owner; what takes the place of an ended one never answers for it.

use leptos::reactive::owner::Owner;
use pegboard::signals::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// A signal and the owner that it ends with.
fn owned(value: u32) -> (Owner, RwSignal<u32>) {
    let owner = Owner::new();
    let signal = owner.with(|| RwSignal::new(value));
    (owner, signal)
}

#[wasm_bindgen_test]
fn a_signal_is_read_and_written_until_its_owner_ends() {
    let (owner, signal) = owned(1);
    signal.set(2);
    assert_eq!(signal.try_get_untracked(), Some(2));
    assert_eq!(
        signal.try_update(|value| std::mem::replace(value, 3)),
        Some(2)
    );
    owner.cleanup();
    assert_eq!(signal.try_get_untracked(), None);
    assert_eq!(signal.try_update(|value| *value), None);
    assert_eq!(signal.try_set(4), Some(4));
}

#[wasm_bindgen_test]
fn a_memo_and_a_derived_signal_follow_what_they_read() {
    let owner = Owner::new();
    owner.with(|| {
        let source = RwSignal::new(1);
        let twice = Memo::new(move |_| source.get() * 2);
        let next = Signal::derive(move || twice.get() + 1);
        assert_eq!((twice.get_untracked(), next.get_untracked()), (2, 3));
        source.set(5);
        assert_eq!((twice.get_untracked(), next.get_untracked()), (10, 11));
    });
}

/// A place in the arena is used four thousand times at most; every old handle stays without an answer, however often its
/// place is used again.
#[wasm_bindgen_test]
fn an_ended_signal_never_answers_with_the_value_of_another() {
    let (owner, first) = owned(0);
    owner.cleanup();
    let mut ended = vec![first];
    for value in 1..10_000 {
        let (owner, signal) = owned(value);
        assert!(!ended.contains(&signal));
        assert_eq!(signal.try_get_untracked(), Some(value));
        assert_eq!(first.try_get_untracked(), None);
        owner.cleanup();
        if value % 1_000 == 0 {
            ended.push(signal);
        }
    }
    assert!(ended.iter().all(|old| old.try_get_untracked().is_none()));
}
