//! What a person asked to see of an overview.

use super::duty::DutyId;
use super::order::{Order, sort};
use super::overview::{Overview, UnitLine};
use crate::domain::{Day, GroupId, fold};

/// What a person asked to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    pub show: Show,
    pub group: Option<GroupId>,
    /// Letters of the unit's name, now or before, with or without marks.
    pub query: String,
    /// The units that still owe a duty by a day.
    pub owed: Option<(DutyId, Day)>,
    pub order: Order,
}

/// Units by how their duties stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    #[default]
    All,
    Overdue,
    DueSoon,
    /// Those of whom nothing has arrived.
    Silent,
    /// Those with a result that nobody has reviewed.
    Waiting,
}

impl Overview {
    /// Keeps what a person asked for.
    #[must_use]
    pub fn kept(&self, choice: &Choice) -> Self {
        let query = fold(&choice.query);
        let owed = choice.owed.as_ref().and_then(|(duty, day)| {
            let at = self.duties.iter().position(|it| it.id == *duty)?;
            Some((at, *day))
        });
        let group = choice.group.as_ref();
        let mut kept = self.with_lines(|line| {
            choice.show.wants(line)
                && group.is_none_or(|group| line.groups.contains(group))
                && line.names.hold(&line.unit, query.trim())
                && owed.is_none_or(|(at, day)| line.owes(at, day))
        });
        sort(&mut kept.units, choice.order);
        kept
    }
}

impl UnitLine {
    /// Says whether the unit still owes the duty of a column by that day.
    pub(super) fn owes(&self, column: usize, by: Day) -> bool {
        let cell = self.cells.get(column).and_then(Option::as_ref);
        cell.is_some_and(|cell| cell.is_owed() && cell.last_day == Some(by))
    }
}

impl Show {
    fn wants(self, line: &UnitLine) -> bool {
        match self {
            Self::All => true,
            Self::Overdue => line.counts.overdue > 0,
            Self::DueSoon => line.counts.due_soon > 0,
            Self::Silent => line.is_silent(),
            Self::Waiting => line.reviews.waiting > 0,
        }
    }
}
