//! One reply through every reader of a platform, and what was read through what the console makes of it.

use std::collections::BTreeSet;

use pegboard::platform::{self, Answered, ApiError, Learned, Proof, Reply};
use pegboard::subscription::{
    Access, Attributes, Connection, DeliveryFilter, Draft, HappyColisMode, IkasVersion, Instant,
    Listing, Reading, Source, Subscription,
};
use pegboard::text::{error, health};
use pegboard::validation::{flags, validate};

use crate::input::Input;

const NOW: Instant = Instant(1_700_000_000_000);

/// The ids that the contracts' examples give to an organization and to a subscription.
const ORGANIZATION: &str = "0iuljkr_OR_SHORT1_CV_test_fecc82d0a_201109_160514";
const SUBSCRIPTION: &str = "b6i0chc_WS_w3njAcmeGrand_CV_deve_85c3a6365_220131_132709";

pub fn happycolis(bytes: &[u8]) -> BTreeSet<&'static str> {
    let modes = [HappyColisMode::Integration, HappyColisMode::Oauth];
    let integrations = [Some("int_1".to_owned()), None];
    let ways = integrations.into_iter().flat_map(|integration| {
        modes.map(|mode| Access::HappyColis {
            mode,
            integration: integration.clone(),
        })
    });
    through(bytes, ways)
}

pub fn ikas(bytes: &[u8]) -> BTreeSet<&'static str> {
    let versions = [IkasVersion::V1, IkasVersion::V2];
    through(bytes, versions.map(|version| Access::Ikas { version }))
}

pub fn commerce_layer(bytes: &[u8]) -> BTreeSet<&'static str> {
    let slug = "my-shop".to_owned();
    through(bytes, [Access::CommerceLayer { slug }])
}

pub fn sentera(bytes: &[u8]) -> BTreeSet<&'static str> {
    let organization = ORGANIZATION.to_owned();
    through(bytes, [Access::Sentera { organization }])
}

/// The readers that could read the reply, by their names.
fn through(bytes: &[u8], ways: impl IntoIterator<Item = Access>) -> BTreeSet<&'static str> {
    let Some(input) = Input::read(bytes) else {
        return BTreeSet::new();
    };
    // The wait that a reply names is asked for before it is read.
    let _ = input.reply.told_wait();
    let mut readers = BTreeSet::new();
    for access in ways {
        let mut console = Console::new(access);
        if let Access::Sentera { .. } = console.connection.access {
            console.learn(&input.reply);
        }
        console.read(&input);
        readers.extend(console.readers);
    }
    readers
}

/// What the console knows while it reads, and the readers that gave it something.
struct Console {
    connection: Connection,
    learned: Learned,
    readers: BTreeSet<&'static str>,
}

impl Console {
    fn new(access: Access) -> Self {
        Self {
            connection: Connection {
                name: "Shop".to_owned(),
                api: "https://api.example/graphql".to_owned(),
                access,
            },
            learned: Learned::default(),
            readers: BTreeSet::new(),
        }
    }

    /// What was read; an error is told as the console would tell it.
    fn read_by<T>(&mut self, reader: &'static str, read: Result<T, ApiError>) -> Option<T> {
        match read {
            Ok(value) => {
                self.readers.insert(reader);
                Some(value)
            }
            Err(error) => {
                let _ = (error.is_certain(), error::sentence(&error));
                let _ = (error::remedy(&error), error::detail(&error));
                None
            }
        }
    }

    /// The reply as the answer to both questions to the schema, one after the other.
    fn learn(&mut self, reply: &Reply) {
        if let Some(error) = platform::refused_token(reply) {
            let _ = self.read_by::<()>("refused token", Err(error));
        }
        for _ in 0..2 {
            let learned = platform::read_learned(reply, self.learned.clone());
            if learned != self.learned {
                self.readers.insert("learned");
            }
            self.learned = learned;
            let _ = platform::learn(&self.connection, &self.learned);
        }
        let _ = platform::events(&self.connection.access, &self.learned);
        let _ = platform::list(&self.connection, &self.learned, 1);
    }

    /// The reply as the answer to everything else that the console asks this platform.
    fn read(&mut self, Input { page, reply }: &Input) {
        let (access, page) = (self.connection.access.clone(), *page);
        let access = &access;
        match self.read_by("proof", platform::read_proof(access, reply, NOW)) {
            Some(Proof::List(listing)) => self.list(&listing),
            Some(Proof::Token) | None => {}
        }
        let listing = platform::read_list(access, &self.learned, page, reply, NOW);
        if let Some(listing) = self.read_by("list", listing) {
            self.list(&listing);
        }
        let created = platform::read_created(access, reply, NOW);
        if let Some(created) = self.read_by("created", created) {
            created.value.iter().for_each(|one| self.show(one));
        }
        let target = target();
        let removed = platform::read_removed(access, &target, reply);
        self.read_by("removed", removed);
        if let Access::CommerceLayer { .. } | Access::Sentera { .. } = access {
            let one = platform::read_one(access, reply, NOW);
            if let Some(one) = self.read_by("one", one) {
                self.show(&one.value);
            }
            let deliveries = platform::read_deliveries(access, &target.id, page, reply);
            self.read_by("deliveries", deliveries);
            let _ = platform::deliveries(
                &self.connection,
                &self.learned,
                &target.id,
                &DeliveryFilter::default(),
                page,
            );
        }
        if let Access::CommerceLayer { .. } = access {
            self.read_by("secret", platform::read_secret(reply));
        }
        if let Access::Ikas { .. } | Access::Sentera { .. } = access {
            self.read_by("choices", platform::read_choices(access, reply));
        }
    }

    fn list(&mut self, listing: &Answered<Listing>) {
        let _ = listing.value.is_complete();
        for one in listing.value.subscriptions() {
            self.show(one);
        }
        if let Some(next) = listing.value.next {
            let _ = platform::list(&self.connection, &self.learned, next);
        }
    }

    /// What the wall says of a subscription, and what a person can do with it from there.
    fn show(&self, one: &Subscription) {
        let _ = (health::explain(&one.reading), one.event_names());
        let _ = one.endpoint.as_deref().map(flags);
        let rules = platform::rules(&self.connection.access, &self.learned, Some(one));
        let draft = Draft {
            events: one.events.clone(),
            endpoint: one.endpoint.clone().unwrap_or_default(),
            attributes: one.attributes.clone(),
            ..Draft::default()
        };
        if let Ok(valid) = validate(&draft, &rules) {
            let _ = platform::update(&self.connection, one, &valid);
        }
        let _ = platform::remove(&self.connection, one);
    }
}

/// What is removed, and whose deliveries are read.
fn target() -> Subscription {
    Subscription {
        id: SUBSCRIPTION.to_owned(),
        events: Vec::new(),
        endpoint: None,
        reading: Reading::sentera_unread(NOW),
        created: None,
        updated: None,
        attributes: Attributes::default(),
        source: Source::Platform,
    }
}
