//! A value that can be read, wherever it comes from.

use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::StoredValue;

use super::held::{Derive, Source};
use super::{Memo, Readable, RwSignal, handle};

/// As `leptos::prelude::Signal`: what a component takes when its caller may give a signal of any kind.
pub struct Signal<T> {
    inner: Source,
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
        Self::from_source(keep(Arc::new(move || Box::new(derive()))))
    }
}

impl<T> Signal<T> {
    fn from_source(inner: Source) -> Self {
        Self {
            inner,
            value: PhantomData,
        }
    }
}

#[inline(never)]
fn keep(derive: Derive) -> Source {
    Source::Derived(StoredValue::new(derive))
}

impl<T: 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::from_source(signal.source())
    }
}

impl<T: 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::from_source(memo.source())
    }
}

impl<T: 'static> Readable for Signal<T> {
    type Value = T;

    fn source(&self) -> Source {
        self.inner
    }
}
