//! What kind of device looks at the app. Every browser starts empty, with a profile of its own.

use std::cell::Cell;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use serde_json::json;
use thirtyfour::WindowHandle;
use thirtyfour::prelude::*;

use super::driver::Driver;
use super::engine::Engine;
use super::files::TemporaryFolder;
use super::injected::inject;
use super::{Page, Result};

#[derive(Clone)]
pub(crate) struct Browser {
    engine: Engine,
    width: u32,
    height: u32,
    colours: &'static str,
    preferences: Vec<(&'static str, &'static str)>,
    magnified: u32,
    letters: Option<u32>,
    time_zone: &'static str,
    slower: u32,
    is_read_out: bool,
    has_all_processes: bool,
    before_load: Vec<String>,
}

impl Browser {
    /// A common phone, held upright.
    pub(crate) fn phone() -> Self {
        Self::sized(390, 844)
    }

    /// An office computer's screen.
    pub(crate) fn desktop() -> Self {
        Self::sized(1280, 900)
    }

    /// A screen of this size in CSS pixels; below 700 it is a touch screen.
    pub(crate) fn sized(width: u32, height: u32) -> Self {
        Self {
            engine: Engine::Chromium,
            width,
            height,
            colours: "light",
            preferences: Vec::new(),
            magnified: 1,
            letters: None,
            time_zone: "Asia/Ho_Chi_Minh",
            slower: 1,
            is_read_out: false,
            has_all_processes: false,
            before_load: Vec::new(),
        }
    }

    /// A common phone, the smallest one, and an office computer at night.
    pub(crate) fn of_all_sizes() -> [Self; 3] {
        [Self::phone(), Self::sized(320, 568), Self::desktop().dark()]
    }

    /// A browser of another engine than Chromium's.
    pub(crate) fn of(mut self, engine: Engine) -> Self {
        self.engine = engine;
        self
    }

    pub(crate) fn dark(mut self) -> Self {
        self.colours = "dark";
        self
    }

    /// A system that asks pages for something, such as `prefers-reduced-motion`, `reduce`; Chromium's alone can.
    pub(crate) fn preferring(mut self, feature: &'static str, value: &'static str) -> Self {
        self.preferences.push((feature, value));
        self
    }

    /// A window of a computer, however small, whose pages are magnified so many times.
    pub(crate) fn magnified(mut self, times: u32) -> Self {
        self.magnified = times;
        self
    }

    /// A system whose letters are so many pixels high where 16 is usual; Chromium's alone can be told.
    pub(crate) fn with_letters_of(mut self, pixels: u32) -> Self {
        self.letters = Some(pixels);
        self
    }

    /// A device whose clock is set to another zone, such as `America/Los_Angeles`.
    pub(crate) fn in_time_zone(mut self, zone: &'static str) -> Self {
        self.time_zone = zone;
        self
    }

    /// A processor so many times slower than this machine's; Chromium's alone can be.
    pub(crate) fn slowed_down(mut self, times: u32) -> Self {
        self.slower = times;
        self
    }

    /// A system in which another program reads out what the screen shows; Chromium's alone can be told.
    pub(crate) fn read_out(mut self) -> Self {
        self.is_read_out = true;
        self
    }

    /// With all processes that it has where people use it, so as to be measured; a test is over sooner without.
    pub(crate) fn with_all_processes(mut self) -> Self {
        self.has_all_processes = true;
        self
    }

    /// Runs a script in every page before the page's own scripts.
    pub(crate) fn before_load(mut self, script: impl Into<String>) -> Self {
        self.before_load.push(script.into());
        self
    }

