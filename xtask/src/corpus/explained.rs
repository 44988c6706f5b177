//! The differences that are known, each with its reason. One that is gone has to go from here too.

/// An address, and why the two parsers do not say the same of it.
pub const EXPLAINED: &[(&str, &str)] = &[];
