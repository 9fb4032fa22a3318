//! What is dropped or pasted anywhere on the page.

use super::files::transferred;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, File};

/// What a user brings to the page.
#[derive(Clone, Debug)]
pub enum Brought {
    Files(Vec<File>),
    Text(String),
}

/// Calls back with what is dropped or pasted, for as long as the page lives. While it is not wanted
/// nothing happens, and what is pasted into a field is the field's.
pub fn on_brought(is_wanted: impl Fn() -> bool + 'static, call: impl Fn(Brought) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if let Some(brought) = brought(&event).filter(|_| is_wanted()) {
            // Or the browser would leave the app and show the file.
            event.prevent_default();
            if let Some(brought) = brought.filled() {
                call(brought);
            }
        }
    });
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    for name in ["dragover", "drop", "paste"] {
        // Fails only for an event without a name.
        let _ = document.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

impl Brought {
    /// Returns nothing for what is still above the page, or holds nothing.
    fn filled(self) -> Option<Self> {
        let is_empty = match &self {
            Self::Files(files) => files.is_empty(),
            Self::Text(text) => text.trim().is_empty(),
        };
        (!is_empty).then_some(self)
    }
}

fn brought(event: &Event) -> Option<Brought> {
    if event.default_prevented() {
        return None;
    }
    match event.type_().as_str() {
        "dragover" => Some(Brought::Files(Vec::new())),
        "drop" => Some(Brought::Files(transferred(event, "dataTransfer"))),
        _ if is_in_field(event) => None,
        _ => {
            let files = transferred(event, "clipboardData");
            if files.is_empty() {
                Some(Brought::Text(pasted_text(event)))
            } else {
                Some(Brought::Files(files))
            }
        }
    }
}

fn is_in_field(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA"))
}

fn pasted_text(event: &Event) -> String {
    let event: &web_sys::ClipboardEvent = event.unchecked_ref();
    let data = event.clipboard_data();
    data.and_then(|data| data.get_data("text/plain").ok())
        .unwrap_or_default()
}
