//! What a platform answered to a request that it carried out.

use super::Refusal;

/// A value that was read, and what the platform complained of beside it (HappyColis contract, section 7.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered<T> {
    pub value: T,
    pub warning: Option<Box<Refusal>>,
}

/// The two ways in which a subscription can be gone after a removal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removed {
    /// By this request; and what the platform complained of beside it.
    Now(Option<Box<Refusal>>),
    /// The platform does not know it any more: somebody removed it before.
    Before,
}

impl<T> Answered<T> {
    pub const fn without_warning(value: T) -> Self {
        Self {
            value,
            warning: None,
        }
    }

    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Answered<U> {
        Answered {
            value: change(self.value),
            warning: self.warning,
        }
    }
}
