//! One step of a command: says what runs, shows that it is alive, and says how long it took or why it failed.

use std::{
    ffi::OsStr,
    io::{self, IsTerminal, Read, Write},
    path::Path,
    process::{Command, Stdio},
    sync::mpsc::{self, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};

use crate::{
    children,
    failure::{Done, Failure},
};

/// A step that says nothing for longer than this looks like one that hangs.
const HEARTBEAT: Duration = Duration::from_secs(20);

/// How much of a child's standard error is kept to find the cause of a failure, in bytes.
const TAIL: usize = 16 * 1024;

/// Runs a child with its output shown as it comes. A failure names the step, and the remedy where the cause is known.
pub fn run(title: &str, command: &mut Command) -> Done {
    watch(title, command, None)
}

/// As [`run`], and hands the child's standard output to `reader` as well, line by line.
pub fn read(title: &str, command: &mut Command, reader: &mut dyn FnMut(&str)) -> Done {
    let mut shown = |line: &str| {
        // Who has closed our standard output does not want to read it.
        let _ = writeln!(io::stdout(), "{line}");
        reader(line);
    };
    watch(title, command, Some(&mut shown))
}

/// As [`run`], but what the child prints to its standard output is returned instead of shown.
pub fn output(title: &str, command: &mut Command) -> Done<String> {
    let mut output = String::new();
    let mut kept = |line: &str| {
        output.push_str(line);
        output.push('\n');
    };
    watch(title, command, Some(&mut kept))?;
    Ok(output)
}

/// Runs a server until it ends or is interrupted.
pub fn serve(command: &mut Command) -> Done {
    let program = command.get_program().to_owned();
    let running = children::spawn(command).map_err(|error| unstartable(&program, &error))?;
    let program = Path::new(&program)
        .file_stem()
        .unwrap_or(&program)
        .to_string_lossy();
    match running.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!(
            "{program} has ended ({status}): see the messages above."
        ))),
        Err(error) => Err(Failure::new(format!("{program}: {error}"))),
    }
}

/// Does something in this process under the same heading as a child.
pub fn work<T>(title: &str, work: impl FnOnce() -> Done<T>) -> Done<T> {
    let heartbeat = Heartbeat::start(title);
    let result = work();
    heartbeat.stop(result.is_ok());
    result
}

fn watch(title: &str, command: &mut Command, reader: Option<&mut dyn FnMut(&str)>) -> Done {
    command.stderr(Stdio::piped());
    if reader.is_some() {
        command.stdout(Stdio::piped());
    }
    if io::stderr().is_terminal() {
        // Cargo sees a pipe and would hide its colours and its progress bar.
        command.envs([
            ("CARGO_TERM_COLOR", "always"),
            ("CARGO_TERM_PROGRESS_WHEN", "always"),
            ("CARGO_TERM_PROGRESS_WIDTH", "100"),
        ]);
    }
    let heartbeat = Heartbeat::start(title);
    let program = command.get_program().to_owned();
    let mut running = children::spawn(command).map_err(|error| unstartable(&program, &error))?;
    let stdout = running.child.stdout.take();
    let stderr = running.child.stderr.take();
    let tail = thread::scope(|scope| {
        let tail = scope.spawn(|| stderr.map(forward).unwrap_or_default());
        if let (Some(stdout), Some(reader)) = (stdout, reader) {
            each_line(stdout, reader);
        }
        tail.join().unwrap_or_default()
    });
    let status = running
        .wait()
        .map_err(|error| Failure::new(format!("{title}: {error}")))?;
    heartbeat.stop(status.success());
    match (status.success(), cause(&tail)) {
        (true, _) => Ok(()),
        (false, Some(cause)) => Err(Failure::new(format!("{title} failed: {cause}"))),
        (false, None) => Err(Failure::new(format!(
            "{title} failed ({status}): see the messages above."
        ))),
    }
}

/// Copies a child's standard error to ours as it comes, progress bars included, and keeps its end.
fn forward(mut from: impl Read) -> String {
    let mut tail = Vec::new();
    let mut chunk = [0; 4096];
    while let Ok(length @ 1..) = from.read(&mut chunk) {
        // Who has closed our standard error does not want to read it.
        let _ = io::stderr().write_all(&chunk[..length]);
        tail.extend_from_slice(&chunk[..length]);
        tail.drain(..tail.len().saturating_sub(TAIL));
    }
    String::from_utf8_lossy(&tail).into_owned()
}

