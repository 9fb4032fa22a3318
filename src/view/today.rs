//! The first screen: over all plans, what is overdue, near, and due in this period.

use super::duty::{Row, row_of};
use super::kept::Kept;
use crate::docket::{Docket, Duty, Gists};
use crate::domain::{Day, Standing, Status, UnitId};
use crate::front::{self, List};
use crate::sorted::sort_by;
use crate::workspace::Workspace;
use std::sync::Arc;

/// How near a duty is; the order is that of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Horizon {
    Overdue,
    /// Due within 7 days, today included.
    Week,
    /// Due within 30 days.
    Month,
    /// Due later, in the period that runs.
    Period,
    /// Marked done with today's date.
    DoneToday,
}

/// The first screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Today {
    /// The duties with a day, nearest first within each horizon.
    pub groups: Vec<(Horizon, Vec<Arc<Row>>)>,
    /// How many of the overdue are for a period that is over.
    pub earlier: usize,
    /// How many open duties have no day.
    pub without_day: usize,
}

impl Today {
    /// Returns how many duties stand within a horizon.
    #[must_use]
    pub fn count(&self, horizon: Horizon) -> usize {
        self.groups
            .iter()
            .find(|group| group.0 == horizon)
            .map_or(0, |group| group.1.len())
    }
}

/// The first screen that is followed: only what a change touches is gathered anew.
#[derive(Default)]
pub struct KeptToday(Vec<Kept>);

/// Gathers the first screen for a unit, or for nobody in particular.
#[must_use]
pub fn today(workspace: &Workspace, unit: Option<&UnitId>, today: Day) -> Today {
    KeptToday::default().now(&front::lists(workspace, unit), today)
}

impl KeptToday {
    /// Returns the first screen as it is now.
    pub fn now(&mut self, lists: &[List], today: Day) -> Today {
        self.0.resize_with(lists.len(), Kept::default);
        let kept = lists.iter().zip(&mut self.0);
        let rows = kept.flat_map(|(List { docket, gists }, kept)| {
            let rows = kept.rows(docket, gists, today, rows);
            rows.iter().flatten()
        });
        grouped(rows, today)
    }
}

fn grouped<'a>(rows: impl Iterator<Item = &'a Arc<Row>>, today: Day) -> Today {
    let mut groups: Vec<(Horizon, Vec<Arc<Row>>)> = Vec::new();
    let (mut earlier, mut without_day) = (0, 0);
    for row in rows {
        without_day += usize::from(row.standing == Standing::OpenWithoutDay);
        let Some(horizon) = horizon(row, today) else {
            continue;
        };
        let is_over = row.id.period.is_some_and(|it| it.last_day() < today);
        earlier += usize::from(is_over && horizon == Horizon::Overdue);
        match groups.iter_mut().find(|group| group.0 == horizon) {
            Some(group) => group.1.push(row.clone()),
            None => groups.push((horizon, vec![row.clone()])),
        }
    }
    sort_by(&mut groups, |a, b| a.0 < b.0);
    for (_, rows) in &mut groups {
        let order = |row: &Row| (row.is_done(), row.last_day);
        sort_by(rows, |a, b| order(a) < order(b));
    }
    Today {
        groups,
        earlier,
        without_day,
    }
}

/// Returns the rows of a duty: the running period, and the latest one that was missed.
fn rows(docket: &Docket, duty: &Arc<Duty>, gists: &Gists, today: Day) -> Vec<Row> {
    if duty.is_gone {
        return Vec::new();
    }
    let period = docket.periods(duty, today).first().copied();
    let at = |period| row_of(docket, duty, gists, period, today);
    // The latest missed period has a row of its own, which counts those before it.
    let mut current = at(period);
    let missed = std::mem::take(&mut current.missed);
    let missed = missed.first().map(|missed| at(Some(*missed)));
    missed.into_iter().chain([current]).collect()
}

fn horizon(row: &Row, today: Day) -> Option<Horizon> {
    match (&row.gist.status, row.standing) {
        // A period that runs shows its duty until it ends, done or not.
        (Status::Done { .. }, _) if row.id.period.is_some() && row.last_day >= Some(today) => {
            Some(Horizon::Period)
        }
        (Status::Done { on }, _) if *on == today => Some(Horizon::DoneToday),
        (Status::Done { .. } | Status::NotApplicable { .. }, _) => None,
        (_, Standing::Overdue) => Some(Horizon::Overdue),
        (_, Standing::DueSoon) => Some(Horizon::Week),
        _ => row.last_day.map(|last| {
            if (last - today).num_days() <= 30 {
                Horizon::Month
            } else {
                Horizon::Period
            }
        }),
    }
}
