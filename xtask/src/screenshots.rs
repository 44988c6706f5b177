//! `cargo xtask screenshots`: pictures of the built console, made by the end-to-end tests' own driver.

use crate::{
    build,
    failure::Done,
    step, suite,
    tools::{self, Browser, Tools},
};

/// Builds the console and hands `arguments` on.
pub fn screenshots(arguments: &[&str]) -> Done {
    let browser = Browser::installed()?;
    let tools = Tools::for_building()?;
    let axe = tools::axe()?;
    build::build_if_changed(&tools)?;
    let mut command = suite::with_browser(&tools, &browser.driver, &axe);
    command
        .args([
            "run",
            "--quiet",
            "--package",
            "e2e",
            "--bin",
            "screenshots",
            "--",
        ])
        .args(arguments);
    step::run("Take the screenshots", &mut command)
}
