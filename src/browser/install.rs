//! The app on the home screen: the browser's offer to install it, and the number on its icon.

use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

thread_local! {
    /// The browser's offer, until it is taken.
    static OFFER: RefCell<Option<Event>> = const { RefCell::new(None) };
}

/// Calls back with `true` when the browser offers to install the app, and with `false` when it is installed.
/// Browsers that never offer call back never.
pub fn on_install_offer(call: impl Fn(bool) + Clone + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    // It may have come before anybody listened (public/page/first.js).
    let early = js_sys::Reflect::get(&window, &"installOffer".into()).unwrap_or_default();
    if let Ok(event) = early.dyn_into::<Event>() {
        OFFER.set(Some(event));
        call(true);
    }
    let told = call.clone();
    let offered = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        // The app asks itself, at a moment at which that makes sense.
        event.prevent_default();
        OFFER.set(Some(event));
        told(true);
    });
    let installed = Closure::<dyn Fn()>::new(move || call(false));
    for (name, listener) in [
        ("beforeinstallprompt", offered.into_js_value()),
        ("appinstalled", installed.into_js_value()),
    ] {
        // Adding a listener fails only where there is no page.
        let _ = window.add_event_listener_with_callback(name, listener.unchecked_ref());
    }
}

/// Shows the browser's own question whether to install. An offer can be taken once.
pub fn install() {
    if let Some(offer) = OFFER.take() {
        call(&offer, "prompt", &[]);
    }
}

/// Puts a number on the icon of the installed app; 0 takes it away. Where icons bear none, nothing happens; a trial
/// counts nothing.
pub fn set_badge(count: usize) {
    if super::is_trial() {
        return;
    }
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else {
        return;
    };
    match u32::try_from(count) {
        Ok(0) => call(&navigator, "clearAppBadge", &[]),
        Ok(count) => call(&navigator, "setAppBadge", &[count.into()]),
        Err(_) => {}
    }
}

/// Calls a function that not every browser has. What it answers later does not matter.
fn call(of: &JsValue, name: &str, arguments: &[JsValue]) {
    let function = js_sys::Reflect::get(of, &name.into()).unwrap_or_default();
    if let Some(function) = function.dyn_ref::<js_sys::Function>() {
        let _ = function.apply(of, &arguments.iter().collect());
    }
}
