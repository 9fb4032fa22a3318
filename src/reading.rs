//! What the second module answers: to a document its text and what the reader makes of it, to an
//! archive the files within it.

use crate::json::{FromJson, Json};
use crate::reader::{self, Reading};
use crate::source::{ArchiveFault, OldFont, PackedFile, Text};
use serde::Serialize;

/// The answer as JSON: `{"text":…,"old_font":…,"plan":…,"roster":…,"notices":…}`.
///
/// # Panics
/// Never: every part is plain data.
#[must_use]
pub fn answer(Text { text, old_font }: &Text) -> String {
    let answer = Answer {
        text,
        old_font: *old_font,
        reading: reader::read(text),
    };
    serde_json::to_string(&answer).expect("plain data")
}

#[derive(Serialize)]
struct Answer<'a> {
    text: &'a str,
    old_font: Option<OldFont>,
    #[serde(flatten)]
    reading: Reading,
}

/// The entries of an archive, or why it was not opened.
pub type Unpacked = Result<Vec<PackedFile>, ArchiveFault>;

/// The answer to an archive as JSON: `[{"name":…,"text":…,"fault":…}, …]`, or one fault.
///
/// # Panics
/// Never: every part is plain data.
#[must_use]
pub fn unpacked(outcome: &Unpacked) -> String {
    match outcome {
        Ok(entries) => serde_json::to_string(entries),
        Err(fault) => serde_json::to_string(fault),
    }
    .expect("plain data")
}

/// Reads the answer to an archive.
///
/// # Errors
/// What the answer says; an answer that cannot be read came from no module that runs.
pub fn read_unpacked(json: &str) -> Unpacked {
    let answer: Json = serde_json::from_str(json).unwrap_or_default();
    Vec::from_json(&answer).map_err(|_| {
        let fault = ArchiveFault::from_json(&answer);
        fault.unwrap_or(ArchiveFault::Broken)
    })
}
