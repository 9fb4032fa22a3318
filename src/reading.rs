//! A document → the one answer that the second module gives: its text, and what the reader makes of it.

use crate::reader::{self, Reading};
use crate::source::{OldFont, Text};
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
