//! The words by which a person knows each fault.

use pegboard::subscription::Platform;

use super::fault::{Fault, Form, WORDS};

impl Fault {
    /// Whether this is what a person reads of it.
    pub fn is_told(&self, platform: Platform, said: &str) -> bool {
        if let Self::Changed(_) = self {
            // An answer of which something important is missing, or is not what was asked for.
            let told = [
                "an answer without a result",
                "an answer about another event",
                "Sentera’s answer does not name",
                "Sentera’s list does not hold",
            ];
            return told.iter().any(|words| said.contains(words));
        }
        self.words(platform)
            .is_some_and(|words| words.iter().all(|words| said.contains(words)))
    }

    /// What a person reads of it, part by part. Nothing where there is nothing to complain of.
    fn words(&self, platform: Platform) -> Option<Vec<&'static str>> {
        let layer = platform == Platform::CommerceLayer;
        let words = match self {
            Self::Silent { .. } => "did not answer in time",
            Self::Dropped { .. } => "The connection broke",
            Self::Offline => "You are offline",
            Self::Spoilt { body, .. } if body.starts_with('<') => "a web page instead of data",
            Self::Spoilt { body: "", .. } => "an empty answer",
            Self::Spoilt { .. } => "not valid JSON",
            Self::Throttled { .. } => "Too many requests",
            Self::Errors { code, .. } if code.starts_with("INTERNAL") => "The platform failed",
            Self::Errors { code, .. } => {
                return Some(vec!["The platform says: “Nothing of the kind today”", code]);
            }
            Self::Status { status, form, .. } => {
                let own = match status {
                    500.. => "The platform failed (HTTP 50",
                    400 | 415 => "does not understand the request",
                    401 => "does not accept this access token",
                    403 => "The platform forbids this",
                    404 => "does not know what was asked for",
                    409 if layer => "something that must be unique exists already",
                    409 => "conflicts with what the platform holds now",
                    422 if layer && *form == Form::Words => "does not accept what was sent",
                    422 => "understands this, but cannot carry it out",
                    _ => "The platform has locked this for now",
                };
                let reason = match form {
                    Form::Words => WORDS,
                    Form::Bare | Form::Html => "no reason given",
                };
                return Some(vec![own, "HTTP ", reason]);
            }
            Self::Slow | Self::Complained | Self::Changed(_) | Self::Large => return None,
        };
        Some(vec![words])
    }
}
