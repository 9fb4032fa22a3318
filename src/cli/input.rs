//! Files → text.

use super::Problem;
use crate::file::MAX_BYTES;
use crate::source::{self, ArchiveFault, MAX_ARCHIVE, PackedFile, SourceError};
use std::fmt::Display;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Reads a file as UTF-8 text, without the byte order mark that some editors put first.
pub(super) fn text(path: &Path) -> Result<String, Problem> {
    let bytes = bytes(path, MAX_BYTES).map_err(|error| about(path, error))?;
    let text = String::from_utf8(bytes).map_err(|_| about(path, "not text in UTF-8"))?;
    Ok(text
        .strip_prefix('\u{feff}')
        .map(str::to_owned)
        .unwrap_or(text))
}

/// Reads the texts of a file: its own, or those of all files in it if it is a zip. Each comes with the
/// name to call it by.
pub(super) fn texts(path: &Path) -> Result<Vec<(String, String)>, Problem> {
    let name = path.display().to_string();
    let bytes = bytes(path, MAX_ARCHIVE.max(MAX_BYTES)).map_err(|error| about(path, error))?;
    if !source::is_archive(&bytes) {
        return text(path).map(|text| vec![(name, text)]);
    }
    let entries = source::unpack(&bytes).map_err(|fault| about(path, fault))?;
    let text = |entry: PackedFile| {
        let name = format!("{name}/{}", entry.name);
        match (entry.text, entry.fault) {
            (Some(text), None) => Ok((name, text)),
            (_, fault) => Err(format!(
                "{name}: {}",
                fault.unwrap_or(ArchiveFault::Damaged)
            )),
        }
    };
    entries.into_iter().map(text).collect()
}

/// Reads the text of a document of any kind.
pub(super) fn document(path: &Path) -> Result<String, Problem> {
    let bytes = bytes(path, source::MAX_BYTES).map_err(|error| about(path, error))?;
    match source::read(&bytes, &mut |_| ()) {
        Ok(document) => Ok(document.text),
        // To the reader nothing is a text too.
        Err(SourceError::Empty) => Ok(String::new()),
        Err(error) => Err(about(path, error)),
    }
}

/// Reads a file, and one byte more than is ever opened, so that a larger one is known as too large.
fn bytes(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let limit = u64::try_from(most).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    File::open(path)?
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.len() > most {
        Err(io::ErrorKind::FileTooLarge.into())
    } else {
        Ok(bytes)
    }
}

/// Names the file that a problem is about.
pub(super) fn about(path: &Path, problem: impl Display) -> Problem {
    format!("{}: {problem}", path.display())
}
