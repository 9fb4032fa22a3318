//! The list of the release's files in its service worker.

use super::Fault;
use crate::one_file::{SMALL, WHOLE};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// The worker itself is looked after by the browser.
const WORKER: &str = "service-worker.js";

/// What is fetched by who wants it, and pictures that browsers show before they install: none of it is kept.
const NOT_KEPT: [&str; 4] = [WORKER, WHOLE, SMALL, "screenshots"];

/// Writes the list of all files, each with its SHA-256, and a version that is the hash of that list.
///
/// # Errors
/// Where a file cannot be read or written, and [`Fault::NoList`].
pub fn list(release: &Path) -> io::Result<()> {
    let mut files = BTreeMap::new();
    gather(release, "", &mut files)?;
    let files = serde_json::to_string(&files)?;
    let version = &hex(files.as_bytes())[..12];
    let worker = release.join(WORKER);
    let script = fs::read_to_string(&worker)?;
    let begin = "const RELEASE = ";
    let (before, rest) = script.split_once(begin).ok_or(Fault::NoList)?;
    let (_, after) = rest.split_once('\n').ok_or(Fault::NoList)?;
    let line = format!("{begin}{{ version: \"{version}\", files: {files} }};\n");
    fs::write(worker, [before, &line, after].concat())
}

fn gather(folder: &Path, above: &str, files: &mut BTreeMap<String, String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let place = [above, &name].concat();
        if name.starts_with('.') || NOT_KEPT.contains(&place.as_str()) {
            continue;
        }
        if entry.path().is_dir() {
            gather(&entry.path(), &[&place, "/"].concat(), files)?;
        } else {
            files.insert(place, hex(&fs::read(entry.path())?));
        }
    }
    Ok(())
}

fn hex(content: &[u8]) -> String {
    let hash = Sha256::digest(content);
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
