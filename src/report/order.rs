//! What the second module is asked to write, and the bytes that it answers.

use super::{
    Frame, Request, calendar, compose, csv, deadlines, docx, facts, page, text, workbook, xlsx,
};
use crate::domain::{Day, DeviceId, Moment, PlanId, UnitId};
use crate::json::{FromJson, Json, from_json, no_variant, variant};
use crate::progress::Record;
use crate::workspace::{Backup, ReportId, Scope, Workspace};
use serde::Serialize;

/// What is wanted, with all that it is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Order {
    /// What is known of the plans; see [`Workspace::known_of`].
    pub known: Backup,
    pub wanted: Wanted,
    pub now: Moment,
}

/// Records that came ahead of the order that they belong to, part by part; `None` for one that makes no sense.
#[derive(Debug, Default)]
pub struct SentAhead(Vec<Option<Vec<(PlanId, UnitId, Record)>>>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wanted {
    /// A report, by the day of its data.
    Report(ReportId, Day, Format),
    /// A calendar of a name: the deadlines on a day or later, of all plans that are known and at work.
    Deadlines(String, Scope, Day),
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
}

from_json!(Format {
    "page" => Page,
    "text" => Text,
    "word" => Word,
    "excel" => Excel,
    "csv" => Csv
});
from_json!(Wanted: |json| match variant(json)? {
    ("report", of) => <(ReportId, Day, Format)>::from_json(of)
        .map(|(report, as_of, format)| Self::Report(report, as_of, format)),
    ("deadlines", of) => <(String, Scope, Day)>::from_json(of)
        .map(|(name, scope, from)| Self::Deadlines(name, scope, from)),
    _ => Err(no_variant()),
});
from_json!(Order { known, wanted, now; });

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
        }
    }
}

/// The share of the work that is behind when what is known was read, and when the facts are gathered.
const READ: f64 = 0.4;
const GATHERED: f64 = 0.7;

/// So many records are written at a time, which takes a few milliseconds.
const AT_A_TIME: usize = 100;

impl Order {
    /// Takes off some of the records, and writes them: they go ahead of the question, each part by itself. `None` where
    /// few are left.
    ///
    /// # Panics
    /// Never: every part is plain data.
    pub fn ahead(&mut self) -> Option<String> {
        let records = &mut self.known.records;
        if records.len() <= AT_A_TIME {
            return None;
        }
        let part: Vec<_> = records.drain(..AT_A_TIME).collect();
        Some(serde_json::to_string(&part).expect("plain data"))
    }

    /// Writes what is asked of the second module, with what did not go ahead.
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
    pub fn answer(
        question: &str,
        ahead: SentAhead,
        progress: &mut dyn FnMut(f64),
    ) -> Option<Vec<u8>> {
        let mut order: Self = serde_json::from_str(question).ok()?;
        let ahead: Vec<_> = ahead.0.into_iter().collect::<Option<_>>()?;
        order.known.records.extend(ahead.into_iter().flatten());
        let workspace = Workspace::of_backup(order.known, DeviceId::new("report"));
        progress(READ);
        let bytes = match order.wanted {
            Wanted::Report(report, as_of, format) => {
                written(&workspace, report, as_of, format, progress)?
            }
            Wanted::Deadlines(name, scope, from) => {
                let deadlines = deadlines(&workspace, None, &scope, from);
                calendar(&name, &deadlines, order.now).into_bytes()
            }
        };
        progress(1.0);
        Some(bytes)
    }
}

impl SentAhead {
    /// Reads a part.
    pub fn add(&mut self, part: &str) {
        let json: Json = serde_json::from_str(part).unwrap_or_default();
        self.0.push(Vec::from_json(&json).ok());
    }
}

fn written(
    workspace: &Workspace,
    report: ReportId,
    as_of: Day,
    format: Format,
    progress: &mut dyn FnMut(f64),
) -> Option<Vec<u8>> {
    let frame = Frame::of(workspace, &report);
    let facts = facts(workspace, &Request::new(report, as_of))?;
    progress(GATHERED);
    let document = || compose(&facts, &frame);
    Some(match format {
        Format::Page => page(&document()).into_text().into_bytes(),
        Format::Text => text(&document()).into_bytes(),
        Format::Word => docx(&document()),
        Format::Excel => xlsx(&workbook(&facts)).ok()?,
        Format::Csv => csv(workbook(&facts).sheets.first()?).into_bytes(),
    })
}
