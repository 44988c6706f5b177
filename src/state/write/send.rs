//! Sending a request: a write once, a read again where that can help.

use super::pause::{BUDGET_MS, pause};
use crate::platform::{ApiError, Reply, Request, TransportError};
use crate::subscription::Credential;
use crate::transport::Transport;

/// Performs a request, and repeats it only by the rule of `pause`. A repeat gets no more time than is left of the budget.
///
/// # Errors
/// When there is no reply, as the last attempt ended, or when nobody wants it any more; `Locked` where there is no token.
pub async fn send(
    door: &impl Transport,
    request: &Request,
    credential: &Credential,
) -> Result<Reply, ApiError> {
    if credential.is_forgotten() {
        return Err(ApiError::Transport(TransportError::Locked));
    }
    let begun = door.now().0;
    let elapsed = || door.now().0.saturating_sub(begun);
    let mut limit = u32::MAX;
    let mut repeats = 0;
    loop {
        let mut answer = door.send(request, credential, limit).await;
        if let Ok(reply) = &mut answer {
            credential.hide_in(&mut reply.body);
        }
        let Some(ms) = pause(request, &answer, repeats, elapsed(), door.random()) else {
            return answer.map_err(ApiError::Transport);
        };
        door.wait(ms).await.map_err(ApiError::Transport)?;
        repeats += 1;
        // A browser can wake a page in the background late: then what came before is the end.
        limit = BUDGET_MS.saturating_sub(elapsed()) as u32;
        if limit == 0 {
            return answer.map_err(ApiError::Transport);
        }
    }
}
