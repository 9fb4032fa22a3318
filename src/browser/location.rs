//! The address behind `#`.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Location;

/// Returns the address behind `#`, with its percent signs resolved.
#[must_use]
pub fn address() -> String {
    let hash = location()
        .and_then(|location| location.hash().ok())
        .unwrap_or_default();
    js_sys::decode_uri_component(&hash).map_or(hash, String::from)
}

/// Goes to an address, so that the back button leads here again.
pub fn go(address: &str) {
    if let Some(location) = location() {
        // A hash can always be set; the error is for documents that are gone.
        let _ = location.set_hash(address);
    }
}

/// Goes to an address in place of this one.
pub fn replace(address: &str) {
    if let Some(location) = location() {
        let _ = location.replace(address);
    }
}

/// Goes one step back in the browser's history.
pub fn go_back() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.back();
    }
}

/// Calls back whenever the address changes, for as long as the page lives.
pub fn on_address_changed(call: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener = Closure::<dyn Fn()>::new(call);
    window.set_onhashchange(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}

fn location() -> Option<Location> {
    web_sys::window().map(|window| window.location())
}
