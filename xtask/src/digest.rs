//! Content hashes: in file names, in `integrity` attributes, and to see that nothing has changed.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};

/// The value of an `integrity` attribute.
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// Sixteen hexadecimal digits for a file name: enough that two contents never share a name.
pub fn name(content: &[u8]) -> String {
    sha256(content)[..16].to_owned()
}

/// The whole digest in hexadecimal digits, as `sha256sum` prints it.
pub fn sha256(content: &[u8]) -> String {
    Sha256::digest(content)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_is_what_a_browser_computes() {
        // `printf 'pegboard' | openssl dgst -sha384 -binary | base64`
        assert_eq!(
            integrity(b"pegboard"),
            "sha384-H2uMN1xYLFNgt9ZkQH6H+G8avClXh/BvjBEl+RCpRkvJ/Q2EDD1q7LkczFoCUtVR"
        );
    }

    #[test]
    fn a_name_is_sixteen_hexadecimal_digits_of_the_content() {
        assert_eq!(name(b""), "e3b0c44298fc1c14");
        assert_ne!(name(b"a"), name(b"b"));
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
