//! Functions that return two numbers return them as two numbers.
//!
//! Rust's target for WebAssembly lets them write the second through a pointer, as modules had to before browsers knew several
//! results (all of README's do): 2 kB of the first load. LLVM offers the other way as an ABI of its own, which a target can
//! only name in its specification. So the compiler is run through this program, which gives it that specification.

use std::{
    env,
    ffi::OsString,
    path::PathBuf,
    process::{Command, ExitCode},
};

use serde_json::Value;

use crate::{
    failure::{Done, Failure},
    step, workspace,
};

/// The name of the target, as cargo and trunk know it.
const TARGET: &str = "wasm32-unknown-unknown";

/// Leads to the specification while this program stands before the compiler.
const SPECIFICATION: &str = "PEGBOARD_TARGET";

/// Lets a command that builds for [`TARGET`] build by our specification.
pub fn apply(command: &mut Command) -> Done {
    let this = env::current_exe().map_err(|error| Failure::new(error.to_string()))?;
    command.env("RUSTC_WRAPPER", this);
    command.env(SPECIFICATION, specification()?);
    Ok(())
}

/// The toolchain's own specification, and the name of the ABI.
fn specification() -> Done<PathBuf> {
    let mut rustc = Command::new("rustc");
    rustc
        .env("RUSTC_BOOTSTRAP", "1")
        .current_dir(workspace::root());
    rustc.args([
        "-Zunstable-options",
        "--print",
        "target-spec-json",
        "--target",
        TARGET,
    ]);
    let printed = step::output("Read the target's specification", &mut rustc)?;
    let path = workspace::target()
        .join("multivalue")
        .join(format!("{TARGET}.json"));
    workspace::write(&path, with_abi(&printed)?)?;
    Ok(path)
}

fn with_abi(printed: &str) -> Done<String> {
    let mut specification: Value = serde_json::from_str(printed).map_err(|error| {
        Failure::new(format!("The target's specification is not JSON: {error}."))
    })?;
    let members = specification
        .as_object_mut()
        .ok_or_else(|| Failure::new("The target's specification is no object."))?;
    members.remove("is-builtin");
    members.insert("llvm-abiname".to_owned(), "experimental-mv".into());
    Ok(specification.to_string())
}

/// What the linker calls a function whose callers and definition do not agree; calling it stops the module.
const MISMATCH: &[u8] = b"signature_mismatch:";

/// The compiler's own helpers for numbers of 128 bits keep to the other way, so nothing in the console may need one: a shift
/// or a product of a `u128`, or the standard library's reader of a `u64`.
///
/// # Errors
/// When the linked module, which still has its names, needs one.
pub fn check(module: &[u8]) -> Done {
    let Some(at) = module
        .windows(MISMATCH.len())
        .position(|part| part == MISMATCH)
    else {
        return Ok(());
    };
    let name = module[at + MISMATCH.len()..]
        .iter()
        .take_while(|byte| byte.is_ascii_graphic());
    let name: String = name.map(|byte| char::from(*byte)).collect();
    Err(Failure::new(format!(
        "The module calls {name}, which returns a number of 128 bits and cannot be called in this build."
    )))
}

/// Where this program was called in the place of the compiler: the compiler's exit code.
pub fn instead_of_compiler() -> Option<ExitCode> {
    let specification = env::var_os(SPECIFICATION)?;
    let mut arguments = env::args_os().skip(1);
    let mut compiler = Command::new(arguments.next()?);
    compiler.args(arguments.map(|argument| replaced(argument, &specification)));
    let code = compiler.status().ok().and_then(|status| status.code());
    Some(
        code.and_then(|code| u8::try_from(code).ok())
            .unwrap_or(1)
            .into(),
    )
}

fn replaced(argument: OsString, specification: &OsString) -> OsString {
    if argument == TARGET {
        specification.clone()
    } else {
        argument
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_specification_gets_the_abi_and_keeps_the_rest() {
        let with = with_abi(r#"{"arch": "wasm32", "is-builtin": true}"#).unwrap();
        let with: Value = serde_json::from_str(&with).unwrap();
        assert_eq!(
            with,
            serde_json::json!({ "arch": "wasm32", "llvm-abiname": "experimental-mv" })
        );
        assert!(with_abi("error").is_err());
        assert!(with_abi("[]").is_err());
    }

    #[test]
    fn a_helper_that_cannot_be_called_is_named() {
        assert!(check(b"\0asm signature mismatch").is_ok());
        let failure = check(b"\0asm\x1asignature_mismatch:__multi3\x05other").unwrap_err();
        assert!(failure.to_string().contains("__multi3,"), "{failure}");
    }

    #[test]
    fn only_the_target_is_replaced() {
        let specification = OsString::from("a.json");
        assert_eq!(replaced(TARGET.into(), &specification), specification);
        assert_eq!(
            replaced("--target".into(), &specification),
            OsString::from("--target")
        );
    }
}
