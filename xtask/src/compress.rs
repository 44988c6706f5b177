//! Compressed copies beside the files of `dist/`, for hosts that send such copies instead of compressing at each visit.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use flate2::{Compression, write::GzEncoder};

/// What compresses. `config.json` is left out: whoever hosts the console may edit it in its place, and a copy of what it
/// was would be sent in its stead.
const COMPRESSIBLE: &[&str] = &["css", "html", "js", "svg", "wasm"];

/// A way to compress.
pub type Compress = fn(&[u8]) -> io::Result<Vec<u8>>;

/// What is added to the name of a file for each of its copies.
const COPIES: [(&str, Compress); 2] = [("br", brotli), ("gz", gzip)];

/// Whether this is a copy that [`beside`] writes.
pub fn is_copy(file: &Path) -> bool {
    let extension = file.extension();
    COPIES
        .iter()
        .any(|(copy, _)| extension.is_some_and(|extension| extension == *copy))
}

/// Writes the compressed copies of a file beside it, or renews them.
pub fn beside(file: &Path) -> io::Result<()> {
    let extension = file.extension().unwrap_or_default().to_string_lossy();
    if !COMPRESSIBLE.contains(&extension.as_ref()) {
        return Ok(());
    }
    let content = fs::read(file)?;
    for (copy, compress) in COPIES {
        let copy = file.with_extension(format!("{extension}.{copy}"));
        fs::write(copy, compress(&content)?)?;
    }
    Ok(())
}

/// As small as gzip gets. The result depends on the content alone: the time in its head is zero.
pub fn gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

/// At quality 11 with a window of 4 MB, as hosts and content delivery networks store it.
pub fn brotli(content: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::workspace;

    #[test]
    fn repetition_costs_little() {
        assert!(brotli(&[7; 100_000]).is_ok_and(|copy| copy.len() < 100));
        assert!(gzip(&[7; 100_000]).is_ok_and(|copy| copy.len() < 1000));
    }

    #[test]
    fn copies_hold_the_same_content_and_only_what_compresses_has_some() {
        let directory = workspace::target().join("test-compress");
        workspace::emptied(&directory).unwrap();
        let page = directory.join("index.html");
        for name in ["index.html", "config.json", "_headers"] {
            workspace::write(&directory.join(name), "old").unwrap();
            beside(&directory.join(name)).unwrap();
        }
        workspace::write(&page, "<p>new</p>").unwrap();
        beside(&page).unwrap();
        let files = workspace::files(&directory).unwrap();
        assert_eq!(files.iter().filter(|file| is_copy(file)).count(), 2);
        let read = |name: &str| fs::read(directory.join(name)).unwrap();
        let mut text = String::new();
        let copy = read("index.html.gz");
        flate2::read::GzDecoder::new(&copy[..])
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, "<p>new</p>");
        let mut text = Vec::new();
        brotli::BrotliDecompress(&mut &read("index.html.br")[..], &mut text).unwrap();
        assert_eq!(text, b"<p>new</p>");
        workspace::removed(&directory).unwrap();
    }
}
