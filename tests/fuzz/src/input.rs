//! How a reply is written as bytes, so that whatever a fuzzer makes of them is a reply again.

use pegboard::platform::Reply;

/// A reply, and the page of a list that it is taken for.
#[derive(Debug, PartialEq, Eq)]
pub struct Input {
    pub page: u32,
    pub reply: Reply,
}

impl Input {
    /// Two bytes of status, one of page, a line of `Retry-After`, and the body. A body that is no UTF-8 is read as a
    /// browser reads it.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let [high, low, page, rest @ ..] = bytes else {
            return None;
        };
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        let (header, body) = (&rest[..end], &rest[end + 1..]);
        Some(Self {
            page: u32::from(*page) + 1,
            reply: Reply {
                status: u16::from_be_bytes([*high, *low]),
                retry_after: String::from_utf8_lossy(header).trim().parse().ok(),
                body: String::from_utf8_lossy(body).into_owned(),
            },
        })
    }

    /// The bytes of an answer to a first page.
    pub fn write(status: u16, retry_after: &str, body: &str) -> Vec<u8> {
        let [high, low] = status.to_be_bytes();
        let texts = [retry_after, "\n", body].concat();
        [&[high, low, 0], texts.as_bytes()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let bytes = Input::write(429, "30", "{\n}");
        let reply = Reply {
            status: 429,
            retry_after: Some(30),
            body: "{\n}".to_owned(),
        };
        assert_eq!(Input::read(&bytes), Some(Input { page: 1, reply }));
    }

    #[test]
    fn what_is_too_short_is_no_reply_and_what_is_no_text_is() {
        assert_eq!(Input::read(b"\0\xc8\0"), None);
        let read = Input::read(b"\0\xc8\x04\xff\n\xff").map(|input| (input.page, input.reply.body));
        assert_eq!(read, Some((5, "\u{fffd}".to_owned())));
    }
}
