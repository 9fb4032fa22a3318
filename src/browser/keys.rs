//! Keys that are pressed anywhere on the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, KeyboardEvent};

/// A key by its place on the keyboard, whatever letters the layout or an input method makes of it, and
/// what is held with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// Such as `Digit1`, `KeyK`, `F1`, `ArrowDown`.
    pub code: String,
    /// The sign that it writes where no field takes it, such as `?`; else empty.
    pub sign: String,
    pub alt: bool,
    /// Ctrl, or the command key of a Mac.
    pub ctrl: bool,
}

/// Calls back with each key; what the browser would do by itself is left out where the answer is `true`.
/// Keys of an input method that is putting a letter together are not told.
pub fn on_stroke(call: impl Fn(&Stroke) -> bool + 'static) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        let is_sign = event.key().len() == 1 && !is_in_field(&event);
        let stroke = Stroke {
            code: event.code(),
            sign: if is_sign { event.key() } else { String::new() },
            alt: event.alt_key(),
            ctrl: event.ctrl_key() || event.meta_key(),
        };
        // With Shift a key is another sign, and no command by its place.
        let is_told = !event.shift_key() || stroke.sign == "?";
        if !event.is_composing() && is_told && call(&stroke) {
            event.prevent_default();
        }
    });
    document.set_onkeydown(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}

fn is_in_field(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|it| it.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|it| {
        matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || it.is_content_editable()
    })
}

/// Moves the focus from one of some elements to the next, or the one before. Says whether there was one.
#[must_use]
pub fn focus_beside(selector: &str, forward: bool) -> bool {
    let moved = || -> Option<()> {
        let document = web_sys::window()?.document()?;
        let active = document.active_element()?;
        let all = document.query_selector_all(selector).ok()?;
        let at = (0..all.length()).find(|at| all.get(*at).as_ref() == Some(active.as_ref()))?;
        let next = if forward { at + 1 } else { at.checked_sub(1)? };
        let next: HtmlElement = all.get(next)?.dyn_into().ok()?;
        next.focus().ok()
    };
    moved().is_some()
}

/// Says whether the focus or the pointer is in one of some elements.
#[must_use]
pub fn is_at(selector: &str) -> bool {
    let is_there = |state: &str| {
        let document = web_sys::window()?.document()?;
        document.query_selector(&[selector, state].concat()).ok()?
    };
    [":focus-within", ":hover"]
        .iter()
        .any(|state| is_there(state).is_some())
}

/// Puts the focus into the first of some elements that is shown. Says whether there was one.
#[must_use]
pub fn focus_first(selector: &str) -> bool {
    let focused = || -> Option<()> {
        let document = web_sys::window()?.document()?;
        let first: HtmlElement = document.query_selector(selector).ok()??.dyn_into().ok()?;
        first.focus().ok()
    };
    focused().is_some()
}