    /// The date and time that the pages see, such as `2026-11-23T08:00:00+07:00`; it stands still.
    pub(crate) fn at(self, time: &str) -> Self {
        self.before_load(format!(
            "{{ const now = Date.parse('{time}'), Real = Date;
               Date = class extends Real {{ constructor(...given) {{ given.length ? super(...given) : super(now); }} static now() {{ return now; }} }}; }}"
        ))
    }

    /// A browser that keeps nothing: reading or writing storage throws, as with blocked site data.
    pub(crate) fn without_storage(self) -> Self {
        self.before_load(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });",
        )
    }

    pub(crate) async fn open(self, url: &str) -> Result<Page> {
        self.open_with(Arc::new(TemporaryFolder::new()?), url).await
    }

    /// Closes a page's browser and opens this one with what that one kept, as after a night.
    pub(crate) async fn open_again(self, page: Page, url: &str) -> Result<Page> {
        let folder = page.folder();
        drop(page);
        self.open_with(folder, url).await
    }

    /// Opens another tab in a page's browser and goes on there.
    pub(crate) async fn open_tab(&self, page: &Page, url: &str) -> Result {
        let tab = page.browser.new_tab().await?;
        self.go_on_in(tab, page, url).await
    }

    /// Goes on in a tab that was opened before, such as after the one that was shown has crashed.
    pub(crate) async fn go_on_in(&self, tab: WindowHandle, page: &Page, url: &str) -> Result {
        page.browser.switch_to_window(tab).await?;
        self.set_up(page).await?;
        page.go(url).await
    }

    /// Opens another window in a page's browser, beside the others, and goes on there.
    pub(crate) async fn open_window(&self, page: &Page, url: &str) -> Result {
        let window = page.browser.new_window().await?;
        page.browser.switch_to_window(window).await?;
        self.set_up(page).await?;
        page.go(url).await
    }

    async fn open_with(self, folder: Arc<TemporaryFolder>, url: &str) -> Result<Page> {
        let turn = Turn::wait();
        let downloads = folder.path().join("downloads");
        std::fs::create_dir_all(&downloads)?;
        self.engine.prepare(folder.path())?;
        let driver = Driver::start(&self, folder.path())?;
        let capabilities = self.engine.capabilities(&self, folder.path())?;
        let browser = WebDriver::new(driver.url(), capabilities).await?;
        let page = Page::new(browser, driver, downloads, folder, turn, self.name_suffix());
        if !self.engine.is_chromium() {
            inject(url, &self.before_load)?;
        }
        self.set_up(&page).await?;
        page.go(url).await?;
        Ok(page)
    }

    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    pub(crate) fn time_zone(&self) -> &'static str {
        self.time_zone
    }

    pub(crate) fn letters(&self) -> Option<u32> {
        self.letters
    }

    pub(crate) fn is_read_out(&self) -> bool {
        self.is_read_out
    }

    pub(crate) fn has_all_processes(&self) -> bool {
        self.has_all_processes
    }

    pub(crate) fn is_dark(&self) -> bool {
        self.colours == "dark"
    }

    /// Whether it is held in the hand and touched.
    pub(crate) fn is_small(&self) -> bool {
        self.width < 700
    }

    async fn set_up(&self, page: &Page) -> Result {
        page.resize(self.width, self.height).await?;
        if !self.engine.is_chromium() {
            return Ok(());
        }
        if self.magnified > 1 {
            let metrics = json!({
                "width": self.width, "height": self.height, "deviceScaleFactor": self.magnified, "mobile": false
            });
            page.tell_browser("Emulation.setDeviceMetricsOverride", metrics)
                .await?;
        }
        let colours = ("prefers-color-scheme", self.colours);
        let features: Vec<_> = self.preferences.iter().chain([&colours]).collect();
        let features = features
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }));
        let features: Vec<_> = features.collect();
        for (command, values) in [
            (
                "Emulation.setEmulatedMedia",
                json!({ "features": features }),
            ),
            (
                "Emulation.setTimezoneOverride",
                json!({ "timezoneId": self.time_zone }),
            ),
            ("Emulation.setLocaleOverride", json!({ "locale": "vi-VN" })),
        ] {
            page.tell_browser(command, values).await?;
        }
        if self.slower > 1 {
            let rate = json!({ "rate": self.slower });
            page.tell_browser("Emulation.setCPUThrottlingRate", rate)
                .await?;
        }
        for script in &self.before_load {
            page.tell_browser(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": script }),
            )
            .await?;
        }
        Ok(())
    }

    fn name_suffix(&self) -> String {
        let engine = match self.engine {
            Engine::Chromium => "",
            Engine::Firefox => "-firefox",
            Engine::WebKit => "-webkit",
        };
        let colours = if self.is_dark() { "-dark" } else { "" };
        format!("{}{colours}{engine}", self.width)
    }
}

/// Leave to run a browser: few at a time, since many make each other miss their time limits.
/// A test that has one may open more, or two such tests could wait for each other for ever.
pub(crate) struct Turn(());

static FREE: Mutex<usize> = Mutex::new(3);
static FREED: Condvar = Condvar::new();
thread_local! { static HELD_BY_THIS_TEST: Cell<usize> = const { Cell::new(0) }; }

impl Turn {
    /// Blocks the thread, which is the test's own.
    fn wait() -> Self {
        if HELD_BY_THIS_TEST.replace(HELD_BY_THIS_TEST.get() + 1) == 0 {
            let free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
            let mut free = FREED
                .wait_while(free, |free| *free == 0)
                .unwrap_or_else(PoisonError::into_inner);
            *free -= 1;
        }
        Self(())
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if HELD_BY_THIS_TEST.replace(HELD_BY_THIS_TEST.get() - 1) == 1 {
            *FREE.lock().unwrap_or_else(PoisonError::into_inner) += 1;
            FREED.notify_one();
        }
    }
}
