//! The service worker: the app starts offline, and a new version is offered, never forced.

use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    RegistrationOptions, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerState, ServiceWorkerUpdateViaCache,
};

const WORKER: &str = "./service-worker.js";

thread_local! {
    /// The worker of a new version that waits to take over.
    static WAITING: RefCell<Option<ServiceWorker>> = const { RefCell::new(None) };
}

/// Registers the worker and calls back when a new version waits. Where there are no service
/// workers, and where the app is one file, nothing happens.
pub fn on_new_version(call: impl Fn() + Clone + 'static) {
    let Some(container) = container().filter(|_| !super::is_one_file()) else {
        return;
    };
    spawn_local(async move {
        // The worker itself must never come out of the HTTP cache, or no new version is ever seen.
        let options = RegistrationOptions::new();
        options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
        let registered = JsFuture::from(container.register_with_options(WORKER, &options)).await;
        if let Ok(registration) = registered.and_then(JsCast::dyn_into::<ServiceWorkerRegistration>)
        {
            watch(&registration, call);
        }
    });
}

/// Lets the waiting version take over; the page is loaded anew when it has.
pub fn take_new_version() {
    let Some(container) = container() else { return };
    reload_when_taken_over(&container);
    WAITING.with_borrow(|waiting| {
        let message = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&message, &"type".into(), &"skip-waiting".into());
        if let Some(worker) = waiting {
            let _ = worker.post_message(&message);
        }
    });
}

fn watch(registration: &ServiceWorkerRegistration, call: impl Fn() + Clone + 'static) {
    if let Some(worker) = registration.waiting() {
        offer(worker, &call);
    }
    let watched = registration.clone();
    let listener = Closure::<dyn Fn()>::new(move || {
        if let Some(worker) = watched.installing() {
            watch_installing(&worker, call.clone());
        }
    });
    registration.set_onupdatefound(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}

fn watch_installing(worker: &ServiceWorker, call: impl Fn() + 'static) {
    let watched = worker.clone();
    let listener = Closure::<dyn Fn()>::new(move || {
        if watched.state() == ServiceWorkerState::Installed {
            offer(watched.clone(), &call);
        }
    });
    worker.set_onstatechange(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}

/// The very first version has nobody to wait for, so it is not offered.
fn offer(worker: ServiceWorker, call: &impl Fn()) {
    if container()
        .and_then(|container| container.controller())
        .is_some()
    {
        WAITING.set(Some(worker));
        call();
    }
}

fn reload_when_taken_over(container: &ServiceWorkerContainer) {
    let listener = Closure::<dyn Fn()>::new(|| {
        if let Some(window) = web_sys::window() {
            let _ = window.location().reload();
        }
    });
    container.set_oncontrollerchange(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}

/// Returns the container; `None` where the page is not served securely or the browser has none.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let container = js_sys::Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    container.dyn_into().ok()
}
