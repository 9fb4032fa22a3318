//! How much a PDF unpacks to, counted before anything of it is kept.

use super::super::SourceError;
use super::super::inflate::Scale;

/// The most that all streams without pictures may unpack to, in bytes; most of it is fonts.
const MAX_UNPACKED: usize = 100_000_000;

/// How far before a stream its dictionary is looked for.
const DICTIONARY: usize = 1_000;

/// Unpacks every stream once into nothing.
///
/// # Errors
/// [`SourceError::TooLong`] if they unpack to more than any document does.
pub(super) fn check(bytes: &[u8]) -> Result<(), SourceError> {
    let mut scale = Scale::new();
    let mut left = MAX_UNPACKED;
    for (at, _) in places(bytes, b"stream") {
        let before = &bytes[at.saturating_sub(DICTIONARY)..at];
        let dictionary = &before[places(before, b"obj").last().map_or(0, |(at, _)| at)..];
        let packed = places(dictionary, b"/Fl").next().is_some();
        // Pictures are never unpacked.
        let picture = places(dictionary, b"/Image").next().is_some();
        if packed && !picture {
            let start = &bytes[at + b"stream".len()..];
            let start = start.strip_prefix(b"\r").unwrap_or(start);
            let start = start.strip_prefix(b"\n").unwrap_or(start);
            left = left
                .checked_sub(scale.unpacked_size(start, left))
                .filter(|left| *left > 0)
                .ok_or(SourceError::TooLong)?;
        }
    }
    Ok(())
}

/// The places of a word in some bytes.
fn places<'a>(bytes: &'a [u8], word: &'a [u8]) -> impl Iterator<Item = (usize, &'a [u8])> {
    bytes
        .windows(word.len())
        .enumerate()
        .filter(move |(_, window)| *window == word)
}
