//! What Debian packages: installed by apt where that can be done without asking, named elsewhere.

use std::{fs, path::Path, process::Command};

use crate::{
    failure::{Done, Failure},
    step,
};

/// Something that a package brings.
pub struct Need {
    /// Debian's name of the package.
    pub package: &'static str,
    pub is_met: fn() -> bool,
}

/// Installs the packages that are missing. `purpose` says what they are for, `elsewhere` what fits where there is no apt.
pub fn installed(needs: &[Need], purpose: &str, elsewhere: &str) -> Done {
    let missing = || -> Vec<&str> {
        let unmet = needs.iter().filter(|need| !(need.is_met)());
        unmet.map(|need| need.package).collect()
    };
    let packages = missing();
    if packages.is_empty() {
        return Ok(());
    }
    if !(Path::new("/etc/debian_version").exists() && is_root()) {
        return Err(unavailable(&packages, purpose, elsewhere));
    }
    let mut update = apt();
    step::run("Read the list of Debian packages", update.arg("update"))?;
    let mut install = apt();
    install
        .args(["install", "--no-install-recommends", "-y"])
        .args(&packages);
    step::run(&format!("Install {}", packages.join(", ")), &mut install)?;
    match missing() {
        still if still.is_empty() => Ok(()),
        still => Err(unavailable(&still, purpose, elsewhere)),
    }
}

fn unavailable(packages: &[&str], purpose: &str, elsewhere: &str) -> Failure {
    Failure::new(format!(
        "The tests need {purpose}. Missing: {}. Install them (Debian: sudo apt install {}; elsewhere {elsewhere}), then try again.",
        packages.join(", "),
        packages.join(" ")
    ))
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.arg("-q").env("DEBIAN_FRONTEND", "noninteractive");
    // A package of a server starts it at once, for everybody. The tests start their own.
    command.env("SYSTEMD_OFFLINE", "1");
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_not_installed_and_what_is_missing_is_named() {
        let needs = [Need {
            package: "nginx",
            is_met: || true,
        }];
        assert!(installed(&needs, "a server", "nginx").is_ok());
        let failure = unavailable(&["nginx", "caddy"], "two servers", "nginx and Caddy");
        let said = failure.to_string();
        assert!(said.contains("need two servers. Missing: nginx, caddy."));
        assert!(said.contains("sudo apt install nginx caddy; elsewhere nginx and Caddy"));
    }
}
