//! Printing.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Calls back with `true` before the page is printed and with `false` after. The latest caller alone is
/// told.
pub fn on_print(call: impl Fn(bool) + Clone + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener = |printing: bool| {
        let call = call.clone();
        Closure::<dyn Fn()>::new(move || call(printing)).into_js_value()
    };
    window.set_onbeforeprint(Some(listener(true).unchecked_ref()));
    window.set_onafterprint(Some(listener(false).unchecked_ref()));
}

/// Asks the browser to print the page; there it can be kept as PDF, too.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Where nothing can be printed, nothing happens.
        let _ = window.print();
    }
}
