//! What went wrong with a request, and what to do about it.

use crate::platform::{ApiError, Cause, Refusal, TransportError, Unreadable};

/// What happened, in one or two sentences.
pub fn sentence(error: &ApiError) -> String {
    match error {
        ApiError::Transport(error) => transport(*error).to_owned(),
        ApiError::Refused(refusal) => refused(refusal),
        ApiError::Unreadable { status, what } => unreadable(*status, *what),
    }
}

/// What a platform complained of beside what was asked for.
pub fn complaint(refusal: &Refusal) -> String {
    format!(
        "The platform answered, and added a complaint: {}",
        refusal.message
    )
}

/// What the person can do.
pub fn remedy(error: &ApiError) -> &'static str {
    match error {
        ApiError::Transport(TransportError::Offline) => "Connect to the internet, then try again.",
        ApiError::Transport(TransportError::Unreachable) => {
            "Check the API address under Advanced, your network, and whether a blocker or firewall is in between."
        }
        ApiError::Transport(TransportError::Blocked | TransportError::Hidden) => {
            "Your token was not judged. Ask whoever hosts Pegboard to set up a relay for this platform in config.json, \
             then connect through it."
        }
        ApiError::Transport(TransportError::Policy) => {
            "Ask whoever hosts Pegboard to name its origin under \"allow\" in config.json and to configure Pegboard anew."
        }
        ApiError::Transport(TransportError::Locked) => {
            "Unlock the connection, then try again. What you typed stays."
        }
        ApiError::Transport(
            TransportError::Timeout { .. } | TransportError::Broken | TransportError::Aborted,
        ) => "Try again in a moment.",
        ApiError::Unreadable { .. } => {
            "Check the API address. If it is right, something between Pegboard and the platform changed the answer."
        }
        ApiError::Refused(refusal) => refused_remedy(&refusal.cause),
    }
}

/// The platform's own words and code, shown as they came.
pub fn detail(error: &ApiError) -> Option<String> {
    let ApiError::Refused(refusal) = error else {
        return None;
    };
    let Refusal {
        cause,
        status,
        code,
        message,
        fields,
    } = &**refusal;
    let mut parts: Vec<String> = fields.iter().map(|(_, words)| words.clone()).collect();
    // Where nothing else is known, the words stand in the sentence.
    if *cause != Cause::Other {
        parts.insert(0, message.clone());
    }
    parts.dedup();
    parts.retain(|words| !words.is_empty());
    parts.extend(code.clone());
    if *status != 200 {
        let silent = if parts.is_empty() {
            ", no reason given"
        } else {
            ""
        };
        parts.push(format!("HTTP {status}{silent}"));
    }
    (!parts.is_empty()).then(|| parts.join(" · "))
}

const fn transport(error: TransportError) -> &'static str {
    match error {
        TransportError::Offline => "You are offline.",
        TransportError::Unreachable => "Nothing answers at the API address.",
        TransportError::Blocked => {
            "The platform answers, but it does not let this page read its answers: your browser blocked the request (CORS)."
        }
        TransportError::Hidden => {
            "Nothing answers that this page may read: the API address is wrong, or your browser blocked the request (CORS)."
        }
        TransportError::Policy => "Pegboard may not connect to this address, so nothing was sent.",
        TransportError::Locked => "This connection is locked: its token was forgotten.",
        TransportError::Timeout { .. } => "The platform did not answer in time.",
        TransportError::Broken => "The connection broke before the answer was complete.",
        TransportError::Aborted => "The request was stopped.",
    }
}

fn unreadable(status: u16, what: Unreadable) -> String {
    let what = match what {
        Unreadable::Empty => "an empty answer",
        Unreadable::Html => "a web page instead of data",
        Unreadable::NotJson => "an answer that is not valid JSON",
        Unreadable::NoResult => "an answer without a result",
        Unreadable::Another => "an answer about another event",
    };
    format!("The platform sent {what} (HTTP {status}).")
}

