//! Native dialogs: they keep the focus within and close by Escape.

use web_sys::HtmlDialogElement;

/// From this width on, details stand beside the list; the style sheets use the same width.
const WIDE: &str = "(min-width: 60rem)";

/// Says whether details stand beside the list.
#[must_use]
pub fn is_wide() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media(WIDE).ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Opens a dialog: over the page on a phone, beside the list on a wide screen.
pub fn open_dialog(dialog: &HtmlDialogElement) {
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
