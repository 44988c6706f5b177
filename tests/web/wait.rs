//! Waiting for something to become true, never for time to pass.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Far more looks than any of these things needs; only a test that fails uses them up.
const LOOKS: usize = 200;

/// Looks again after every frame of the page until the condition holds, and lets a frame pass then: what else the same
/// cause set off has been drawn by its end.
#[track_caller]
pub fn until(what: &'static str, condition: impl FnMut() -> bool) -> impl Future<Output = ()> {
    until_looked(LOOKS, what, condition)
}

/// The same for what a key is derived for, which takes long on purpose.
#[track_caller]
pub fn until_slow(what: &'static str, condition: impl FnMut() -> bool) -> impl Future<Output = ()> {
    until_looked(20 * LOOKS, what, condition)
}

#[track_caller]
fn until_looked(
    looks: usize,
    what: &'static str,
    condition: impl FnMut() -> bool,
) -> impl Future<Output = ()> {
    let caller = std::panic::Location::caller();
    let mut condition = condition;
    async move {
        for _ in 0..looks {
            let holds = condition();
            frame().await;
            if holds {
                return;
            }
        }
        panic!("{caller}: not seen: {what}");
    }
}

/// One frame, by the end of which everything that was set off before has been drawn.
pub async fn frame() {
    let next = js_sys::Promise::new(&mut |resolve, _| {
        let window = web_sys::window().unwrap();
        window.request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(next).await.unwrap();
    // What the frame itself set off.
    JsFuture::from(js_sys::Promise::resolve(&JsValue::NULL))
        .await
        .unwrap();
}

/// Lets everything happen that is still to come of what was done, to see that something does not.
pub async fn quiet() {
    for _ in 0..4 {
        frame().await;
    }
}
