//! The script: wasm-bindgen's JavaScript, completed by the code that starts the console, and made smaller.

use std::path::Path;

use crate::{
    columns::{self, operations},
    failure::{Done, Failure},
    seal, step,
    tools::Tools,
    workspace,
};

/// Where sealing puts the module's name.
pub const MODULE: &str = "@MODULE@";

/// Where sealing puts the module's hash.
pub const INTEGRITY: &str = "@INTEGRITY@";

/// Nothing imports the script, and what is not exported can be left out if it is not used.
const EXPORT: &str = "export { initSync, __wbg_init as default };";

/// Completes the script that trunk has made, in its place.
pub fn complete(tools: &Tools, stage: &Path) -> Done {
    let file = seal::only(stage, "js")?;
    let script = with_start(&workspace::read(&file)?)?;
    workspace::write(&file, script)?;
    if !tools.can_shrink_by("terser") {
        println!("▸ No terser: the script stays as large as it is");
        return Ok(());
    }
    let mut command = tools.command("terser");
    command
        .arg(&file)
        .args(["--module", "--compress", "--mangle"]);
    workspace::write(&file, step::output("Minify the script", &mut command)?)
}

fn with_start(glue: &str) -> Done<String> {
    // An imported file would be loaded without any check of its hash.
    let imports = glue.lines().any(|line| line.starts_with("import "));
    let starts = glue.contains("async function __wbg_init(");
    match !imports && starts && glue.matches(EXPORT).count() == 1 {
        true => Ok(glue.replacen(EXPORT, "", 1) + &unpack() + include_str!("bootstrap.js")),
        false => Err(Failure::new(
            "wasm-bindgen's JavaScript does not have the form that the start-up code is made for.",
        )),
    }
}

/// The function that undoes [`columns::pack`].
pub fn unpack() -> String {
    let starts = operations::STARTS.map(|start| start.to_string()).join(",");
    include_str!("columns.js")
        .replace("@SHAPES@", &operations::SHAPES.concat())
        .replace("@CLASSES@", &operations::CLASSES.concat())
        .replace("@STARTS@", &starts)
        .replace("@COLUMNS@", columns::COLUMNS)
        .replace("@SECOND@", &operations::SECOND.escape_ascii().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_follows_glue_of_the_known_form_only() {
        let glue = format!("async function __wbg_init(module) {{}}\n{EXPORT}\n");
        let script = with_start(&glue).unwrap();
        assert!(script.starts_with("async function __wbg_init("));
        assert!(!script.contains("export"));
        for place in [MODULE, INTEGRITY] {
            assert_eq!(script.matches(place).count(), 1);
        }
        assert!(with_start(&format!("import x from \"y\";\n{glue}")).is_err());
        assert!(with_start("function init() {}").is_err());
    }
}
