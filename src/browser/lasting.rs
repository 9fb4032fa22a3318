//! How lasting what the browser keeps is.

use crate::view::Place;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Navigator, StorageManager};

/// Asks the browser to keep what is stored even when room gets short. Some browsers ask the user,
/// others decide by themselves.
pub async fn ask_to_keep() {
    let promise = storage().and_then(|storage| storage.persist().ok());
    if let Some(promise) = promise {
        // What came of it is asked for when it is shown.
        let _ = JsFuture::from(promise).await;
    }
}

/// Says whether the browser keeps what is stored even when room gets short; `None` where it does not
/// say.
pub async fn is_kept() -> Option<bool> {
    let promise = storage()?.persisted().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}

/// Returns where the page is shown.
#[must_use]
pub fn place() -> Place {
    let Some(window) = web_sys::window() else {
        return Place::default();
    };
    let navigator = window.navigator();
    let is_app = window.match_media("(display-mode: standalone)");
    // Only Safari on phones has it.
    let is_on_home_screen = property(&navigator, "standalone").is_truthy();
    Place {
        user_agent: navigator.user_agent().unwrap_or_default(),
        is_file: is_file(),
        is_installed: is_on_home_screen || is_app.ok().flatten().is_some_and(|it| it.matches()),
        has_touch: navigator.max_touch_points() > 1,
    }
}

/// Not every browser has it, nor every page: not one that came without encryption.
fn storage() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let storage = property(&navigator, "storage");
    let has = |name: &str| js_sys::Reflect::has(&storage, &name.into()).unwrap_or(false);
    (storage.is_object() && has("persist") && has("persisted")).then(|| storage.unchecked_into())
}

/// Says whether the page is a file.
#[must_use]
pub fn is_file() -> bool {
    let location = web_sys::window().map(|window| window.location());
    location.and_then(|it| it.protocol().ok()).as_deref() == Some("file:")
}

fn property(navigator: &Navigator, name: &str) -> JsValue {
    js_sys::Reflect::get(navigator, &name.into()).unwrap_or_default()
}
