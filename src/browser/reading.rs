//! Documents are read and written, archives unpacked, and files signed and locked, in a worker: by a second module
//! that is fetched when it is first needed.
//!
//! The two speak in pairs: `["ready"]` when the module runs, `["progress", share]`, and at last
//! `["done", json]`, `["written", bytes]`, `["failed", json]` or `["broken"]`. To the worker goes what is
//! asked and of what: `["read", file or text]`, `["unpack", file]` (or its content), `["write", json]`, before it
//! `["ahead", json]` for each part that goes ahead, or what [`guard`](crate::guard) answers: `["sign", json]` …

use super::Turns;
use crate::guard::Question;
use crate::reading::{Unpacked, read_unpacked};
use crate::report::Order;
use crate::source::{ArchiveFault, MAX_ARCHIVE, MAX_BYTES, SourceError};
use std::pin::Pin;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, MessageEvent, Worker};

/// What the worker is asked.
pub(super) const READ: &str = "read";
pub(super) const UNPACK: &str = "unpack";
pub(super) const AHEAD: &str = "ahead";
pub(super) const WRITE: &str = "write";

/// What is heard of a document that is being read. After anything but progress nothing follows.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// How much is done, from 0 to 1.
    Progress(f64),
    /// The answer of [`crate::reading::answer`].
    Done(String),
    /// A file that was asked for.
    Written(Vec<u8>),
    Failed(SourceError),
    /// The worker did not start.
    Broken,
}

/// A document that is being read. Dropping it stops the reading.
#[derive(Debug)]
pub struct Job {
    worker: Option<Worker>,
    /// What the worker calls, for as long as it lives.
    _heard: Option<Closure<dyn FnMut(MessageEvent)>>,
}

/// Reads a file. One that is too large is not even loaded.
pub fn read_file(file: &File, mut on: impl FnMut(Event) + 'static) -> Job {
    if super::size(file) > MAX_BYTES {
        super::after(0, move || on(Event::Failed(SourceError::TooLarge)));
        return Job::none();
    }
    // What goes over is a handle: the worker itself loads the content, which is never copied.
    start(READ, file, on)
}

/// Reads a text that was pasted.
pub fn read_text(text: &str, on: impl FnMut(Event) + 'static) -> Job {
    start(READ, &text.into(), on)
}

/// Unpacks an archive. Given up, it stops.
pub(super) async fn unpack(file: File) -> Unpacked {
    if super::size(&file) > MAX_ARCHIVE {
        return Err(ArchiveFault::TooLarge);
    }
    let answer = answer(UNPACK, &file).await;
    read_unpacked(&answer.as_string().unwrap_or_default())
}

/// Writes a report.
pub fn write_report(order: Order, on: impl FnMut(Event) + 'static) -> Job {
    let hand_over = move |worker: &Worker| {
        spawn_local(put_order(order, worker.clone()));
        true
    };
    start_with(hand_over, on)
}

/// Hands over what a report is made of, in turns: there may be thousands of records.
async fn put_order(mut order: Order, worker: Worker) {
    let post = |asked: &str, of: String| {
        let part = js_sys::Array::of2(&asked.into(), &of.into());
        let is_posted = worker.post_message(&part).is_ok();
        if !is_posted {
            break_down(&worker);
        }
        is_posted
    };
    let mut turn = Turns::begin();
    while let Some(part) = order.ahead() {
        if !post(AHEAD, part) {
            return;
        }
        if turn.is_over() {
            turn.rest().await;
        }
        // Whoever asked may have given it up meanwhile.
        if worker.onmessage().is_none() {
            return;
        }
    }
    post(WRITE, order.question());
}

/// Asks what is no document. Where the worker does not run, the answer is empty.
///
/// In a box, since each caller would hold all of it otherwise.
#[must_use]
pub fn ask(question: Question) -> Pin<Box<dyn Future<Output = String>>> {
    Box::pin(async move {
        let answer = answer(question.name, &question.of.into()).await;
        answer.as_string().unwrap_or_default()
    })
}

/// A text; nothing where the worker does not run.
async fn answer(asked: &str, of: &JsValue) -> JsValue {
    let mut job = None;
    let answer = js_sys::Promise::new(&mut |tell, _| {
        let on = move |event| {
            let answer = match event {
                Event::Progress(_) => return,
                Event::Done(json) => json.into(),
                Event::Written(_) | Event::Failed(_) | Event::Broken => JsValue::UNDEFINED,
            };
            // A promise takes whatever it is told.
            let _ = tell.call1(&JsValue::UNDEFINED, &answer);
        };
        job = Some(start(asked, of, on));
    });
    let answer = JsFuture::from(answer).await.unwrap_or_default();
    drop(job);
    answer
}

