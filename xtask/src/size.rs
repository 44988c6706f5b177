//! `cargo xtask size`: what the first visit downloads.

use std::{fs, path::Path};

use crate::{
    compress,
    failure::{Done, Failure},
    workspace,
};

/// The whole first load, compressed by brotli, in bytes.
const BUDGET: usize = 170_000;

/// Where the README says how large the console is.
const MARKERS: (&str, &str) = ("<!-- size -->", "<!-- /size -->");

/// Bytes of one file, or of all.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the table, and fails above the budget.
pub fn check() -> Done {
    let total = print()?;
    match total.brotli <= BUDGET {
        true => Ok(()),
        false => Err(Failure::new(format!(
            "The first load takes {} bytes of brotli, {} more than allowed.",
            total.brotli,
            total.brotli - BUDGET
        ))),
    }
}

/// As [`check`], and writes the figure into the README.
pub fn write_readme() -> Done {
    check()?;
    let readme = workspace::root().join("README.md");
    let text = workspace::read(&readme)?;
    let figure = format!("{:.1} kB", kilobytes(measure(&workspace::dist())?.1.brotli));
    let replaced = between(&text, &figure).ok_or_else(|| {
        Failure::new(format!(
            "README.md has no place for the figure: put {}{} into it.",
            MARKERS.0, MARKERS.1
        ))
    })?;
    workspace::write(&readme, replaced)
}

fn between(text: &str, figure: &str) -> Option<String> {
    let (before, rest) = text.split_once(MARKERS.0)?;
    let (_, after) = rest.split_once(MARKERS.1)?;
    Some(format!("{before}{}{figure}{}{after}", MARKERS.0, MARKERS.1))
}

fn print() -> Done<Size> {
    let (files, total) = measure(&workspace::dist())?;
    println!(
        "{:<40} {:>9} {:>9} {:>9}",
        "first load, bytes", "raw", "gzip", "brotli"
    );
    for (name, size) in files
        .iter()
        .map(|(name, size)| (name.as_str(), size))
        .chain([("all", &total)])
    {
        println!(
            "{name:<40} {:>9} {:>9} {:>9}",
            size.raw, size.gzip, size.brotli
        );
    }
    println!(
        "{:.1} kB of {:.0} kB",
        kilobytes(total.brotli),
        kilobytes(BUDGET)
    );
    Ok(total)
}

/// The sizes of the page, of its configuration and of every asset; all of them are loaded at the first visit. The
/// compressed copies beside them are other forms of the same files.
fn measure(dist: &Path) -> Done<(Vec<(String, Size)>, Size)> {
    let mut paths = vec![dist.join("index.html"), dist.join("config.json")];
    paths.extend(workspace::files(&dist.join("assets"))?);
    paths.retain(|path| !compress::is_copy(path));
    let mut files = Vec::new();
    let mut total = Size::default();
    for path in paths {
        let content = fs::read(&path).map_err(Failure::at(&path))?;
        let compressed = |by: compress::Compress| {
            by(&content)
                .map(|copy| copy.len())
                .map_err(Failure::at(&path))
        };
        let size = Size {
            raw: content.len(),
            gzip: compressed(compress::gzip)?,
            brotli: compressed(compress::brotli)?,
        };
        total.raw += size.raw;
        total.gzip += size.gzip;
        total.brotli += size.brotli;
        files.push((
            path.strip_prefix(dist)
                .unwrap_or(&path)
                .display()
                .to_string(),
            size,
        ));
    }
    Ok((files, total))
}

#[expect(clippy::cast_precision_loss, reason = "sizes are far below 2^52")]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_that_of_all_files() {
        let dist = workspace::target().join("test-size");
        workspace::emptied(&dist).unwrap();
        for (path, content) in [
            ("index.html", "page"),
            ("config.json", "{}"),
            ("assets/a.js", "script"),
            ("assets/a.js.br", "copy"),
            ("assets/a.js.gz", "copy"),
            ("_headers", "not loaded"),
        ] {
            workspace::write(&dist.join(path), content).unwrap();
        }
        let (files, total) = measure(&dist).unwrap();
        assert_eq!(files.len(), 3);
        assert_eq!(total.raw, 12);
        assert_eq!(
            total.brotli,
            files.iter().map(|(_, size)| size.brotli).sum::<usize>()
        );
        workspace::removed(&dist).unwrap();
    }

    #[test]
    fn the_figure_stands_between_its_markers() {
        assert_eq!(
            between("a <!-- size -->1 kB<!-- /size --> b", "2 kB").as_deref(),
            Some("a <!-- size -->2 kB<!-- /size --> b")
        );
        assert_eq!(between("no place", "2 kB"), None);
    }
}
