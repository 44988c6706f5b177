//! Commerce Layer: the circuit, its failures, and whether it is disabled (Commerce Layer contract, sections 7.3 and 7.4).

use super::{Explanation, moment};
use crate::subscription::{Health, Instant};

/// The circuit opens after so many failures (section 7.3).
const OPENS_AT: u64 = 30;

pub fn explain(
    health: Health,
    disabled: Option<Instant>,
    circuit: Option<&str>,
    failures: Option<u64>,
) -> Explanation {
    let disabled_at = match (health, disabled) {
        (Health::Disabled, Some(at)) => format!("disabled_at {}, ", moment(at)),
        (Health::Disabled, None) => "disabled_at is set, ".to_owned(),
        _ => String::new(),
    };
    let circuit_state = circuit.unwrap_or("not sent");
    let count = failures.map_or_else(|| "not sent".to_owned(), |count| count.to_string());
    let (means, remedy) = match health {
        Health::Disabled => is_disabled(disabled, circuit),
        Health::CircuitOpen => (circuit_open(failures), RESET),
        Health::Degraded => (degraded(failures), REPAIR),
        Health::Healthy => (
            "No failure in a row. That says nothing about a webhook that never fired: Details shows what was delivered."
                .to_owned(),
            "Nothing.",
        ),
        _ => (unknown(circuit, failures).to_owned(), LOOK),
    };
    Explanation {
        means,
        source: format!(
            "Commerce Layer’s webhook: {disabled_at}circuit_state {circuit_state}, circuit_failure_count {count}."
        ),
        remedy: remedy.to_owned(),
    }
}

const REPAIR: &str = "Repair the endpoint before the circuit opens: it has to answer with a status from 200 to 299 within \
                      5 seconds.";
const RESET: &str = "Repair the endpoint: it has to answer with a status from 200 to 299 within 5 seconds. Then press Reset \
                     circuit: an open circuit does not close by itself.";
const LOOK: &str = "Refresh. If it stays, look under Details whether deliveries arrive, and ask Commerce Layer support.";

fn is_disabled(since: Option<Instant>, circuit: Option<&str>) -> (String, &'static str) {
    let since = since.map(|at| format!(" since {}", moment(at)));
    let means = format!(
        "Disabled{}: Commerce Layer sends nothing to this endpoint.",
        since.unwrap_or_default()
    );
    if circuit == Some("open") {
        (
            format!("{means} Its circuit is open as well: deliveries had failed before."),
            "Repair the endpoint, then press Enable and Reset circuit: it needs both.",
        )
    } else {
        (means, "Press Enable when it should receive events again.")
    }
}

fn circuit_open(failures: Option<u64>) -> String {
    let count = failures.filter(|count| *count > 0);
    let count = count.map(|count| format!(" It counts {}.", in_a_row(count)));
    format!(
        "Commerce Layer has stopped calling this endpoint: after {OPENS_AT} failures in a row (retries included) the \
         circuit opens.{}",
        count.unwrap_or_default()
    )
}

fn degraded(failures: Option<u64>) -> String {
    let count = failures.unwrap_or_default();
    format!(
        "{} of {OPENS_AT} (retries included). At {OPENS_AT} the circuit opens, and the calls stop. A failed delivery is \
         tried again up to 10 times; the first success sets the count back to 0.",
        in_a_row(count)
    )
}

fn in_a_row(count: u64) -> String {
    match count {
        1 => "1 failure in a row".to_owned(),
        _ => format!("{count} failures in a row"),
    }
}

fn unknown(circuit: Option<&str>, failures: Option<u64>) -> &'static str {
    match (circuit, failures) {
        (None, _) => "Commerce Layer did not say whether the circuit is open or closed.",
        (Some("closed"), None) => {
            "The circuit is closed, but Commerce Layer did not say how many deliveries failed in a row."
        }
        (Some("closed"), Some(_)) => {
            "No failure in a row, but Commerce Layer did not say whether the webhook is disabled."
        }
        _ => {
            "Commerce Layer reported a circuit state that its documentation does not list, so Pegboard does not guess."
        }
    }
}
