//! Native.

mod validation;
