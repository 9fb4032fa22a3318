//! What is beyond sense in a file, although it is whole.

use super::{FileError, Kind};
use serde::Serialize;

/// A single text longer than this is neither written nor opened, in bytes of JSON: some forty pages
/// of a note or a title.
pub const MAX_TEXT_BYTES: usize = 100_000;

/// Lists and objects do not stand deeper within each other; the app's own reach a dozen.
const MAX_DEPTH: usize = 64;

/// A file with more lists, objects and parts of them is not opened: twice as many as the largest file
/// holds that the app would write, and still a size that phones have room for.
const MAX_VALUES: usize = 4_000_000;

/// Says whether something holds a text that is longer than what other devices would open.
#[must_use]
pub fn is_too_long<T: Serialize + ?Sized>(content: &T) -> bool {
    serde_json::to_string(content).is_ok_and(|json| extent(&json).longest_text > MAX_TEXT_BYTES)
}

/// Looks at the body of a file before anything is made of it.
///
/// # Errors
/// [`FileError::TextTooLong`], [`FileError::TooDeep`], [`FileError::TooMany`].
pub(super) fn within_limits(kind: Kind, body: &str) -> Result<(), FileError> {
    // What a device keeps for itself is read whatever it holds, lest it be lost.
    if !matches!(kind, Kind::Progress | Kind::PlanFile | Kind::Backup) {
        return Ok(());
    }
    let found = extent(body);
    if kind == Kind::Progress && found.longest_text > MAX_TEXT_BYTES {
        return Err(FileError::TextTooLong {
            bytes: found.longest_text,
        });
    }
    if found.depth > MAX_DEPTH {
        return Err(FileError::TooDeep);
    }
    if found.values > MAX_VALUES {
        return Err(FileError::TooMany {
            values: found.values,
        });
    }
    Ok(())
}

/// How much there is within JSON.
#[derive(Debug, Default, PartialEq, Eq)]
struct Extent {
    /// The length of the longest text, in bytes as it stands there.
    longest_text: usize,
    /// How many lists and objects stand within each other.
    depth: usize,
    /// How many lists, objects and parts of them there are; an empty one counts as if it held something.
    values: usize,
}

/// Measures JSON in one pass, without building anything.
fn extent(json: &str) -> Extent {
    let mut found = Extent::default();
    let (mut depth, mut start, mut is_escaped) = (0_usize, None, false);
    for (at, byte) in json.bytes().enumerate() {
        match (start, byte) {
            _ if is_escaped => is_escaped = false,
            (Some(_), b'\\') => is_escaped = true,
            (Some(start_of_text), b'"') => {
                found.longest_text = found.longest_text.max(at - start_of_text);
                start = None;
            }
            (None, b'"') => start = Some(at + 1),
            (None, b'[' | b'{') => {
                depth += 1;
                found.depth = found.depth.max(depth);
                found.values += 1;
            }
            (None, b']' | b'}') => depth = depth.saturating_sub(1),
            (None, b',') => found.values += 1,
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_measured_as_it_is_written() {
        let cases = [
            ("1", (0, 0, 0)),
            ("[1,null,{}]", (0, 2, 4)),
            (r#"["a","bcd",""]"#, (3, 1, 3)),
            (r#"{"name":[{"b":"\"\\"}],"c":"x"}"#, (4, 3, 4)),
            (r#"["]},[{",[],[[]]]"#, (5, 3, 6)),
            (r#""ă""#, (2, 0, 0)),
        ];
        for (json, expected) in cases {
            let found = extent(json);
            let found = (found.longest_text, found.depth, found.values);
            assert_eq!(found, expected, "{json}");
        }
    }

    #[test]
    fn what_is_sent_is_bounded_and_what_is_kept_is_not() {
        let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
        let many = |count| format!("[{}0]", "0,".repeat(count - 1));
        for (body, expected) in [
            (nested(MAX_DEPTH), Ok(())),
            (nested(MAX_DEPTH + 1), Err(FileError::TooDeep)),
            (many(MAX_VALUES), Ok(())),
            (
                many(MAX_VALUES + 1),
                Err(FileError::TooMany {
                    values: MAX_VALUES + 1,
                }),
            ),
        ] {
            for kind in [Kind::Progress, Kind::PlanFile, Kind::Backup] {
                assert_eq!(within_limits(kind, &body), expected, "{kind:?}");
            }
            assert_eq!(within_limits(Kind::Record, &body), Ok(()));
        }
    }

    #[test]
    fn the_longest_text_that_fits_is_not_too_long() {
        assert!(!is_too_long(&"x".repeat(MAX_TEXT_BYTES)));
        assert!(is_too_long(&"x".repeat(MAX_TEXT_BYTES + 1)));
        assert!(is_too_long(&["\0".repeat(MAX_TEXT_BYTES / 5)]));
    }
}
