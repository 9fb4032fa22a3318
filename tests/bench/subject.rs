//! What is measured: ours and the references, each packed once and visited by browsers of their own.

use std::path::Path;

use serde_json::json;

use crate::harness::files::dist;
use crate::harness::{Browser, Page, Result};
use crate::office::Office;
use crate::served::{Served, Site};

/// A phone of little money: its processor against this machine's.
pub(crate) const SLOWER: u32 = 6;

/// Notes when the page says that it is ready and that has been given to the screen, every task that held the page
/// for long, and the memory that its modules take.
const WATCH: &str = include_str!("watch.js");

pub(crate) struct Subjects {
    pub(crate) ours: Site,
    pub(crate) bare: Site,
    pub(crate) empty: Site,
}

impl Subjects {
    pub(crate) fn pack() -> Result<Self> {
        let references = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/references");
        Ok(Self {
            ours: Site::pack(&dist()?)?,
            bare: Site::pack(&references.join("bare"))?,
            empty: Site::pack(&references.join("empty"))?,
        })
    }

    /// A page of ours at full speed with this work on the device.
    pub(crate) async fn at_work(&self, office: &Office, address: &str) -> Result<(Served, Page)> {
        let served = self.ours.serve()?;
        let page = open_blank().await?;
        page.go(served.url()).await?;
        ready_after(&page).await?;
        office.put(&page).await?;
        // The address alone would not load the page anew.
        page.go("about:blank").await?;
        page.go(&format!("{}{address}", served.url())).await?;
        ready_after(&page).await?;
        Ok((served, page))
    }

    /// The reference at full speed with so many rows.
    pub(crate) async fn reference(&self, rows: usize) -> Result<(Served, Page)> {
        let served = self.bare.serve()?;
        let page = open_blank().await?;
        page.go(&format!("{}?n={rows}", served.url())).await?;
        ready_after(&page).await?;
        Ok((served, page))
    }
}

/// An empty phone that waits for an address.
pub(crate) async fn open_blank() -> Result<Page> {
    Browser::phone()
        .before_load(WATCH)
        .open("about:blank")
        .await
}

pub(crate) async fn slow_down(page: &Page, times: u32) -> Result {
    let rate = json!({ "rate": times });
    page.tell_browser("Emulation.setCPUThrottlingRate", rate)
        .await?;
    Ok(())
}

/// Waits until the page can be used, and gives the milliseconds since the navigation began.
pub(crate) async fn ready_after(page: &Page) -> Result<f64> {
    page.wait_for("an element with data-ready", "window.watch?.readyAfter")
        .await?;
    page.js("return watch.readyAfter").await
}
