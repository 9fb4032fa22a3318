//! `single-file`: a release → the pages that hold all of it.

use super::{Problem, input};
use crate::one_file::{Module, Release, SMALL, WHOLE, build};
use std::fs;
use std::path::Path;

/// Writes both pages beside the release's own.
pub(super) fn single_file(folder: &Path) -> Result<String, Problem> {
    let text = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).map_err(|error| input::about(&path, error))
    };
    let bytes = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).map_err(|error| input::about(&path, error))
    };
    let page = text("index.html")?;
    let name = app(&page).ok_or_else(|| input::about(folder, "no release of the app"))?;
    let (script, module, rest) = (
        text(&format!("{name}.js"))?,
        bytes(&format!("{name}_bg.wasm"))?,
        bytes(&format!("{name}_rest.wasm"))?,
    );
    let (reader, reading) = (text("reading-worker.js")?, bytes("reading-worker_bg.wasm")?);
    let whole = Release {
        page: &page,
        app: Module {
            script: &script,
            bytes: &module,
        },
        rest: &rest,
        reading: Some(Module {
            script: &reader,
            bytes: &reading,
        }),
        icon: &text("icons/favicon.svg")?,
    };
    let small = Release {
        reading: None,
        ..whole
    };
    let mut answer = String::new();
    for (name, release) in [(WHOLE, whole), (SMALL, small)] {
        let path = folder.join(name);
        let page = build(&release).map_err(|fault| input::about(folder, fault))?;
        fs::write(&path, &page).map_err(|error| input::about(&path, error))?;
        answer += &format!("{}: {} bytes\n", path.display(), page.len());
    }
    Ok(answer)
}

/// The name of the app's script, without its ending, as the page asks for it.
fn app(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once("import init, * as bindings from './")?;
    let (name, _) = rest.split_once(".js'")?;
    Some(name)
}
