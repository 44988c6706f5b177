//! What a health badge means, where and when it was read, and what to do.

use crate::signals::*;

use crate::components::{Anchor, Icon, Shape, focus_id};
use crate::subscription::Reading;
use crate::text::{health as words, time};
use crate::ui::{ElementRef, Html, ui, watch};

/// The reading that the popover explains, and the badge that it stands beside.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub event: String,
    pub reading: Reading,
    pub anchor: Anchor,
}

/// A native popover: it closes by Esc, by a press beside it, or by its button, and the browser gives the focus back.
#[component]
pub fn HealthPopover(shown: RwSignal<Option<Shown>>) -> Html {
    let node = ElementRef::default();
    watch(move || {
        if shown.with(Option::is_some)
            && let Some(popover) = node.get()
        {
            // Already open for another badge: it only moves.
            let _ = popover.show_popover();
            focus_id("health-close");
        }
    });
    let close = move |_| {
        if let Some(popover) = node.get_untracked() {
            let _ = popover.hide_popover();
        }
    };
    // Below the badge, or above it where there is no room; never out of sight on the right.
    let place = move |edge: fn(Anchor, f64, f64) -> f64| {
        let size = |value: Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>| {
            value
                .ok()
                .and_then(|value| value.as_f64())
                .unwrap_or_default()
        };
        let (width, height) = (size(window().inner_width()), size(window().inner_height()));
        shown.with(|shown| {
            shown
                .as_ref()
                .map(|shown| format!("{}px", edge(shown.anchor, width, height) as i32))
        })
    };
    let left = move || place(|anchor, width, _| anchor.left.min(width - WIDTH - 16.0).max(16.0));
    let top = move || {
        place(|anchor, _, height| {
            if anchor.bottom + HEIGHT < height {
                anchor.bottom + 4.0
            } else {
                (anchor.top - HEIGHT).max(16.0)
            }
        })
    };
    let content = move || {
        let Shown { event, reading, .. } = shown.get()?;
        let explanation = words::explain(&reading);
        Some(ui! {
            <h2 id="health-title" class="popover-title">{words::badge(reading.health)} " · " <code>{event}</code></h2>
            <dl>
                <dt>{words::MEANS}</dt>
                <dd>{explanation.means}</dd>
                <dt>{words::SOURCE}</dt>
                <dd>{explanation.source}</dd>
                <dt>{words::READ_AT}</dt>
                <dd><time datetime=time::iso(reading.at)>{time::exact(reading.at)}</time></dd>
                <dt>{words::REMEDY}</dt>
                <dd>{explanation.remedy}</dd>
            </dl>
        })
    };
    ui! {
        <div
            node_ref=node
            popover="auto"
            role="dialog"
            aria-labelledby="health-title"
            class="popover"
            style:--left=left
            style:--top=top
        >
            {content}
            <button type="button" id="health-close" class="button quiet small" on:click=close>
                <Icon shape=Shape::Close />
                {words::CLOSE}
            </button>
        </div>
    }
}

/// The popover's width in CSS pixels, as in the stylesheet, and a height that its longest text stays below.
const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 380.0;
