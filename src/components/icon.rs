//! Icons, drawn as strokes of our own.

use crate::signals::*;

use crate::subscription::Health;
use crate::ui::{Html, ui};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The mark: a small hook hanging from a peg.
    Mark,
    Add,
    Refresh,
    Replace,
    Duplicate,
    Copy,
    Id,
    Remove,
    Edit,
    Details,
    Enable,
    Disable,
    Reset,
    Close,
    Search,
    Lock,
    Health(Health),
}

impl Shape {
    /// The outline, on a square of 16.
    const fn path(self) -> &'static str {
        match self {
            Self::Mark => "M5 2.5h6M8 2.5v6.2a3 3 0 1 1-4.6 2.5",
            Self::Add => "M8 3v10M3 8h10",
            Self::Refresh => "M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3",
            Self::Replace => "M3 6h9.5M10 3.5 12.5 6 10 8.5M13 11H3.5M6 8.7 3.5 11 6 13.5",
            Self::Duplicate => "M6 6h7v7H6zM3 10V3h7",
            Self::Copy => "M5.5 4h5M5.5 4v-.5h5V4M4 4h8v9H4zM6.5 7h3M6.5 9.5h3",
            Self::Id => "M3 6.2h10M3 9.8h10M6.6 3 5.4 13M10.6 3 9.4 13",
            Self::Remove => "M3.5 4.5h9M6.5 4.5v-2h3v2M4.8 4.5l.6 9h5.2l.6-9",
            Self::Edit => "m3.5 12.5.6-2.6 6.8-6.8 2 2-6.8 6.8zM9.4 4.6l2 2",
            Self::Details => "M4 3h8v10H4zM6 6h4M6 8h4M6 10h2.5",
            Self::Enable => "M5.5 3.5v9l7-4.5z",
            Self::Disable => "M5.5 3.5v9M10.5 3.5v9",
            Self::Reset => "M3.5 8a4.5 4.5 0 1 0 1.4-3.2M4.8 2.3v2.6h2.6",
            Self::Close => "m4 4 8 8M12 4l-8 8",
            Self::Search => "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3 13.5 13.5",
            Self::Lock => "M4 7.5h8V13H4zM5.7 7.5V5.3a2.3 2.3 0 0 1 4.6 0v2.2",
            Self::Health(Health::Healthy) => "M8 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z",
            Self::Health(Health::Degraded) => "M8 3.5a4.5 4.5 0 1 0 0 9zM8 3.5a4.5 4.5 0 0 1 0 9",
            Self::Health(Health::Failing) => "M8 3 14 13H2z",
            Self::Health(Health::CircuitOpen) => "M8 2.5v5M5 4.6a4.7 4.7 0 1 0 6 0",
            Self::Health(Health::Disabled) => "M8 3.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4z",
            Self::Health(Health::Unknown) => {
                "M5.8 6.2a2.3 2.3 0 1 1 3.4 2c-.8.5-1.2.9-1.2 1.8M8 12.4v.1"
            }
        }
    }

    /// Shapes that are told apart by being full rather than by their outline alone.
    const fn is_filled(self) -> bool {
        matches!(
            self,
            Self::Health(Health::Healthy | Health::Failing | Health::Degraded)
        )
    }
}

/// Decoration only: the control that holds it has a name of its own.
#[component]
pub fn Icon(shape: Shape) -> Html {
    ui! {
        <svg class="icon" data-filled=shape.is_filled().to_string() viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d=shape.path()></path>
        </svg>
    }
}
