//! Bytes → text that may stand in a page: raw deflate, in base 85.
//!
//! Base 64 would be a twelfth longer. The digits are the characters from `(` to `|`, with `}` for `<`, so that
//! nothing among them ends a script or begins a comment.

use miniz_oxide::deflate::compress_to_vec;

/// The most that deflate can do; it is done once a release.
const LEVEL: u8 = 10;

/// Packs bytes as `unpacked.js` unpacks them.
#[must_use]
pub fn pack(bytes: &[u8]) -> String {
    let packed = compress_to_vec(bytes, LEVEL);
    let mut text = String::with_capacity(packed.len() / 4 * 5 + 5);
    for group in packed.chunks(4) {
        let mut word = [0; 4];
        word[..group.len()].copy_from_slice(group);
        let mut rest = u32::from_be_bytes(word);
        let mut digits = [' '; 5];
        for digit in digits.iter_mut().rev() {
            *digit = character(rest % 85);
            rest /= 85;
        }
        text.extend(&digits[..=group.len()]);
    }
    text
}

fn character(digit: u32) -> char {
    match char::from_u32(u32::from('(') + digit) {
        Some('<') | None => '}',
        Some(character) => character,
    }
}
