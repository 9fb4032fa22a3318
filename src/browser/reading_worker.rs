//! The worker's side of [`reading`](super::reading): all that the second module does.

use super::reading::{AHEAD, READ, UNPACK, WRITE};
use crate::guard;
use crate::reading::{Unpacked, unpacked};
use crate::report::{Order, SentAhead};
use crate::source::{self, ArchiveFault, SourceError, Text};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

/// The share of the time that the text takes; the rest is the plan's.
const TEXT: f64 = 0.6;

/// Says that the worker is ready, and does what is asked.
pub fn serve_readings() {
    let worker: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = worker.clone();
    let ahead = RefCell::new(SentAhead::default());
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        let question: Array = message.data().unchecked_into();
        let of = question.get(1);
        match question.get(0).as_string().as_deref().unwrap_or_default() {
            READ => answer(&answering, &of),
            UNPACK => tell(&answering, "done", &unpacked(&unpack(&of)).into()),
            AHEAD => ahead.borrow_mut().add(&of.as_string().unwrap_or_default()),
            WRITE => write(&answering, &of, ahead.take()),
            asked => {
                let of = of.as_string().unwrap_or_default();
                tell(&answering, "done", &guard::answer(asked, &of).into());
            }
        }
    });
    worker.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    tell(&worker, "ready", &JsValue::UNDEFINED);
}

fn answer(worker: &DedicatedWorkerGlobalScope, document: &JsValue) {
    let mut progress = |share: f64| tell(worker, "progress", &(share * TEXT).into());
    match read(document, &mut progress) {
        Ok(text) => {
            progress(1.0);
            tell(worker, "done", &crate::reading::answer(&text).into());
        }
        Err(error) => {
            // Without a cause the page takes it for a breakdown.
            let error = serde_json::to_string(&error).unwrap_or_default();
            tell(worker, "failed", &error.into());
        }
    }
}

fn write(worker: &DedicatedWorkerGlobalScope, order: &JsValue, ahead: SentAhead) {
    let order = order.as_string().unwrap_or_default();
    let mut progress = |share: f64| tell(worker, "progress", &share.into());
    match Order::answer(&order, ahead, &mut progress) {
        Some(bytes) => tell(worker, "written", &Uint8Array::from(&*bytes)),
        None => tell(worker, "failed", &JsValue::UNDEFINED),
    }
}

fn unpack(archive: &JsValue) -> Unpacked {
    let bytes = load(archive).map_err(|_| ArchiveFault::Damaged)?;
    source::unpack(&bytes)
}

fn read(document: &JsValue, progress: &mut dyn FnMut(f64)) -> Result<Text, SourceError> {
    if let Some(text) = document.as_string() {
        return source::read_text(&text);
    }
    let bytes = load(document).map_err(|_| SourceError::Unreadable)?;
    source::read(&bytes, progress)
}

fn load(document: &JsValue) -> Result<Vec<u8>, JsValue> {
    let content = match document.dyn_ref::<File>() {
        Some(file) => FileReaderSync::new()?.read_as_array_buffer(file)?,
        None => document
            .dyn_ref::<ArrayBuffer>()
            .ok_or(JsValue::NULL)?
            .clone(),
    };
    Ok(Uint8Array::new(&content).to_vec())
}

fn tell(worker: &DedicatedWorkerGlobalScope, kind: &str, value: &JsValue) {
    // Fails only for what cannot be copied, such as functions.
    let _ = worker.post_message(&Array::of2(&kind.into(), value));
}
