//! Files that are locked with a passphrase, as they are told from others: by the marks around them.

use super::found_in;
use crate::json::from_json;
use serde::Serialize;
use std::fmt;

/// What stands before and behind a locked file.
pub const LOCK_BEGINS: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
pub const LOCK_ENDS: &str = "-----END AGE ENCRYPTED FILE-----";

/// Why a locked file was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LockError {
    WrongPassphrase,
    /// It asks for more work than is done for any file.
    TooCostly,
    /// Cut off, changed, or locked in another way than by a passphrase.
    Damaged,
}

/// Says whether a text is a locked file, whatever words stand around it. In a file of the app that is not
/// locked somebody may have written the marks into a note.
#[must_use]
pub fn is_locked(text: &str) -> bool {
    text.contains(LOCK_BEGINS) && found_in(text).is_empty()
}

/// Finds each locked file within a text, in order. One that is cut off reaches up to the next one or to
/// the end.
#[must_use]
pub fn locked_in(text: &str) -> Vec<&str> {
    let starts: Vec<usize> = text.match_indices(LOCK_BEGINS).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let one = |(start, end): (&usize, usize)| {
        let part = &text[*start..end];
        let whole = part.find(LOCK_ENDS).map(|at| at + LOCK_ENDS.len());
        &part[..whole.unwrap_or(part.len())]
    };
    starts.iter().zip(ends).map(one).collect()
}

from_json!(LockError {
    "wrong-passphrase" => WrongPassphrase, "too-costly" => TooCostly, "damaged" => Damaged
});

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::WrongPassphrase => "another passphrase opens it",
            Self::TooCostly => "the locked file asks for too much work",
            Self::Damaged => "the locked file is damaged",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_may_stand_around() {
        let one = [LOCK_BEGINS, "\nYWdl\n", LOCK_ENDS].concat();
        assert_eq!(locked_in("Kính gửi"), Vec::<&str>::new());
        assert_eq!(
            locked_in(&format!("Gửi: {one}\r\nChào, {one}.")),
            [&one, &one]
        );
        assert!(is_locked(&one));
        let note = format!("{{\"format\":\"so-tien-do\",\"note\":\"{LOCK_BEGINS}\"}}");
        assert!(!is_locked(&note));
        let cut = &one[..40];
        assert_eq!(locked_in(&format!("{cut}{one}")), [cut, &one]);
    }
}
