//! Handing a file to another app, such as Zalo.

use super::files::named;
use super::picture::sample;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag, Navigator, ShareData};

/// Says whether this browser can hand over such a file as progress is sent in.
#[must_use]
pub fn can_share() -> bool {
    takes(text_file("thu.json.txt", "{}"))
}

/// Says whether this browser can hand over a picture.
#[must_use]
pub fn can_share_picture() -> bool {
    takes(sample())
}

fn takes(file: Result<File, JsValue>) -> bool {
    let Some(navigator) = navigator() else {
        return false;
    };
    // Not every browser has the functions; asking for a missing one would throw.
    let has = |name: &str| js_sys::Reflect::has(&navigator, &name.into()).unwrap_or(false);
    has("share")
        && has("canShare")
        && file.is_ok_and(|file| navigator.can_share_with_data(&data(&file)))
}

/// Hands a text over as a file. Returns whether it was handed over; `false` when the user turned back.
///
/// # Errors
/// What the browser says when it refuses.
pub async fn share(name: &str, text: &str) -> Result<bool, JsValue> {
    share_file(&text_file(&named(name), text)?).await
}

/// Hands a file over, as [`share`] does.
///
/// # Errors
/// What the browser says when it refuses.
pub async fn share_file(file: &File) -> Result<bool, JsValue> {
    let navigator = navigator().ok_or(JsValue::NULL)?;
    let outcome = JsFuture::from(navigator.share_with_data(&data(file))).await;
    match outcome {
        Ok(_) => Ok(true),
        Err(error) if is_abort(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Chrome and Edge refuse to share `.json`, so the file goes as plain text.
fn text_file(name: &str, text: &str) -> Result<File, JsValue> {
    let options = FilePropertyBag::new();
    options.set_type("text/plain");
    File::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), name, &options)
}

/// A file alone: with words beside it, some apps take the words and leave the file.
fn data(file: &File) -> ShareData {
    let data = ShareData::new();
    data.set_files(&js_sys::Array::of1(file));
    data
}

fn is_abort(error: &JsValue) -> bool {
    error
        .dyn_ref::<web_sys::DomException>()
        .is_some_and(|error| error.name() == "AbortError")
}

fn navigator() -> Option<Navigator> {
    web_sys::window().map(|window| window.navigator())
}
