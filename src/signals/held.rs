//! Values of any type, in signals of one type.

use std::any::Any;
use std::sync::Arc;

use leptos::prelude::{ArcMemo, ArcRwSignal, Read as _, ReadUntracked, Update as _, untrack};

use super::arena::{Handle, Kept};
use super::{Call, CallMut};

/// A value whose type only the name of its signal knows.
pub type Held = Box<dyn Any + Send + Sync>;

/// Computes a value whenever it is asked for.
pub type Derive = Arc<dyn Call<(), Held> + Send + Sync>;

/// A value while it is looked at; nothing can be written there for as long.
pub enum Reading {
    Written(<ArcRwSignal<Held> as ReadUntracked>::Value),
    Computed(<ArcMemo<Held> as ReadUntracked>::Value),
    Derived(Held),
}

impl Handle {
    /// The value as it is now; none when its owner is gone.
    #[inline(never)]
    pub fn read(self, tracked: bool) -> Option<Reading> {
        if !tracked {
            return untrack(|| self.read(true));
        }
        match self.kept()? {
            Kept::Written(signal) => signal.try_read().map(Reading::Written),
            Kept::Computed(memo) => memo.try_read().map(Reading::Computed),
            Kept::Derived(derive) => Some(Reading::Derived(derive.call(()))),
        }
    }

    pub fn read_now(self, tracked: bool) -> Reading {
        self.read(tracked).unwrap_or_else(|| gone())
    }

    /// Lets a change be made, and tells of it; false when the owner is gone.
    #[inline(never)]
    pub fn write(self, change: &mut dyn for<'h> CallMut<&'h mut Held, ()>) -> bool {
        let Some(Kept::Written(signal)) = self.kept() else {
            return false;
        };
        signal.try_update(|held| change.call_mut(held)).is_some()
    }
}

impl Reading {
    pub fn value<T: 'static>(&self) -> &T {
        self.held().downcast_ref().unwrap_or_else(|| other_type())
    }

    #[inline(never)]
    fn held(&self) -> &(dyn Any + Send + Sync) {
        match self {
            Self::Written(held) => &***held,
            Self::Computed(held) => &***held,
            Self::Derived(held) => &**held,
        }
    }
}

fn gone() -> ! {
    panic!("a signal was read after its owner had gone")
}

/// Never called: a value is put in and taken out under one name, which has one type.
pub fn other_type() -> ! {
    panic!("a signal held a value of another type")
}
