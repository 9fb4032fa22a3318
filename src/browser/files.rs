//! Files that the user opens and saves.

use crate::file::{FileError, MAX_BYTES};
use crate::source::{PackedFile, is_archive};
use crate::words::trial::file_name;
use js_sys::{ArrayBuffer, Uint8Array};
use std::collections::VecDeque;
use std::vec::IntoIter;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Event, File, FileList, HtmlAnchorElement, HtmlInputElement, Url,
};

/// The browser is asked for so many files at once.
const AT_ONCE: usize = 64;

/// For no more bytes the memory grows ahead; the files of the country ask for a third of it.
const MOST_ROOM: usize = 64_000_000;

/// The byte order mark.
const MARK: char = '\u{feff}';

/// A file's name and its text, or why there is none.
pub type Opened = (String, Result<String, FileError>);

/// Returns the files chosen in the input that an event came from. The input is emptied, so that the
/// same files can be chosen again.
#[must_use]
pub fn chosen_files(event: &Event) -> Vec<File> {
    let target = event.target();
    let Some(input) = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = input.files().as_ref().map(listed).unwrap_or_default();
    input.set_value("");
    files
}

/// Returns the file chosen in the input that an event came from, as [`chosen_files`] does.
#[must_use]
pub fn chosen_file(event: &Event) -> Option<File> {
    chosen_files(event).into_iter().next()
}

/// Returns the file that was dropped on the page.
#[must_use]
pub fn dropped_file(event: &Event) -> Option<File> {
    transferred(event, "dataTransfer").into_iter().next()
}

/// Returns the files that an event brings along, under the name that such events have for it.
pub(super) fn transferred(event: &Event, name: &str) -> Vec<File> {
    let part = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let files = part(event.as_ref(), name).and_then(|transfer| part(&transfer, "files"));
    let files = files.filter(JsValue::is_object);
    files.map_or_else(Vec::new, |files| listed(files.unchecked_ref()))
}

/// Has the memory grow once by what files and what is read of them take, about, in place of hundreds of times. Those that
/// are too large to be read take none; where there is not so much, that will be seen when it is needed.
pub fn make_room_for(files: &[File]) {
    let read = files.iter().map(size).filter(|bytes| *bytes <= MAX_BYTES);
    let bytes = read.fold(0, usize::saturating_add);
    let mut room = Vec::<u8>::new();
    let _ = room.try_reserve_exact(bytes.saturating_mul(2).min(MOST_ROOM));
    std::hint::black_box(&room);
}

/// Files that are read, in order. The browser is asked for many at once: one by one, two hundred take a phone seconds
/// of waiting; of thousands at once nothing else would have its turn.
pub struct FileQueue {
    files: IntoIter<File>,
    asked: VecDeque<(File, Option<JsFuture>)>,
}

impl FileQueue {
    #[must_use]
    pub fn of(files: Vec<File>) -> Self {
        Self {
            files: files.into_iter(),
            asked: VecDeque::new(),
        }
    }

    /// Reads the next file, or those within it where it is an archive; `None` behind the last.
    pub async fn next(&mut self) -> Option<Vec<Opened>> {
        if self.asked.is_empty() {
            let some = self.files.by_ref().take(AT_ONCE);
            self.asked.extend(some.map(|file| {
                let content = content(&file);
                (file, content)
            }));
        }
        let (file, content) = self.asked.pop_front()?;
        Some(open(&file, content).await)
    }
}

/// Asks for what is in a file, or of one that is too large for that for its first bytes: it is not even read then, so
/// that it cannot exhaust a small phone. The browser's own texts would have to be written anew.
fn content(file: &File) -> Option<JsFuture> {
    if size(file) <= MAX_BYTES {
        return Some(JsFuture::from(file.array_buffer()));
    }
    let start = file.slice_with_i32_and_i32(0, 4).ok()?;
    Some(JsFuture::from(start.array_buffer()))
}

/// What a file is comes from its first bytes, never from its name.
async fn open(file: &File, content: Option<JsFuture>) -> Vec<Opened> {
    let name = file.name();
    let content = match content {
        Some(content) => content.await.unwrap_or_default(),
        None => JsValue::UNDEFINED,
    };
    let Some(content) = content.dyn_ref::<ArrayBuffer>() else {
        return vec![(name, Err(FileError::Unreadable))];
    };
    let content = Uint8Array::new(content);
    if is_archive(&content.subarray(0, 4).to_vec()) {
        return unpack(&name, file.clone()).await;
    }
    let bytes = size(file);
    let text = if bytes > MAX_BYTES {
        Err(FileError::TooLarge { bytes })
    } else {
        Ok(decoded(content.to_vec()))
    };
    vec![(name, text)]
}

/// Reads UTF-8 as browsers do: what is none stands there as U+FFFD, and no byte order mark (WHATWG Encoding, decode).
fn decoded(bytes: Vec<u8>) -> String {
    let mut text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    if text.starts_with(MARK) {
        text.drain(..MARK.len_utf8());
    }
    text
}

/// Returns the files within an archive, each with its name.
async fn unpack(archive: &str, file: File) -> Vec<Opened> {
    match super::reading::unpack(file).await {
        Ok(entries) => {
            let entries = entries.into_iter();
            entries.map(|entry| within(archive, entry)).collect()
        }
        Err(fault) => vec![(archive.to_owned(), Err(FileError::Archive(fault)))],
    }
}

fn listed(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}

/// Names a file within an archive.
fn within(archive: &str, PackedFile { name, text, fault }: PackedFile) -> Opened {
    let fault = fault.map_or(FileError::Unreadable, FileError::Archive);
    ([archive, "/", &name].concat(), text.ok_or(fault))
}

/// Returns the length of a file in bytes.
pub(super) fn size(file: &File) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number of bytes"
    )]
    let bytes = file.size() as usize;
    bytes
}

/// Saves a text as a file in the user's download folder.
///
/// # Errors
/// What the browser says when it cannot.
pub fn download(name: &str, text: &str) -> Result<(), JsValue> {
    save(name, &blob(&text.into(), "application/json")?)
}

/// Saves a page, as [`download`] does a text.
///
/// # Errors
/// As [`download`].
pub fn download_page(name: &str, page: &str) -> Result<(), JsValue> {
    save(name, &blob(&page.into(), "text/html")?)
}

/// Saves bytes as a file of a kind, as [`download`] does a text.
///
/// # Errors
/// As [`download`].
pub fn download_bytes(name: &str, bytes: &[u8], kind: &str) -> Result<(), JsValue> {
    save(name, &blob(&Uint8Array::from(bytes), kind)?)
}

/// Saves a file in the user's download folder.
///
/// # Errors
/// As [`download`].
pub fn download_file(file: &File) -> Result<(), JsValue> {
    save(&file.name(), file)
}

fn save(name: &str, content: &Blob) -> Result<(), JsValue> {
    let name = &named(name);
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let url = Url::create_object_url_with_blob(content)?;
    let link: HtmlAnchorElement = document
        .create_element("a")?
        .dyn_into()
        .map_err(JsValue::from)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the content when the click returns; the address may go a little later.
    super::after(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    });
    Ok(())
}

/// Names a file that leaves the page: one of a trial says so.
pub(super) fn named(name: &str) -> String {
    if super::is_trial() {
        file_name(name)
    } else {
        name.to_owned()
    }
}

pub(super) fn blob(content: &JsValue, kind: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(content), &options)
}
