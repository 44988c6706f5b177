//! The named blocks of a platform's contract as files, by the index that names them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A contract, by the folder of its fixtures.
pub struct Contract(pub &'static str);

pub struct Block {
    pub section: String,
    pub name: String,
    pub file: String,
}

pub fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

impl Contract {
    fn folder(&self) -> String {
        format!("tests/fixtures/{}", self.0)
    }

    /// Every block, as the index lists it.
    pub fn index(&self) -> Vec<Block> {
        let index = fs::read_to_string(path(&self.folder()).join("index.txt")).unwrap();
        let lines = index.lines().filter(|line| !line.starts_with('#'));
        lines
            .map(|line| {
                let mut words = line.split_whitespace().map(str::to_owned);
                Block {
                    section: words.next().unwrap(),
                    name: words.next().unwrap(),
                    file: words.next().unwrap(),
                }
            })
            .collect()
    }

    /// The text of the block with this name, such as `name=commerce-layer.topics`.
    pub fn text(&self, name: &str) -> String {
        let block = self.index().into_iter().find(|block| block.name == name);
        let block = block.unwrap_or_else(|| panic!("the index has no {name}"));
        fs::read_to_string(path(&block.file)).unwrap()
    }

    /// Every block of the index is checked, every file of the folder `name` stands in it under its own name, and every
    /// section is one.
    pub fn is_complete(&self, checked: &[&str]) {
        let blocks = self.index();
        let names: BTreeSet<&str> = blocks.iter().map(|block| block.name.as_str()).collect();
        assert_eq!(names, checked.iter().copied().collect());
        assert_eq!(names.len(), blocks.len(), "a block stands there twice");

        let folder = format!("{}/name", self.folder());
        let files = fs::read_dir(path(&folder)).unwrap();
        let files: BTreeSet<String> = files
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .map(|file| format!("{folder}/{file}"))
            .collect();
        let named = blocks.iter().map(|block| block.file.clone());
        assert_eq!(files, named.collect());

        let start = format!("name={}.", self.0);
        for block in &blocks {
            let stem = format!("{folder}/{}.", block.name.strip_prefix(&start).unwrap());
            assert!(block.file.starts_with(&stem), "{} is no {stem}", block.file);
            let mut section = block.section.split('.');
            assert!(section.all(|part| part.parse::<u8>().is_ok()));
        }
    }
}
