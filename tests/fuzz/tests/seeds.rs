//! The first inputs pass without a panic, and are read by every reader: what the fuzzer makes of them does not stop at the
//! door.

use std::collections::BTreeSet;

use fuzz::{TARGETS, replies};

#[test]
fn every_first_input_passes() {
    for target in &TARGETS {
        let inputs = target.seeds().unwrap().inputs;
        assert!(inputs.len() >= 5, "{}", target.name);
        inputs.iter().for_each(|input| (target.run)(input));
    }
}

#[test]
fn every_reader_reads_one_of_them() {
    let read_by = |name: &str, read: fn(&[u8]) -> BTreeSet<&'static str>| -> Vec<&str> {
        let target = TARGETS.iter().find(|target| target.name == name).unwrap();
        let inputs = target.seeds().unwrap().inputs;
        let readers: BTreeSet<&str> = inputs.iter().flat_map(|input| read(input)).collect();
        readers.into_iter().collect()
    };
    assert_eq!(
        read_by("happycolis", replies::happycolis),
        ["created", "list", "proof", "removed"]
    );
    assert_eq!(
        read_by("ikas", replies::ikas),
        ["choices", "created", "list", "proof", "removed"]
    );
    assert_eq!(
        read_by("commerce_layer", replies::commerce_layer),
        [
            "created",
            "deliveries",
            "list",
            "one",
            "proof",
            "removed",
            "secret"
        ]
    );
    assert_eq!(
        read_by("sentera", replies::sentera),
        [
            "choices",
            "created",
            "deliveries",
            "learned",
            "list",
            "one",
            "proof",
            "removed"
        ]
    );
}
