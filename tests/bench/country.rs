//! From a district to the country: the reports of 20, 168, 1,000 and 3,321 units come in at once, at full speed, beside
//! plain JavaScript that reads the same files, parses them, and keeps the last write of each place in a `Map`.

use std::fmt::Write;

use serde_json::json;
use so_tien_do::view::{Order, SortBy};
use so_tien_do::words::screens as say;

use crate::growth::go_to;
use crate::harness::{Browser, Failure, Page, Result};
use crate::office::put_texts;
use crate::scale::{COUNTRY, DUTIES, Land};
use crate::screens::longest_task;
use crate::series::median;
use crate::served::Served;
use crate::stored::texts_of;
use crate::subject::{Subjects, WATCH, ready_after};
use crate::ticks::asynchronous;

/// A district once, a big province, a thousand, and the country.
const UNITS: [usize; 4] = [20, 168, 1_000, COUNTRY];

/// What is measured of each, in the order of the rows.
const ROWS: [&str; 19] = [
    "files, kB",
    "bare JS: read the files, ms",
    "bare JS: parse and merge, ms",
    "ours: read, check, parse, merge, compare, ms",
    "  longest task, ms; 0 is below 50",
    "ours: taken in, ms",
    "ours: all saved, ms",
    "  longest task, ms; 0 is below 50",
    "stored, thousands of characters",
    "first screen, ms",
    "all records read, ms",
    "  longest task, ms; 0 is below 50",
    "Tổng hợp opens, ms",
    "  sorted, ms",
    "  a letter in search, ms",
    "Báo cáo of all opens, ms",
    "  longest task until it is left, ms; 0 is below 50",
    "a tick, ms",
    "a list of as many more, pasted and put in, ms",
];

const READ_AND_PARSE: usize = 3;

/// The rows of each number of units, over all rounds.
pub(crate) struct Country {
    lands: Vec<(Land, Vec<Vec<f64>>)>,
}

impl Country {
    pub(crate) fn new() -> Self {
        let lands = UNITS.map(|units| (Land::of(units, DUTIES, 1), Vec::new()));
        Self {
            lands: lands.into(),
        }
    }

    pub(crate) fn lands(&self) -> impl Iterator<Item = &Land> {
        self.lands.iter().map(|(land, _)| land)
    }

    pub(crate) async fn round(&mut self, subjects: &Subjects) -> Result {
        for (land, rounds) in &mut self.lands {
            rounds.push(measured(subjects, land).await?);
        }
        Ok(())
    }

    pub(crate) fn table(&self) -> Result<String> {
        let mut table = String::new();
        write!(table, "{:<46}", "all units report at once (1×)").map_err(Failure::new)?;
        for units in UNITS {
            write!(table, "{units:>10}").map_err(Failure::new)?;
        }
        let medians: Vec<_> = self
            .lands
            .iter()
            .map(|(_, rounds)| medians(rounds))
            .collect();
        for (row, name) in ROWS.iter().enumerate() {
            write!(table, "\n  {name:<44}").map_err(Failure::new)?;
            for of in &medians {
                write!(table, "{:>10.1}", of[row]).map_err(Failure::new)?;
            }
        }
        write!(table, "\n  {:<44}", "ours / bare JS, until it is shown").map_err(Failure::new)?;
        for of in &medians {
            let bare = of[READ_AND_PARSE - 2] + of[READ_AND_PARSE - 1];
            write!(table, "{:>9.2}×", of[READ_AND_PARSE] / bare).map_err(Failure::new)?;
        }
        table.push('\n');
        Ok(table)
    }
}

fn medians(rounds: &[Vec<f64>]) -> Vec<f64> {
    let of_row = |row| median(&rounds.iter().map(|round| round[row]).collect::<Vec<_>>());
    (0..ROWS.len()).map(of_row).collect()
}

async fn measured(subjects: &Subjects, land: &Land) -> Result<Vec<f64>> {
    let files = land.files();
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    #[expect(clippy::cast_precision_loss, reason = "far below 2⁵²")]
    let mut found = vec![bytes as f64 / 1000.0];
    let (served, page) = at_exchange(subjects, land).await?;
    page.browser
        .execute(
            "watch.files = watch.filesOf(arguments[0])",
            vec![json!(files)],
        )
        .await?;
    let bare: [f64; 2] = page.js("return watch.mergeBare()").await?;
    found.extend(bare);
    longest_task(&page).await?;
    found.push(page.js("return watch.lookThrough()").await?);
    found.push(longest_task(&page).await?);
    let taken: [f64; 2] = page.js("return watch.accept()").await?;
    found.extend(taken);
    found.push(longest_task(&page).await?);
    let stored = "Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0)";
    found.push(page.js(&format!("return {stored} / 1000")).await?);
    found.extend(opened_again(&served, &page, land).await?);
    Ok(found)
}

/// By what is done, the most first.
fn sorted() -> String {
    let order = Order {
        by: SortBy::Done,
        is_falling: true,
    };
    format!(
        "return watch.sort('{}', '{}')",
        say::SORT,
        say::order(order)
    )
}

async fn at_exchange(subjects: &Subjects, land: &Land) -> Result<(Served, Page)> {
    let served = subjects.ours.serve()?;
    let page = Browser::desktop()
        .with_all_processes()
        .before_load(WATCH)
        .open(served.url())
        .await?;
    ready_after(&page).await?;
    page.whole().await?;
    let mut before = land.before();
    // Who has them all is one of them.
    before.settings.me = land.roster.units.first().map(|unit| unit.id.clone());
    put_texts(&page, &texts_of(&before)).await?;
    page.go("about:blank").await?;
    page.go(&format!("{}#/gui-nhan", served.url())).await?;
    page.whole().await?;
    Ok((served, page))
}

async fn opened_again(served: &Served, page: &Page, land: &Land) -> Result<Vec<f64>> {
    page.go("about:blank").await?;
    page.go(&format!("{}#/hom-nay", served.url())).await?;
    let first = ready_after(page).await?;
    page.whole().await?;
    let whole: f64 = page.js("return performance.now()").await?;
    let mut found = vec![first, whole, longest_task(page).await?];
    let overview = format!("#/tong-hop/{}", land.plan.id);
    found.push(
        page.js(&format!("return watch.open('{overview}', '.matrix')"))
            .await?,
    );
    found.push(page.js(&sorted()).await?);
    found.push(page.js("return watch.search('số 7')").await?);
    longest_task(page).await?;
    let report = format!("#/bao-cao/{}", land.plan.id);
    found.push(
        page.js(&format!("return watch.open('{report}', '.annex')"))
            .await?,
    );
    let unit = &land.roster.units[0].id;
    go_to(page, &format!("#/don-vi/{unit}")).await?;
    found.push(longest_task(page).await?);
    let tick = "await watch.tick(0); return watch.tick(1)";
    found.push(page.js(&asynchronous(tick)).await?);
    go_to(page, &format!("#/giao-viec/{}", land.plan.id)).await?;
    let more = (1..=land.roster.units.len()).map(|at| format!("Đảng bộ phường số {at}"));
    let more = json!(more.collect::<Vec<_>>().join("\n"));
    found.push(page.js(&format!("return watch.paste({more})")).await?);
    Ok(found)
}
