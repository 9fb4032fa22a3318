//! Files that the user opens and saves.

use crate::file::{FileError, MAX_BYTES};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Event, File, HtmlAnchorElement, HtmlInputElement, Url};

/// Reads the files chosen in the input that an event came from, with their names. The input is
/// emptied, so that the same file can be chosen again.
pub fn chosen_files(
    event: &Event,
) -> impl Future<Output = Vec<(String, Result<String, FileError>)>> + 'static {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    async move {
        let Some(input) = input else {
            return Vec::new();
        };
        let list = input.files();
        let files = list
            .iter()
            .flat_map(|list| (0..list.length()).filter_map(|index| list.get(index)));
        let mut texts = Vec::new();
        for file in files.collect::<Vec<_>>() {
            texts.push((file.name(), read(&file).await));
        }
        input.set_value("");
        texts
    }
}

/// Returns the file chosen in the input that an event came from. The input is emptied, so that the
/// same file can be chosen again.
#[must_use]
pub fn chosen_file(event: &Event) -> Option<File> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// Returns the file that was dropped on the page.
#[must_use]
pub fn dropped_file(event: &Event) -> Option<File> {
    let part = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let transfer = part(event.as_ref(), "dataTransfer")?;
    part(&part(&transfer, "files")?, "0")?.dyn_into().ok()
}

/// A file that is too large is not even read, so that it cannot exhaust a small phone.
async fn read(file: &File) -> Result<String, FileError> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number of bytes"
    )]
    let bytes = file.size() as usize;
    if bytes > MAX_BYTES {
        return Err(FileError::TooLarge { bytes });
    }
    let text = JsFuture::from(file.text())
        .await
        .ok()
        .and_then(|text| text.as_string());
    text.ok_or(FileError::Unreadable)
}

/// Saves a text as a file in the user's download folder.
///
/// # Errors
/// What the browser says when it cannot.
pub fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let url = Url::create_object_url_with_blob(&blob(text, "application/json")?)?;
    let link: HtmlAnchorElement = document
        .create_element("a")?
        .dyn_into()
        .map_err(JsValue::from)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the text when the click returns; the address may go a little later.
    super::after(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    });
    Ok(())
}

fn blob(text: &str, kind: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options)
}
