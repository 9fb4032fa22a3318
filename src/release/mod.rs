//! A release of the app, put together of what the build made of it: the page with the first part of the app within it,
//! the pages that hold all of it in one file, and the list of what is kept on devices. On the host alone.

mod list;
mod one_file;
mod pack;
mod page;
mod parts;

pub use list::list;
pub use one_file::one_file;
pub use pack::pack;
pub use page::page;
pub use parts::{Fault, Module, Parts, Styles};

use parts::{Policy, Template};
use std::fs;
use std::io;
use std::path::Path;

use crate::one_file::{SMALL, WHOLE};

/// Puts a release together in the folder in which the build left it, of the parts that stand in another one.
///
/// # Errors
/// Where a file is missing, or is not what it was when this was written.
pub fn assemble(release: &Path, parts: &Path) -> io::Result<()> {
    let text = |folder: &Path, name: &str| fs::read_to_string(folder.join(name));
    let bytes = |folder: &Path, name: &str| fs::read(folder.join(name));
    let template = text(release, "index.html")?;
    let (first, rest) = (bytes(parts, "first.wasm")?, bytes(parts, "rest.wasm")?);
    let (script, icon) = (
        text(parts, "script.js")?,
        text(release, "icons/favicon.svg")?,
    );
    let styles = (text(parts, "first.css")?, text(parts, "rest.css")?);
    let reader = text(release, "reading-worker.js")?;
    let reading = bytes(release, "reading-worker_bg.wasm")?;
    let start_reading = text(release, "start-reading.js")?;
    let parts = Parts {
        template: &template,
        styles: Styles {
            first: &styles.0,
            rest: &styles.1,
        },
        script: &script,
        first: &first,
        rest: &rest,
        reading: Module {
            script: &reader,
            bytes: &reading,
        },
        start_reading: &start_reading,
        icon: &icon,
    };
    for name in built(release)? {
        fs::remove_file(release.join(name))?;
    }
    let put = |name: &str, content: &[u8]| fs::write(release.join(name), content);
    put(&parts.name_of_rest(), &rest)?;
    put(&parts.name_of_styles(), styles.1.as_bytes())?;
    put("index.html", page(&parts)?.as_bytes())?;
    put(WHOLE, one_file(&parts, true)?.as_bytes())?;
    put(SMALL, one_file(&parts, false)?.as_bytes())?;
    list(release)
}

/// What the build wrote of the app as a whole, in whose place the parts stand.
fn built(release: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(release)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_module = [".js", "_bg.wasm"].iter().any(|end| name.ends_with(end));
        if name.starts_with("so-tien-do-") && is_module {
            names.push(name);
        }
    }
    Ok(names)
}
