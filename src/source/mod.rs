//! Any file → text: what a user opens or pastes, made ready for the [reader](crate::reader).
//!
//! What kind a file is comes from its content, never from its name: [`kind`] tells. Then [`plain`],
//! [`docx`] or [`pdf`] takes the text out, [`charset`] turns the letters of old fonts into Unicode,
//! and [`clean`] leaves NFC, line ends `\n`, and no character that nobody sees.
//!
//! Beside that, [`unpack`] takes the files out of a zip in which results are sent.
//!
//! Files come from anywhere, so nothing here trusts them: each step is linear in what it reads, sizes
//! are counted rather than believed, and whatever is wrong is one [`SourceError`].

mod archive;
mod charset;
mod clean;
mod docx;
mod error;
mod inflate;
mod kind;
mod pdf;
mod plain;

pub use archive::{
    ArchiveFault, MAX_ARCHIVE, MAX_ENTRIES, MAX_UNPACKED, PackedFile, is_archive, unpack,
};
pub use error::{Foreign, SourceError};

use crate::json::from_json;
use kind::Kind;
use serde::Serialize;

/// The largest file that is looked at, in bytes.
pub const MAX_BYTES: usize = 20_000_000;

/// The longest text that is handed on, in bytes: some six hundred pages.
pub const MAX_TEXT: usize = 2_000_000;

/// What was read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// In NFC, with line ends `\n`.
    pub text: String,
    /// The old font whose letters were turned into Unicode.
    pub old_font: Option<OldFont>,
}

/// The ways of writing Vietnamese with fonts of its own, from before Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OldFont {
    /// TCVN 5712, also called ABC: the fonts `.VnTime`, `.VnArial`.
    Tcvn3,
    /// The fonts `VNI-Times`, `VNI-Helve`.
    Vni,
}

from_json!(OldFont { "tcvn3" => Tcvn3, "vni" => Vni });

/// Reads a file of any kind. `progress` hears how much is done, from 0 to 1, and never less than before.
///
/// # Errors
/// Each cause is a [`SourceError`].
pub fn read(bytes: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Text, SourceError> {
    if bytes.len() > MAX_BYTES {
        return Err(SourceError::TooLarge);
    }
    let text = match kind::of(bytes)? {
        Kind::Docx(package) => docx::read(&package, progress)?,
        Kind::Pdf => pdf::read(bytes, progress)?,
        Kind::Plain => charset::unicode(plain::decode(bytes)?),
    };
    finish(text)
}

/// Reads a text that was pasted or typed.
///
/// # Errors
/// [`SourceError::Empty`] and [`SourceError::TooLong`].
pub fn read_text(text: &str) -> Result<Text, SourceError> {
    if text.len() > MAX_BYTES {
        return Err(SourceError::TooLong);
    }
    finish(charset::unicode(text.to_owned()))
}

fn finish(Text { text, old_font }: Text) -> Result<Text, SourceError> {
    // Cleaning makes a text hardly ever shorter than half of it, so that a huge one need not be cleaned.
    if text.len() > 2 * MAX_TEXT {
        return Err(SourceError::TooLong);
    }
    let text = clean::clean(&text);
    if text.len() > MAX_TEXT {
        return Err(SourceError::TooLong);
    }
    if !text.contains(char::is_alphanumeric) {
        return Err(SourceError::Empty);
    }
    Ok(Text { text, old_font })
}
