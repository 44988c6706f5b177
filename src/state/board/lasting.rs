//! Handles on what lasts as long as the app.

use std::ops::Deref;

/// Something that is made once and never freed, because a write or a draft may need it at any later time. Its handle is
/// one pointer: every closure of a page copies some, and copying the signals themselves costs 10 kB of module.
pub struct Lasting<T: 'static>(&'static T);

impl<T> Lasting<T> {
    pub fn keep(value: T) -> Self {
        Self(Box::leak(Box::new(value)))
    }

    /// What is kept, for as long as the app lives.
    pub fn kept(self) -> &'static T {
        self.0
    }
}

impl<T> Clone for Lasting<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Lasting<T> {}

impl<T> Deref for Lasting<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0
    }
}
