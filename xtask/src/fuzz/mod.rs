//! `cargo xtask fuzz [seconds]`: every reader of replies, of headers as JSON and of JSON, under a fuzzer.
//!
//! The fuzzer is libFuzzer, without a sanitizer: those need a nightly toolchain, and nothing here is `unsafe`. What counts as
//! found is a panic, an overflow, a second for one input, or a promise that `tests/fuzz` asserts.

mod tally;

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use self::tally::Tally;
use crate::{
    children,
    failure::{Done, Failure},
    step,
    tools::Tools,
    workspace,
};

/// What a target has time for when nothing else is said.
pub const SECONDS: u32 = 600;

/// One input takes microseconds. One that takes this many seconds hangs the page.
const SLOWEST: u32 = 5;

/// Reads what a person asks for.
pub fn seconds(text: &str) -> Done<u32> {
    // Zero would be no limit to libFuzzer.
    let seconds = text.parse().ok().filter(|seconds| *seconds > 0);
    seconds.ok_or_else(|| Failure::new(format!("{text} is no number of seconds.")))
}

/// What fuzzing one target came to.
struct Row {
    target: String,
    tally: Tally,
    problem: Option<Failure>,
}

/// Runs every target for so many seconds, one after another. One that finds something stops no other.
pub fn fuzz(seconds: u32) -> Done {
    let tools = Tools::for_fuzzing()?;
    let mut rows = Vec::new();
    let targets = targets(&tools)?;
    step::run(
        "Build the targets with libFuzzer",
        &mut cargo_fuzz(&tools, "build"),
    )?;
    for target in targets {
        let log = directory(&target).join("log.txt");
        let title = format!("Fuzz {target} for {seconds} s");
        let problem = step::work(&title, || {
            run(&mut command(&tools, &target, seconds)?, &log)
        });
        rows.push(Row {
            tally: Tally::read(&workspace::read(&log)?),
            problem: problem.err(),
            target,
        });
    }
    summary(&rows)
}

/// Writes down what every target begins with, and answers with their names.
fn targets(tools: &Tools) -> Done<Vec<String>> {
    let mut command = tools.command("cargo");
    command.args(["run", "--quiet", "--package", "fuzz", "--"]);
    let names = step::output("Collect the first inputs", command.arg(top()))?;
    Ok(names.lines().map(str::to_owned).collect())
}

fn top() -> PathBuf {
    workspace::target().join("fuzz")
}

/// What belongs to one target: its first inputs, the words for it, what was found to be new, what broke it, and what was
/// said of it all.
fn directory(target: &str) -> PathBuf {
    top().join(target)
}

fn cargo_fuzz(tools: &Tools, what: &str) -> Command {
    let mut command = tools.command("cargo");
    command.args(["fuzz", what, "--fuzz-dir"]);
    command.arg(workspace::root().join("tests/fuzz/libfuzzer"));
    command.args(["--sanitizer", "none", "--target-dir"]);
    command.arg(top().join("build"));
    command
}

fn command(tools: &Tools, target: &str, seconds: u32) -> Done<Command> {
    let directory = directory(target);
    let (corpus, found) = (directory.join("corpus"), directory.join("found"));
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder).map_err(Failure::at(folder))?;
    }
    let mut command = cargo_fuzz(tools, "run");
    command.arg(target).arg(corpus).arg(directory.join("seeds"));
    command.args([
        "--".to_owned(),
        format!("-max_total_time={seconds}"),
        format!("-timeout={SLOWEST}"),
        format!("-dict={}", directory.join("words").display()),
        // A path that ends in a separator is a folder to libFuzzer, any other the beginning of a name.
        format!("-artifact_prefix={}/", found.display()),
        "-print_final_stats=1".to_owned(),
    ]);
    Ok(command)
}

/// libFuzzer tells what it does on its standard error, line by line for every input that is new.
fn run(command: &mut Command, log: &Path) -> Done {
    let file = File::create(log).map_err(Failure::at(log))?;
    command.stdout(Stdio::null()).stderr(file);
    let running = children::spawn(command)
        .map_err(|error| Failure::new(format!("The fuzzer cannot be started: {error}.")))?;
    match running.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Failure::new(format!("see {}", log.display()))),
        Err(error) => Err(Failure::new(error.to_string())),
    }
}

fn summary(rows: &[Row]) -> Done {
    println!(
        "\n{:<16} {:>8} {:>12} {:>10} {:>8}",
        "", "seconds", "inputs run", "branches", "found"
    );
    let mut wrong = Vec::new();
    for Row {
        target,
        tally,
        problem,
    } in rows
    {
        println!(
            "{target:<16} {:>8} {:>12} {:>10} {:>8}",
            tally.seconds,
            tally.runs,
            tally.branches,
            usize::from(problem.is_some())
        );
        match problem {
            Some(problem) => wrong.push(format!("{target}: {problem}")),
            None if tally.runs == 0 => wrong.push(format!("{target}: nothing was run")),
            None => {}
        }
    }
    match wrong.is_empty() && !rows.is_empty() {
        true => Ok(()),
        false => Err(Failure::new(format!(
            "Not clean:\n  {}",
            wrong.join("\n  ")
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(runs: u64, problem: Option<&str>) -> Row {
        Row {
            target: "ikas".to_owned(),
            tally: Tally {
                runs,
                ..Tally::default()
            },
            problem: problem.map(Failure::new),
        }
    }

    #[test]
    fn seconds_are_a_number_and_not_none() {
        assert!(seconds("60").is_ok_and(|seconds| seconds == 60));
        assert!(
            ["0", "-1", "x", ""]
                .iter()
                .all(|text| seconds(text).is_err())
        );
    }

    #[test]
    fn what_was_found_fails_and_so_does_what_never_ran() {
        assert!(summary(&[row(9, None)]).is_ok());
        assert!(summary(&[]).is_err());
        assert!(summary(&[row(0, None)]).is_err());
        let said =
            summary(&[row(9, None), row(9, Some("see log.txt"))]).map_err(|it| it.to_string());
        assert_eq!(said, Err("Not clean:\n  ikas: see log.txt".to_owned()));
    }
}
