//! A value that is computed from others.

use std::marker::PhantomData;

use leptos::prelude::ArcMemo;

use super::arena::{Handle, Kept};
use super::held::Held;
use super::{Call, Readable, handle};

/// As `leptos::prelude::Memo`: tells of a change only when the new value differs.
pub struct Memo<T> {
    inner: Handle,
    value: PhantomData<fn() -> T>,
}

handle!(Memo);

/// Takes the value before, gives the new one, and says whether they differ.
type Compute = Box<dyn Call<Option<Held>, (Held, bool)> + Send + Sync>;

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    pub fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        Self {
            inner: make(Box::new(move |before: Option<Held>| -> (Held, bool) {
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
fn make(compute: Compute) -> Handle {
    Handle::keep(Kept::Computed(ArcMemo::new_owning(move |before| {
        compute.call(before)
    })))
}

impl<T: 'static> Readable for Memo<T> {
    type Value = T;

    fn handle(&self) -> Handle {
        self.inner
    }
}
