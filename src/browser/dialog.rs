//! Native dialogs: they keep the focus within, close by Escape, and give the focus back.

use super::page::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, KeyboardEvent};

/// From this width on, details stand beside the list; the style sheets use the same width.
const WIDE: &str = "(min-width: 60rem)";

/// Says whether details stand beside the list.
#[must_use]
pub fn is_wide() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media(WIDE).ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Says whether an event is a press of the Escape key. While an input method puts a letter together the key
/// is its own.
#[must_use]
pub fn is_escape(event: &Event) -> bool {
    is_key(event, "Escape")
}

/// Says the same of the Enter key.
#[must_use]
pub fn is_enter(event: &Event) -> bool {
    is_key(event, "Enter")
}

fn is_key(event: &Event, name: &str) -> bool {
    event
        .dyn_ref::<KeyboardEvent>()
        .is_some_and(|event| event.key() == name && !event.is_composing())
}

/// What has the focus while a dialog opens, to give it back to.
pub struct Opener(Option<HtmlElement>);

/// Remembers what has the focus now.
#[must_use]
pub fn opener() -> Opener {
    let focused = document().and_then(|document| document.active_element());
    Opener(focused.and_then(|focused| focused.dyn_into().ok()))
}

impl Opener {
    /// Gives the focus back, unless it has gone elsewhere meanwhile. What opened the dialog may have been built
    /// anew; then it is known by the address that it leads to, and where it is gone the title takes the focus.
    pub fn give_back(self, address: &str) {
        let Some(document) = document() else {
            return;
        };
        let body = document.body().map(Element::from);
        if document.active_element().is_some_and(|it| Some(it) != body) {
            return;
        }
        let link = || {
            let links = document.query_selector_all("main a[href]").ok()?;
            let mut links = (0..links.length()).filter_map(|at| links.get(at)?.dyn_into().ok());
            links.find(|link: &HtmlElement| link.get_attribute("href").as_deref() == Some(address))
        };
        let opener = self
            .0
            .filter(|it| it.is_connected() && it.tag_name() != "BODY");
        match opener.or_else(link) {
            // Fails for no element that is in the page.
            Some(element) => drop(element.focus()),
            None => super::focus("title"),
        }
    }
}

/// Opens a dialog: over the page on a phone, beside the list on a wide screen.
pub fn open_dialog(id: &str) {
    let Some(dialog) = dialog(id).filter(|dialog| !dialog.open()) else {
        return;
    };
    if is_wide() {
        dialog.show();
    } else {
        // Fails only for a dialog that is not in the page.
        let _ = dialog.show_modal();
    }
}

/// Opens a dialog over the page, whatever its width.
pub fn open_modal(id: &str) {
    if let Some(dialog) = dialog(id).filter(|dialog| !dialog.open()) {
        // Fails only for a dialog that is not in the page.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the focus goes back to where it was.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}
