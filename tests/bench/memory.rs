//! Memory: the JS heap after a collection of garbage, and all pages of wasm.

use serde::Deserialize;
use serde_json::json;

use crate::harness::{Page, Result};
use crate::office::{Office, list_of};
use crate::series::Series;
use crate::subject::{Subjects, with_rows};

/// All of it, and what of it is wasm.
type Names = (&'static str, &'static str);
const OURS: Names = ("ours, 40 rows", "  of it wasm, ours");
const BARE: Names = ("reference in bare JS, 40 rows", "");
const LEPTOS: Names = ("reference in Leptos, 40 rows", "  of it wasm, in Leptos");
const EMPTY: Names = ("empty page", "");
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
            series: Series::new("memory after load, kB (JS heap and wasm)")
                .compare(OURS.0, LEPTOS.0)
                .compare(OURS.0, BARE.0),
            office: Office::of(list_of(40))?,
        })
    }

    pub(crate) async fn round(&mut self, subjects: &Subjects) -> Result {
        for (names, site) in [
            (EMPTY, &subjects.empty),
            (BARE, &subjects.bare),
            (LEPTOS, &subjects.leptos),
        ] {
            let (_served, page) = with_rows(site, 40).await?;
            self.note(names, used(&page).await?);
        }
        let list = self.office.list();
        let (_served, page) = subjects.at_work(&self.office, &list).await?;
        // The rest of the app comes without being asked for, so it counts.
        page.whole().await?;
        self.note(OURS, used(&page).await?);
        Ok(())
    }

    fn note(&mut self, (name, wasm_alone): Names, used: Used) {
        self.series.note(name, used.heap + used.wasm);
        if used.wasm > 0.0 {
            self.series.note(wasm_alone, used.wasm);
        }
    }
}

/// In kB, and nodes of documents.
#[derive(Clone, Copy)]
pub(crate) struct Used {
    pub(crate) heap: f64,
    pub(crate) wasm: f64,
    pub(crate) nodes: f64,
}

pub(crate) async fn used(page: &Page) -> Result<Used> {
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
        heap: value("JSHeapUsedSize") / KILO,
        wasm: wasm / KILO,
        nodes: value("Nodes"),
    })
}
