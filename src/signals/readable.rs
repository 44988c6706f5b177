//! Reading, the same for all that can be read.

use super::held::Source;

/// Something with a value. Reading it within an effect, a memo or a closure of `ui!` runs that again when the value changes.
pub trait Readable {
    type Value: 'static;

    #[doc(hidden)]
    fn source(&self) -> Source;

    fn get(&self) -> Self::Value
    where
        Self::Value: Clone,
    {
        get(self.source(), true)
    }

    fn get_untracked(&self) -> Self::Value
    where
        Self::Value: Clone,
    {
        get(self.source(), false)
    }

    /// None when the owner is gone.
    fn try_get_untracked(&self) -> Option<Self::Value>
    where
        Self::Value: Clone,
    {
        self.source()
            .read(false)
            .map(|reading| reading.value::<Self::Value>().clone())
    }

    fn with<R>(&self, look: impl FnOnce(&Self::Value) -> R) -> R {
        look(self.source().read_now(true).value())
    }

    fn with_untracked<R>(&self, look: impl FnOnce(&Self::Value) -> R) -> R {
        look(self.source().read_now(false).value())
    }

    fn track(&self) {
        self.source().read(true);
    }
}

#[inline(never)]
fn get<T: Clone + 'static>(source: Source, tracked: bool) -> T {
    source.read_now(tracked).value::<T>().clone()
}
