//! Parts → one zip: the same parts give the same bytes, since no moment is written.

use miniz_oxide::deflate::compress_to_vec;
use rawzip::{CompressionMethod, Error, ZipArchiveWriter};
use std::io::{self, Write};

/// Beyond this packing takes longer and gains next to nothing on XML.
const LEVEL: u8 = 6;

/// Packs parts under their names, which are plain paths.
///
/// # Panics
/// Never: writing into memory does not fail.
pub(super) fn zip(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    pack(parts).expect("memory takes all that is written")
}

fn pack(parts: &[(&str, Vec<u8>)]) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut bytes);
    for (name, content) in parts {
        let entry = archive.new_file(*name);
        let (mut entry, config) = entry
            .compression_method(CompressionMethod::DEFLATE)
            .start()?;
        // The sum and the size are those of the content, not of what is packed.
        let mut counted = config.wrap(io::sink());
        counted.write_all(content)?;
        let (_, sums) = counted.finish()?;
        entry.write_all(&compress_to_vec(content, LEVEL))?;
        entry.finish(sums)?;
    }
    archive.finish()?;
    Ok(bytes)
}
