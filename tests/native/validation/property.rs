//! What holds for every draft, not only for those of the tables.

use std::net::{Ipv4Addr, Ipv6Addr};

use pegboard::subscription::{Draft, HeaderRow, HeadersDraft, Secret};
use pegboard::text::problem::{fix, sentence};
use pegboard::validation::headers::{json_to_rows, rows_to_json};
use pegboard::validation::{Field, Place, Problem, endpoint, validate};
use proptest::prelude::*;

use super::RULES;

fn row() -> impl Strategy<Value = HeaderRow> {
    let name = prop_oneof!["[a-zA-Z-]{0,3}", any::<String>()];
    (name, any::<String>()).prop_map(|(name, value)| HeaderRow {
        name,
        value: Secret::new(value),
    })
}

fn rows() -> impl Strategy<Value = Vec<HeaderRow>> {
    prop::collection::vec(row(), 0..24)
}

/// Mostly nearly right addresses, which reach further than noise does.
fn address() -> impl Strategy<Value = String> {
    let scheme = prop_oneof![4 => Just("https://"), 1 => prop::sample::select(vec!["http://", "https:", "ftp://", "", " https:\\\\"])];
    let user = prop_oneof![8 => Just(""), 1 => Just("@"), 1 => Just("user:secret@")];
    let host = prop_oneof![
        "[0-9]{1,10}",
        "(0x)?[0-9a-f]{1,3}(\\.(0x)?[0-7]{1,3}){0,3}\\.?",
        any::<u32>().prop_map(|bits| Ipv4Addr::from_bits(bits).to_string()),
        any::<u128>().prop_map(|bits| format!("[{}]", Ipv6Addr::from_bits(bits))),
        any::<u32>().prop_map(|bits| format!("[::ffff:{}]", Ipv4Addr::from_bits(bits))),
        any::<u64>().prop_map(|bits| format!(
            "[2002:{:x}:{:x}::]",
            bits as u16,
            (bits >> 16) as u16
        )),
        "[a-z]{1,4}(\\.(example|local|localhost|test|com))?\\.?",
        "\\PC{1,8}",
    ];
    let port = prop_oneof![4 => Just(String::new()), 1 => ":[0-9]{0,5}"];
    let rest = prop_oneof!["", "/[a-z./%2]{0,8}", "/\\PC{0,6}", "[?#\\\\ /]{0,3}"];
    let whole = (scheme, user, host, port, rest)
        .prop_map(|(scheme, user, host, port, rest)| format!("{scheme}{user}{host}{port}{rest}"));
    prop_oneof![8 => whole, 1 => any::<String>()]
}

fn headers() -> impl Strategy<Value = HeadersDraft> {
    let json = prop_oneof![
        rows().prop_map(|rows| rows_to_json(&rows)),
        "[\\[\\]{}:,\"a1é \n\\\\u-]{0,24}",
        any::<String>(),
        (rows(), any::<prop::sample::Index>()).prop_map(|(rows, at)| {
            let mut text: Vec<char> = rows_to_json(&rows).chars().collect();
            text.remove(at.index(text.len()));
            text.into_iter().collect()
        }),
    ];
    prop_oneof![
        rows().prop_map(HeadersDraft::Rows),
        json.prop_map(|text| HeadersDraft::Json(Secret::new(text)))
    ]
}

fn draft() -> impl Strategy<Value = Draft> {
    let event = prop_oneof!["[a-z/_.]{0,12}", any::<String>()];
    (prop::collection::vec(event, 0..4), address(), headers()).prop_map(
        |(events, endpoint, headers)| Draft {
            events,
            endpoint,
            headers,
            ..Draft::default()
        },
    )
}

/// Puts the fix where the problem stands, as the form does.
fn apply(draft: &Draft, problem: &Problem, replacement: String) -> Draft {
    let mut mended = draft.clone();
    match (&problem.field, &mut mended.headers) {
        (Field::Event(index), _) => mended.events[*index] = replacement,
        (Field::Endpoint, _) => mended.endpoint = replacement,
        (Field::HeaderName(index), HeadersDraft::Rows(rows)) => rows[*index].name = replacement,
        other => panic!("no fix belongs to {other:?}"),
    }
    mended
}

