//! Chromium and its driver, which the tests need.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::path;
use crate::{
    failure::{Done, Failure},
    step,
};

/// The driver; it finds the browser by itself.
pub struct Browser {
    pub driver: PathBuf,
}

impl Browser {
    /// Installs browser, driver and Node.js by apt where that can be done without asking; names the packages elsewhere.
    pub fn installed() -> Done<Self> {
        let missing = missing();
        if !missing.is_empty() {
            if !(Path::new("/etc/debian_version").exists() && is_root()) {
                return Err(Failure::new(unavailable(&missing)));
            }
            let mut update = apt();
            step::run("Read the list of Debian packages", update.arg("update"))?;
            let mut install = apt();
            install
                .args(["install", "--no-install-recommends", "-y"])
                .args(&missing);
            step::run(&format!("Install {}", missing.join(", ")), &mut install)?;
        }
        let driver = path::find("chromedriver")
            .ok_or_else(|| Failure::new(unavailable(&["chromium-driver"])))?;
        Ok(Self { driver })
    }
}

/// Debian's names of what is not there.
fn missing() -> Vec<&'static str> {
    let needed: [(&[&str], &str); 4] = [
        (
            &[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
            ],
            "chromium",
        ),
        (&["chromedriver"], "chromium-driver"),
        (&["node"], "nodejs"),
        (&["npm"], "npm"),
    ];
    let absent = |programs: &[&str]| programs.iter().all(|program| path::find(program).is_none());
    needed
        .into_iter()
        .filter(|(programs, _)| absent(programs))
        .map(|(_, package)| package)
        .collect()
}

fn unavailable(packages: &[&str]) -> String {
    format!(
        "The tests need a browser, its driver and Node.js. Missing: {}. Install them (Debian: sudo apt install {}; \
         elsewhere Chrome or Chromium, chromedriver of the same version, Node.js 18 or later with npm), then try again.",
        packages.join(", "),
        packages.join(" ")
    )
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.arg("-q").env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Whether this process may install packages. Its own entry in /proc belongs to the user that it runs as.
#[cfg(unix)]
pub fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

#[cfg(not(unix))]
pub fn is_root() -> bool {
    false
}
