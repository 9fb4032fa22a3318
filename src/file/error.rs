//! Why a text could not be opened; one cause each, with words for the user elsewhere.

use super::{Kind, LockError};
use crate::source::ArchiveFault;
use std::fmt;

/// Why a text could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The device could not read it at all.
    Unreadable,
    /// Larger than [`MAX_BYTES`](super::MAX_BYTES).
    TooLarge { bytes: usize },
    /// Nothing in it.
    Empty,
    /// No JSON: another kind of document, or cut off on the way.
    NotJson,
    /// JSON, but not written by this app.
    Foreign,
    /// Written in a trial: its content is made up.
    Trial,
    /// A real file, given to a trial.
    NotTrial,
    /// Written by a newer version of the app.
    TooNew { version: u32 },
    /// Changed since it was written: the checksum is missing or does not fit.
    Damaged,
    /// Changed since it was signed: the signature on it does not fit.
    Forged,
    /// Of another kind than is wanted here.
    OtherKind { found: String, wanted: Kind },
    /// Holds a text longer than [`MAX_TEXT_BYTES`](super::MAX_TEXT_BYTES).
    TextTooLong { bytes: usize },
    /// Lists and objects stand deeper within each other than the app writes them.
    TooDeep,
    /// Holds more than a file of the app could.
    TooMany { values: usize },
    /// Whole, but its content makes no sense; the text is for developers.
    Invalid { detail: String },
    /// Locked with a passphrase, and not opened.
    Locked(LockError),
    /// An archive that was not opened, or a file within one.
    Archive(ArchiveFault),
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => f.write_str("cannot be read"),
            Self::TooLarge { bytes } => write!(f, "too large: {bytes} bytes"),
            Self::Empty => f.write_str("empty"),
            Self::NotJson => f.write_str("not JSON"),
            Self::Foreign => f.write_str("not a file of this app"),
            Self::Trial => f.write_str("written in a trial, with made-up content"),
            Self::NotTrial => f.write_str("a real file, given to a trial"),
            Self::TooNew { version } => write!(f, "written by a newer version (format {version})"),
            Self::Damaged => f.write_str("changed since it was written"),
            Self::Forged => f.write_str("changed since it was signed"),
            Self::OtherKind { found, wanted } => {
                write!(f, "holds {found:?}, wanted {:?}", wanted.name())
            }
            Self::TextTooLong { bytes } => write!(f, "holds a text of {bytes} bytes"),
            Self::TooDeep => f.write_str("nested too deep"),
            Self::TooMany { values } => write!(f, "holds {values} values"),
            Self::Invalid { detail } => write!(f, "invalid content: {detail}"),
            Self::Locked(error) => write!(f, "{error}"),
            Self::Archive(fault) => write!(f, "{fault}"),
        }
    }
}

impl std::error::Error for FileError {}
