#![forbid(unsafe_code)]
// Printing is what this program is for.
#![allow(clippy::print_stdout)]

use std::{env, path::Path, process::ExitCode};

use xtask::{
    build, children, configure, corpus, dev,
    failure::{Done, Failure},
    fuzz, lint, multivalue, mutants, release, screenshots, size, start, suite,
    tools::Tools,
    workspace,
};

const USAGE: &str = "\
cargo xtask <command>

  start                         build everything and serve it with the sandbox on http://127.0.0.1:8080
  dev                           the same with live reload
  test                          run every test and every check
  build                         build the console into dist/
  configure <dist> <config>     put a config.json into a built console
  size [--readme]               what the first load weighs; --readme writes it down
  lint                          form, lints, unused dependencies, licences, source rules
  release                       pack the console with its files for hosts into target/release-archive/
  corpus <file>                 run the web platform tests' URLs through both parsers of addresses
  fuzz [seconds]                run a fuzzer on every reader, 600 seconds each unless told otherwise
  mutants                       change validation and health in every way, and see whether a test notices
  screenshots [arguments]       take the pictures of the README";

fn main() -> ExitCode {
    if let Some(code) = multivalue::instead_of_compiler() {
        return code;
    }
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = children::stop_on_interrupt()
        .map_err(|error| Failure::new(format!("Interrupts cannot be caught: {error}.")))
        .and_then(|()| run(&arguments));
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.print();
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Done {
    match arguments {
        ["start"] => start::start(),
        ["dev"] => dev::dev(),
        ["test"] => suite::test(),
        ["build"] => build::build(&Tools::for_building()?),
        ["configure", dist, config] => {
            let config = workspace::read(Path::new(config))?;
            Ok(configure::configure(Path::new(dist), &config)?)
        }
        ["size"] => Tools::for_building()
            .and_then(|tools| build::build_if_changed(&tools))
            .and_then(|()| size::check()),
        ["size", "--readme"] => Tools::for_building()
            .and_then(|tools| build::build_if_changed(&tools))
            .and_then(|()| size::write_readme()),
        ["lint"] => lint::lint(),
        ["release"] => release::release(),
        ["corpus", file] => corpus::corpus(Path::new(file)),
        ["fuzz"] => fuzz::fuzz(fuzz::SECONDS),
        ["fuzz", seconds] => fuzz::fuzz(fuzz::seconds(seconds)?),
        ["mutants"] => mutants::mutants(),
        ["screenshots", rest @ ..] => screenshots::screenshots(rest),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(Failure::new(USAGE)),
    }
}
