//! First visits through a slow network, and later ones without any, on a slow device.

use std::collections::BTreeSet;

use serde_json::json;

use crate::harness::{Page, Result};
use crate::office::{Office, Work, year_on};
use crate::series::Series;
use crate::served::Site;
use crate::subject::{SLOWER, Subjects, open_blank, ready_after, slow_down};

const OURS: &str = "ours";
const ONE_FILE: &str = "ours, all in one file";
const SMALL_FILE: &str = "ours, one file without documents";
const BARE: &str = "reference in bare JS";
const LEPTOS: &str = "reference in Leptos";
const EMPTY: &str = "empty page";
const YEAR: &str = "ours, 3 plans and a year of records";
const TEN_YEARS: &str = "ours, ten times as much stored";

/// The files that the page has asked for until it was ready, and the page itself.
const LOADED: &str = "return performance.getEntriesByType('resource')
    .filter((entry) => entry.startTime < watch.readyAfter && entry.name.startsWith(location.origin + '/'))
    .map((entry) => decodeURI(entry.name.slice(location.origin.length + 1)))
    .concat('index.html')";

/// First visits with an empty browser.
pub(crate) struct Cold {
    pub(crate) series: Series,
    /// The names of the files that the first screen needed.
    pub(crate) loaded: BTreeSet<String>,
}

impl Cold {
    pub(crate) fn new() -> Self {
        let title = format!("cold, ms (Fast 3G, processor {SLOWER}× slower)");
        Self {
            series: Series::new(title)
                .compare(OURS, BARE)
                .compare(OURS, LEPTOS)
                .compare(ONE_FILE, BARE)
                .compare(SMALL_FILE, BARE),
            loaded: BTreeSet::new(),
        }
    }

    pub(crate) async fn round(&mut self, subjects: &Subjects) -> Result {
        for (name, site, path) in [
            (EMPTY, &subjects.empty, ""),
            (BARE, &subjects.bare, "?n=40"),
            (LEPTOS, &subjects.leptos, "?n=40"),
            (OURS, &subjects.ours, ""),
            (ONE_FILE, &subjects.ours, "so-tien-do.html"),
            (SMALL_FILE, &subjects.ours, "so-tien-do-nho.html"),
        ] {
            let page = self.visit(name, site, path).await?;
            if name == OURS {
                self.loaded.extend(page.js::<Vec<String>>(LOADED).await?);
            }
        }
        Ok(())
    }

    async fn visit(&mut self, name: &'static str, site: &Site, path: &str) -> Result<Page> {
        let served = site.serve()?;
        let page = open_blank().await?;
        throttle_network(&page).await?;
        slow_down(&page, SLOWER).await?;
        page.go(&format!("{}{path}", served.url())).await?;
        self.series.note(name, ready_after(&page).await?);
        Ok(page)
    }
}

/// Later visits without a network.
pub(crate) struct Warm {
    pub(crate) series: Series,
    year: Office,
    ten_years: Office,
}

impl Warm {
    pub(crate) fn new() -> Result<Self> {
        let year = year_on(3);
        let more = Work {
            units: 3,
            archived: 7,
            ..year
        };
        let title = format!("warm, ms (no network, processor {SLOWER}× slower)");
        Ok(Self {
            series: Series::new(title)
                .compare(YEAR, BARE)
                .compare(YEAR, LEPTOS)
                .compare(TEN_YEARS, YEAR),
            year: Office::of(year)?,
            ten_years: Office::of(more)?,
        })
    }

    /// Says how much is stored.
    pub(crate) fn stored(&self) -> String {
        format!(
            "  stored: {} and {} characters\n",
            self.year.size(),
            self.ten_years.size()
        )
    }

    pub(crate) async fn round(&mut self, subjects: &Subjects) -> Result {
        for (name, site, path, office) in [
            (BARE, &subjects.bare, "?n=40", None),
            (LEPTOS, &subjects.leptos, "?n=40", None),
            (OURS, &subjects.ours, "", None),
            (YEAR, &subjects.ours, "", Some(&self.year)),
            (TEN_YEARS, &subjects.ours, "", Some(&self.ten_years)),
        ] {
            let mut served = site.serve()?;
            let url = format!("{}{path}", served.url());
            let page = open_blank().await?;
            page.go(&url).await?;
            page.wait_for(
                "the app to be kept on the device",
                "navigator.serviceWorker?.controller",
            )
            .await?;
            if let Some(office) = office {
                office.put(&page).await?;
            }
            served.stop();
            page.go("about:blank").await?;
            slow_down(&page, SLOWER).await?;
            page.go(&url).await?;
            self.series.note(name, ready_after(&page).await?);
        }
        Ok(())
    }
}

/// What Chromium's own tools call Fast 3G: 1.6 Mbit/s of which nine tenths arrive, and a wait at each request.
async fn throttle_network(page: &Page) -> Result {
    page.tell_browser("Network.enable", json!({})).await?;
    let conditions = json!({
        "offline": false,
        "latency": 562.5,
        "downloadThroughput": 180_000,
        "uploadThroughput": 84_375,
    });
    page.tell_browser("Network.emulateNetworkConditions", conditions)
        .await?;
    Ok(())
}
