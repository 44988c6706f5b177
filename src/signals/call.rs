//! Closures behind a pointer.
//!
//! A `dyn Fn` can also be called by value, so the compiler writes out a second body of each closure that becomes one,
//! which nothing here ever calls: 3 kB of the module, as measured. These can be called in one way only.

/// As `dyn Fn(A) -> R`.
pub trait Call<A, R> {
    fn call(&self, argument: A) -> R;
}

impl<A, R, F: Fn(A) -> R> Call<A, R> for F {
    fn call(&self, argument: A) -> R {
        self(argument)
    }
}

/// As `dyn FnMut(A) -> R`.
pub trait CallMut<A, R> {
    fn call_mut(&mut self, argument: A) -> R;
}

impl<A, R, F: FnMut(A) -> R> CallMut<A, R> for F {
    fn call_mut(&mut self, argument: A) -> R {
        self(argument)
    }
}
