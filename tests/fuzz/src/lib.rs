//! What a fuzzer does to the readers of the console, one function a target, and the inputs that it begins with.
//!
//! The fuzzer itself is in `libfuzzer/`, a workspace of its own: it is made of C++, which nothing else here needs.
#![forbid(unsafe_code)]

mod input;
pub mod replies;
mod seeds;
pub mod texts;

use std::io;

pub use seeds::Seeds;

/// A reader, or all readers of a platform.
pub struct Target {
    /// As the programs in `libfuzzer/` are called.
    pub name: &'static str,
    pub run: fn(&[u8]),
    /// The folders of `tests/` that hold its first inputs.
    folders: &'static [&'static str],
    are_replies: bool,
}

impl Target {
    /// # Errors
    /// A file of the repository cannot be read.
    pub fn seeds(&self) -> io::Result<Seeds> {
        Seeds::of(self.folders, self.are_replies)
    }
}

pub const TARGETS: [Target; 6] = [
    Target {
        name: "happycolis",
        run: |bytes| drop(replies::happycolis(bytes)),
        folders: &["fixtures/happycolis", "fuzz/seeds/happycolis"],
        are_replies: true,
    },
    Target {
        name: "ikas",
        run: |bytes| drop(replies::ikas(bytes)),
        folders: &["fixtures/ikas", "fuzz/seeds/ikas"],
        are_replies: true,
    },
    Target {
        name: "commerce_layer",
        run: |bytes| drop(replies::commerce_layer(bytes)),
        folders: &["fixtures/commerce-layer"],
        are_replies: true,
    },
    Target {
        name: "sentera",
        run: |bytes| drop(replies::sentera(bytes)),
        folders: &["fixtures/sentera", "fuzz/seeds/sentera"],
        are_replies: true,
    },
    Target {
        name: "header_json",
        run: texts::header_json,
        folders: &["fuzz/seeds/texts"],
        are_replies: false,
    },
    Target {
        name: "json",
        run: texts::json,
        folders: &[
            "fuzz/seeds/texts",
            "fixtures/happycolis",
            "fixtures/sentera",
        ],
        are_replies: false,
    },
];
