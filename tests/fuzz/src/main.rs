//! Writes the first inputs and the words of every target into a directory, and prints the targets' names.
#![forbid(unsafe_code)]
// Printing is what this program is for.
#![allow(clippy::print_stdout)]

use std::{env, fs, io, path::PathBuf};

use fuzz::TARGETS;

fn main() -> io::Result<()> {
    let top = env::args_os().nth(1).map(PathBuf::from);
    let top = top.ok_or_else(|| io::Error::other("name a directory"))?;
    for target in &TARGETS {
        let seeds = target.seeds()?;
        let directory = top.join(target.name).join("seeds");
        fs::create_dir_all(&directory)?;
        for (number, input) in seeds.inputs.iter().enumerate() {
            fs::write(directory.join(number.to_string()), input)?;
        }
        fs::write(top.join(target.name).join("words"), seeds.dictionary())?;
        println!("{}", target.name);
    }
    Ok(())
}
