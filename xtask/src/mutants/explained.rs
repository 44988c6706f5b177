//! The mutants that no test can notice, each with its reason. One that is noticed or gone has to go from here too.

/// What was changed, the line that it was changed in, and why that makes no difference. Each explains one mutant.
pub type Explanation = (&'static str, &'static str, &'static str);

/// A file that the tests of this machine cannot judge, and why.
pub const ELSEWHERE: (&str, &str) = (
    "src/validation/url/browser.rs",
    "only the browser compiles it: tests/web and `cargo xtask corpus` compare its every verdict with the url crate's",
);

pub const EXPLAINED: &[Explanation] = &[];
