//! Unpacking within bounds: sizes are counted, since what a file says of itself may be a lie.

use miniz_oxide::inflate::stream::{InflateState, inflate as step};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

/// Why something did not unpack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Damaged,
    /// It unpacks to more than the limit.
    TooLong,
}

/// Unpacks deflated bytes to at most `limit` bytes.
pub(super) fn inflate(packed: &[u8], limit: usize) -> Result<Vec<u8>, Fault> {
    let mut room = limit;
    inflate_into(packed, &mut room)
}

/// Unpacks deflated bytes, and takes what they unpack to out of the room that is left: also when they
/// turn out to be damaged, since that is work too.
pub(super) fn inflate_into(packed: &[u8], room: &mut usize) -> Result<Vec<u8>, Fault> {
    match decompress_to_vec_with_limit(packed, *room) {
        Ok(bytes) => {
            *room -= bytes.len();
            Ok(bytes)
        }
        Err(error) if error.status == TINFLStatus::HasMoreOutput => Err(Fault::TooLong),
        Err(error) => {
            *room = room.saturating_sub(error.output.len());
            Err(Fault::Damaged)
        }
    }
}

/// Counts what bytes unpack to without keeping it.
pub(super) struct Scale(Box<InflateState>);

impl Scale {
    pub(super) fn new() -> Self {
        Self(InflateState::new_boxed(DataFormat::Raw))
    }

    /// Counts what bytes, with a zlib header or without, unpack to as far as they are whole, and not much
    /// beyond `limit`.
    pub(super) fn unpacked_size(&mut self, mut packed: &[u8], limit: usize) -> usize {
        self.0.reset(format(packed));
        let mut page = [0; 16 * 1024];
        let mut size = 0;
        while size < limit {
            let result = step(&mut self.0, packed, &mut page, MZFlush::None);
            packed = packed.get(result.bytes_consumed..).unwrap_or_default();
            size += result.bytes_written;
            let goes_on = result.status == Ok(MZStatus::Ok);
            if !goes_on || result.bytes_consumed + result.bytes_written == 0 {
                break;
            }
        }
        size
    }
}

/// The header is known by its method, and by a checksum of its own.
fn format(packed: &[u8]) -> DataFormat {
    match packed {
        [method, flags, ..]
            if method & 0x0F == 8 && u16::from_be_bytes([*method, *flags]).is_multiple_of(31) =>
        {
            DataFormat::Zlib
        }
        _ => DataFormat::Raw,
    }
}