fn refused(refusal: &Refusal) -> String {
    match &refusal.cause {
        Cause::Token => "The platform does not accept this access token: it is wrong, expired or withdrawn.".to_owned(),
        Cause::Scope { scope: Some(scope) } => format!("This token lacks the scope {scope}."),
        Cause::Scope { scope: None } => "This token lacks a permission.".to_owned(),
        Cause::OtherMode => {
            "The platform refuses: the token or the subscription belongs to another application, or to the other access mode."
                .to_owned()
        }
        Cause::Role => "Your role does not allow this: the token is good, but it may not do what was asked.".to_owned(),
        Cause::NotFound => "The platform does not know what was asked for.".to_owned(),
        Cause::Conflict => "A subscription to this event exists already.".to_owned(),
        Cause::NotUnique => "The platform refuses: something that must be unique exists already, such as the name.".to_owned(),
        Cause::Endpoint => "The platform does not accept the endpoint.".to_owned(),
        Cause::Event => "The platform does not accept the event.".to_owned(),
        Cause::Headers => "The platform does not accept the headers.".to_owned(),
        Cause::Fields => "The platform does not accept what was sent.".to_owned(),
        Cause::Locked => "The platform has locked this for now.".to_owned(),
        Cause::Forbidden => "The platform forbids this.".to_owned(),
        Cause::Clash => "This conflicts with what the platform holds now.".to_owned(),
        Cause::Unprocessable => "The platform understands this, but cannot carry it out.".to_owned(),
        Cause::App => "The platform does not know this app any more: it was removed, or is not installed in this store.".to_owned(),
        Cause::RateLimit { retry_after: Some(seconds) } => {
            format!("Too many requests. The platform asks to wait {seconds} seconds.")
        }
        Cause::RateLimit { retry_after: None } => "Too many requests.".to_owned(),
        Cause::Schema => "The platform does not understand the request.".to_owned(),
        Cause::Server => format!("The platform failed (HTTP {}).", refusal.status),
        Cause::Other if refusal.message.is_empty() => {
            format!("The platform sent an error without a reason (HTTP {}).", refusal.status)
        }
        Cause::Other => format!("The platform says: “{}”.", refusal.message),
    }
}

const fn refused_remedy(cause: &Cause) -> &'static str {
    match cause {
        Cause::Token => "Get a new token and connect again. What you typed stays.",
        Cause::Scope { .. } => "Ask for a token with this permission, then connect again.",
        Cause::OtherMode => {
            "Check the access mode: a token works as integration app or as OAuth client, never as both."
        }
        Cause::Role => {
            "Ask the owner of the organization for a role that allows it, or connect with the token of another application."
        }
        Cause::NotFound => {
            "Check the ID, and that the token belongs to the same application. What was on the wall before may have been removed: refresh."
        }
        Cause::Conflict => "Replace the existing subscription, or choose another event.",
        Cause::NotUnique => "Choose another name, then try again.",
        Cause::Endpoint => "Correct the endpoint, then try again.",
        Cause::Event => "Choose another event, then try again.",
        Cause::Headers => "Correct the headers, then try again.",
        Cause::Fields => "Correct what it names, then try again.",
        Cause::Forbidden => {
            "Check what this token may do. A firewall or relay in between can also forbid it."
        }
        Cause::Clash => "Refresh, look at what is there now, then try again.",
        Cause::Locked => {
            "Refresh, then try again later. If it stays locked, ask the platform’s support."
        }
        Cause::App => "Install the app again in the store, get a new token, then connect again.",
        Cause::RateLimit { .. } => "Wait a moment, then try again.",
        Cause::Schema => {
            "Check the API address. The platform may have changed; tell whoever hosts Pegboard."
        }
        Cause::Server => "Try again in a moment.",
        Cause::Unprocessable | Cause::Other => {
            "Try again; if it stays so, ask the platform’s support what it means."
        }
    }
}
