//! The text form of a locked file: base64 in lines of 64 letters between two marks.

use crate::file::{LOCK_BEGINS, LOCK_ENDS};
use base64ct::{Base64, Encoding};

const LINE: usize = 64;

pub(super) fn armored(bytes: &[u8]) -> String {
    let base64 = Base64::encode_string(bytes);
    let mut text = [LOCK_BEGINS, "\n"].concat();
    let mut rest = base64.as_str();
    while !rest.is_empty() {
        let (line, behind) = rest.split_at(rest.len().min(LINE));
        text += line;
        text += "\n";
        rest = behind;
    }
    text + LOCK_ENDS + "\n"
}

/// Takes the bytes out of the text form. Mail programs wrap lines anew and put blanks around them, which
/// does no harm.
pub(super) fn bytes(text: &str) -> Option<Vec<u8>> {
    let (_, rest) = text.split_once(LOCK_BEGINS)?;
    let (base64, _) = rest.split_once(LOCK_ENDS)?;
    let base64: String = base64.split_ascii_whitespace().collect();
    Base64::decode_vec(&base64).ok()
}
