//! Folders that tests read and write.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::{Failure, Result};

/// A folder of its own for one test, removed when the test ends.
pub(crate) struct TemporaryFolder(PathBuf);

impl TemporaryFolder {
    pub(crate) fn new() -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "so-tien-do-{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        // A folder that stays in the system's temporary place is no reason to fail a test.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The built release, or a failure that says how to get one. `SO_TIEN_DO_DIST` names another folder than
/// `dist/`, so that a release can be tested while the next one is built.
pub(crate) fn dist() -> Result<PathBuf> {
    let named = std::env::var_os("SO_TIEN_DO_DIST").map(PathBuf::from);
    let dist = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"));
    if dist.join("index.html").is_file() {
        return Ok(dist);
    }
    Err(Failure::new(
        "There is no release in dist/: run `make build` first, or `make test`, which does it.",
    ))
}

/// Where set-up keeps its tools, the same place as in `.setup/env.sh`.
pub(crate) fn tools() -> PathBuf {
    if let Some(tools) = std::env::var_os("SO_TIEN_DO_TOOLS") {
        return tools.into();
    }
    let home = std::env::var_os("HOME").unwrap_or_default();
    Path::new(&home).join(".cache/so-tien-do")
}

/// All files below `folder`, as paths relative to it, in order of their names.
pub(crate) fn all_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    collect(folder, folder, &mut files)?;
    files.sort();
    Ok(files)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<PathBuf>) -> Result {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            files.push(path.strip_prefix(root)?.to_owned());
        }
    }
    Ok(())
}
