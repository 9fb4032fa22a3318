//! The clipboard, as far as the browser lets the page at it.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, HtmlDocument, HtmlTextAreaElement};

/// Puts a text on the clipboard. Returns whether it is there.
pub async fn copy(text: &str) -> bool {
    if let Some(clipboard) = clipboard("writeText")
        && JsFuture::from(clipboard.write_text(text)).await.is_ok()
    {
        return true;
    }
    // Pages without permission, or opened from a file, may still copy what is selected.
    copy_selected(text).unwrap_or(false)
}

/// Reads the text on the clipboard; `None` where the browser or the user does not allow it.
pub async fn pasted() -> Option<String> {
    let read = JsFuture::from(clipboard("readText")?.read_text()).await;
    read.ok()?.as_string()
}

fn copy_selected(text: &str) -> Option<bool> {
    let document: HtmlDocument = web_sys::window()?.document()?.unchecked_into();
    let before = document.active_element();
    let area = document.create_element("textarea").ok()?;
    let area: HtmlTextAreaElement = area.dyn_into().ok()?;
    area.set_value(text);
    // Within what is open, since over a dialog nothing else can be selected.
    let dialog = document.query_selector("dialog[open]").ok()?;
    let place = dialog.or_else(|| document.body().map(Into::into))?;
    place.append_child(&area).ok()?;
    area.select();
    let is_copied = document.exec_command("copy").unwrap_or(false);
    area.remove();
    if let Some(before) = before.and_then(|before| before.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = before.focus();
    }
    Some(is_copied)
}

/// Returns the clipboard if it has this function. Not every browser has it, nor every page.
fn clipboard(function: &str) -> Option<Clipboard> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).ok()?;
    let has = clipboard.is_object()
        && js_sys::Reflect::has(&clipboard, &function.into()).unwrap_or(false);
    has.then(|| clipboard.unchecked_into())
}
