//! Short texts: the contract's names, and plurals.

use pegboard::platform::{Learned, capabilities};
use pegboard::state::route::Column;
use pegboard::subscription::{HappyColisMode, Platform, Source};
use pegboard::text::{event, platform, wall};

use crate::sample::{INTEGRATION, access};

#[test]
fn platforms_and_modes_have_their_names() {
    let names = Platform::ALL.map(platform::name);
    assert_eq!(names, ["HappyColis", "ikas", "Commerce Layer", "Sentera"]);
    let modes = [HappyColisMode::Integration, HappyColisMode::Oauth];
    assert_eq!(
        modes.map(platform::mode),
        ["Integration app", "OAuth client"]
    );
    let shown = platform::access(&access(HappyColisMode::Oauth, None));
    assert_eq!(shown, "HappyColis · OAuth client");
    for platform in Platform::ALL {
        assert_eq!(Platform::from_key(platform.key()), Some(platform));
    }
    assert_eq!(Platform::from_key("HappyColis"), None);
}

#[test]
fn a_ledger_says_that_it_is_one() {
    let said = |mode, integration| {
        let capabilities = capabilities(&access(mode, integration), &Learned::default());
        platform::list_source(Platform::HappyColis, &capabilities)
    };
    assert_eq!(said(HappyColisMode::Integration, Some(INTEGRATION)), None);
    assert!(
        said(HappyColisMode::Integration, None)
            .unwrap()
            .contains("documents no list")
    );
    assert!(
        said(HappyColisMode::Oauth, None)
            .unwrap()
            .contains("documents no list")
    );
    let marks = [Source::Platform, Source::Created, Source::Tracked].map(platform::source);
    assert_eq!(marks[0], None);
    assert!(marks[1].unwrap().contains("created here") && marks[2].unwrap().contains("tracked"));
}

#[test]
fn columns_and_row_actions_have_the_names_of_the_contract() {
    let columns = Column::ALL.map(wall::column);
    assert_eq!(
        columns,
        ["Event", "Endpoint", "Health", "Created", "Connection"]
    );
    let event = "order/created";
    let actions = [
        wall::remove(event),
        wall::replace(event),
        wall::duplicate(event),
    ];
    assert_eq!(
        actions,
        [
            "Remove order/created",
            "Replace order/created",
            "Duplicate order/created"
        ]
    );
    assert!(wall::copy_id(event).ends_with(event) && wall::copy_endpoint(event).ends_with(event));
}

#[test]
fn one_and_many_are_said_differently() {
    assert_eq!(
        [event::count(0), event::count(1), event::count(2)],
        ["0 events", "1 event", "2 events"]
    );
    assert_eq!(wall::count(1, 1), "1 subscription");
    assert_eq!(wall::count(2, 2), "2 subscriptions");
    assert_eq!(wall::count(1, 2), "1 of 2 subscriptions");
    assert_eq!(wall::count(0, 1), "0 of 1 subscription");
    assert_eq!(wall::trouble(1), "1 subscription needs attention");
    assert_eq!(wall::trouble(3), "3 subscriptions need attention");
}
