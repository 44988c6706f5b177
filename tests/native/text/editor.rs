//! The words of the dialogs, in each platform's terms.

use std::collections::BTreeSet;

use pegboard::platform::Overlap;
use pegboard::subscription::Platform;
use pegboard::text::connect::{how, proves};
use pegboard::text::editor::{
    absent, endpoint_help, event_help, remove_help, save_unknown, subscription_id_help, taken,
};
use pegboard::text::platform::name;

use crate::sample::{ENDPOINT, every_access, subscription};

#[test]
fn every_platform_is_spoken_of_by_its_own_name() {
    let own = |text: &str, platform: Platform| {
        assert!(text.ends_with('.') && !text.contains('!'), "{text}");
        for other in Platform::ALL {
            assert!(other == platform || !text.contains(name(other)), "{text}");
        }
    };
    for platform in Platform::ALL {
        own(event_help(platform), platform);
        own(remove_help(platform), platform);
        assert!(remove_help(platform).contains(name(platform)));
        assert!(endpoint_help(platform).contains(name(platform)));
        for edits in [true, false] {
            own(save_unknown(edits, platform), platform);
        }
    }
    for access in every_access() {
        own(how(&access), access.platform());
        own(proves(&access), access.platform());
    }
    assert_ne!(
        subscription_id_help(Platform::Sentera),
        subscription_id_help(Platform::HappyColis)
    );
}

/// The client secret belongs to nobody but the person's own server.
#[test]
fn no_way_to_a_token_asks_for_the_client_secret_here() {
    let ways: BTreeSet<&str> = every_access().iter().map(how).collect();
    assert_eq!(ways.len(), 5);
    for way in ways {
        assert!(
            !way.to_lowercase().contains("paste the client secret"),
            "{way}"
        );
        assert!(!way.contains("Type the secret here"), "{way}");
    }
}

#[test]
fn what_is_there_already_is_said_as_the_platform_takes_it() {
    let there = subscription("wh", "delivery_order/created", ENDPOINT);
    let said = |overlap, event: &str, platform| {
        let text = taken(overlap, &there, &[event.to_owned()], platform);
        assert!(text.ends_with('.') && !text.contains('!'));
        text
    };
    let same = said(
        Overlap::Refused,
        "delivery_order/created",
        Platform::HappyColis,
    );
    assert!(same.contains("This event is on the wall already") && same.contains(ENDPOINT));
    let alike = said(
        Overlap::Refused,
        "delivery-order/created",
        Platform::HappyColis,
    );
    assert!(alike.contains("may be the same event") && alike.contains("delivery_order/created"));
    let ikas = said(
        Overlap::Undocumented,
        "delivery_order/created",
        Platform::Ikas,
    );
    assert!(ikas.contains("does not document") && ikas.contains(ENDPOINT));
    for platform in [Platform::CommerceLayer, Platform::Sentera] {
        let twice = said(Overlap::Doubled, "delivery_order/created", platform);
        assert!(twice.contains(name(platform)) && twice.contains("twice"));
    }
}

/// A lost write is never called failed, and never repeated without a look.
#[test]
fn a_lost_write_may_have_happened() {
    for edits in [true, false] {
        assert!(absent(edits, "TIME").contains("TIME"));
        assert!(absent(edits, "TIME").contains("can still arrive"));
        for platform in Platform::ALL {
            assert!(save_unknown(edits, platform).contains("may have happened"));
        }
    }
    assert_ne!(absent(true, "TIME"), absent(false, "TIME"));
}
