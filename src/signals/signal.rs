//! A value that can be read, wherever it comes from.

use std::marker::PhantomData;
use std::sync::Arc;

use super::arena::{Handle, Kept};
use super::held::{Derive, Held};
use super::{Memo, Readable, RwSignal, handle};

/// As `leptos::prelude::Signal`: what a component takes when its caller may give a signal of any kind.
pub struct Signal<T> {
    inner: Handle,
    value: PhantomData<fn() -> T>,
}

handle!(Signal);

impl<T: Send + Sync + 'static> Signal<T> {
    /// A value that never changes.
    pub fn stored(value: T) -> Self {
        RwSignal::new(value).into()
    }

    /// A value that is computed whenever it is asked for.
    pub fn derive(derive: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self::from_handle(keep(Arc::new(move |()| -> Held { Box::new(derive()) })))
    }
}

impl<T> Signal<T> {
    fn from_handle(inner: Handle) -> Self {
        Self {
            inner,
            value: PhantomData,
        }
    }
}

#[inline(never)]
fn keep(derive: Derive) -> Handle {
    Handle::keep(Kept::Derived(derive))
}

impl<T: 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::from_handle(signal.handle())
    }
}

impl<T: 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::from_handle(memo.handle())
    }
}

impl<T: 'static> Readable for Signal<T> {
    type Value = T;

    fn handle(&self) -> Handle {
        self.inner
    }
}
