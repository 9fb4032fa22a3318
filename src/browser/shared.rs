//! What other apps share with the installed app. The service worker keeps it in a cache of its own
//! until the page has shown it.

use super::Brought;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Cache, CacheStorage, File, FilePropertyBag, Request, Response};

/// The header in which the worker keeps a file's name; a text has none.
const NAME: &str = "x-name";

/// Where the worker sends the page when it could not keep what was shared.
const NOT_KEPT: &str = "?chua-nhan";

/// Something that was shared and is still kept.
#[derive(Debug)]
pub struct Shared {
    pub brought: Brought,
    key: Request,
}

/// Says whether the page was opened since something was shared that could not be kept.
#[must_use]
pub fn was_share_lost() -> bool {
    super::address().ends_with(NOT_KEPT)
}

/// Returns all that was shared and is kept.
pub async fn shared() -> Vec<Shared> {
    kept().await.unwrap_or_default()
}

/// Forgets what was shared, once it was shown.
pub async fn forget_shared(all: &[Shared]) {
    if let Ok(Some(cache)) = inbox().await {
        for shared in all {
            // What stays is shown once more.
            let _ = JsFuture::from(cache.delete_with_request(&shared.key)).await;
        }
    }
}

async fn kept() -> Result<Vec<Shared>, JsValue> {
    let mut all = Vec::new();
    let Some(cache) = inbox().await? else {
        return Ok(all);
    };
    // Of what the browser itself hands over the types are known.
    let keys: js_sys::Array = JsFuture::from(cache.keys()).await?.unchecked_into();
    for key in keys.iter() {
        let key: Request = key.unchecked_into();
        let found = JsFuture::from(cache.match_with_request(&key)).await?;
        // Another tab may just have forgotten it.
        if !found.is_undefined() {
            let brought = brought(found.unchecked_ref()).await?;
            all.push(Shared { brought, key });
        }
    }
    Ok(all)
}

async fn brought(response: &Response) -> Result<Brought, JsValue> {
    let Some(name) = response.headers().get(NAME)? else {
        let text = JsFuture::from(response.text()?).await?;
        return Ok(Brought::Text(text.as_string().unwrap_or_default()));
    };
    let name = js_sys::decode_uri_component(&name).map_or(name, String::from);
    let blob: Blob = JsFuture::from(response.blob()?).await?.unchecked_into();
    let parts = js_sys::Array::of1(&blob);
    let file = File::new_with_blob_sequence_and_options(&parts, &name, &FilePropertyBag::new())?;
    Ok(Brought::Files(vec![file]))
}

/// The worker's cache, if anything was ever shared. Asking for it must not make it.
async fn inbox() -> Result<Option<Cache>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    // Not there in a page that is not served securely.
    let caches = js_sys::Reflect::get(&window, &"caches".into())?;
    if caches.is_undefined() {
        return Ok(None);
    }
    let caches: CacheStorage = caches.unchecked_into();
    let name = name().ok_or(JsValue::NULL)?;
    if JsFuture::from(caches.has(&name)).await? != JsValue::TRUE {
        return Ok(None);
    }
    let cache = JsFuture::from(caches.open(&name)).await?;
    Ok(Some(cache.unchecked_into()))
}

/// The same name as in the service worker, whose scope is the folder of the page.
fn name() -> Option<String> {
    let page = web_sys::window()?.location().href().ok()?;
    let scope = web_sys::Url::new_with_base("./", &page).ok()?.href();
    Some(["so-tien-do inbox ", &scope].concat())
}
