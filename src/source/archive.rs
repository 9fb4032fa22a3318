//! A zip of files that were sent: its entries as texts, within counted bounds.

use super::inflate::{Fault as Inflation, inflate_into};
use super::plain;
use crate::domain::tidy_name;
use crate::json::from_json;
use rawzip::{CompressionMethod, ZipArchive, ZipSliceArchive, ZipVerification};
use serde::Serialize;
use std::fmt;

/// The largest archive that is looked at, in bytes.
pub const MAX_ARCHIVE: usize = 50_000_000;

/// What all entries of an archive may unpack to, in bytes.
pub const MAX_UNPACKED: usize = 64_000_000;

/// An archive with more entries than this is not opened.
pub const MAX_ENTRIES: usize = 2_000;

/// Longer names are cut; they are only shown.
const MAX_NAME: usize = 120;

/// A file within an archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackedFile {
    /// With the folders that it lies in, as people read it.
    pub name: String,
    /// `None` when there is a fault.
    pub text: Option<String>,
    pub fault: Option<ArchiveFault>,
}

/// Why an archive or one of its entries was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ArchiveFault {
    /// Larger than [`MAX_ARCHIVE`].
    TooLarge,
    /// It unpacks to more than [`MAX_UNPACKED`].
    TooMuch,
    /// It has more than [`MAX_ENTRIES`] entries.
    TooMany,
    /// Nothing in it.
    Empty,
    /// Cut off, changed or broken.
    Damaged,
    /// It asks for a password.
    Encrypted,
    /// Packed in a way that few programs know.
    Method,
    /// A document or a table, such as a Word file, which is a zip too.
    Document,
    /// No text, such as a picture or a further archive.
    Foreign,
    /// The module that unpacks did not start.
    Broken,
}

/// Says whether a file is an archive, from its first bytes.
#[must_use]
pub fn is_archive(start: &[u8]) -> bool {
    start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06")
}

/// Unpacks all files of an archive. Damaged ones stand among the others, each with its fault.
///
/// # Errors
/// What is wrong with the archive as a whole.
pub fn unpack(bytes: &[u8]) -> Result<Vec<PackedFile>, ArchiveFault> {
    if bytes.len() > MAX_ARCHIVE {
        return Err(ArchiveFault::TooLarge);
    }
    let archive = ZipArchive::from_slice(bytes).map_err(|_| ArchiveFault::Damaged)?;
    let mut room = MAX_UNPACKED;
    let mut entries = Vec::new();
    for (index, header) in archive.entries().enumerate() {
        if index >= MAX_ENTRIES {
            return Err(ArchiveFault::TooMany);
        }
        let header = header.map_err(|_| ArchiveFault::Damaged)?;
        let name = name(&header);
        if is_of_document(&name) {
            return Err(ArchiveFault::Document);
        }
        if header.is_dir() || is_passed_over(&name) {
            continue;
        }
        let text = text(&archive, &header, &mut room);
        if text == Err(ArchiveFault::TooMuch) {
            return Err(ArchiveFault::TooMuch);
        }
        entries.push(PackedFile {
            name: tidy_name(&name).chars().take(MAX_NAME).collect(),
            fault: text.as_ref().err().copied(),
            text: text.ok(),
        });
    }
    if entries.is_empty() {
        return Err(ArchiveFault::Empty);
    }
    Ok(entries)
}

type Header<'a> = rawzip::ZipFileHeaderRecord<'a>;

/// Unpacks an entry, and takes what it unpacks to out of the room that is left.
fn text(
    archive: &ZipSliceArchive<&[u8]>,
    header: &Header,
    room: &mut usize,
) -> Result<String, ArchiveFault> {
    if header.flags().is_encrypted() {
        return Err(ArchiveFault::Encrypted);
    }
    let found = archive
        .get_entry(header.wayfinder())
        .map_err(|_| ArchiveFault::Damaged)?;
    let content = content(header.compression_method(), found.data(), room)?;
    let unpacked = ZipVerification {
        crc: checksum(&content),
        uncompressed_size: content.len() as u64,
    };
    let is_whole = found.claim_verifier().valid(unpacked).is_ok();
    if !is_whole {
        return Err(ArchiveFault::Damaged);
    }
    if is_archive(&content) {
        return Err(ArchiveFault::Foreign);
    }
    plain::unicode(&content).ok_or(ArchiveFault::Foreign)
}

