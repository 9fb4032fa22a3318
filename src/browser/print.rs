//! Printing.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Calls back before the page is printed, whoever asked for that. The latest caller alone is told: there is one
/// screen at a time, and what an earlier one wanted on paper went with it.
pub fn on_print(call: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener = Closure::<dyn Fn()>::new(call).into_js_value();
    window.set_onbeforeprint(Some(listener.unchecked_ref()));
}

/// Opens the browser's own window for printing.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}
