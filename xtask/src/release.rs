//! `cargo xtask release`: one archive of what hosts need, the same to the last byte whenever it is made from the same commit.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use tar::{Builder, EntryType, Header};

use crate::{
    build, compress, digest,
    failure::{Done, Failure},
    step,
    tools::Tools,
    workspace,
};

/// What goes along with the console.
const DOCUMENTS: &[&str] = &["LICENSE-APACHE", "LICENSE-MIT", "README.md"];

/// Names every other file with its digest, as `sha256sum --check` reads them.
pub const CHECKSUMS: &str = "SHA256SUMS";

/// Files by their path in the archive, sorted.
pub type Contents = Vec<(String, Vec<u8>)>;

/// Builds the console and packs it; says where the archive is.
pub fn release() -> Done {
    let changed = git(&["status", "--porcelain", "--untracked-files=no"])?;
    if !changed.is_empty() {
        return Err(Failure::new(
            "A release is made from a commit, and these files differ from it: commit them first.\n"
                .to_owned()
                + &changed,
        ));
    }
    let time = git(&["log", "-1", "--format=%ct"])?;
    let time: u64 = time
        .parse()
        .map_err(|_| Failure::new(format!("git says that the commit is of \"{time}\".")))?;
    build::build_if_changed(&Tools::for_building()?)?;
    let name = format!("pegboard-{}", env!("CARGO_PKG_VERSION"));
    let archive = workspace::target()
        .join("release-archive")
        .join(format!("{name}.tar.gz"));
    step::work("Pack the release", || {
        let contents = contents(workspace::root(), &workspace::dist())?;
        let packed = pack(&name, &contents, time).map_err(Failure::at(&archive))?;
        workspace::write(&archive, packed)
    })?;
    let packed = fs::read(&archive).map_err(Failure::at(&archive))?;
    println!("{}  {}", digest::sha256(&packed), archive.display());
    Ok(())
}

/// The console, the documents from the top of the repository, and the digests of them all.
pub fn contents(top: &Path, dist: &Path) -> Done<Contents> {
    let mut files: Vec<(String, PathBuf)> = DOCUMENTS
        .iter()
        .map(|name| ((*name).to_owned(), top.join(name)))
        .collect();
    for file in workspace::files(dist)? {
        let inside = file.strip_prefix(dist).unwrap_or(&file);
        let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        files.push((format!("dist/{}", parts.join("/")), file));
    }
    let mut contents = Contents::new();
    for (path, file) in files {
        contents.push((path, fs::read(&file).map_err(Failure::at(&file))?));
    }
    contents.sort();
    let sums: String = contents
        .iter()
        .map(|(path, content)| format!("{}  {path}\n", digest::sha256(content)))
        .collect();
    contents.push((CHECKSUMS.to_owned(), sums.into_bytes()));
    contents.sort();
    Ok(contents)
}

/// The archive. It depends on nothing but its arguments: neither on who packs nor on what the file system says of the files.
pub fn pack(name: &str, contents: &Contents, time: u64) -> io::Result<Vec<u8>> {
    let mut archive = Builder::new(Vec::new());
    for (path, content) in contents {
        let mut header = Header::new_gnu();
        header.set_entry_type(EntryType::Regular);
        header.set_mode(0o644);
        header.set_uid(0);
        header.set_gid(0);
        header.set_mtime(time);
        header.set_size(content.len() as u64);
        archive.append_data(&mut header, format!("{name}/{path}"), &content[..])?;
    }
    compress::gzip(&archive.into_inner()?)
}

fn git(arguments: &[&str]) -> Done<String> {
    let output = Command::new("git")
        .args(arguments)
        .current_dir(workspace::root())
        .output();
    match output {
        Ok(output) if output.status.success() => {
            Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
        }
        Ok(output) => Err(Failure::new(format!(
            "A release is made from a commit. git says: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        ))),
        Err(error) => Err(Failure::new(format!("git cannot be started: {error}."))),
    }
}
