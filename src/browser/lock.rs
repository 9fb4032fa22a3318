//! A lock that one page of the browser holds at a time (Web Locks). The browser frees it when the page
//! goes, however it goes.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const NAME: &str = "so-tien-do";

/// The lock, until it is dropped.
#[derive(Debug)]
pub struct Lock(js_sys::Function);

/// How the lock is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// At once or not at all.
    IfFree,
    /// At once, from whoever holds it.
    ByForce,
}

/// This page has no locks: the browser is old, or the page came from a file or without encryption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoLocks;

/// Asks for the lock; `None` where another page holds it. Calls `lost` when it was taken by force.
///
/// # Errors
/// [`NoLocks`] where there are none.
pub async fn lock(wanted: Wanted, lost: impl FnOnce() + 'static) -> Result<Option<Lock>, NoLocks> {
    let locks = locks().ok_or(NoLocks)?;
    let mut lost = Some(lost);
    let granted = js_sys::Promise::new(&mut |tell, refuse| {
        let Some(lost) = lost.take() else { return };
        let ended = request(&locks, wanted, tell);
        // Refused before it was granted, or lost since. A promise hears only the first that it is told.
        let failed = Closure::once(move |_: JsValue| {
            let _ = refuse.call0(&JsValue::UNDEFINED);
            lost();
        });
        match ended {
            Ok(ended) => {
                let _ = ended.catch(&failed);
                failed.forget();
            }
            Err(error) => {
                let _ = js_sys::Promise::reject(&error).catch(&failed);
                failed.forget();
            }
        }
    });
    let granted = JsFuture::from(granted).await.map_err(|_| NoLocks)?;
    Ok(granted.dyn_into().ok().map(Lock))
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Settling a promise cannot fail.
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

/// Tells what frees the lock when it is granted. The promise that comes back ends with the lock.
fn request(
    locks: &JsValue,
    wanted: Wanted,
    tell: js_sys::Function,
) -> Result<js_sys::Promise, JsValue> {
    let hold = Closure::once_into_js(move |lock: JsValue| {
        let told = |free: &JsValue| {
            let _ = tell.call1(&JsValue::UNDEFINED, free);
        };
        if lock.is_null() {
            told(&JsValue::NULL);
            return JsValue::UNDEFINED;
        }
        js_sys::Promise::new(&mut |free, _| told(&free)).into()
    });
    let options = js_sys::Object::new();
    let option = match wanted {
        Wanted::IfFree => "ifAvailable",
        Wanted::ByForce => "steal",
    };
    js_sys::Reflect::set(&options, &option.into(), &true.into())?;
    let request: js_sys::Function = js_sys::Reflect::get(locks, &"request".into())?.dyn_into()?;
    request
        .call3(locks, &NAME.into(), &options, &hold)?
        .dyn_into()
}

fn locks() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let locks = js_sys::Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then_some(locks)
}
