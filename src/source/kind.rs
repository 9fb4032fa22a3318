//! What kind a file is, from its first bytes and the names within it.

use super::docx::Package;
use super::{Foreign, SourceError};

/// A kind of file whose text can be read.
pub(super) enum Kind<'a> {
    Docx(Package<'a>),
    Pdf,
    /// Text, as far as nothing speaks against it.
    Plain,
}

/// Compound files: Office before 2007, and encrypted files since.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// How kinds begin of which nothing can be read.
const FOREIGN: [(&[u8], Foreign); 14] = [
    (b"{\\rtf", Foreign::Document),
    (b"\x89PNG", Foreign::Picture),
    (b"\xFF\xD8\xFF", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"II*\0", Foreign::Picture),
    (b"MM\0*", Foreign::Picture),
    (b"RIFF", Foreign::Picture),
    (b"BM", Foreign::Picture),
    (b"Rar!", Foreign::Archive),
    (b"7z\xBC\xAF", Foreign::Archive),
    (b"\x1F\x8B", Foreign::Archive),
    (b"PK\x05\x06", Foreign::Archive),
    (b"\0\0\0\x18ftyp", Foreign::Picture),
    (b"\0\0\0\x1Cftyp", Foreign::Picture),
];

/// The names of a compound file's parts, and what each means.
const PARTS: [(&str, SourceError); 5] = [
    ("EncryptedPackage", SourceError::EncryptedDocx),
    ("WordDocument", SourceError::LegacyDoc),
    ("Workbook", SourceError::Foreign(Foreign::Spreadsheet)),
    ("Book", SourceError::Foreign(Foreign::Spreadsheet)),
    ("PowerPoint Document", SourceError::Foreign(Foreign::Slides)),
];

/// Tells the kind of a file.
pub(super) fn of(bytes: &[u8]) -> Result<Kind<'_>, SourceError> {
    if bytes
        .iter()
        .all(|byte| byte.is_ascii_whitespace() || *byte == 0)
    {
        return Err(SourceError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Package::open(bytes).map(Kind::Docx);
    }
    if bytes.starts_with(COMPOUND) {
        return Err(compound(bytes));
    }
    if contains(&bytes[..bytes.len().min(1024)], b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    let foreign = FOREIGN.iter().find(|(start, _)| bytes.starts_with(start));
    if let Some((start, foreign)) = foreign
        // A text may well begin with the two letters of a bitmap.
        && (*start != b"BM" || bytes.contains(&0))
    {
        return Err(SourceError::Foreign(*foreign));
    }
    markup(bytes).map_or(Ok(Kind::Plain), |foreign| {
        Err(SourceError::Foreign(foreign))
    })
}

/// Kinds that are text to a machine, but not to people.
fn markup(bytes: &[u8]) -> Option<Foreign> {
    let start: String = bytes
        .iter()
        .take(1024)
        .filter(|byte| byte.is_ascii_graphic())
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    if start.starts_with('{') && start.contains("\"format\":\"so-tien-do\"") {
        return Some(Foreign::Own);
    }
    let page = start.starts_with("<!doctypehtml") || start.starts_with("<html");
    let word = start.starts_with("<?xml") || start.starts_with("mime-version:");
    (page || word).then_some(Foreign::Document)
}

fn compound(bytes: &[u8]) -> SourceError {
    let names = PARTS.iter().map(|(name, error)| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        (name, *error)
    });
    names
        .into_iter()
        .find(|(name, _)| contains(bytes, name))
        .map_or(SourceError::LegacyDoc, |(_, error)| error)
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
