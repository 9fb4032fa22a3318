//! Native dialogs: they keep the focus within and close by Escape.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement, KeyboardEvent};

/// From this width on, details stand beside the list; the style sheets use the same width.
const WIDE: &str = "(min-width: 60rem)";

/// Says whether details stand beside the list.
#[must_use]
pub fn is_wide() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media(WIDE).ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Says whether an event is a press of the Escape key.
#[must_use]
pub fn is_escape(event: &Event) -> bool {
    event
        .dyn_ref::<KeyboardEvent>()
        .is_some_and(|event| event.key() == "Escape")
}

/// Opens a dialog: over the page on a phone, beside the list on a wide screen.
pub fn open_dialog(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|document| document.get_element_by_id(id));
    let Some(dialog) = found.and_then(|found| found.dyn_into::<HtmlDialogElement>().ok()) else {
        return;
    };
    if dialog.open() {
        return;
    }
    if is_wide() {
        dialog.show();
    } else {
        // Fails only for a dialog that is not in the page.
        let _ = dialog.show_modal();
    }
}
