//! Reading, the same for all that can be read.

use super::arena::Handle;

/// Something with a value. Reading it within an effect, a memo or a closure of `ui!` runs that again when the value changes.
pub trait Readable {
    type Value: 'static;

    #[doc(hidden)]
    fn handle(&self) -> Handle;

    fn get(&self) -> Self::Value
    where
        Self::Value: Clone,
    {
        get(self.handle(), true)
    }

    fn get_untracked(&self) -> Self::Value
    where
        Self::Value: Clone,
    {
        get(self.handle(), false)
    }

    /// None when the owner is gone.
    fn try_get_untracked(&self) -> Option<Self::Value>
    where
        Self::Value: Clone,
    {
        self.handle()
            .read(false)
            .map(|reading| reading.value::<Self::Value>().clone())
    }

    fn with<R>(&self, look: impl FnOnce(&Self::Value) -> R) -> R {
        look(self.handle().read_now(true).value())
    }

    fn with_untracked<R>(&self, look: impl FnOnce(&Self::Value) -> R) -> R {
        look(self.handle().read_now(false).value())
    }

    fn track(&self) {
        self.handle().read(true);
    }
}

#[inline(never)]
fn get<T: Clone + 'static>(handle: Handle, tracked: bool) -> T {
    handle.read_now(tracked).value::<T>().clone()
}
