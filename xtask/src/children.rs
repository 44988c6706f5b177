//! Child processes, none of which outlives this one.
//!
//! Each child leads a process group of its own, so that stopping it also stops what it has started (trunk starts cargo, cargo
//! starts rustc), whether the interrupt came from a terminal or from `kill`.

use std::{
    io,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Mutex, MutexGuard, PoisonError},
};

static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());

fn running() -> MutexGuard<'static, Vec<u32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A child that is stopped, with all of its own children, when this value is dropped.
pub struct Running {
    pub child: Child,
    group: u32,
}

/// Starts a child with no standard input: nothing that we run may ask questions.
pub fn spawn(command: &mut Command) -> io::Result<Running> {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    let mut running = running();
    let child = command.stdin(Stdio::null()).spawn()?;
    let group = child.id();
    running.push(group);
    Ok(Running { child, group })
}

impl Running {
    /// Waits for the end.
    pub fn wait(mut self) -> io::Result<ExitStatus> {
        let status = self.child.wait();
        running().retain(|group| *group != self.group);
        status
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let mut running = running();
        if running.contains(&self.group) {
            running.retain(|group| *group != self.group);
            stop(self.group);
            // It may have ended by itself in the meantime, which is as good.
            let _ = self.child.wait();
        }
    }
}

/// From now on Ctrl-C, SIGTERM and SIGHUP stop every child before this process ends.
pub fn stop_on_interrupt() -> Result<(), ctrlc::Error> {
    ctrlc::set_handler(|| {
        let running = running();
        running.iter().for_each(|group| stop(*group));
        println!("\nStopped.");
        std::process::exit(130);
    })
}

fn stop(group: u32) {
    let mut command = if cfg!(windows) {
        let mut command = Command::new("taskkill");
        command.args(["/T", "/F", "/PID", &group.to_string()]);
        command
    } else {
        let mut command = Command::new("kill");
        command.args(["-TERM", "--", &format!("-{group}")]);
        command
    };
    // A group that has already ended is no error.
    let _ = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
}
