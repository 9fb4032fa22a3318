//! How one unit stands with one duty, and what it says of it.

use super::Facts;
use crate::domain::{Day, Standing, Status};
use crate::progress::{Document, Entry};
use crate::sorted::sort_by;
use crate::view::{Cell, Overview};
use crate::workspace::Workspace;

/// A duty of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Its place among the duties of the report, and that of its unit among the units.
    pub duty: usize,
    pub unit: usize,
    pub cell: Cell,
    /// What the unit says, without documents of later days.
    pub entry: Entry,
}

/// Gathers all outcomes of an overview, duty by duty.
pub(super) fn outcomes(workspace: &Workspace, overview: &Overview, as_of: Day) -> Vec<Outcome> {
    let records: Vec<_> = overview
        .units
        .iter()
        .map(|line| workspace.record(&overview.duties.first()?.id.plan, &line.unit.id))
        .collect();
    let mut outcomes = Vec::new();
    for (duty, column) in overview.duties.iter().enumerate() {
        for (unit, line) in overview.units.iter().enumerate() {
            let Some(cell) = line.cells[duty] else {
                continue;
            };
            let entry = records[unit].map(|it| Entry::of(it, &column.id.task, column.id.period));
            let mut entry = entry.unwrap_or_default();
            entry.documents.retain(|(_, it)| is_there(it, as_of));
            outcomes.push(Outcome {
                duty,
                unit,
                cell,
                entry,
            });
        }
    }
    outcomes
}

fn is_there(document: &Document, as_of: Day) -> bool {
    document.date.is_none_or(|date| date <= as_of)
}

impl Outcome {
    /// Returns the day on which it was done, if it counts as done.
    #[must_use]
    pub fn done_on(&self) -> Option<Day> {
        match (self.cell.standing, &self.entry.status) {
            (
                Standing::DoneOnTime | Standing::DoneLate | Standing::DoneWithoutDay,
                Status::Done { on },
            ) => Some(*on),
            _ => None,
        }
    }

    #[must_use]
    pub fn is_overdue(&self) -> bool {
        self.cell.standing == Standing::Overdue
    }

    /// Returns the documents that prove the result, in the order in which they were given.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.entry.documents.iter().map(|(_, document)| document)
    }
}

impl Facts {
    /// Returns what was done in the span.
    pub fn done_in_span(&self) -> impl Iterator<Item = &Outcome> {
        let outcomes = self.outcomes.iter();
        outcomes.filter(|it| it.done_on().is_some_and(|day| self.span.contains(day)))
    }

    /// Returns what is overdue, oldest first.
    #[must_use]
    pub fn overdue(&self) -> Vec<&Outcome> {
        let mut overdue: Vec<_> = self.outcomes.iter().filter(|it| it.is_overdue()).collect();
        sort_by(&mut overdue, |a, b| a.cell.last_day < b.cell.last_day);
        overdue
    }

    /// Returns the outcomes of a duty.
    pub fn outcomes_of(&self, duty: usize) -> impl Iterator<Item = &Outcome> {
        self.outcomes.iter().filter(move |it| it.duty == duty)
    }
}