fn each_line(from: impl Read, reader: &mut dyn FnMut(&str)) {
    let mut lines = io::BufReader::new(from);
    let mut line = Vec::new();
    while let Ok(1..) = io::BufRead::read_until(&mut lines, b'\n', &mut line) {
        reader(String::from_utf8_lossy(&line).trim_end());
        line.clear();
    }
}

fn unstartable(program: &OsStr, error: &io::Error) -> Failure {
    let program = program.to_string_lossy();
    if error.kind() != io::ErrorKind::NotFound {
        return Failure::new(format!("`{program}` cannot be started: {error}."));
    }
    let remedy = match program.as_ref() {
        "rustup" | "cargo" => "install Rust by https://rustup.rs, then try again",
        "npm" | "node" => {
            "install Node.js 18 or later with npm (Debian: apt install nodejs npm), then try again"
        }
        "git" => "install git, then try again",
        _ => "install it, then try again",
    };
    Failure::new(format!("`{program}` is not installed: {remedy}."))
}

/// The causes that a newcomer meets, recognized by what cargo, rustup and npm print.
fn cause(stderr: &str) -> Option<&'static str> {
    const NETWORK: &[&str] = &[
        "Could not resolve host",
        "Couldn't resolve host",
        "Could not connect",
        "Couldn't connect",
        "Failed to connect",
        "Temporary failure in name resolution",
        "dns error",
        "error trying to connect",
        "ENOTFOUND",
        "EAI_AGAIN",
        "ECONNREFUSED",
        "ETIMEDOUT",
        "network is unreachable",
        "Network is unreachable",
        "Connection timed out",
        "Timeout was reached",
    ];
    let says = |words: &str| stderr.contains(words);
    if NETWORK.iter().any(|words| says(words)) {
        Some("the network cannot be reached. Connect to it (or set https_proxy), then try again.")
    } else if says("linker `cc` not found") || says("linker `link.exe` not found") {
        Some(
            "there is no C linker. Install one (Debian: apt install build-essential; macOS: xcode-select --install).",
        )
    } else if says("No space left on device") {
        Some("the disk is full.")
    } else {
        None
    }
}

struct Heartbeat {
    began: Instant,
    end: Sender<()>,
}

impl Heartbeat {
    fn start(title: &str) -> Self {
        println!("▸ {title}");
        let (end, ended) = mpsc::channel();
        let began = Instant::now();
        let title = title.to_owned();
        thread::spawn(move || {
            while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(HEARTBEAT) {
                println!("  … {title}: {} s", began.elapsed().as_secs());
            }
        });
        Self { began, end }
    }

    fn stop(self, success: bool) {
        let Self { began, end } = self;
        drop(end);
        let mark = if success { "✓" } else { "✗" };
        println!("  {mark} {:.1} s", began.elapsed().as_secs_f32());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_causes_have_a_remedy() {
        let offline = "error: failed to download from `https://…`\n  [6] Could not resolve hostname (Could not resolve host: x)";
        assert!(cause(offline).is_some_and(|cause| cause.contains("network")));
        assert!(
            cause("error: linker `cc` not found").is_some_and(|cause| cause.contains("C linker"))
        );
        assert_eq!(cause("error[E0308]: mismatched types"), None);
    }

    #[test]
    fn a_missing_program_is_named_with_its_remedy() {
        let missing = io::Error::from(io::ErrorKind::NotFound);
        assert!(
            unstartable(OsStr::new("npm"), &missing)
                .to_string()
                .contains("apt install nodejs npm")
        );
    }

    #[cfg(unix)]
    #[test]
    fn output_is_returned_whole() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo; echo two"]);
        assert!(output("Try", &mut command).is_ok_and(|output| output == "one\n\ntwo\n"));
    }

    #[cfg(unix)]
    #[test]
    fn lines_are_handed_over_and_a_failure_is_one() {
        let mut lines = Vec::new();
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two; exit 3"]);
        let result = read("Try", &mut command, &mut |line| lines.push(line.to_owned()));
        assert_eq!(lines, ["one", "two"]);
        assert!(result.is_err_and(|failure| failure.to_string().contains("exit status: 3")));
    }
}
