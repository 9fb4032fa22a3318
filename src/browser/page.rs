//! The page itself: its title, what is in view, what has the focus.

use wasm_bindgen::JsCast;
use web_sys::{Document, Event, HtmlElement};

/// Returns what an element says.
#[must_use]
pub fn words_of(id: &str) -> Option<String> {
    element(id)?.text_content()
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to an element without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Lets the field that is typed in hand on what it holds, as if it were left.
pub fn hand_on_typing() {
    let Some(field) = document().and_then(|document| document.active_element()) else {
        return;
    };
    let told_by = match (&*field.tag_name(), field.get_attribute("type").as_deref()) {
        ("TEXTAREA", _) | ("INPUT", Some("text")) => "change",
        ("INPUT", Some("date")) => "blur",
        _ => return,
    };
    if let Ok(event) = Event::new(told_by) {
        // Says only whether somebody prevented the event's own effect, and it has none.
        let _ = field.dispatch_event(&event);
    }
}

/// Scrolls an element into view.
pub fn scroll_to(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Returns an element that stands in the page.
#[must_use]
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}
