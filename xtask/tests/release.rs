//! The archive of a release: the same bytes from the same files, and a digest of each that is right.
#![allow(clippy::unwrap_used, reason = "these are tests")]

use std::{
    collections::BTreeMap,
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use xtask::{
    digest,
    release::{CHECKSUMS, contents, pack},
};

const FILES: [(&str, &str); 8] = [
    ("LICENSE-APACHE", "one"),
    ("LICENSE-MIT", "other"),
    ("README.md", "# Pegboard"),
    ("dist/_headers", "/*"),
    ("dist/assets/pegboard-1.wasm", "\0asm"),
    ("dist/config.json", "{}"),
    ("dist/hosting/nginx.conf", "server { }"),
    ("dist/index.html", "<!doctype html>"),
];

fn checkout<'a>(name: &str, files: impl Iterator<Item = &'a (&'a str, &'a str)>) -> PathBuf {
    let top = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    for (path, content) in files {
        let file = top.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, content).unwrap();
    }
    top
}

fn packed(top: &Path) -> Vec<u8> {
    let contents = contents(top, &top.join("dist")).unwrap();
    pack("pegboard-1.2.3", &contents, 1_700_000_000).unwrap()
}

#[test]
fn the_same_files_make_the_same_bytes_wherever_and_whenever_they_were_written() {
    let one = checkout("release-one", FILES.iter());
    let other = checkout("release-other", FILES.iter().rev());
    let file = fs::File::options()
        .write(true)
        .open(other.join("README.md"));
    file.unwrap()
        .set_modified(std::time::SystemTime::UNIX_EPOCH)
        .unwrap();
    let mut locked = fs::metadata(other.join("LICENSE-MIT"))
        .unwrap()
        .permissions();
    locked.set_readonly(true);
    fs::set_permissions(other.join("LICENSE-MIT"), locked).unwrap();
    assert!(packed(&one) == packed(&one), "packed twice");
    assert!(packed(&one) == packed(&other), "packed from another place");
    #[expect(
        clippy::permissions_set_readonly_false,
        reason = "the next run writes it anew"
    )]
    {
        let mut open = fs::metadata(other.join("LICENSE-MIT"))
            .unwrap()
            .permissions();
        open.set_readonly(false);
        fs::set_permissions(other.join("LICENSE-MIT"), open).unwrap();
    }
}

#[test]
fn every_file_is_there_with_its_digest_and_with_nothing_of_who_packed_it() {
    let top = checkout("release-digests", FILES.iter());
    let packed = packed(&top);
    let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(&packed[..]));
    let mut found = BTreeMap::new();
    let mut order = Vec::new();
    for entry in archive.entries().unwrap() {
        let mut entry = entry.unwrap();
        let header = entry.header();
        let owner = (
            header.uid().unwrap(),
            header.gid().unwrap(),
            header.mode().unwrap(),
        );
        assert_eq!(
            (owner, header.mtime().unwrap()),
            ((0, 0, 0o644), 1_700_000_000)
        );
        assert_eq!(header.username().unwrap().unwrap_or_default(), "");
        let path = entry.path().unwrap().display().to_string();
        let path = path.strip_prefix("pegboard-1.2.3/").unwrap().to_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        order.push(path.clone());
        found.insert(path, content);
    }
    assert!(order.is_sorted());
    let sums = String::from_utf8(found.remove(CHECKSUMS).unwrap()).unwrap();
    let sums: BTreeMap<&str, &str> = sums
        .lines()
        .map(|line| line.split_once("  ").unwrap())
        .map(|(sum, path)| (path, sum))
        .collect();
    assert_eq!(sums.len(), FILES.len());
    for (path, content) in FILES {
        assert_eq!(found.remove(path).unwrap(), content.as_bytes(), "{path}");
        assert_eq!(sums[path], digest::sha256(content.as_bytes()), "{path}");
    }
    assert!(found.is_empty(), "{found:?}");
}
