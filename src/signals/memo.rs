//! A value that is computed from others.

use std::marker::PhantomData;

use leptos::prelude as leptos;

use super::held::{Held, Source};
use super::{Readable, handle};

/// As `leptos::prelude::Memo`: tells of a change only when the new value differs.
pub struct Memo<T> {
    inner: leptos::Memo<Held>,
    value: PhantomData<fn() -> T>,
}

handle!(Memo);

/// Takes the value before, gives the new one, and says whether they differ.
type Compute = Box<dyn Fn(Option<Held>) -> (Held, bool) + Send + Sync>;

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    pub fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        Self {
            inner: make(Box::new(move |before| {
                let before = before.as_ref().and_then(|before| before.downcast_ref());
                let now = compute(before);
                let differs = before != Some(&now);
                (Box::new(now), differs)
            })),
            value: PhantomData,
        }
    }
}

#[inline(never)]
fn make(compute: Compute) -> leptos::Memo<Held> {
    leptos::Memo::new_owning(compute)
}

impl<T: 'static> Readable for Memo<T> {
    type Value = T;

    fn source(&self) -> Source {
        Source::Computed(self.inner)
    }
}
