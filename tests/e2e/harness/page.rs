//! The steps of a test, in the words of a person at the screen.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::common::print::{PrintPageRange, PrintParameters};
use thirtyfour::prelude::*;

use super::browser::Turn;
use super::driver::Driver;
use super::engine::Engine;
use super::files::TemporaryFolder;
use super::injected::TAKE_ERRORS;
use super::{Failure, Result};

/// Longer than any step takes on a busy machine; a test that fails waits so long.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(40);

/// An open tab. Its browser closes when it is dropped; the fields are in the order in which they have to end.
pub(crate) struct Page {
    pub(crate) browser: WebDriver,
    driver: Driver,
    downloads: PathBuf,
    folder: Arc<TemporaryFolder>,
    _turn: Turn,
    name_suffix: String,
}

/// A file that the page handed to the user.
pub(crate) struct Download {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl Page {
    pub(crate) fn new(
        browser: WebDriver,
        driver: Driver,
        downloads: PathBuf,
        folder: Arc<TemporaryFolder>,
        turn: Turn,
        name_suffix: String,
    ) -> Self {
        Self {
            browser,
            driver,
            downloads,
            folder,
            _turn: turn,
            name_suffix,
        }
    }

    /// Where the browser keeps its profile.
    pub(crate) fn folder(&self) -> Arc<TemporaryFolder> {
        self.folder.clone()
    }

    /// The process that all of the browser's stand below.
    pub(crate) fn process(&self) -> u32 {
        self.driver.process()
    }

    pub(crate) fn engine(&self) -> Engine {
        self.driver.engine()
    }

    pub(crate) async fn go(&self, url: &str) -> Result {
        Ok(self.browser.goto(url).await?)
    }

    pub(crate) async fn reload(&self) -> Result {
        if self.engine() != Engine::Firefox {
            return Ok(self.browser.refresh().await?);
        }
        // Firefox's driver loads a page anew past its service worker, which people who reload do not.
        let () = self
            .js("window.leaving = true; location.reload(); return null")
            .await?;
        let loaded = "window.leaving === undefined && document.readyState === 'complete'";
        self.wait_for("the page to be loaded anew", loaded).await
    }

    /// Presses the browser's back button.
    pub(crate) async fn back(&self) -> Result {
        Ok(self.browser.back().await?)
    }

    /// Waits until the text can be read on the page.
    pub(crate) async fn see(&self, text: &str) -> Result {
        self.until(&format!("the text “{text}”"), async || {
            Ok(self.shows(text).await?.then_some(()))
        })
        .await
    }

    /// Waits until the text can no longer be read on the page.
    pub(crate) async fn see_no_more(&self, text: &str) -> Result {
        self.until(&format!("“{text}” to go away"), async || {
            Ok((!self.shows(text).await?).then_some(()))
        })
        .await
    }

    /// Waits until a JavaScript expression is true; it may be a promise.
    pub(crate) async fn wait_for(&self, what: &str, expression: &str) -> Result {
        let script = format!("return Promise.resolve({expression}).then(Boolean)");
        self.until(what, async || {
            Ok(self.js::<bool>(&script).await?.then_some(()))
        })
        .await
    }

    /// Waits until the rest of the app is here, too.
    pub(crate) async fn whole(&self) -> Result {
        let is_whole = "document.querySelector('main[data-ready=whole]')";
        self.wait_for("the rest of the app", is_whole).await
    }

    /// Clicks what has this name: a button, a link, a box with a label.
    pub(crate) async fn click(&self, name: &str) -> Result {
        self.press("any", name, "").await
    }

    /// Clicks what has this name and stands nearest to a text, such as a button in a list's row.
    pub(crate) async fn click_beside(&self, text: &str, name: &str) -> Result {
        self.press("any", name, text).await
    }

