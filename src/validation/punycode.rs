//! Punycode, decoding only (RFC 3492, section 6.2): browsers have a parser for names, but do not tell what a label stands for.

const BASE: u32 = 36;

/// The text of a label after its `xn--`, in lower case.
pub fn decode(label: &str) -> Option<String> {
    let (plain, encoded) = label.rsplit_once('-').unwrap_or(("", label));
    let mut text: Vec<char> = plain.chars().collect();
    let mut digits = encoded.bytes().peekable();
    let (mut code, mut index, mut bias) = (128_u32, 0_u32, 72);
    while digits.peek().is_some() {
        let start = index;
        let (mut weight, mut position) = (1_u32, BASE);
        loop {
            let digit = value(digits.next()?)?;
            index = index.checked_add(digit.checked_mul(weight)?)?;
            let threshold = position.saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
            position += BASE;
        }
        let length = u32::try_from(text.len()).ok()? + 1;
        bias = adapt(index - start, length, start == 0);
        code = code.checked_add(index / length)?;
        index %= length;
        text.insert(usize::try_from(index).ok()?, char::from_u32(code)?);
        index += 1;
    }
    Some(text.into_iter().collect())
}

fn value(digit: u8) -> Option<u32> {
    match digit {
        b'a'..=b'z' => Some(u32::from(digit - b'a')),
        b'0'..=b'9' => Some(u32::from(digit - b'0') + 26),
        _ => None,
    }
}

fn adapt(delta: u32, length: u32, first: bool) -> u32 {
    let mut delta = delta / if first { 700 } else { 2 };
    delta += delta / length;
    let mut bias = 0;
    while delta > 455 {
        delta /= BASE - 1;
        bias += BASE;
    }
    bias + BASE * delta / (delta + 38)
}
