//! At full speed, in offices with many plans: the first screen, typing in search, and the longest task that held a
//! screen.

use crate::growth::go_to;
use crate::harness::{Page, Result};
use crate::office::{Office, year_on};
use crate::series::Series;
use crate::subject::{Subjects, ready_after};
use crate::ticks::asynchronous;
use std::fmt;

const PHRASE: &str = "phòng chống";

/// An office with many plans, each with a year's work.
pub(crate) struct Screens {
    times: Series,
    tasks: Series,
    office: Office,
}

impl Screens {
    pub(crate) fn of(plans: usize) -> Result<Self> {
        let title = |of| format!("{of} ({plans} plans, 1×)");
        Ok(Self {
            times: Series::new(title("ms to paint")),
            tasks: Series::new(title("longest task, ms; 0 is below 50")),
            office: Office::of(year_on(plans))?,
        })
    }

    pub(crate) async fn round(&mut self, subjects: &Subjects) -> Result {
        let (_served, page) = subjects.at_work(&self.office, "").await?;
        self.times.note("first screen", ready_after(&page).await?);
        page.whole().await?;
        self.tasks.note("loading", longest_task(&page).await?);
        for (name, address) in self.office.screens() {
            go_to(&page, &address).await?;
            self.tasks.note(name, longest_task(&page).await?);
        }
        go_to(&page, &self.office.document()).await?;
        let frame = "return watch.frame()";
        self.times.note("an empty frame", page.js(frame).await?);
        self.times
            .note("a letter in a plan's search", type_phrase(&page).await?);
        go_to(&page, "#/don-vi").await?;
        self.times
            .note("a letter in the units' search", type_phrase(&page).await?);
        Ok(())
    }
}

impl fmt::Display for Screens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}", self.times, self.tasks)
    }
}

/// Gives the longest since the last time that it was asked.
pub(crate) async fn longest_task(page: &Page) -> Result<f64> {
    let script = "await watch.afterPaint();
        await new Promise((told) => setTimeout(told));
        return Math.max(0, ...watch.longTasks.splice(0))";
    page.js(&asynchronous(script)).await
}

/// The slowest of all letters.
async fn type_phrase(page: &Page) -> Result<f64> {
    page.wait_for("a search", "document.querySelector('[type=search]')")
        .await?;
    let script = format!(
        "const field = document.querySelector('[type=search]');
         let slowest = 0;
         for (let end = 1; end <= {}; end += 1)
             slowest = Math.max(slowest, await watch.type(field, '{PHRASE}'.slice(0, end)));
         return slowest",
        PHRASE.chars().count()
    );
    page.js(&asynchronous(&script)).await
}
