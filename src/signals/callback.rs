//! Something to be called.

use std::sync::Arc;

use super::{Call, Readable as _, RwSignal, handle};

/// As `leptos::prelude::Callback`: what a component takes to tell its caller something.
pub struct Callback<T> {
    inner: RwSignal<Run<T>>,
}

type Run<T> = Arc<dyn Call<T, ()> + Send + Sync>;

handle!(Callback);

impl<T: 'static> Callback<T> {
    pub fn new(run: impl Fn(T) + Send + Sync + 'static) -> Self {
        let run: Run<T> = Arc::new(run);
        Self {
            inner: RwSignal::new(run),
        }
    }

    pub fn run(&self, value: T) {
        self.inner.get_untracked().call(value);
    }
}
