//! What much use leaves behind: ticks, screens, and files that come in.

use crate::harness::{Page, Result};
use crate::memory::{Used, used};
use crate::office::{Office, Work, year_on};
use crate::subject::Subjects;
use crate::ticks::asynchronous;
use serde_json::json;

/// How many files come in, each time.
const IMPORTS: usize = 20;

/// Uses the app for long, and says what that left behind.
pub(crate) async fn growth(subjects: &Subjects) -> Result<String> {
    let mut lines = format!(
        "{:<46}{:>10}{:>10}{:>10}\n",
        "growth, kB", "JS heap", "wasm", "nodes"
    );
    by_hand(subjects, &mut lines).await?;
    by_imports(subjects, &mut lines).await?;
    Ok(lines)
}

/// The second thousand tells what stays from what is only filled once.
async fn by_hand(subjects: &Subjects, lines: &mut String) -> Result {
    let office = Office::of(year_on(3))?;
    let (_served, page) = subjects.at_work(&office, &office.list()).await?;
    page.whole().await?;
    tick(&page, 50).await?;
    turn(&page, &office, 20).await?;
    let mut growth = Growth::begin("after 50 ticks, 20 screens", &page, lines).await?;
    for name in ["1,000 ticks more", "1,000 ticks more again"] {
        tick(&page, 1_000).await?;
        growth.note(name, &page, lines).await?;
    }
    for name in ["100 screens more", "100 screens more again"] {
        turn(&page, &office, 100).await?;
        growth.note(name, &page, lines).await?;
    }
    Ok(())
}

/// One office takes in what another sends: the same file again and again, then files with one change more each.
async fn by_imports(subjects: &Subjects, lines: &mut String) -> Result {
    let office = Office::of(Work {
        units: 2,
        ..year_on(3)
    })?;
    // So many first ones that what is kept of imports, such as snapshots, is complete.
    let warm = 6;
    let files = office.files_from_other(warm + IMPORTS)?;
    let (_served, page) = subjects.at_work(&office, "#/gui-nhan").await?;
    page.whole().await?;
    for file in &files[..warm] {
        take_in(&page, file).await?;
    }
    let same = &files[warm - 1];
    take_in(&page, same).await?;
    let size = format!("after {} imports of {} bytes", warm + 1, same.len());
    let mut growth = Growth::begin(&size, &page, lines).await?;
    for _ in 0..IMPORTS {
        take_in(&page, same).await?;
    }
    growth
        .note(&format!("the same file {IMPORTS} times more"), &page, lines)
        .await?;
    for file in &files[warm..] {
        take_in(&page, file).await?;
    }
    growth
        .note(
            &format!("{IMPORTS} files, one change more each"),
            &page,
            lines,
        )
        .await
}

/// Pastes a file, and accepts what is new in it.
async fn take_in(page: &Page, file: &str) -> Result {
    let script = "return watch.takeIn(arguments[0])";
    page.browser.execute(script, vec![json!(file)]).await?;
    Ok(())
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

/// Memory from one moment to the next.
struct Growth(Used);

impl Growth {
    async fn begin(name: &str, page: &Page, lines: &mut String) -> Result<Self> {
        let now = used(page).await?;
        write_row(name, now, lines);
        Ok(Self(now))
    }

    async fn note(&mut self, name: &str, page: &Page, lines: &mut String) -> Result {
        let now = used(page).await?;
        let grown = Used {
            heap: now.heap - self.0.heap,
            wasm: now.wasm - self.0.wasm,
            nodes: now.nodes - self.0.nodes,
        };
        write_row(name, grown, lines);
        self.0 = now;
        Ok(())
    }
}

fn write_row(name: &str, Used { heap, wasm, nodes }: Used, lines: &mut String) {
    lines.push_str(&format!(
        "  {name:<44}{heap:>10.1}{wasm:>10.1}{nodes:>10}\n"
    ));
}
