//! Memory after loading, and after much use.

use serde::Deserialize;
use serde_json::json;

use crate::harness::{Page, Result};
use crate::office::{Office, list_of, year_on};
use crate::series::Series;
use crate::subject::{Subjects, open_blank, ready_after};
use crate::ticks::asynchronous;

const OURS: &str = "ours, 40 rows";
const BARE: &str = "reference, 40 rows";
const EMPTY: &str = "empty page";
const KILO: f64 = 1_000.0;

#[derive(Deserialize)]
struct Metric {
    name: String,
    value: f64,
}

pub(crate) struct Memory {
    pub(crate) series: Series,
    office: Office,
}

impl Memory {
    pub(crate) fn new() -> Result<Self> {
        Ok(Self {
            series: Series::new("memory after load, kB (JS heap and wasm)").compare(OURS, BARE),
            office: Office::of(list_of(40))?,
        })
    }

    pub(crate) async fn round(&mut self, subjects: &Subjects) -> Result {
        let served = subjects.empty.serve()?;
        let page = open_blank().await?;
        page.go(served.url()).await?;
        ready_after(&page).await?;
        self.series.note(EMPTY, used(&page).await?.bytes / KILO);
        drop(page);
        let (_bare, page) = subjects.reference(40).await?;
        self.series.note(BARE, used(&page).await?.bytes / KILO);
        drop(page);
        let list = self.office.list();
        let (_ours, page) = subjects.at_work(&self.office, &list).await?;
        self.series.note(OURS, used(&page).await?.bytes / KILO);
        Ok(())
    }
}

/// Uses the app for long, and says what that left behind.
pub(crate) async fn growth(subjects: &Subjects) -> Result<String> {
    let office = Office::of(year_on(3))?;
    let (_served, page) = subjects.at_work(&office, &office.list()).await?;
    let mut lines = format!("{:<46}{:>10}{:>10}\n", "growth", "kB", "nodes");
    tick(&page, 50).await?;
    turn(&page, &office, 20).await?;
    let mut before = used(&page).await?;
    before.write_row("after 50 ticks, 20 screens", &mut lines);
    tick(&page, 1_000).await?;
    let ticked = used(&page).await?;
    ticked
        .since(&before)
        .write_row("1,000 ticks more", &mut lines);
    before = ticked;
    turn(&page, &office, 100).await?;
    let turned = used(&page).await?;
    turned
        .since(&before)
        .write_row("100 screens more", &mut lines);
    Ok(lines)
}

async fn tick(page: &Page, times: usize) -> Result {
    // Each batch is short enough for the driver to wait for it.
    for _ in 0..times / 50 {
        let script = "for (let at = 0; at < 50; at += 1) await watch.tick(at % 5); return null";
        page.js::<()>(&asynchronous(script)).await?;
    }
    Ok(())
}

/// Goes round the screens and ends at the list, where it began.
async fn turn(page: &Page, office: &Office, times: usize) -> Result {
    let screens = office.screens();
    let addresses = screens.iter().map(|(_, address)| address).cycle();
    for address in addresses.take(times - 1).chain([&office.list()]) {
        go_to(page, address).await?;
    }
    Ok(())
}

pub(crate) async fn go_to(page: &Page, address: &str) -> Result {
    let script = format!(
        "location.hash = '{address}'; await watch.afterPaint(); await watch.afterPaint(); return null"
    );
    page.js::<()>(&asynchronous(&script)).await
}

struct Used {
    bytes: f64,
    nodes: f64,
}

impl Used {
    fn since(&self, before: &Self) -> Self {
        Self {
            bytes: self.bytes - before.bytes,
            nodes: self.nodes - before.nodes,
        }
    }

    fn write_row(&self, name: &str, lines: &mut String) {
        let kilo = self.bytes / KILO;
        lines.push_str(&format!("  {name:<44}{kilo:>10.1}{:>10}\n", self.nodes));
    }
}

async fn used(page: &Page) -> Result<Used> {
    page.tell_browser("Performance.enable", json!({})).await?;
    page.tell_browser("HeapProfiler.collectGarbage", json!({}))
        .await?;
    let answer = page
        .tell_browser("Performance.getMetrics", json!({}))
        .await?;
    let metrics: Vec<Metric> = serde_json::from_value(answer["metrics"].clone())?;
    let value = |name: &str| {
        let metric = metrics.iter().find(|metric| metric.name == name);
        metric.map_or(0.0, |metric| metric.value)
    };
    let wasm: f64 = page.js("return watch.wasmBytes()").await?;
    Ok(Used {
        bytes: value("JSHeapUsedSize") + wasm,
        nodes: value("Nodes"),
    })
}
