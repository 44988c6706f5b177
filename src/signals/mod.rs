//! Leptos' signals, compiled once.
//!
//! Leptos makes the code of a signal, a memo and all that reads or writes them anew for every type of value: measured on
//! this console, an eighth of the module. Here all of them hold values of one type, and a name like `RwSignal<Draft>` only
//! remembers what stands in the box. Names and behaviour are Leptos' own, so its book describes these as well.
//!
//! `use crate::signals::*` stands where a program with Leptos has `use leptos::prelude::*`.

mod arena;
mod call;
mod callback;
mod held;
mod memo;
mod readable;
mod rw_signal;
mod signal;

pub use call::{Call, CallMut};
pub use callback::Callback;
pub use leptos::prelude::*;
pub use memo::Memo;
pub use readable::Readable;
pub use rw_signal::RwSignal;
pub use signal::Signal;

/// What makes a typed name cheap: a copy, equal to another one when both stand for the same signal.
macro_rules! handle {
    ($name:ident) => {
        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $name<T> {}

        impl<T> PartialEq for $name<T> {
            fn eq(&self, other: &Self) -> bool {
                self.inner == other.inner
            }
        }

        impl<T> Eq for $name<T> {}

        impl<T> std::fmt::Debug for $name<T> {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(stringify!($name))
            }
        }
    };
}

use handle;
