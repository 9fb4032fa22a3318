//! What other apps share with the installed app. The service worker keeps it in a cache of its own
//! until the page has shown it.

use super::Brought;
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, CacheStorage, File, FilePropertyBag, Request, Response};

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

/// Says whether anything that was shared is kept.
pub async fn is_anything_shared() -> bool {
    match inbox().await {
        Ok(Some(cache)) => keys(&cache).await.is_ok_and(|keys| keys.length() > 0),
        _ => false,
    }
}

/// Returns all that was shared and is kept.
pub async fn shared() -> Vec<Shared> {
    kept().await.unwrap_or_default()
}

/// Forgets what was shared, once it was shown.
pub async fn forget_shared(all: &[Shared]) {
    if let Ok(Some(cache)) = inbox().await {
        // What stays is shown once more.
        let _ = together(
            all.iter()
                .map(|shared| cache.delete_with_request(&shared.key)),
        )
        .await;
    }
}

/// Each answer of the browser takes its time, so all are asked for at once.
async fn kept() -> Result<Vec<Shared>, JsValue> {
    let Some(cache) = inbox().await? else {
        return Ok(Vec::new());
    };
    let keys = keys(&cache).await?;
    let asked = keys
        .iter()
        .map(|key| cache.match_with_request(key.unchecked_ref()));
    let found = together(asked).await?;
    // Another tab may just have forgotten some.
    let kept = keys
        .iter()
        .zip(found.iter())
        .filter(|(_, found)| !found.is_undefined());
    let kept: Vec<(Request, Response)> = kept
        .map(|(key, found)| (key.unchecked_into(), found.unchecked_into()))
        .collect();
    let asked: Result<Vec<_>, _> = kept.iter().map(|(_, response)| content(response)).collect();
    let contents = together(asked?.into_iter()).await?;
    let all = kept.into_iter().zip(contents.iter());
    all.map(|((key, response), content)| {
        let brought = brought(&response, &content)?;
        Ok(Shared { brought, key })
    })
    .collect()
}

/// Asks for what `brought` takes.
fn content(response: &Response) -> Result<Promise, JsValue> {
    match response.headers().get(NAME)? {
        Some(_) => response.blob(),
        None => response.text(),
    }
}

fn brought(response: &Response, content: &JsValue) -> Result<Brought, JsValue> {
    let Some(name) = response.headers().get(NAME)? else {
        return Ok(Brought::Text(content.as_string().unwrap_or_default()));
    };
    let name = js_sys::decode_uri_component(&name).map_or(name, String::from);
    let parts = Array::of1(content);
    let file = File::new_with_blob_sequence_and_options(&parts, &name, &FilePropertyBag::new())?;
    Ok(Brought::Files(vec![file]))
}

async fn keys(cache: &Cache) -> Result<Array, JsValue> {
    Ok(JsFuture::from(cache.keys()).await?.unchecked_into())
}

/// Waits for all that was asked for; the answers come in its order.
async fn together(asked: impl Iterator<Item = Promise>) -> Result<Array, JsValue> {
    let asked: Array = asked.collect();
    let answers = JsFuture::from(Promise::all(&asked)).await?;
    Ok(answers.unchecked_into())
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
