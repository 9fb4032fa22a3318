//! The release in bytes, as it is and as a server sends it after brotli.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use sha2::{Digest, Sha256};

use crate::harness::Result;
use crate::harness::files::all_files;

const KINDS: [&str; 5] = ["html", "css", "js", "wasm", "other"];

#[derive(Clone, Copy, Default)]
struct Weight {
    files: usize,
    raw: usize,
    compressed: usize,
}

/// The second module, which is fetched when a document is read.
const READING: [&str; 3] = [
    "start-reading.js",
    "reading-worker.js",
    "reading-worker_bg.wasm",
];

/// The app as one file, whole and small, which nobody fetches but who wants it.
const ONE_FILE: [&str; 2] = ["so-tien-do.html", "so-tien-do-nho.html"];

/// One row a kind, one for what the first screen needs (`loaded`: names of files), one for the module of all other
/// screens, one for what reading a document needs beyond that, one for all that is kept on the device, and one for each
/// page that is all of it.
pub(crate) fn table(dist: &Path, loaded: &BTreeSet<String>) -> Result<String> {
    let mut kinds = [Weight::default(); KINDS.len()];
    let [mut first, mut rest, mut reading, mut all] = [Weight::default(); 4];
    let mut alone = Vec::new();
    for file in all_files(dist)? {
        let name = file.to_string_lossy();
        let weight = weigh(&dist.join(&file))?;
        if ONE_FILE.contains(&name.as_ref()) {
            alone.push((name.into_owned(), weight));
            continue;
        }
        kinds[kind_of(&file)].add(weight);
        all.add(weight);
        if loaded.contains(name.as_ref()) {
            first.add(weight);
        }
        if READING.contains(&name.as_ref()) {
            reading.add(weight);
        } else if name.ends_with(".wasm") {
            rest.add(weight);
        }
    }
    let mut table = format!(
        "{:<28}{:>7}{:>12}{:>12}\n",
        "the release, bytes", "files", "raw", "brotli"
    );
    for (kind, weight) in KINDS.into_iter().zip(kinds) {
        weight.write_row(kind, &mut table)?;
    }
    first.write_row("needed for the first screen", &mut table)?;
    rest.write_row("the rest of the app", &mut table)?;
    reading.write_row("needed to read a document", &mut table)?;
    all.write_row("kept for use offline", &mut table)?;
    for (name, weight) in alone {
        weight.write_row(&name, &mut table)?;
    }
    Ok(table)
}

impl Weight {
    fn add(&mut self, other: Self) {
        self.files += other.files;
        self.raw += other.raw;
        self.compressed += other.compressed;
    }

    fn write_row(self, name: &str, table: &mut String) -> Result {
        Ok(writeln!(
            table,
            "{name:<28}{:>7}{:>12}{:>12}",
            self.files, self.raw, self.compressed
        )?)
    }
}

fn kind_of(file: &Path) -> usize {
    let extension = file.extension().unwrap_or_default();
    KINDS
        .iter()
        .position(|kind| extension == *kind)
        .unwrap_or(KINDS.len() - 1)
}

/// The bytes as a server sends them. Packing takes long, so what was packed once is kept by its hash.
pub(crate) fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packed");
    let hash: String = Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let kept = folder.join(hash);
    if let Ok(packed) = fs::read(&kept) {
        return Ok(packed);
    }
    let packed = pack(bytes)?;
    fs::create_dir_all(&folder)?;
    fs::write(kept, &packed)?;
    Ok(packed)
}

fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let settings = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &settings)?;
    Ok(compressed)
}

fn weigh(file: &Path) -> Result<Weight> {
    let bytes = fs::read(file)?;
    Ok(Weight {
        files: 1,
        raw: bytes.len(),
        compressed: packed(&bytes)?.len(),
    })
}
