//! Bytes → text that may stand in a page: raw deflate, each 13 bits of it as two digits of base 91.
//!
//! Base 64 would be longer by a twelfth. The digits are the characters from `$` to `~`, with `#` for `<`, so that
//! nothing among them ends a script or begins a comment.

use std::num::NonZeroU64;
use zopfli::Options;

/// How often the best deflate of a block is looked for; more brings nothing, and it is done once a release.
const TRIES: NonZeroU64 = NonZeroU64::new(5).expect("more than none");

/// Packs bytes as `unpacked.js` unpacks them.
#[must_use]
pub fn pack(bytes: &[u8]) -> String {
    let packed = deflated(bytes);
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

/// What browsers unpack themselves, made as small as it gets.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    let options = Options {
        iteration_count: TRIES,
        ..Options::default()
    };
    let mut packed = Vec::new();
    // Writing into memory does not fail; what would be missing, browsers would refuse.
    let _ = zopfli::compress(options, zopfli::Format::Deflate, bytes, &mut packed);
    packed
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
