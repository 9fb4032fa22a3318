//! Handing a file to another app, such as Zalo.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag, Navigator, ShareData};

/// Says whether this browser can hand over such a file.
#[must_use]
pub fn can_share() -> bool {
    let Some(navigator) = navigator() else {
        return false;
    };
    // Not every browser has the functions; asking for a missing one would throw.
    let has = |name: &str| js_sys::Reflect::has(&navigator, &name.into()).unwrap_or(false);
    has("share")
        && has("canShare")
        && data("thu.json.txt", "{}").is_ok_and(|data| navigator.can_share_with_data(&data))
}

/// Hands a text over as a file. Returns whether it was handed over; `false` when the user turned back.
///
/// # Errors
/// What the browser says when it refuses.
pub async fn share(name: &str, text: &str) -> Result<bool, JsValue> {
    let navigator = navigator().ok_or(JsValue::NULL)?;
    let outcome = JsFuture::from(navigator.share_with_data(&data(name, text)?)).await;
    match outcome {
        Ok(_) => Ok(true),
        Err(error) if is_abort(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Chrome and Edge refuse to share `.json`, so the file goes as plain text, alone.
fn data(name: &str, text: &str) -> Result<ShareData, JsValue> {
    let options = FilePropertyBag::new();
    options.set_type("text/plain");
    let file =
        File::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), name, &options)?;
    let data = ShareData::new();
    data.set_files(&js_sys::Array::of1(&file));
    Ok(data)
}

fn is_abort(error: &JsValue) -> bool {
    error
        .dyn_ref::<web_sys::DomException>()
        .is_some_and(|error| error.name() == "AbortError")
}

fn navigator() -> Option<Navigator> {
    web_sys::window().map(|window| window.navigator())
}
