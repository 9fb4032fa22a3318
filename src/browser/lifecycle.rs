//! The life of the page: timers, coming back to the front, other tabs.

use super::storage::is_snapshot;
use js_sys::Function;
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, StorageEvent};

thread_local! {
    /// What waits until the page has been painted.
    static DUE: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

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

/// Calls back once when the browser has nothing else to do; where it does not tell, a moment later.
pub fn when_idle(call: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let call = Closure::once_into_js(call);
    let has_idle = js_sys::Reflect::has(&window, &"requestIdleCallback".into());
    // Neither fails for a function.
    if has_idle == Ok(true) {
        let _ = window.request_idle_callback(call.unchecked_ref());
    } else {
        let _ = window.set_timeout_with_callback(call.unchecked_ref());
    }
}

/// Calls back once when what the page shows now has been painted; where the page is not seen, a moment later.
pub fn after_paint(call: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    if !is_in_front() {
        return after(0, call);
    }
    // In the millisecond, whatever else waits for the paint comes first: what is seen goes before what is done.
    let painting = Closure::once_into_js(move || after(1, call));
    // Does not fail for a function.
    let _ = window.request_animation_frame(painting.unchecked_ref());
}

/// Calls back once when what the page shows now has been painted, or else before the page goes.
pub fn once_painted(call: impl FnOnce() + 'static) {
    DUE.with_borrow_mut(|due| due.push(Box::new(call)));
    after_paint(catch_up);
}

/// Does at once what waits until the page has been painted.
pub fn catch_up() {
    for call in DUE.take() {
        call();
    }
}

/// Waits so many milliseconds.
pub async fn pause(millis: u32) {
    // A promise takes whatever it is told.
    told(|done| after(millis.into(), move || drop(done.call0(&JsValue::UNDEFINED)))).await;
}

/// Waits until the page has answered to what waits for it. A timer would wait longer, once some have followed each
/// other: four milliseconds (HTML standard, timers).
pub(super) async fn give_way() {
    let Ok(channel) = MessageChannel::new() else {
        return pause(0).await;
    };
    told(|done| {
        channel.port1().set_onmessage(Some(&done));
        // Fails only for what cannot be copied, such as functions.
        let _ = channel.port2().post_message(&JsValue::UNDEFINED);
    })
    .await;
    channel.port1().close();
}

/// Waits until what is handed on is called.
async fn told(begin: impl FnOnce(Function)) {
    let mut call = None;
    let over = js_sys::Promise::new(&mut |done, _| call = Some(done));
    if let Some(call) = call {
        begin(call);
        let _ = JsFuture::from(over).await;
    }
}

/// Calls back when the page goes, or is put by where it hears of nothing.
pub fn on_gone(call: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener = Closure::<dyn Fn()>::new(call);
    // Fails only for an event without a name.
    let _ = window.add_event_listener_with_callback("pagehide", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Says whether the page is in front.
#[must_use]
pub fn is_in_front() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| !document.hidden())
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

/// Calls back whenever another tab changed what is stored, but for snapshots: they stand beside what
/// the pages show.
pub fn on_storage_changed(call: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener = Closure::<dyn Fn(StorageEvent)>::new(move |event: StorageEvent| {
        // Without a key all is cleared.
        if !event.key().is_some_and(|key| is_snapshot(&key)) {
            call();
        }
    });
    window.set_onstorage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}

/// Calls back whenever somebody touches the page or types in it.
pub fn on_touched(call: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener = Closure::<dyn Fn()>::new(call);
    for event in ["pointerdown", "keydown"] {
        // Fails only for an event without a name.
        let _ = window.add_event_listener_with_callback_and_bool(
            event,
            listener.as_ref().unchecked_ref(),
            true,
        );
    }
    listener.forget();
}
