//! The tests that `cargo xtask mutants` runs against every mutant: those of validation and of health alone, for the whole
//! of the native tests takes minutes to build. Each of them is in `main.rs` too, so nothing runs this but that command.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "in a test it is an assertion")]
#![allow(dead_code, reason = "what the other tests share")]

mod health;
mod sample;
mod validation;

mod commerce_layer {
    mod health;
}

mod happycolis {
    mod row;
}

mod ikas {
    mod health;
}

mod sentera {
    mod health;
}
