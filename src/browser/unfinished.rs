//! What is typed in a box of a form and not sent yet: kept for this tab, so that it outlives an update.

use super::is_trial;

/// Returns what was left in the box.
#[must_use]
pub fn unfinished(place: &str) -> String {
    let kept = storage().and_then(|storage| storage.get_item(&key(place)).ok().flatten());
    kept.unwrap_or_default()
}

/// Keeps what is in the box, as far as the browser has room; an empty one is forgotten.
pub fn keep_unfinished(place: &str, text: &str) {
    let Some(storage) = storage() else {
        return;
    };
    let _ = if text.is_empty() {
        storage.remove_item(&key(place))
    } else {
        storage.set_item(&key(place), text)
    };
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// What is tried out is kept apart; neither begins like a key of a store.
fn key(place: &str) -> String {
    let ground = if is_trial() { "dung-thu" } else { "so" };
    format!("unfinished/{ground}/{place}")
}
