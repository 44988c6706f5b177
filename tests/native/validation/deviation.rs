//! What browsers read beyond the standard, and the punycode that tells some of it. The parser here does neither, so the
//! addresses are made by hand.

use proptest::prelude::*;

use self::source::deviation::is_standard;
use self::source::punycode::decode;
use self::source::url::{Url, read};

/// The files themselves: none of what is in them is anybody else's.
#[path = "../../../src/validation"]
#[allow(dead_code, reason = "only a part is tested here")]
mod source {
    pub mod deviation;
    pub mod punycode;
    pub mod url;
}

/// An address as a browser reads it.
fn address(scheme: &str, host: &str) -> Url {
    Url {
        href: format!("{scheme}://{host}/"),
        scheme: scheme.to_owned(),
        user_info: false,
        host: host.to_owned(),
        port: String::new(),
        rest: "/".to_owned(),
    }
}

/// Whether the standard reads this text as an address with this host.
fn is_host_of(host: &str, text: &str) -> bool {
    is_standard(text, &address("https", host))
}

#[test]
fn what_the_standard_reads_is_standard() {
    for (text, host) in [
        ("https://a.example/", "a.example"),
        ("https://a.example/%20%ef%bc%85", "a.example"),
        ("https://%61.example/", "a.example"),
        ("https://[::1]/", "[::1]"),
        ("https://[::1]/%25", "[::1]"),
        ("https://münchen.example/", "xn--mnchen-3ya.example"),
        ("https://a.xn--r8jz45g/", "a.xn--r8jz45g"),
        ("https://a-xn--b.example/", "a-xn--b.example"),
    ] {
        assert!(is_host_of(host, text), "{text}");
    }
}

#[test]
fn what_a_browser_alone_reads_is_not() {
    for (text, host) in [
        ("https://a b.example/", "a%20b.example"),
        ("https://[::%31]/", "[::1]"),
        ("https://a％62.example/", "ab.example"),
        ("https://a﹪62.example/", "ab.example"),
        ("https://a%ef%bc%8562.example/", "ab.example"),
        ("https://a%EF%B9%AA62.example/", "ab.example"),
        // Not punycode at all, of a control character, of what would be written otherwise, and of plain letters.
        ("https://xn--99999999.example/", "xn--99999999.example"),
        ("https://xn--a.example/", "xn--a.example"),
        ("https://xn--jm6c.example/", "xn--jm6c.example"),
        ("https://xn--a-.example/", "xn--a-.example"),
        ("https://a.xn--b-/", "a.xn--b-"),
    ] {
        assert!(!is_host_of(host, text), "{text}");
    }
}

#[test]
fn a_host_of_another_scheme_is_any_text() {
    for host in ["a%20b", "xn--a", "[::1]"] {
        assert!(is_standard("x://a％[%31]/", &address("x", host)), "{host}");
    }
}

/// RFC 3492, section 7.1, as far as the letters have no upper case.
#[test]
fn the_samples_of_the_rfc_are_decoded() {
    for (encoded, text) in [
        ("egbpdaj6bu4bxfgehfvwxn", "ليهمابتكلموشعربي؟"),
        ("ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"),
        ("ihqwctvzc91f659drss3x8bo0yb", "他們爲什麽不說中文"),
        ("Proprostnemluvesky-uyb24dma41a", "Pročprostěnemluvíčesky"),
        ("4dbcagdahymbxekheh6e0a7fei0b", "למההםפשוטלאמדבריםעברית"),
        (
            "i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd",
            "यहलोगहिन्दीक्योंनहींबोलसकतेहैं",
        ),
        (
            "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa",
            "なぜみんな日本語を話してくれないのか",
        ),
        (
            "989aomsvi5e83db1d2a355cv1e0vak1dwrv93d5xbh15a0dt30a5jpsd879ccm6fea98c",
            "세계의모든사람들이한국어를이해한다면얼마나좋을까",
        ),
        (
            "b1abfaaepdrnnbgefbadotcwatmq2g4l",
            "почемужеонинеговорятпорусски",
        ),
        (
            "PorqunopuedensimplementehablarenEspaol-fmd56a",
            "PorquénopuedensimplementehablarenEspañol",
        ),
        (
            "TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g",
            "TạisaohọkhôngthểchỉnóitiếngViệt",
        ),
        ("3B-ww4c5e180e575a65lsy2b", "3年B組金八先生"),
        (
            "-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n",
            "安室奈美恵-with-SUPER-MONKEYS",
        ),
        (
            "Hello-Another-Way--fc4qua05auwb3674vfr0b",
            "Hello-Another-Way-それぞれの場所",
        ),
        ("2-u9tlzr9756bt3uc0v", "ひとつ屋根の下2"),
        ("MajiKoi5-783gue6qz075azm5e", "MajiでKoiする5秒前"),
        ("de-jg4avhby1noc0d", "パフィーdeルンバ"),
        ("d9juau41awczczp", "そのスピードで"),
        ("-> $1.00 <--", "-> $1.00 <-"),
        // None of the RFC's: a distance at the very limit of the bias.
        ("ab-qia34ei9h", "ƙabâя"),
    ] {
        assert_eq!(decode(encoded).as_deref(), Some(text));
    }
}

#[test]
fn what_ends_within_a_number_or_is_none_is_no_punycode() {
    for encoded in ["z", "a!", "aB", "99999999", "é", "a-é", "zzzzzzzzzzzz"] {
        assert_eq!(decode(encoded), None, "{encoded}");
    }
}

proptest! {
    #[test]
    fn what_the_parser_encodes_is_decoded_to_what_it_encodes_alike(label in "[a-zß-öø-ÿа-яぁ-ゖ一-龠가-힣]{1,12}") {
        let Some(url) = read(&format!("https://{label}.example/")) else { return Ok(()) };
        prop_assert!(is_host_of(&url.host, &url.href));
        let host = url.host.strip_suffix(".example").unwrap();
        if let Some(encoded) = host.strip_prefix("xn--") {
            let decoded = decode(encoded).unwrap();
            prop_assert_eq!(read(&format!("https://{decoded}.example/")).unwrap().host, url.host);
        }
    }
}