impl Job {
    /// Stops the reading; nothing more is heard of it.
    pub fn stop(self) {}

    fn none() -> Self {
        Self {
            worker: None,
            _heard: None,
        }
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        if let Some(worker) = self.worker.take() {
            end(&worker);
        }
    }
}

/// Has a worker fail that the browser has no memory to hand a part to: what it wrote without that would look whole.
fn break_down(worker: &Worker) {
    if let Ok(error) = web_sys::Event::new("error") {
        // Fails only while it is being dispatched.
        let _ = worker.dispatch_event(&error);
    }
}

fn start(asked: &str, of: &JsValue, on: impl FnMut(Event) + 'static) -> Job {
    let question = js_sys::Array::of2(&asked.into(), of);
    start_with(move |worker| put(&question, worker), on)
}

/// Starts the worker, and hands over to it what it is to do when it is ready. Where that fails, it is broken.
fn start_with(
    hand_over: impl FnOnce(&Worker) -> bool + 'static,
    mut on: impl FnMut(Event) + 'static,
) -> Job {
    let Some(worker) = worker() else {
        super::after(0, move || on(Event::Broken));
        return Job::none();
    };
    let listened = worker.clone();
    let mut hear = move |event| {
        if !matches!(event, Event::Progress(_)) {
            end(&listened);
        }
        on(event);
    };
    let waiting = worker.clone();
    let mut hand_over = Some(hand_over);
    let mut is_ready = false;
    let mut hear_message = move |message: &js_sys::Array| {
        let value = message.get(1);
        match message.get(0).as_string().as_deref() {
            Some("ready") if hand_over.take().is_some_and(|it| it(&waiting)) => is_ready = true,
            Some("progress") => hear(Event::Progress(value.as_f64().unwrap_or_default())),
            Some("done") => hear(Event::Done(value.as_string().unwrap_or_default())),
            Some("written") => hear(Event::Written(js_sys::Uint8Array::new(&value).to_vec())),
            Some("failed") => hear(failure(&value)),
            // What runs breaks down only by what it reads.
            _ if is_ready => hear(Event::Failed(SourceError::Overwhelming)),
            _ => hear(Event::Broken),
        }
    };
    listen(worker, move |event| {
        // A failure comes as an event without data.
        let message = js_sys::Reflect::get(&event, &"data".into()).unwrap_or_default();
        hear_message(&message.dyn_into().unwrap_or_default());
    })
}

/// Hands a question to the worker. In a page that is a file, `WebKit` lets workers read no
/// file, so the page does.
fn put(question: &js_sys::Array, worker: &Worker) -> bool {
    let file = question.get(1).dyn_into::<File>();
    let Some(file) = file.ok().filter(|_| super::is_one_file()) else {
        return worker.post_message(question).is_ok();
    };
    let (question, worker) = (question.clone(), worker.clone());
    spawn_local(async move {
        // What cannot be read, the worker will say.
        let content = JsFuture::from(file.array_buffer()).await;
        question.set(1, content.unwrap_or_default());
        let _ = worker.post_message(&question);
    });
    true
}

/// Hears messages and failures by one function.
fn listen(worker: Worker, hear: impl FnMut(MessageEvent) + 'static) -> Job {
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(hear);
    let function = Some(heard.as_ref().unchecked_ref());
    worker.set_onmessage(function);
    worker.set_onerror(function);
    Job {
        worker: Some(worker),
        _heard: Some(heard),
    }
}

fn failure(json: &JsValue) -> Event {
    let error = serde_json::from_str(&json.as_string().unwrap_or_default());
    error.map_or(Event::Broken, Event::Failed)
}

fn end(worker: &Worker) {
    worker.set_onmessage(None);
    worker.set_onerror(None);
    worker.terminate();
}

/// The worker out of the page, where the app is one file, or the one at the address that the build writes
/// into the page.
fn worker() -> Option<Worker> {
    super::one_file::worker().or_else(|| Worker::new(&address()?).ok())
}

fn address() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let name = document
        .query_selector("meta[name=reading-worker]")
        .ok()??;
    name.get_attribute("content")
}
