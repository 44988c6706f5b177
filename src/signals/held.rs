//! Values of any type, in signals of one type.

use std::any::Any;
use std::sync::Arc;

use leptos::prelude::{Memo, Read as _, ReadUntracked, RwSignal, StoredValue, Write as _};
use leptos::prelude::{ReadValue as _, untrack};

/// A value whose type only the name of its signal knows.
pub type Held = Box<dyn Any + Send + Sync>;

/// Computes a value whenever it is asked for.
pub type Derive = Arc<dyn Fn() -> Held + Send + Sync>;

/// Where a value comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Written(RwSignal<Held>),
    Computed(Memo<Held>),
    Derived(StoredValue<Derive>),
}

/// A value while it is looked at; nothing can be written there for as long.
pub enum Reading {
    Written(<RwSignal<Held> as ReadUntracked>::Value),
    Computed(<Memo<Held> as ReadUntracked>::Value),
    Derived(Held),
}

impl Source {
    /// The value as it is now; none when its owner is gone.
    #[inline(never)]
    pub fn read(self, tracked: bool) -> Option<Reading> {
        if !tracked {
            return untrack(|| self.read(true));
        }
        match self {
            Self::Written(signal) => signal.try_read().map(Reading::Written),
            Self::Computed(memo) => memo.try_read().map(Reading::Computed),
            Self::Derived(derive) => {
                let derive = derive.try_read_value()?.clone();
                Some(Reading::Derived(derive()))
            }
        }
    }

    pub fn read_now(self, tracked: bool) -> Reading {
        self.read(tracked).unwrap_or_else(|| gone())
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

/// Lets a change be made, and tells of it; false when the owner is gone.
#[inline(never)]
pub fn write(signal: RwSignal<Held>, change: &mut dyn FnMut(&mut Held)) -> bool {
    match signal.try_write() {
        Some(mut held) => {
            change(&mut held);
            true
        }
        None => false,
    }
}

fn gone() -> ! {
    panic!("a signal was read after its owner had gone")
}

/// Never called: a value is put in and taken out under one name, which has one type.
pub fn other_type() -> ! {
    panic!("a signal held a value of another type")
}
