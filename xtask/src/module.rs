//! The module, made smaller.

use std::{fs, path::Path, process::Command};

use crate::{
    failure::{Done, Failure},
    multivalue,
    names::Names,
    order, seal, step,
    tools::Tools,
    workspace,
};

/// Makes the module smaller, and gives short names to everything that it shares with the script. No feature is named:
/// wasm-opt reads from the module those that it may use.
pub fn optimise(tools: &Tools, stage: &Path) -> Done {
    if !tools.can_shrink_by("wasm-opt") {
        println!("▸ No wasm-opt: the module stays as large as it is");
        return Ok(());
    }
    let module = seal::only(stage, "wasm")?;
    let glue = seal::only(stage, "js")?;
    multivalue::check(&fs::read(&module).map_err(Failure::at(&module))?)?;
    let smaller = stage.join("smaller");
    let mut first = wasm_opt(tools, &["--flatten", "--rereloop", "-Oz"]);
    first.arg(&module).arg("--output").arg(&smaller);
    step::run("Optimise the module", &mut first)?;
    let placed = order::name_by_place(fs::read(&smaller).map_err(Failure::at(&smaller))?)?;
    workspace::write(&module, placed)?;
    let mut second = wasm_opt(tools, &[]);
    second.args([
        "--reorder-functions-by-name",
        "--minify-imports-and-exports-and-modules",
        "--strip-producers",
    ]);
    second.arg(&module).arg("--output").arg(&smaller);
    let names = Names::parse(&step::output("Bring its functions in order", &mut second)?)?;
    workspace::write(&glue, names.shorten(&workspace::read(&glue)?)?)?;
    fs::rename(&smaller, &module).map_err(Failure::at(&module))
}

/// As small as it gets, after other passes.
fn wasm_opt(tools: &Tools, before: &[&str]) -> Command {
    let mut command = tools.command("wasm-opt");
    command.args(before).args([
        "-Oz",
        // Of the passes of -Oz, the one whose work compresses worse than what it begins with.
        "--skip-pass=simplify-locals",
        // Where Rust stops, it says so: it relies on no trap of a load or a division.
        "--ignore-implicit-traps",
        // More would write a large function out at its only call, where less of it is alike.
        "--one-caller-inline-max-function-size=50",
        // Rust puts the stack first: only a stack about to overflow would reach the first kilobyte.
        "--low-memory-unused",
    ]);
    command
}
