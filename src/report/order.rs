//! What the second module is asked to write, and the bytes that it answers.

use super::{
    Frame, Request, agenda, calendar, compose, csv, docx, facts, page, text, workbook, xlsx,
};
use crate::domain::{Day, DeviceId, Moment};
use crate::json::from_json;
use crate::workspace::{Backup, ReportId, Workspace};
use serde::Serialize;

/// A report that is wanted, with all that it is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Order {
    /// What is known of the plan; see [`Workspace::known_of`].
    pub known: Backup,
    pub report: ReportId,
    pub as_of: Day,
    pub format: Format,
    pub now: Moment,
}

/// In what form a report is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Markup, to be looked at and printed.
    Page,
    /// Plain text, for a chat.
    Text,
    Word,
    Excel,
    /// The table of duties alone.
    Csv,
    /// What comes due.
    Calendar,
}

from_json!(Format {
    "page" => Page,
    "text" => Text,
    "word" => Word,
    "excel" => Excel,
    "csv" => Csv,
    "calendar" => Calendar
});
from_json!(Order { known, report, as_of, format, now; });

impl Format {
    /// What the name of a file ends with.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Page => ".html",
            Self::Text => ".txt",
            Self::Word => ".docx",
            Self::Excel => ".xlsx",
            Self::Csv => ".csv",
            Self::Calendar => ".ics",
        }
    }

    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Page => "text/html",
            Self::Text => "text/plain",
            Self::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv",
            Self::Calendar => "text/calendar",
        }
    }
}

/// The share of the work that is behind when what is known was read, and when the facts are gathered.
const READ: f64 = 0.4;
const GATHERED: f64 = 0.7;

impl Order {
    /// Writes what is asked of the second module.
    ///
    /// # Panics
    /// Never: every part is plain data.
    #[must_use]
    pub fn question(&self) -> String {
        serde_json::to_string(self).expect("plain data")
    }

    /// Answers a question and tells how far that is, from 0 to 1. `None` for what makes no sense, for a
    /// plan, unit or group that is not known, and for what the format does not take, see [`xlsx`].
    #[must_use]
    pub fn answer(question: &str, progress: &mut dyn FnMut(f64)) -> Option<Vec<u8>> {
        let order: Self = serde_json::from_str(question).ok()?;
        let workspace = Workspace::of_backup(order.known, DeviceId::new("report"));
        progress(READ);
        let frame = Frame::of(&workspace, &order.report);
        let request = Request::new(order.report, order.as_of);
        let facts = facts(&workspace, &request)?;
        progress(GATHERED);
        let document = || compose(&facts, &frame);
        let bytes = match order.format {
            Format::Page => page(&document()).into_text().into_bytes(),
            Format::Text => text(&document()).into_bytes(),
            Format::Word => docx(&document()),
            Format::Excel => xlsx(&workbook(&facts)).ok()?,
            Format::Csv => csv(workbook(&facts).sheets.first()?).into_bytes(),
            Format::Calendar => {
                let name = facts.plan.short_name();
                calendar(name, &agenda(&facts), order.now).into_bytes()
            }
        };
        progress(1.0);
        Some(bytes)
    }
}