    /// Clicks by role (`button`, `link`, `checkbox`, `tab`, …) and name.
    pub(crate) async fn click_role(&self, role: &str, name: &str) -> Result {
        self.press(role, name, "").await
    }

    /// Puts a text into the field with this label, in place of what it held.
    pub(crate) async fn fill(&self, label: &str, text: &str) -> Result {
        let field = self.find("field", label).await?;
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    /// Chooses a file in the file field with this label; an empty label means the first one.
    pub(crate) async fn give_file(&self, label: &str, file: &Path) -> Result {
        let field = self.find("file", label).await?;
        Ok(field.send_keys(file.to_string_lossy()).await?)
    }

    pub(crate) async fn find(&self, role: &str, name: &str) -> Result<WebElement> {
        self.find_beside(role, name, "").await
    }

    /// The element with this role and name that stands nearest to a text.
    pub(crate) async fn find_beside(
        &self,
        role: &str,
        name: &str,
        text: &str,
    ) -> Result<WebElement> {
        let script = concat!(include_str!("find.js"), "return find(...arguments)");
        let arguments = [json!(role), json!(name), json!(text)];
        self.until(&format!("{role} “{name}”"), async || {
            let found = self.browser.execute(script, arguments.to_vec()).await?;
            Ok(if found.json().is_null() {
                None
            } else {
                Some(found.element()?)
            })
        })
        .await
    }

    /// Waits for one complete download and takes it out of the folder.
    pub(crate) async fn download(&self) -> Result<Download> {
        self.until("a download", async || take_download(&self.downloads))
            .await
    }

    /// Runs a script (`return …`) and gives what it returns.
    pub(crate) async fn js<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        if self.engine() != Engine::WebKit {
            return Ok(self.browser.execute(script, Vec::new()).await?.convert()?);
        }
        // WebKit's driver does not wait for promises by itself.
        let script = format!(
            "const done = arguments[0];
             Promise.resolve().then(() => {{ {script} }}).then((value) => done([value ?? null]), (error) => done(String(error)))"
        );
        let answer = self.browser.execute_async(script, Vec::new()).await?;
        match answer.json() {
            Value::Array(one) if one.len() == 1 => Ok(serde_json::from_value(one[0].clone())?),
            other => Err(Failure::new(other)),
        }
    }

    /// A command of the Chrome `DevTools` protocol, such as `Network.emulateNetworkConditions`.
    pub(crate) async fn tell_browser(&self, command: &str, values: Value) -> Result<Value> {
        if !self.engine().is_chromium() {
            return Err(Failure::new(format!(
                "{:?} does not know {command}",
                self.engine()
            )));
        }
        Ok(self.browser.cdp().send_raw(command, values).await?)
    }

    /// Fails if the browser's console got an error since the last time that it was looked at.
    pub(crate) async fn no_errors(&self) -> Result {
        let lines = if self.engine().is_chromium() {
            let log = self.browser.browser_log().await?;
            let errors = log.into_iter().filter(|entry| entry.level == "SEVERE");
            errors.map(|entry| entry.message).collect()
        } else {
            self.js::<Vec<String>>(TAKE_ERRORS).await?
        };
        if lines.is_empty() {
            return Ok(());
        }
        Err(Failure::new(format!(
            "errors in the console:\n{}",
            lines.join("\n")
        )))
    }

    /// Keeps a picture of the screen in `target/screenshots`, with the width and colours in its name.
    pub(crate) async fn screenshot(&self, name: &str) -> Result {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
        std::fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{name}-{}.png", self.name_suffix));
        Ok(self.browser.screenshot(&file).await?)
    }

