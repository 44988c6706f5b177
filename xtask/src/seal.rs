//! From what was built to what is served: one stylesheet, one script, one module, each named by its content and loaded only
//! if its hash is the one that the page, or the script, knows. Nothing is inline, so the policy needs no exception.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    columns, compress,
    config::Config,
    configure, digest,
    failure::{Done, Failure},
    script, workspace,
};

/// Directory of the files that never change under their name.
const ASSETS: &str = "assets";

/// Makes `dist` from trunk's output and from the page's source.
pub fn seal(stage: &Path, dist: &Path) -> Done {
    let page = workspace::read(&workspace::root().join("index.html"))?;
    workspace::emptied(dist)?;
    let keep = |stem: &str, extension: &str, content: &[u8]| -> Done<Asset> {
        let asset = Asset::new(stem, extension, content);
        let file = dist.join(ASSETS).join(&asset.file);
        workspace::write(&file, content)?;
        compress::beside(&file).map_err(Failure::at(&file))?;
        Ok(asset)
    };
    let module = fs::read(only(stage, "wasm")?).map_err(Failure::at(stage))?;
    let module = keep("pegboard", "wasm", &columns::pack(&module)?)?;
    let script = with_module(workspace::read(&only(stage, "js")?)?, &module)?;
    let script = keep("pegboard", "js", script.as_bytes())?;
    let style = keep("pegboard", "css", stylesheet(stage, &page)?.as_bytes())?;
    let icon = fs::read(only(stage, "svg")?).map_err(Failure::at(stage))?;
    let icon = keep("icon", "svg", &icon)?;
    workspace::write(
        &dist.join("index.html"),
        with_links(&page, &style, &script, &module, &icon)?,
    )?;
    let config = workspace::read(&workspace::root().join("public/config.json"))?;
    configure::stamp(dist, &config, &Config::parse(&config)?)?;
    Ok(())
}

/// The only file with an extension that trunk has made.
pub fn only(stage: &Path, extension: &str) -> Done<PathBuf> {
    let mut found = workspace::files(stage)?;
    found.retain(|file| file.extension().is_some_and(|its| its == extension));
    match <[PathBuf; 1]>::try_from(found) {
        Ok([file]) => Ok(file),
        Err(found) => Err(Failure::new(format!(
            "trunk made {} .{extension} files where one was expected (a crate with JavaScript snippets?): {found:?}.",
            found.len()
        ))),
    }
}

struct Asset {
    file: String,
    integrity: String,
}

impl Asset {
    fn new(stem: &str, extension: &str, content: &[u8]) -> Self {
        Self {
            file: format!("{stem}-{}.{extension}", digest::name(content)),
            integrity: digest::integrity(content),
        }
    }

    fn url(&self) -> String {
        format!("./{ASSETS}/{}", self.file)
    }
}

/// The script, with the module's name and hash in their places.
fn with_module(mut script: String, module: &Asset) -> Done<String> {
    for (place, content) in [
        (script::MODULE, &module.file),
        (script::INTEGRITY, &module.integrity),
    ] {
        if script.matches(place).count() != 1 {
            return Err(Failure::new(format!(
                "The script must contain {place} exactly once."
            )));
        }
        script = script.replacen(place, content, 1);
    }
    Ok(script)
}

/// The page's stylesheets in their order, as trunk has minified them.
fn stylesheet(stage: &Path, page: &str) -> Done<String> {
    let files = workspace::files(stage)?;
    let mut text = String::new();
    for link in page.lines().filter(|line| line.contains("rel=\"css\"")) {
        let stem = link
            .split("href=\"style/")
            .nth(1)
            .and_then(|rest| rest.split(".css\"").next())
            .unwrap_or_default();
        let made = |file: &&PathBuf| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            name.strip_prefix(stem)
                .is_some_and(|rest| rest.starts_with('-') && rest.ends_with(".css"))
        };
        let file = files.iter().find(made);
        let file = file.ok_or_else(|| {
            Failure::new(format!("trunk made no stylesheet from style/{stem}.css."))
        })?;
        text.push_str(&workspace::read(file)?);
    }
    Ok(text)
}

/// The page with trunk's links replaced by ours, and with a place for the policy before everything that it governs.
fn with_links(
    page: &str,
    style: &Asset,
    script: &Asset,
    module: &Asset,
    icon: &Asset,
) -> Done<String> {
    let charset = "<meta charset=\"utf-8\" />";
    let mut text: String = page
        .lines()
        .filter(|line| !line.contains("data-trunk"))
        .map(|line| line.trim().to_owned() + "\n")
        .collect();
    // The preloaded module has no hash here: browsers do not check one on a preload. The script that takes it over does.
    let links = format!(
        "<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\" />\n\
         <link rel=\"stylesheet\" href=\"{}\" integrity=\"{}\" crossorigin=\"anonymous\" />\n\
         <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" href=\"{}\" crossorigin=\"anonymous\" />\n\
         <script type=\"module\" src=\"{}\" integrity=\"{}\" crossorigin=\"anonymous\"></script>\n</head>",
        icon.url(),
        style.url(),
        style.integrity,
        module.url(),
        script.url(),
        script.integrity,
    );
    for (place, replacement) in [
        ("</head>", links),
        (charset, format!("{charset}\n{}\" />", configure::POLICY)),
    ] {
        if text.matches(place).count() != 1 {
            return Err(Failure::new(format!(
                "index.html must contain {place} exactly once."
            )));
        }
        text = text.replacen(place, &replacement, 1);
    }
    Ok(text)
}
