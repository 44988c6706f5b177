//! Chromium and its driver, which the tests need.

use std::path::PathBuf;

use super::{
    debian::{self, Need},
    path,
};
use crate::failure::{Done, Failure};

/// The driver; it finds the browser by itself.
pub struct Browser {
    pub driver: PathBuf,
}

/// Debian calls it `chromium`; any of these does.
const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

const NEEDS: [Need; 4] = [
    Need {
        package: "chromium",
        is_met: || BROWSERS.iter().any(|program| path::find(program).is_some()),
    },
    Need {
        package: "chromium-driver",
        is_met: || path::find("chromedriver").is_some(),
    },
    Need {
        package: "nodejs",
        is_met: || path::find("node").is_some(),
    },
    Need {
        package: "npm",
        is_met: || path::find("npm").is_some(),
    },
];

impl Browser {
    /// Installs browser, driver and Node.js by apt where that can be done without asking; names the packages elsewhere.
    pub fn installed() -> Done<Self> {
        debian::installed(
            &NEEDS,
            "a browser, its driver and Node.js",
            "Chrome or Chromium, chromedriver of the same version, Node.js 18 or later with npm",
        )?;
        let driver = path::find("chromedriver")
            .ok_or_else(|| Failure::new("chromedriver is not on PATH: put it there."))?;
        Ok(Self { driver })
    }
}
