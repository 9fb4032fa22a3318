//! A cell of the overview: how one unit stands with one duty.

use crate::domain::{Day, Part, Standing};
use crate::progress::{Entry, Verdict};

/// How one unit stands with one duty. Small, since there are thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub part: Part,
    pub standing: Standing,
    /// The last day on time, extensions included.
    pub last_day: Option<Day>,
    pub judged: Judged,
    /// How often the day was put off.
    pub extensions: usize,
}

/// What the coordinator said of what the unit says now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Judged {
    /// Nothing, and there is nothing to be said yet.
    NotYet,
    /// Nothing, though it is done, or what was said was answered.
    Waiting,
    Accepted,
    Returned,
    ExplanationAsked,
}

impl Cell {
    pub(super) fn of(entry: &Entry, part: Part, last_day: Option<Day>, today: Day) -> Self {
        let last_day = entry.extended_to().or(last_day);
        Self {
            part,
            standing: Standing::of(&entry.counted_status(), last_day, today),
            last_day,
            judged: Judged::of(entry),
            extensions: entry.extensions.len(),
        }
    }

    /// Says whether the unit still owes a result.
    #[must_use]
    pub fn is_owed(&self) -> bool {
        self.standing.is_owed()
    }
}

impl Judged {
    fn of(entry: &Entry) -> Self {
        match entry.standing_review().map(|review| review.verdict) {
            Some(Verdict::Accepted) => Self::Accepted,
            Some(Verdict::Returned) => Self::Returned,
            Some(Verdict::ExplanationAsked) => Self::ExplanationAsked,
            None if entry.status.is_done() || entry.is_answered => Self::Waiting,
            None => Self::NotYet,
        }
    }
}
