//! From the start of the navigation to the first screen that can be used, on a slow device.

use std::collections::BTreeSet;
use std::fmt::{self, Display, Formatter};

use crate::harness::{Browser, Page, Result, Server};

const ROUNDS: usize = 7;
const SLOWER: u32 = 6;

/// Notes the time at which the page says that it is ready and has been given to the screen.
const NOTE_READY: &str = "new MutationObserver((_, observer) => {
    if (!document.querySelector('[data-ready]')) return;
    observer.disconnect();
    requestAnimationFrame(() => { window.readyAfter = performance.now(); });
}).observe(document, { attributes: true, childList: true, subtree: true });";

/// The files that the page has asked for by then, and the page itself.
const LOADED: &str = "return performance.getEntriesByType('resource')
    .filter((entry) => entry.startTime < window.readyAfter && entry.name.startsWith(document.baseURI))
    .map((entry) => decodeURI(entry.name.slice(document.baseURI.length)))
    .concat('index.html')";

pub(crate) struct Times {
    cold: Vec<f64>,
    warm: Vec<f64>,
    pub(crate) loaded: BTreeSet<String>,
}

pub(crate) async fn measure() -> Result<Times> {
    let mut times = Times {
        cold: Vec::new(),
        warm: Vec::new(),
        loaded: BTreeSet::new(),
    };
    for round in 1..=ROUNDS {
        eprintln!("round {round} of {ROUNDS}");
        times.measure_visits().await?;
    }
    Ok(times)
}

impl Times {
    /// A first visit with an empty browser, then a second one with the server gone.
    async fn measure_visits(&mut self) -> Result {
        let mut server = Server::start()?;
        let page = Browser::phone()
            .slowed_down(SLOWER)
            .before_load(NOTE_READY)
            .open(&server.url())
            .await?;
        self.cold.push(ready_after(&page).await?);
        self.loaded.extend(page.js::<Vec<String>>(LOADED).await?);
        page.wait_for(
            "the app to be kept on the device",
            "navigator.serviceWorker?.controller",
        )
        .await?;
        server.stop();
        page.go(&server.url()).await?;
        self.warm.push(ready_after(&page).await?);
        Ok(())
    }
}

async fn ready_after(page: &Page) -> Result<f64> {
    page.wait_for("an element with data-ready", "window.readyAfter")
        .await?;
    page.js("return window.readyAfter").await
}

impl Display for Times {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            out,
            "first usable screen, ms     median     fastest     slowest   ({ROUNDS} rounds, processor {SLOWER} times slower, no network delay)"
        )?;
        write_row(out, "first visit", &self.cold)?;
        write_row(out, "later, without network", &self.warm)
    }
}

fn write_row(out: &mut Formatter<'_>, name: &str, times: &[f64]) -> fmt::Result {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    let (median, fastest, slowest) = (times[times.len() / 2], times[0], times[times.len() - 1]);
    writeln!(
        out,
        "{name:<24}{median:>10.0}{fastest:>12.0}{slowest:>12.0}"
    )
}
