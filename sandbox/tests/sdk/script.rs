use std::{env, ffi::OsString, path::Path, process::Command};

/// Runs a script of this directory under Node.js and fails as it fails.
///
/// `package` is the environment variable that leads to the `node_modules` of the vendor's package;
/// the script finds it there too. `settings` are further variables for the script.
pub async fn run(script: &str, package: &'static str, settings: &[(&'static str, &str)]) {
    assert!(
        env::var_os(package).is_some(),
        "{package} is not set: it names the node_modules directory of the vendor's package. \
         `cargo xtask test` installs the package and sets it."
    );
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/sdk")
        .join(script);
    let settings: Vec<(&str, OsString)> = settings
        .iter()
        .map(|(name, value)| (*name, value.into()))
        .collect();
    let output = tokio::task::spawn_blocking(move || {
        let mut node = Command::new("node");
        node.arg(file).envs(settings).output()
    });
    let output = match output.await.unwrap() {
        Ok(output) => output,
        Err(error) => panic!("node cannot be started: {error}"),
    };
    assert!(
        output.status.success(),
        "{script} failed:\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}
