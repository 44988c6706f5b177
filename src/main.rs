//! Mounts the console in the page.
#![forbid(unsafe_code)]

#[cfg(target_arch = "wasm32")]
fn main() {
    pegboard::app::start();
}

/// The console is a browser application; the native build exists for its tests.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