fn content(
    method: CompressionMethod,
    packed: &[u8],
    room: &mut usize,
) -> Result<Vec<u8>, ArchiveFault> {
    match method {
        CompressionMethod::STORE => {
            *room = room
                .checked_sub(packed.len())
                .ok_or(ArchiveFault::TooMuch)?;
            Ok(packed.to_vec())
        }
        CompressionMethod::DEFLATE => inflate_into(packed, room).map_err(|fault| match fault {
            Inflation::TooLong => ArchiveFault::TooMuch,
            Inflation::Damaged => ArchiveFault::Damaged,
        }),
        _ => Err(ArchiveFault::Method),
    }
}

/// The checksum that zips have (CRC-32). The library's own comes with tables of 16 kB.
fn checksum(bytes: &[u8]) -> u32 {
    let entry = |byte: u32| (0..8).fold(byte, |sum, _| (sum >> 1) ^ (0xEDB8_8320 * (sum & 1)));
    let mut table = [0; 256];
    for (byte, place) in (0..).zip(&mut table) {
        *place = entry(byte);
    }
    let step = |sum: u32, byte: &u8| {
        let [low, ..] = sum.to_le_bytes();
        (sum >> 8) ^ table[usize::from(low ^ byte)]
    };
    !bytes.iter().fold(!0, step)
}

/// What the upper half of code page 437 means, in which old programs write names.
const CODE_PAGE_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// The name of an entry. Many programs write UTF-8 without saying so.
fn name(header: &Header) -> String {
    let path = header.file_path();
    let name = match str::from_utf8(path.as_bytes()) {
        Ok(name) => name.to_owned(),
        Err(_) if header.flags().is_utf8() => String::from_utf8_lossy(path.as_bytes()).into_owned(),
        Err(_) => path
            .as_bytes()
            .iter()
            .map(|byte| code_page_437(*byte))
            .collect(),
    };
    name.replace('\\', "/")
}

fn code_page_437(byte: u8) -> char {
    let upper = byte.checked_sub(0x80).map(usize::from);
    upper.map_or(char::from(byte), |place| {
        CODE_PAGE_437.chars().nth(place).unwrap_or('?')
    })
}

/// What systems put into archives beside the files.
fn is_passed_over(name: &str) -> bool {
    name.ends_with('/')
        || name
            .split('/')
            .any(|part| matches!(part, "__MACOSX" | ".DS_Store" | "Thumbs.db" | "desktop.ini"))
}

/// Files that are in the zip of a document or a table of any office program.
fn is_of_document(name: &str) -> bool {
    matches!(name, "[Content_Types].xml" | "mimetype")
}

from_json!(PackedFile { name, text, fault; });
from_json!(ArchiveFault {
    "too-large" => TooLarge, "too-much" => TooMuch, "too-many" => TooMany, "empty" => Empty,
    "damaged" => Damaged, "encrypted" => Encrypted, "method" => Method, "document" => Document,
    "foreign" => Foreign, "broken" => Broken
});

impl fmt::Display for ArchiveFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "the archive is too large",
            Self::TooMuch => "the archive unpacks to too much",
            Self::TooMany => "the archive has too many entries",
            Self::Empty => "no file in the archive",
            Self::Damaged => "damaged within the archive",
            Self::Encrypted => "the archive asks for a password",
            Self::Method => "packed in an unknown way",
            Self::Document => "an office document, not an archive of files",
            Self::Foreign => "no text within the archive",
            Self::Broken => "cannot be unpacked here",
        })
    }
}
