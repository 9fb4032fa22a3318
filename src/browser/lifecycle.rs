//! The life of the page: timers, coming back to the front, other tabs.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Calls back once after so many milliseconds; browsers bound a timer at about 24 days.
pub fn after(millis: i64, call: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let timer = Closure::once_into_js(call);
    let millis = i32::try_from(millis).unwrap_or(i32::MAX);
    let _ =
        window.set_timeout_with_callback_and_timeout_and_arguments_0(timer.unchecked_ref(), millis);
}

/// Calls back whenever the page comes back to the front, also out of the browser's back-and-forward
/// memory, where it heard of nothing.
pub fn on_front(call: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let Some(document) = window.document() else {
        return;
    };
    let watched = document.clone();
    let listener = Closure::<dyn Fn()>::new(move || {
        if !watched.hidden() {
            call();
        }
    });
    document.set_onvisibilitychange(Some(listener.as_ref().unchecked_ref()));
    window.set_onpageshow(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}

/// Calls back when the page may be about to go: closed, loaded anew, or sent to the back, after which a
/// phone may end it without a further word.
pub fn on_leaving(call: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener = Closure::<dyn Fn()>::new(call);
    let function = listener.as_ref().unchecked_ref();
    for event in ["pagehide", "blur"] {
        // Fails only for an event without a name.
        let _ = window.add_event_listener_with_callback(event, function);
    }
    // The last that many phones say before they end a page.
    if let Some(document) = window.document() {
        let _ = document.add_event_listener_with_callback("visibilitychange", function);
    }
    listener.forget();
}

/// Calls back whenever another tab changed what is stored.
pub fn on_storage_changed(call: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener = Closure::<dyn Fn()>::new(call);
    window.set_onstorage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}
