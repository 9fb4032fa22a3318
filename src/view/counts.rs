//! Numbers of duties: how they stand, and what was said of those that are done.

use super::cell::{Cell, Judged};
use crate::domain::Standing;

/// How many duties stand how. The four official numbers are `done_on_time`, `done_late`, `in_time`
/// and `overdue`; duties without a day are counted apart, those that do not apply not at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub done_on_time: usize,
    pub done_late: usize,
    /// Open in time; `due_soon` of them within seven days.
    pub in_time: usize,
    pub due_soon: usize,
    pub overdue: usize,
    pub done_without_day: usize,
    pub open_without_day: usize,
}

/// What the coordinator said of duties, and how often days were put off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reviews {
    /// Done and not yet reviewed.
    pub waiting: usize,
    pub accepted: usize,
    pub returned: usize,
    pub explanation_asked: usize,
    /// Extensions granted, several of one duty included.
    pub extensions: usize,
}

impl Counts {
    pub(super) fn add(&mut self, standing: Standing) {
        match standing {
            Standing::DoneOnTime => self.done_on_time += 1,
            Standing::DoneLate => self.done_late += 1,
            Standing::InTime => self.in_time += 1,
            Standing::DueSoon => {
                self.in_time += 1;
                self.due_soon += 1;
            }
            Standing::Overdue => self.overdue += 1,
            Standing::DoneWithoutDay => self.done_without_day += 1,
            Standing::OpenWithoutDay => self.open_without_day += 1,
            Standing::NotApplicable => {}
        }
    }

    /// Adds other counts to these.
    pub fn join(&mut self, other: Self) {
        self.done_on_time += other.done_on_time;
        self.done_late += other.done_late;
        self.in_time += other.in_time;
        self.due_soon += other.due_soon;
        self.overdue += other.overdue;
        self.done_without_day += other.done_without_day;
        self.open_without_day += other.open_without_day;
    }

    /// Returns how many duties there are.
    #[must_use]
    pub fn all(self) -> usize {
        self.done() + self.in_time + self.overdue + self.open_without_day
    }

    /// Returns how many are done, in time or late, with or without a day.
    #[must_use]
    pub fn done(self) -> usize {
        self.done_on_time + self.done_late + self.done_without_day
    }

    /// Returns the share of all duties that are done, in thousandths.
    #[must_use]
    pub fn rate_of_all(self) -> Option<u32> {
        thousandths(self.done(), self.all())
    }

    /// Returns the share of what is done or overdue that is done, in thousandths.
    #[must_use]
    pub fn rate_of_due(self) -> Option<u32> {
        thousandths(self.done(), self.done() + self.overdue)
    }
}

/// Returns a share in thousandths, rounded half up; `None` of nothing.
#[must_use]
pub fn thousandths(part: usize, whole: usize) -> Option<u32> {
    let rounded = (part * 2000 + whole).checked_div(whole * 2)?;
    u32::try_from(rounded).ok()
}

impl Reviews {
    pub(super) fn add(&mut self, cell: &Cell) {
        match cell.judged {
            Judged::NotYet => {}
            Judged::Waiting => self.waiting += 1,
            Judged::Accepted => self.accepted += 1,
            Judged::Returned => self.returned += 1,
            Judged::ExplanationAsked => self.explanation_asked += 1,
        }
        self.extensions += cell.extensions;
    }

    /// Adds other numbers to these.
    pub fn join(&mut self, other: Self) {
        self.waiting += other.waiting;
        self.accepted += other.accepted;
        self.returned += other.returned;
        self.explanation_asked += other.explanation_asked;
        self.extensions += other.extensions;
    }
}