    /// Prints the page, or one of its pages, as the style of print wants the paper; gives the PDF. What is printed
    /// whole is kept beside the pictures of the screens.
    pub(crate) async fn print(&self, name: &str, only: Option<u64>) -> Result<Vec<u8>> {
        let parameters = PrintParameters {
            // What the style says of the paper counts only so.
            shrink_to_fit: false,
            page_ranges: only.into_iter().map(PrintPageRange::Integer).collect(),
            ..PrintParameters::default()
        };
        let bytes = self.browser.print_page(parameters).await?;
        if only.is_none() {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
            std::fs::create_dir_all(&folder)?;
            std::fs::write(folder.join(format!("{name}.pdf")), &bytes)?;
        }
        Ok(bytes)
    }

    /// Tries until there is something, or fails with what the page shows instead. An attempt may meet a page
    /// that is just being left; its failure counts only if it is the last one.
    pub(crate) async fn until<T>(
        &self,
        what: &str,
        attempt: impl AsyncFn() -> Result<Option<T>>,
    ) -> Result<T> {
        let start = Instant::now();
        loop {
            let outcome = attempt().await;
            if let Ok(Some(found)) = outcome {
                return Ok(found);
            }
            if start.elapsed() > PATIENCE {
                outcome?;
                return Err(self.missed(what).await);
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn press(&self, role: &str, name: &str, beside: &str) -> Result {
        self.until(&format!("“{name}” to be clickable"), async || {
            let element = self.find_beside(role, name, beside).await?;
            if self.moves(&element).await? {
                return Ok(None);
            }
            // While something moves or is drawn anew, a click misses; the next one may not. What lies under a
            // bar at the edge of the screen has to be scrolled out from there, as people do.
            let clicked = element.click().await.ok();
            if clicked.is_none() {
                let script =
                    "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
                self.browser
                    .execute(script, vec![element.to_json()?])
                    .await?;
            }
            Ok(clicked)
        })
        .await
    }

    /// Says whether an element is on its way: a click would fall where it was.
    async fn moves(&self, element: &WebElement) -> Result<bool> {
        let script = "return document.getAnimations().some((one) =>
            one.playState === 'running' && one.effect?.target?.contains(arguments[0]))";
        let answer = self.browser.execute(script, vec![element.to_json()?]);
        Ok(answer.await?.convert()?)
    }

    async fn shows(&self, text: &str) -> Result<bool> {
        let script = "const tidy = (text) => text.normalize('NFC').replace(/\\s+/g, ' ');
            return tidy(document.body?.innerText ?? '').includes(tidy(arguments[0]))";
        Ok(self
            .browser
            .execute(script, vec![json!(text)])
            .await?
            .convert()?)
    }

    async fn missed(&self, what: &str) -> Failure {
        let shown: Result<String> = self
            .js("return location.href + '\\n' + document.body.innerText.slice(0, 1500)")
            .await;
        let shown = shown.unwrap_or_else(|failure| format!("{failure:?}"));
        Failure::new(format!("waited in vain for {what}; the page was {shown}"))
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // What does not close is killed with the driver; the test has its result already.
        let _ = self.driver.close(&self.browser.session_id().to_string());
        let _ = self.browser.clone().leak();
    }
}

/// Whether some program holds a file open: `WebKit` writes what a page made straight to where it stays.
fn is_open(file: &Path) -> bool {
    let entries = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut held =
        entries(Path::new("/proc")).flat_map(|process| entries(&process.path().join("fd")));
    held.any(|held| std::fs::read_link(held.path()).is_ok_and(|it| it == file))
}

fn take_download(folder: &Path) -> Result<Option<Download>> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        // The browsers' names for files that are not complete yet.
        let unfinished = [".crdownload", ".part", ".wkdownload"];
        if unfinished.iter().any(|ending| name.ends_with(ending)) || name.starts_with('.') {
            continue;
        }
        if is_open(&path) {
            continue;
        }
        let bytes = std::fs::read(&path)?;
        // Chromium and Firefox hold the final name with an empty file until the complete one takes its place.
        if bytes.is_empty() {
            continue;
        }
        std::fs::remove_file(&path)?;
        return Ok(Some(Download { name, bytes }));
    }
    Ok(None)
}
