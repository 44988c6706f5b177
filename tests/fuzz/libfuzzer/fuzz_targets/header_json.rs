#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::texts::header_json(bytes));
