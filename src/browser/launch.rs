//! Files that are opened with the installed app, such as by a double click.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

/// Calls back with the files that the app is opened with, for as long as the page lives. Where the
/// browser hands none over, nothing happens.
pub fn on_launched(call: impl Fn(Vec<File>) + Clone + 'static) {
    let consumer = Closure::<dyn Fn(JsValue)>::new(move |launch: JsValue| {
        let call = call.clone();
        spawn_local(async move {
            let files = files(&launch).await;
            if !files.is_empty() {
                call(files);
            }
        });
    });
    if set_consumer(consumer.as_ref().unchecked_ref()).is_ok() {
        consumer.forget();
    }
}

fn set_consumer(consumer: &js_sys::Function) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let queue = js_sys::Reflect::get(&window, &"launchQueue".into())?;
    method(&queue, "setConsumer")?.call1(&queue, consumer)?;
    Ok(())
}

/// Asks each handle for its file; one that is gone is left out.
async fn files(launch: &JsValue) -> Vec<File> {
    let handles = js_sys::Reflect::get(launch, &"files".into()).unwrap_or_default();
    let mut files = Vec::new();
    for handle in handles
        .dyn_into::<js_sys::Array>()
        .unwrap_or_default()
        .iter()
    {
        if let Ok(file) = file(&handle).await {
            files.push(file);
        }
    }
    files
}

async fn file(handle: &JsValue) -> Result<File, JsValue> {
    let promise = method(handle, "getFile")?.call0(handle)?;
    let file = JsFuture::from(promise.dyn_into::<js_sys::Promise>()?).await?;
    file.dyn_into()
}

fn method(of: &JsValue, name: &str) -> Result<js_sys::Function, JsValue> {
    js_sys::Reflect::get(of, &name.into())?.dyn_into()
}
