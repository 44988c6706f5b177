//! `cargo xtask test`: every test and every check, counted.

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use crate::{
    build,
    failure::{Done, Failure},
    lint, size, step,
    tally::Tally,
    tools::{self, Browser, Tools, servers},
    workspace,
};

/// What one suite came to.
struct Row {
    name: String,
    passed: u64,
    failed: u64,
    seconds: f32,
}

/// Runs everything, says what came of it, and ends with `N passed, N failed`. A suite that fails stops no other.
pub fn test() -> Done {
    let browser = Browser::installed()?;
    let servers = servers::installed()?;
    let tools = Tools::for_testing()?;
    let axe = tools::axe()?;
    let sdks = tools::sdks()?;
    let built = build::build_if_changed(&tools);
    let mut rows = vec![
        counted("native tests", &mut native(&tools, sdks)),
        counted(
            "component tests in the browser",
            &mut web(&tools, &browser.driver, "pegboard", "web"),
        ),
        counted(
            "end-to-end tests",
            &mut end_to_end(&tools, &browser.driver, &axe, servers),
        ),
        check("build", || built),
        check("size", size::check),
    ];
    rows.extend(
        lint::CHECKS
            .iter()
            .map(|(name, run)| check(name, || run(&tools))),
    );
    summary(&rows)
}

fn native(tools: &Tools, sdks: Vec<(&str, PathBuf)>) -> Command {
    let mut command = tools.command("cargo");
    command.args(["test", "--workspace", "--exclude", "e2e"]);
    command.arg("--no-fail-fast");
    command.envs(sdks);
    command
}

/// The tests of a package that run in the browser.
pub fn web(tools: &Tools, driver: &Path, package: &str, test: &str) -> Command {
    let mut command = tools.command("cargo");
    command.args([
        "test",
        "--target",
        "wasm32-unknown-unknown",
        "--package",
        package,
        "--test",
        test,
    ]);
    command.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        "wasm-bindgen-test-runner",
    );
    command
        .env("CHROMEDRIVER", driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    command.env(
        "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
        workspace::root().join("tests/web/webdriver.json"),
    );
    command
}

fn end_to_end(tools: &Tools, driver: &Path, axe: &Path, servers: Vec<(&str, PathBuf)>) -> Command {
    let mut command = with_browser(tools, driver, axe);
    command.envs(servers);
    command.args(["test", "--package", "e2e", "--no-fail-fast"]);
    command
}

/// A cargo command with what the end-to-end tests and the screenshots read from their environment.
pub fn with_browser(tools: &Tools, driver: &Path, axe: &Path) -> Command {
    let mut command = tools.command("cargo");
    command
        .env("PEGBOARD_DIST", workspace::dist())
        .env("CHROMEDRIVER", driver)
        .env("AXE_PATH", axe);
    command
}

fn counted(name: &str, command: &mut Command) -> Row {
    let began = Instant::now();
    let mut tally = Tally::default();
    let result = step::read(&format!("Run the {name}"), command, &mut |line| {
        tally.read(line)
    });
    let (passed, failed) = tally.conclude(reported(result));
    Row {
        name: name.to_owned(),
        passed,
        failed,
        seconds: began.elapsed().as_secs_f32(),
    }
}

/// Something that either holds or does not.
fn check(name: &str, run: impl FnOnce() -> Done) -> Row {
    let began = Instant::now();
    let success = reported(run());
    Row {
        name: name.to_owned(),
        passed: success.into(),
        failed: (!success).into(),
        seconds: began.elapsed().as_secs_f32(),
    }
}

fn reported(result: Done) -> bool {
    result
        .inspect_err(|failure| eprintln!("  {failure}"))
        .is_ok()
}

fn summary(rows: &[Row]) -> Done {
    println!(
        "\n{:<34} {:>7} {:>7} {:>8}",
        "", "passed", "failed", "seconds"
    );
    for Row {
        name,
        passed,
        failed,
        seconds,
    } in rows
    {
        println!("{name:<34} {passed:>7} {failed:>7} {seconds:>8.1}");
    }
    let passed: u64 = rows.iter().map(|row| row.passed).sum();
    let failed: u64 = rows.iter().map(|row| row.failed).sum();
    println!("\n{passed} passed, {failed} failed");
    match (passed, failed) {
        (1.., 0) => Ok(()),
        _ => Err(Failure::said()),
    }
}
