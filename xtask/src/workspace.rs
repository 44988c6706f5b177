//! Where things are.

use std::{env, fs, fs::File, path::Path, path::PathBuf};

use crate::failure::{Done, Failure};

/// The top of the repository.
pub fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// What `build` makes and hosts serve.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's target directory, which also holds our intermediate results.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// Reads a text file of the repository or of `dist/`.
pub fn read(path: &Path) -> Done<String> {
    fs::read_to_string(path).map_err(Failure::at(path))
}

/// Writes a file and the directories above it.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Done {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(Failure::at(parent))?;
    }
    fs::write(path, content).map_err(Failure::at(path))
}

/// Removes a directory, if it is there, and makes it anew.
pub fn emptied(dir: &Path) -> Done {
    removed(dir)?;
    fs::create_dir_all(dir).map_err(Failure::at(dir))
}

/// Removes a directory, if it is there.
pub fn removed(dir: &Path) -> Done {
    if dir.exists() {
        fs::remove_dir_all(dir).map_err(Failure::at(dir))?;
    }
    Ok(())
}

/// Keeps others that ask for the same lock waiting until the value is dropped.
pub struct Lock(#[expect(dead_code, reason = "held, not read")] File);

/// Waits until no other process of ours works on the same thing.
pub fn lock(path: &Path) -> Done<Lock> {
    write(path, "")?;
    let file = File::open(path).map_err(Failure::at(path))?;
    if file.try_lock().is_err() {
        println!("▸ Wait for another `cargo xtask` to finish");
        file.lock().map_err(Failure::at(path))?;
    }
    Ok(Lock(file))
}

/// Every file below a directory, or the file itself, sorted, so that results do not depend on the file system.
pub fn files(path: &Path) -> Done<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut entries = Vec::new();
    for entry in fs::read_dir(path).map_err(Failure::at(path))? {
        entries.push(entry.map_err(Failure::at(path))?.path());
    }
    entries.sort();
    let mut found = Vec::new();
    for entry in entries {
        found.extend(files(&entry)?);
    }
    Ok(found)
}
