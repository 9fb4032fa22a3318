//! What parsing and merging take by themselves, apart from checksums, from reading files and from the page: the library
//! beside plain JavaScript, at full speed, on the same texts.

use std::fmt::{self, Display, Formatter};
use std::path::Path;

use serde_json::json;
use so_tien_do::file::{Kind, PlanFile, seal};

use crate::country::UNITS;
use crate::harness::{Failure, Result};
use crate::scale::{DUTIES, Land, NOW};
use crate::series::Series;
use crate::served::Site;
use crate::subject::open_blank;
use crate::ticks::asynchronous;

const BARE: &str = "bare JS";
const OURS: &str = "ours";
const CHECKSUMS: &str = "ours, checksums alone";

pub(crate) struct Merging {
    page: Site,
    lands: Vec<Texts>,
}

/// What units report on a plan, and what that took.
struct Texts {
    plan: String,
    files: Vec<String>,
    series: Series,
}

impl Merging {
    pub(crate) fn new() -> Result<Self> {
        let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench-merging");
        if !built.join("merging.js").is_file() {
            let missing = "What merges alone is not built: run `make bench`, which does it.";
            return Err(Failure::new(missing));
        }
        Ok(Self {
            page: Site::pack(&built)?,
            lands: UNITS.map(Texts::of).into(),
        })
    }

    /// Each has a page of its own, so that neither finds compiled what another one ran.
    pub(crate) async fn round(&mut self) -> Result {
        for texts in &mut self.lands {
            let served = self.page.serve()?;
            let page = open_blank().await?;
            page.go(served.url()).await?;
            let script = "
                const { default: start } = await import(new URL('merging.js', location));
                await start();
                const [plan, files] = watch.texts;
                const bare = watch.mergeTexts(files);
                return [bare, ...mergeOurs(plan, files)]";
            let given = vec![json!([texts.plan, texts.files])];
            page.browser
                .execute("watch.texts = arguments[0]", given)
                .await?;
            let [bare, checksums, ours]: [f64; 3] = page.js(&asynchronous(script)).await?;
            texts.series.note(BARE, bare);
            texts.series.note(OURS, ours);
            texts.series.note(CHECKSUMS, checksums);
        }
        Ok(())
    }
}

impl Texts {
    fn of(units: usize) -> Self {
        let land = Land::of(units, DUTIES, 1);
        let file = PlanFile {
            plan: land.plan.clone(),
            roster: land.roster.clone(),
        };
        let title = format!("parse and merge alone, {units} files, ms (1×)");
        Self {
            plan: seal(Kind::PlanFile, &file, NOW).expect("plain data"),
            files: land.files().into_iter().map(|(_, text)| text).collect(),
            series: Series::new(title).compare(OURS, BARE),
        }
    }
}

impl Display for Merging {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        for texts in &self.lands {
            writeln!(out, "{}", texts.series)?;
        }
        Ok(())
    }
}
