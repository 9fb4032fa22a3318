//! Who has answered the report that is asked for.

use super::overview::Overview;
use crate::domain::{Day, Moment, Round, day_in_vietnam};

/// How a unit answered a report that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    OnTime,
    /// So many days after the last day in time.
    Late(i64),
    /// Nothing has come, so many days after the last day in time; 0 while there is time.
    Missing(i64),
}

/// How many answered; `expected = received + missing` and `received = on_time + late`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reports {
    pub expected: usize,
    pub received: usize,
    pub on_time: usize,
    pub late: usize,
    pub missing: usize,
}

impl Answer {
    /// Tells the answer of a unit whose first report since arrived then, if it did.
    pub(super) fn to(round: &Round, first: Option<Moment>, today: Day) -> Self {
        let late = |day: Day| (day - round.by).num_days().max(0);
        match first.filter(|first| *first >= round.asked) {
            None => Self::Missing(late(today)),
            Some(first) => match late(day_in_vietnam(first)) {
                0 => Self::OnTime,
                days => Self::Late(days),
            },
        }
    }

    #[must_use]
    pub fn is_missing(self) -> bool {
        matches!(self, Self::Missing(_))
    }
}

impl Overview {
    /// Counts the answers; `None` where no report is asked for.
    #[must_use]
    pub fn reports(&self) -> Option<Reports> {
        self.round.as_ref()?;
        let mut reports = Reports::default();
        for answer in self.units.iter().filter_map(|line| line.answer) {
            reports.expected += 1;
            match answer {
                Answer::Missing(_) => reports.missing += 1,
                Answer::OnTime => reports.on_time += 1,
                Answer::Late(_) => reports.late += 1,
            }
        }
        reports.received = reports.on_time + reports.late;
        Some(reports)
    }
}
