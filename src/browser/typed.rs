//! What is typed in a field.

use js_sys::{JsString, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// Returns what is typed or chosen in the field that an event came from. Some keyboards write a letter and its
/// marks apart: they are put together, in the field too, unless an input method is still at it.
#[must_use]
pub fn typed(event: &Event) -> String {
    let Some(target) = event.target() else {
        return String::new();
    };
    let raw = if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else {
        let select = target.dyn_ref::<HtmlSelectElement>();
        select.map(HtmlSelectElement::value).unwrap_or_default()
    };
    if raw.is_ascii() || is_composing(event) {
        return raw;
    }
    let whole = composed(&raw);
    if whole != raw {
        put_in_place(&target, &raw, &whole);
    }
    whole
}

fn is_composing(event: &Event) -> bool {
    Reflect::get(event, &"isComposing".into()).is_ok_and(|it| it.is_truthy())
}

fn composed(text: &str) -> String {
    String::from(JsString::from(text).normalize("NFC"))
}

/// Writes the text into its field; the caret stays behind the letter that it stood behind.
fn put_in_place(field: &web_sys::EventTarget, raw: &str, whole: &str) {
    let caret_after = |at: u32| {
        let before: Vec<u16> = raw.encode_utf16().take(at as usize).collect();
        let before = composed(&String::from_utf16_lossy(&before));
        u32::try_from(before.encode_utf16().count()).unwrap_or_default()
    };
    // Fails for fields without a caret, which hold no such letters.
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        let caret = input.selection_start().ok().flatten().map(caret_after);
        input.set_value(whole);
        let _ = input.set_selection_start(caret);
        let _ = input.set_selection_end(caret);
    } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        let caret = area.selection_start().ok().flatten().map(caret_after);
        area.set_value(whole);
        let _ = area.set_selection_start(caret);
        let _ = area.set_selection_end(caret);
    }
}
