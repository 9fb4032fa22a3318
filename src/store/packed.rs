//! A stored text in little room: as DEFLATE (RFC 1951), 15 bits to a character.
//!
//! Browsers count characters and not bytes, and they keep each as 16 bits, so one that holds 15 is worth twice as much
//! as one of JSON. Each text is packed alone, so that a change still writes one small text; what they have in common
//! stands in a [`MODEL`] that none of them repeats.
//!
//! It reads as a text of a newer format than the one that is sent, so that who does not know it leaves it alone.

use crate::file::{FileError, MAX_BYTES};
use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

/// What texts have in common, the most common last. All that is packed was packed with this: it must never change.
const MODEL: &str = include_str!("packed.txt");

const BEGINS: &str = r#"{"format":"so-tien-do","version":2,"packed":""#;
const ENDS: &str = r#""}"#;

/// The first of the characters that hold 15 bits each: none of them is a surrogate or changes by normalization.
const FIRST: u32 = 0x3400;
const BITS: u32 = 15;

/// The level at which little more is found with far more work.
const LEVEL: i32 = 6;

/// No window is larger; negative where no zlib header stands before.
const RAW_WINDOW: i32 = -15;

/// Shorter texts stay as they are, in bytes: thousands of them fit.
const SHORT: usize = 600;

/// Packs a text; `None` where that would not make it shorter.
pub(super) fn packed(text: &str) -> Option<String> {
    if text.len() < SHORT {
        return None;
    }
    let mut bytes = u32::try_from(text.len()).ok()?.to_le_bytes().to_vec();
    deflate(text.as_bytes(), &mut bytes)?;
    let packed = [BEGINS, &in_characters(&bytes), ENDS].concat();
    (packed.chars().count() < text.chars().count()).then_some(packed)
}

/// Unpacks a text; `None` for one that is not packed.
///
/// # Errors
/// [`FileError::Damaged`] where what is packed cannot be read.
pub(super) fn unpacked(text: &str) -> Option<Result<String, FileError>> {
    let inner = text.strip_prefix(BEGINS)?.strip_suffix(ENDS)?;
    let text = in_bytes(inner).and_then(|bytes| inflate(&bytes));
    let text = text.and_then(|text| String::from_utf8(text).ok());
    Some(text.ok_or(FileError::Damaged))
}

fn deflate(bytes: &[u8], packed: &mut Vec<u8>) -> Option<()> {
    let flags = create_comp_flags_from_zip_params(LEVEL, RAW_WINDOW, 0);
    let mut state = Box::new(CompressorOxide::new(flags));
    // What the model itself comes to is not kept: whoever unpacks has it.
    let mut room = vec![0; MODEL.len()];
    compress(&mut state, MODEL.as_bytes(), &mut room, TDEFLFlush::Sync);
    let mut room = vec![0; bytes.len() + 64];
    let (status, _, written) = compress(&mut state, bytes, &mut room, TDEFLFlush::Finish);
    packed.extend_from_slice(room.get(..written)?);
    (status == TDEFLStatus::Done).then_some(())
}

fn inflate(packed: &[u8]) -> Option<Vec<u8>> {
    let (length, packed) = packed.split_first_chunk()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    if length > MAX_BYTES {
        return None;
    }
    let mut text = MODEL.as_bytes().to_vec();
    text.resize(MODEL.len() + length, 0);
    let mut state = Box::<DecompressorOxide>::default();
    let flags = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, _, written) = decompress(&mut state, packed, &mut text, MODEL.len(), flags);
    text.drain(..MODEL.len());
    (status == TINFLStatus::Done && written == length).then_some(text)
}

fn in_characters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 5 + 3);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held |= u32::from(*byte) << bits;
        bits += 8;
        if bits >= BITS {
            text.extend(character(held));
            held >>= BITS;
            bits -= BITS;
        }
    }
    if bits > 0 {
        text.extend(character(held));
    }
    text
}

fn character(held: u32) -> Option<char> {
    char::from_u32(FIRST + (held & ((1 << BITS) - 1)))
}

/// The last byte may be one too many, and empty.
fn in_bytes(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut held, mut bits) = (0_u32, 0);
    for character in text.chars() {
        let value = u32::from(character).checked_sub(FIRST)?;
        if value >> BITS != 0 {
            return None;
        }
        held |= value << bits;
        bits += BITS;
        while bits >= 8 {
            // What does not fit into a byte follows with the next one.
            bytes.push(held.to_le_bytes()[0]);
            held >>= 8;
            bits -= 8;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(text in any::<String>(), times in 1_usize..200) {
            let text = text.repeat(times);
            if let Some(packed) = packed(&text) {
                prop_assert_eq!(unpacked(&packed), Some(Ok(text)));
            }
        }

        #[test]
        fn nothing_that_came_to_harm_stops_it(at in 0_usize..400, other in any::<char>()) {
            let packed = packed(MODEL).expect("shorter");
            let mut harmed: Vec<char> = packed.chars().collect();
            let at = at % harmed.len();
            harmed[at] = other;
            let harmed: String = harmed.into_iter().collect();
            let outcome = unpacked(&harmed);
            prop_assert!(harmed == packed || outcome != Some(Ok(String::new())));
        }
    }

    #[test]
    fn a_text_that_claims_too_much_is_damaged() {
        let bytes = u32::MAX.to_le_bytes();
        let text = [BEGINS, &in_characters(&bytes), ENDS].concat();
        assert_eq!(unpacked(&text), Some(Err(FileError::Damaged)));
        assert_eq!(unpacked("{}"), None);
    }

    /// What was packed once is read for ever: by this model, and by no other.
    #[test]
    fn the_model_stays() {
        let known = "㐄㐀";
        assert_eq!(in_characters(&[4, 0, 0]), known);
    }
}
