//! Stand-in platforms, written from the contracts.