/// Judged by the standard library alone, on what would be sent.
fn is_public(href: &str) -> bool {
    let authority = href["https://".len()..]
        .split(['/', '?'])
        .next()
        .unwrap_or_default();
    let host = match authority.strip_prefix('[') {
        Some(inner) => inner.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    let public_v4 = |ip: Ipv4Addr| {
        !(ip.is_private()
            || ip.is_loopback()
            || ip.is_link_local()
            || ip.is_unspecified()
            || ip.is_broadcast()
            || ip.is_multicast()
            || ip.is_documentation()
            || ip.octets()[0] == 0
            || ip.octets()[0] >= 240)
    };
    if let Ok(ip) = host.parse::<Ipv4Addr>() {
        return public_v4(ip);
    }
    if let Ok(ip) = host.parse::<Ipv6Addr>() {
        return !(ip.is_loopback()
            || ip.is_unspecified()
            || ip.is_multicast()
            || ip.is_unique_local()
            || ip.is_unicast_link_local()
            || ip.to_ipv4().is_some()
            || ip.segments()[0] == 0x2002);
    }
    host.contains('.')
        && !host.ends_with('.')
        && !host.ends_with(".local")
        && !host.ends_with(".localhost")
        && !host.ends_with(".test")
        && !host.ends_with(".internal")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_to_json_to_rows_loses_nothing(rows in rows()) {
        prop_assert_eq!(json_to_rows(&rows_to_json(&rows)).unwrap(), rows);
    }

    #[test]
    fn nothing_accepted_is_plain_http_or_private(typed in address()) {
        if let Ok(endpoint) = endpoint(&typed) {
            let href = endpoint.href();
            prop_assert!(href.starts_with("https://") && href.is_ascii() && href.len() <= 2_048);
            prop_assert!(!href.contains(['#', '\\', ' ']));
            prop_assert!(is_public(href), "{} from {}", href, typed);
        }
    }

    #[test]
    fn what_is_sent_is_accepted_again_and_stays_the_same(typed in address()) {
        if let Ok(first) = endpoint(&typed) {
            let second = endpoint(first.href()).unwrap();
            prop_assert_eq!(second.href(), first.href());
            prop_assert!(!second.changed());
        }
    }

    #[test]
    fn every_problem_has_a_code_and_a_sentence_and_every_fix_removes_it(draft in draft()) {
        let Err(problems) = validate(&draft, &RULES) else { return Ok(()) };
        prop_assert!(!problems.is_empty());
        for problem in &problems {
            let code = problem.code();
            prop_assert!(!code.is_empty() && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", code);
            prop_assert!(sentence(problem).len() > 20);
            if let Some(fix) = fix(problem) {
                let mended = apply(&draft, problem, fix.replacement);
                let left = validate(&mended, &RULES).err().unwrap_or_default();
                let same = |other: &Problem| other.field == problem.field && other.code() == code;
                prop_assert!(!left.iter().any(same), "{:?} in {:?}", problem, mended);
            }
        }
    }

    #[test]
    fn every_place_lies_within_the_text(headers in headers()) {
        let draft = Draft { headers, ..Draft::default() };
        let HeadersDraft::Json(text) = &draft.headers else { return Ok(()) };
        let units: Vec<u16> = text.expose().encode_utf16().collect();
        for problem in validate(&draft, &RULES).unwrap_err() {
            let Field::HeadersJson(Place { line, column, start, end }) = problem.field else { continue };
            prop_assert!(start <= end && end <= units.len());
            let before = String::from_utf16(&units[..start]).unwrap();
            prop_assert_eq!(line, before.matches('\n').count() + 1);
            let last_line = before.rsplit('\n').next().unwrap_or_default();
            prop_assert_eq!(column, last_line.encode_utf16().count() + 1);
        }
    }
}
