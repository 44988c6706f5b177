//! The shared validation module: a draft becomes a valid value, or all its problems.
