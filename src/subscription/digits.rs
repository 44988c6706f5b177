//! Reading a whole number.

/// The number of which these are the digits; nothing for anything else, for no digits, and for more than fit.
///
/// The standard library's own reader multiplies in 128 bits to see whether a number fits, which the module as it is built
/// cannot (`xtask/src/multivalue.rs`).
pub fn digits(text: &str) -> Option<u64> {
    let mut number: u64 = 0;
    for byte in text.bytes() {
        let digit = u64::from(byte.wrapping_sub(b'0'));
        if digit > 9 || number > u64::MAX / 10 {
            return None;
        }
        number = (number * 10).checked_add(digit)?;
    }
    (!text.is_empty()).then_some(number)
}
