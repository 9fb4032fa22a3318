//! What is beyond sense in a file, although it is whole.

use serde::Serialize;

/// A single text longer than this is neither written nor opened, in bytes of JSON: some forty pages
/// of a note or a title.
pub const MAX_TEXT_BYTES: usize = 100_000;

/// Says whether something holds a text that is longer than what other devices would open.
#[must_use]
pub fn is_too_long<T: Serialize + ?Sized>(content: &T) -> bool {
    serde_json::to_string(content).is_ok_and(|json| longest_text(&json) > MAX_TEXT_BYTES)
}

/// Returns the length of the longest text within JSON, in bytes as it stands there.
pub(super) fn longest_text(json: &str) -> usize {
    let (mut longest, mut start, mut is_escaped) = (0, None, false);
    for (at, byte) in json.bytes().enumerate() {
        match (start, byte) {
            _ if is_escaped => is_escaped = false,
            (Some(_), b'\\') => is_escaped = true,
            (Some(start_of_text), b'"') => {
                longest = longest.max(at - start_of_text);
                start = None;
            }
            (None, b'"') => start = Some(at + 1),
            _ => {}
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_measured_as_they_are_written() {
        let cases = [
            ("[1,null,{}]", 0),
            (r#"["a","bcd",""]"#, 3),
            (r#"{"name":[{"b":"\"\\"}],"c":"x"}"#, 4),
            (r#""ă""#, 2),
        ];
        for (json, expected) in cases {
            assert_eq!(longest_text(json), expected, "{json}");
        }
    }

    #[test]
    fn the_longest_text_that_fits_is_not_too_long() {
        assert!(!is_too_long(&"x".repeat(MAX_TEXT_BYTES)));
        assert!(is_too_long(&"x".repeat(MAX_TEXT_BYTES + 1)));
        assert!(is_too_long(&["\0".repeat(MAX_TEXT_BYTES / 5)]));
    }
}
