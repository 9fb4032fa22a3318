//! The app as one file: what stands in the page beside the app, and how the page is written anew.

use super::files::blob;
use super::page::document;
use crate::one_file::{ENCLOSED, META, READING_MODULE, READING_SCRIPT, WHOLE, enclosed};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, Url, Worker};

thread_local! {
    /// What the page shows before the app, which takes its place.
    static SHELL: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Says whether the app is one file.
#[must_use]
pub fn is_one_file() -> bool {
    meta().is_some()
}

/// Says whether the app is a file without the second module.
#[must_use]
pub fn is_small() -> bool {
    meta().is_some() && part(READING_MODULE).is_none()
}

/// Returns the text that the page brings along.
#[must_use]
pub fn enclosed_text() -> Option<String> {
    enclosed(&part(ENCLOSED)?)
}

/// Empties the page for the app; what it showed before is kept for whom the page is written for.
pub fn clear() {
    if let Some(body) = document().and_then(|document| document.body()) {
        if is_one_file() {
            SHELL.set(body.inner_html());
        }
        body.set_inner_html("");
    }
}

/// Returns a page that is the whole app in one file: this one, or the one that the release has beside it.
/// Nothing where that cannot be fetched.
pub async fn page_as_file() -> Option<String> {
    if !is_one_file() {
        return fetched().await.ok();
    }
    let head = document()?.head()?.outer_html();
    let shell = SHELL.with_borrow(Clone::clone);
    let begin = "<!doctype html>\n<html lang=\"vi\">\n";
    Some([begin, &head, "\n<body>", &shell, "</body>\n</html>\n"].concat())
}

async fn fetched() -> Result<String, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let answer: Response = JsFuture::from(window.fetch_with_str(WHOLE))
        .await?
        .dyn_into()?;
    if !answer.ok() {
        return Err(JsValue::NULL);
    }
    let text = JsFuture::from(answer.text()?).await?;
    text.as_string().ok_or(text)
}

/// Starts the second module out of the page.
pub(super) fn worker() -> Option<Worker> {
    let (script, module) = (part(READING_SCRIPT)?, part(READING_MODULE)?);
    let script = blob(&script.into(), "text/javascript").ok()?;
    let address = Url::create_object_url_with_blob(&script).ok()?;
    let worker = Worker::new(&address).ok();
    // By then every browser has read it.
    super::after(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    });
    let worker = worker?;
    worker.post_message(&module.into()).ok()?;
    Some(worker)
}

fn meta() -> Option<web_sys::Element> {
    let name = ["meta[name=", META, "]"].concat();
    document()?.query_selector(&name).ok()?
}

fn part(id: &str) -> Option<String> {
    document()?.get_element_by_id(id)?.text_content()
}
