//! Whom to remind, and of what.

use super::overview::{Overview, UnitLine};
use crate::domain::{Day, Round, Standing, Unit};
use crate::sorted::sort_by;
use std::sync::Arc;

/// What a unit is reminded of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    pub unit: Unit,
    pub plan_name: String,
    pub today: Day,
    /// What is overdue, oldest first.
    pub overdue: Vec<Owed>,
    /// What is due within seven days.
    pub soon: Vec<Owed>,
    /// Whether the report that is asked for has not come, or none ever.
    pub is_silent: bool,
    pub round: Option<Round>,
}

/// A duty that a unit owes by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    pub path: String,
    pub action: String,
    pub day: Day,
}

impl Overview {
    /// Returns the lines of the units that are late or silent.
    #[must_use]
    pub fn to_remind(&self) -> Vec<Arc<UnitLine>> {
        let lines = self.units.iter().filter(|line| is_to_remind(line));
        lines.cloned().collect()
    }

    /// Returns a reminder for each unit that is late or silent.
    #[must_use]
    pub fn reminders(&self, today: Day) -> Vec<Reminder> {
        let lines = self.to_remind();
        let lines = lines.iter().map(|line| self.reminder(line, today));
        lines.collect()
    }

    /// Returns the reminder of a unit by its line.
    #[must_use]
    pub fn reminder(&self, line: &UnitLine, today: Day) -> Reminder {
        Reminder {
            unit: line.unit.clone(),
            plan_name: self.plan_name.clone(),
            today,
            overdue: self.owed(line, Standing::Overdue),
            soon: self.owed(line, Standing::DueSoon),
            is_silent: line.is_silent(),
            round: self.round.clone(),
        }
    }

    fn owed(&self, line: &UnitLine, standing: Standing) -> Vec<Owed> {
        let cells = self.duties.iter().zip(&line.cells);
        let owed = cells.filter_map(|(duty, cell)| {
            let cell = cell.as_ref().filter(|cell| cell.standing == standing)?;
            Some(Owed {
                path: duty.path.clone(),
                action: duty.action.clone(),
                day: cell.last_day?,
            })
        });
        let mut owed: Vec<Owed> = owed.collect();
        sort_by(&mut owed, |a, b| a.day < b.day);
        owed
    }
}

fn is_to_remind(line: &UnitLine) -> bool {
    line.is_silent() || line.counts.overdue > 0
}
