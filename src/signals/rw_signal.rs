//! A value that can be written.

use std::marker::PhantomData;

use leptos::prelude::ArcRwSignal;

use super::arena::{Handle, Kept};
use super::held::{Held, other_type};
use super::{Readable, handle};

/// As `leptos::prelude::RwSignal`.
pub struct RwSignal<T> {
    inner: Handle,
    value: PhantomData<fn() -> T>,
}

handle!(RwSignal);

impl<T: Send + Sync + 'static> RwSignal<T> {
    pub fn new(value: T) -> Self {
        Self {
            inner: make(Box::new(value)),
            value: PhantomData,
        }
    }

    /// Does nothing when the owner is gone.
    pub fn set(&self, value: T) {
        set(self.inner, Box::new(value));
    }

    /// Gives the value back when the owner is gone.
    pub fn try_set(&self, value: T) -> Option<T> {
        let mut value = Some(value);
        self.try_update(|old| {
            if let Some(value) = value.take() {
                *old = value;
            }
        });
        value
    }

    /// Does nothing when the owner is gone.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// None when the owner is gone.
    pub fn try_update<R>(&self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let mut change = Some(change);
        let mut result = None;
        self.inner.write(&mut |held: &mut Held| {
            let value = held.downcast_mut().unwrap_or_else(|| other_type());
            result = change.take().map(|change| change(value));
        });
        result
    }
}

impl<T: Default + Send + Sync + 'static> Default for RwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

#[inline(never)]
fn make(value: Held) -> Handle {
    Handle::keep(Kept::Written(ArcRwSignal::new(value)))
}

#[inline(never)]
fn set(signal: Handle, value: Held) {
    let mut value = Some(value);
    signal.write(&mut |held: &mut Held| {
        if let Some(value) = value.take() {
            *held = value;
        }
    });
}

impl<T: 'static> Readable for RwSignal<T> {
    type Value = T;

    fn handle(&self) -> Handle {
        self.inner
    }
}
