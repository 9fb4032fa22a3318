//! Why a file gave no text; one cause each, with words for the user elsewhere.

use crate::json::{Fault, FromJson, Json, from_json, no_variant, variant};
use serde::Serialize;
use std::fmt;

/// Why a file gave no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceError {
    /// The device could not read it at all.
    Unreadable,
    /// The module that reads documents broke down on it.
    Overwhelming,
    /// Larger than [`MAX_BYTES`](super::MAX_BYTES).
    TooLarge,
    /// Its text is longer than [`MAX_TEXT`](super::MAX_TEXT), or unpacks to far more than a document holds.
    TooLong,
    /// Nothing in it, or nothing but blanks.
    Empty,
    /// Neither Unicode nor a Vietnamese code page: not text at all, or cut within a letter.
    Undecodable,
    /// Word's format from before 2007.
    LegacyDoc,
    /// A Word file that asks for a password.
    EncryptedDocx,
    /// A Word file that is cut off or broken.
    DamagedDocx,
    /// A Word file with definitions of its own, which Word never writes; they can do harm.
    HostileDocx,
    /// A PDF that asks for a password.
    EncryptedPdf,
    /// A PDF that is cut off or broken.
    DamagedPdf,
    /// A PDF of pictures, without text.
    ScannedPdf,
    /// A PDF whose fonts do not tell their letters.
    GarbledPdf {
        /// How many of a hundred characters make no sense.
        percent: u32,
    },
    /// Some other kind of file.
    Foreign(Foreign),
}

/// Kinds of files that hold no plan, or whose text is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Foreign {
    /// A file of this app itself.
    Own,
    Spreadsheet,
    Slides,
    /// Another word processor's, or a web page.
    Document,
    Picture,
    Archive,
}

from_json!(Foreign {
    "own" => Own, "spreadsheet" => Spreadsheet, "slides" => Slides, "document" => Document,
    "picture" => Picture, "archive" => Archive
});
from_json!(SourceError: of_json);

fn of_json(json: &Json) -> Result<SourceError, Fault> {
    use SourceError as E;
    let (name, content) = variant(json)?;
    Ok(match name {
        "unreadable" => E::Unreadable,
        "overwhelming" => E::Overwhelming,
        "too-large" => E::TooLarge,
        "too-long" => E::TooLong,
        "empty" => E::Empty,
        "undecodable" => E::Undecodable,
        "legacy-doc" => E::LegacyDoc,
        "encrypted-docx" => E::EncryptedDocx,
        "damaged-docx" => E::DamagedDocx,
        "hostile-docx" => E::HostileDocx,
        "encrypted-pdf" => E::EncryptedPdf,
        "damaged-pdf" => E::DamagedPdf,
        "scanned-pdf" => E::ScannedPdf,
        "garbled-pdf" => E::GarbledPdf {
            percent: crate::json::field(crate::json::object(content)?, "percent")?,
        },
        "foreign" => E::Foreign(Foreign::from_json(content)?),
        _ => return Err(no_variant()),
    })
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable => "cannot be read",
            Self::Overwhelming => "more than can be read",
            Self::TooLarge => "the file is too large",
            Self::TooLong => "the text is too long",
            Self::Empty => "no text in it",
            Self::Undecodable => "not text, or text in an unknown encoding",
            Self::LegacyDoc => "a .doc file from before Word 2007; save it as .docx",
            Self::EncryptedDocx => "an Office file with a password",
            Self::DamagedDocx => "a damaged .docx file",
            Self::HostileDocx => "a .docx file with a document type definition",
            Self::EncryptedPdf => "a PDF file with a password",
            Self::DamagedPdf => "a damaged PDF file",
            Self::ScannedPdf => "a PDF file of pictures, without text",
            Self::GarbledPdf { percent } => {
                return write!(
                    f,
                    "a PDF file with fonts that do not tell their letters: {percent} % are odd"
                );
            }
            Self::Foreign(foreign) => return write!(f, "another kind of file: {foreign:?}"),
        })
    }
}

impl std::error::Error for SourceError {}
