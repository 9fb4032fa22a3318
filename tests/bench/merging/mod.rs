//! What parsing and merging take by themselves, apart from checksums, from reading files and from the page: the library
//! beside plain JavaScript, at full speed, on the same texts.

use std::fmt::{self, Display, Formatter};
use std::path::Path;

use serde_json::json;
use so_tien_do::file::{Kind, PlanFile, seal};

use crate::harness::{Failure, Result};
use crate::scale::{Land, NOW};
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
    /// Of all that these lands report.
    pub(crate) fn of<'l>(lands: impl Iterator<Item = &'l Land>) -> Result<Self> {
        let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench-merging");
        if !built.join("merging.js").is_file() {
            let missing = "What merges alone is not built: run `make bench`, which does it.";
            return Err(Failure::new(missing));
        }
        Ok(Self {
            page: Site::pack(&built)?,
            lands: lands.map(Texts::of).collect(),
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
    fn of(land: &Land) -> Self {
        let file = PlanFile {
            plan: land.plan.clone(),
            roster: land.roster.clone(),
        };
        let files: Vec<_> = land.files().into_iter().map(|(_, text)| text).collect();
        let title = format!("parse and merge alone, {} files, ms (1×)", files.len());
        Self {
            plan: seal(Kind::PlanFile, &file, NOW).expect("plain data"),
            files,
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
