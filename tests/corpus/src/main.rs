//! The verdicts with the `url` crate.
#![forbid(unsafe_code)]
// Printing is what this program is for.
#![allow(clippy::print_stdout)]

fn main() -> Result<(), serde_json::Error> {
    for line in corpus::lines()? {
        println!("{line}");
    }
    Ok(())
}
