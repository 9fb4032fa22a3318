//! Bytes → text that may stand in a page: raw deflate, each 13 bits of it as two digits of base 91.
//!
//! Base 64 would be longer by a twelfth. The digits are the characters from `$` to `~`, with `#` for `<`, so that
//! nothing among them ends a script or begins a comment.

use miniz_oxide::deflate::compress_to_vec;

/// The most that deflate can do; it is done once a release.
const LEVEL: u8 = 10;

/// Packs bytes as `unpacked.js` unpacks them.
#[must_use]
pub fn pack(bytes: &[u8]) -> String {
    let packed = compress_to_vec(bytes, LEVEL);
    let mut text = String::with_capacity(packed.len() / 13 * 16 + 2);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in packed {
        bits |= u32::from(byte) << count;
        count += 8;
        if count >= 13 {
            text.extend(pair(bits % (1 << 13)));
            bits >>= 13;
            count -= 13;
        }
    }
    // One digit holds six bits, so that no more than a byte is ever read out of what is left.
    match count {
        0 => {}
        1..=6 => text.push(character(bits)),
        _ => text.extend(pair(bits)),
    }
    text
}

fn pair(value: u32) -> [char; 2] {
    [character(value / 91), character(value % 91)]
}

fn character(digit: u32) -> char {
    match char::from_u32(u32::from('$') + digit) {
        Some('<') | None => '#',
        Some(character) => character,
    }
}
