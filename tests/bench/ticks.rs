//! From a click on a checkbox until its effect is painted, on a slow device.

use crate::harness::{Failure, Page, Result};
use crate::office::{Office, list_of};
use crate::series::Series;
use crate::served::Served;
use crate::subject::{SLOWER, Subjects, slow_down, with_rows};

/// The communes of the country.
const MANY: usize = 3_321;
const FEW: usize = 40;
const TICKS: usize = 5;

const OURS_FEW: &str = "ours, 40 rows";
const OURS_MANY: &str = "ours, 3,321 rows";
const BARE_FEW: &str = "reference in bare JS, 40 rows";
const BARE_MANY: &str = "reference in bare JS, 3,321 rows";
const LEPTOS_FEW: &str = "reference in Leptos, 40 rows";
const LEPTOS_MANY: &str = "reference in Leptos, 3,321 rows";

pub(crate) struct Ticks {
    pub(crate) series: Series,
    few: Office,
    many: Office,
}

impl Ticks {
    pub(crate) fn new() -> Result<Self> {
        let title = format!("tick to paint, ms (processor {SLOWER}× slower)");
        Ok(Self {
            series: Series::new(title)
                .compare(OURS_FEW, BARE_FEW)
                .compare(OURS_MANY, BARE_MANY)
                .compare(OURS_FEW, LEPTOS_FEW)
                .compare(OURS_MANY, LEPTOS_MANY)
                .compare(OURS_MANY, OURS_FEW)
                .compare(BARE_MANY, BARE_FEW),
            few: Office::of(list_of(FEW))?,
            many: Office::of(list_of(MANY))?,
        })
    }

    pub(crate) async fn round(&mut self, subjects: &Subjects) -> Result {
        for (name, site, rows) in [
            (BARE_FEW, &subjects.bare, FEW),
            (LEPTOS_FEW, &subjects.leptos, FEW),
        ] {
            self.tick(name, &with_rows(site, rows).await?).await?;
        }
        let ours = subjects.at_work(&self.few, &self.few.list()).await?;
        self.tick(OURS_FEW, &ours).await?;
        drop(ours);
        for (name, site, rows) in [
            (BARE_MANY, &subjects.bare, MANY),
            (LEPTOS_MANY, &subjects.leptos, MANY),
        ] {
            self.tick(name, &with_rows(site, rows).await?).await?;
        }
        let ours = subjects.at_work(&self.many, &self.many.list()).await?;
        self.tick(OURS_MANY, &ours).await
    }

    /// The median of a few, after a first one that counts for nothing.
    async fn tick(&mut self, name: &'static str, (_, page): &(Served, Page)) -> Result {
        slow_down(page, SLOWER).await?;
        let script = format!(
            "const times = [];
             await watch.tick(0);
             for (let at = 1; at <= {TICKS}; at += 1) times.push(await watch.tick(at));
             return times.sort((a, b) => a - b)[times.length >> 1]"
        );
        let time: Option<f64> = page.js(&asynchronous(&script)).await?;
        let time = time.ok_or_else(|| Failure::new("nothing to tick"))?;
        self.series.note(name, time);
        Ok(())
    }
}

/// A script that may wait; the driver waits for its promise.
pub(crate) fn asynchronous(script: &str) -> String {
    format!("return (async () => {{ {script} }})()")
}
