//! Scripts that run in a page before its own, for browsers that cannot be told to do so: a server of the tests
//! writes them into the page that it serves, and makes the release fit that page. A page that is a file gets them
//! where it lies.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

use super::{Failure, Result};

/// Gathers what goes wrong in a page, where the browser itself keeps no log that could be asked for. It stands in
/// the tab's own store, so that it outlives the page.
const GATHER_ERRORS: &str = "{
    const note = (text) => { try {
        sessionStorage.harnessErrors = JSON.stringify([...JSON.parse(sessionStorage.harnessErrors ?? '[]'), text]);
    } catch {} };
    addEventListener('error', (event) => note(event.message ?? `not loaded: ${event.target.src ?? event.target.href}`), true);
    addEventListener('unhandledrejection', (event) => note(`unhandled: ${event.reason}`));
    addEventListener('securitypolicyviolation', (event) => note(`against the policy: ${event.violatedDirective} ${event.blockedURI}`));
    const shown = console.error;
    console.error = (...said) => { note(said.join(' ')); shown.apply(console, said); };
}";

/// Gives what was gathered, and forgets it.
pub(crate) const TAKE_ERRORS: &str =
    "const errors = JSON.parse(sessionStorage.harnessErrors ?? '[]');
    delete sessionStorage.harnessErrors;
    return errors";

/// The scripts for each server, by its host and port.
static SCRIPTS: Mutex<Option<HashMap<String, String>>> = Mutex::new(None);

/// From now on the server of an address writes these scripts into its page; a file gets them at once.
pub(crate) fn inject(url: &str, scripts: &[String]) -> Result {
    let mut all = vec![GATHER_ERRORS.to_owned()];
    all.extend_from_slice(scripts);
    let script = all.join(";\n");
    if let Some(file) = url.strip_prefix("file://") {
        let page = fs::read_to_string(file)?;
        // What the app wrote of such a page has them already.
        if !page.contains(GATHER_ERRORS) {
            fs::write(file, with_script(&page, &script)?)?;
        }
        return Ok(());
    }
    let host = url.split('/').nth(2).unwrap_or_default().to_owned();
    let mut known = SCRIPTS.lock().unwrap_or_else(PoisonError::into_inner);
    known.get_or_insert_default().insert(host, script);
    Ok(())
}

pub(crate) fn injected(host: &str) -> Option<String> {
    let known = SCRIPTS.lock().unwrap_or_else(PoisonError::into_inner);
    known.as_ref()?.get(host).cloned()
}

/// The release's page with a script before all others, which its policy is told of.
pub(crate) fn page_with(script: &str, folder: &Path) -> Result<String> {
    with_script(&fs::read_to_string(folder.join("index.html"))?, script)
}

fn with_script(page: &str, script: &str) -> Result<String> {
    let hash = Base64::encode_string(&Sha256::digest(script));
    let policy = "script-src ";
    let title = "<title>";
    if !page.contains(policy) || !page.contains(title) {
        return Err(Failure::new("the page has no place for a script"));
    }
    Ok(page
        .replacen(policy, &format!("{policy}'sha256-{hash}' "), 1)
        .replacen(title, &format!("<script>{script}</script>{title}"), 1))
}

/// The service worker of a release with that page, whose hash it holds.
pub(crate) fn worker_with(script: &str, folder: &Path) -> Result<String> {
    let worker = fs::read_to_string(folder.join("service-worker.js"))?;
    let before = sum(&fs::read(folder.join("index.html"))?);
    let after = sum(page_with(script, folder)?.as_bytes());
    Ok(worker.replace(&before, &after))
}

fn sum(bytes: &[u8]) -> String {
    let sum = Sha256::digest(bytes);
    sum.iter().map(|byte| format!("{byte:02x}")).collect()
}
