//! Writes zips; used by the host tests and by the tests in a browser.

use miniz_oxide::deflate::compress_to_vec;
use rawzip::path::EntryPath;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use std::io::Write;

/// Puts files into a zip. Names are written as they are, whatever their letters.
pub(crate) fn zip<N: AsRef<[u8]>>(files: &[(N, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut bytes);
    for (name, content) in files {
        let (mut entry, config) = archive
            .new_file(EntryPath::verbatim(name.as_ref()))
            .compression_method(CompressionMethod::DEFLATE)
            .start()
            .expect("an entry");
        // The writer counts what it is given, so the sizes of the content are told to it apart.
        let mut counted = config.wrap(std::io::sink());
        counted.write_all(content).expect("a sink");
        let (_, descriptor) = counted.finish().expect("sizes");
        entry
            .write_all(&compress_to_vec(content, 6))
            .expect("a vector");
        entry.finish(descriptor).expect("an entry");
    }
    archive.finish().expect("a zip");
    bytes
}
