//! At full speed: typing in search, and the longest task that held a screen.

use crate::growth::go_to;
use crate::harness::{Page, Result};
use crate::office::{Office, year_on};
use crate::series::Series;
use crate::subject::Subjects;
use crate::ticks::asynchronous;

const PHRASE: &str = "phòng chống";

/// Twenty plans, each with a year's work.
pub(crate) struct Screens {
    pub(crate) typing: Series,
    pub(crate) tasks: Series,
    office: Office,
}

impl Screens {
    pub(crate) fn new() -> Result<Self> {
        Ok(Self {
            typing: Series::new("a letter in search, ms to paint (20 plans, 1×)"),
            tasks: Series::new("longest task, ms; 0 is below 50 (20 plans, 1×)"),
            office: Office::of(year_on(20))?,
        })
    }

    pub(crate) async fn round(&mut self, subjects: &Subjects) -> Result {
        let (_served, page) = subjects.at_work(&self.office, "").await?;
        self.tasks.note("loading", longest_task(&page).await?);
        for (name, address) in self.office.screens() {
            go_to(&page, &address).await?;
            self.tasks.note(name, longest_task(&page).await?);
        }
        go_to(&page, &self.office.document()).await?;
        let frame = "return watch.frame()";
        self.typing.note("nothing typed", page.js(frame).await?);
        self.typing
            .note("in a plan's text", type_phrase(&page).await?);
        go_to(&page, "#/don-vi").await?;
        self.typing
            .note("among the units", type_phrase(&page).await?);
        Ok(())
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
