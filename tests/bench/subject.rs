//! What is measured: ours and the references, each packed once and visited by browsers of their own.

use std::path::Path;

use serde_json::json;

use crate::harness::files::dist;
use crate::harness::{Browser, Failure, Page, Result};
use crate::office::Office;
use crate::served::{Served, Site};

/// A phone of little money: its processor against this machine's.
pub(crate) const SLOWER: u32 = 6;

/// Notes when the page says that it is ready and that has been given to the screen, every task that held the page
/// for long, and the memory that its modules take.
pub(crate) const WATCH: &str = concat!(include_str!("watch.js"), include_str!("bulk.js"));

pub(crate) struct Subjects {
    pub(crate) ours: Site,
    pub(crate) bare: Site,
    pub(crate) leptos: Site,
    pub(crate) empty: Site,
}

impl Subjects {
    pub(crate) fn pack() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let references = root.join("tests/bench/references");
        let built = root.join("target/bench-leptos/page");
        if !built.join("index.html").is_file() {
            let missing = "The reference in Leptos is not built: run `make bench`, which does it.";
            return Err(Failure::new(missing));
        }
        Ok(Self {
            ours: Site::pack(&dist()?)?,
            bare: Site::pack(&references.join("bare"))?,
            leptos: Site::pack(&built)?,
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
}

/// A reference at full speed with so many rows, on its second visit as ours is.
pub(crate) async fn with_rows(reference: &Site, rows: usize) -> Result<(Served, Page)> {
    let served = reference.serve()?;
    let page = open_blank().await?;
    let url = format!("{}?n={rows}", served.url());
    page.go(&url).await?;
    ready_after(&page).await?;
    page.go("about:blank").await?;
    page.go(&url).await?;
    ready_after(&page).await?;
    Ok((served, page))
}

/// An empty phone that waits for an address.
pub(crate) async fn open_blank() -> Result<Page> {
    Browser::phone()
        .with_all_processes()
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
