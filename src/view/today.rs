//! The first screen: over all plans, what is overdue, near, and due in this period.

use super::duty::{Row, row, row_without_unit};
use crate::domain::{Day, Plan, Standing, Status, UnitId};
use crate::sorted::sort_by;
use crate::workspace::Workspace;

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
    pub groups: Vec<(Horizon, Vec<Row>)>,
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

/// Gathers the first screen for a unit, or for nobody in particular.
#[must_use]
pub fn today(workspace: &Workspace, unit: Option<&UnitId>, today: Day) -> Today {
    let rows: Vec<Row> = workspace
        .at_work()
        .flat_map(|plan| rows(workspace, plan, unit, today))
        .collect();
    let mut groups: Vec<(Horizon, Vec<Row>)> = Vec::new();
    let mut without_day = 0;
    for row in rows {
        without_day += usize::from(row.standing == Standing::OpenWithoutDay);
        let Some(horizon) = horizon(&row, today) else {
            continue;
        };
        match groups.iter_mut().find(|group| group.0 == horizon) {
            Some(group) => group.1.push(row),
            None => groups.push((horizon, vec![row])),
        }
    }
    sort_by(&mut groups, |a, b| a.0 < b.0);
    for (_, rows) in &mut groups {
        let order = |row: &Row| (row.status.is_done(), row.last_day);
        sort_by(rows, |a, b| order(a) < order(b));
    }
    Today {
        groups,
        without_day,
    }
}

/// Returns the rows of a plan: the running period of each task, and the latest one that was missed.
fn rows(workspace: &Workspace, plan: &Plan, unit: Option<&UnitId>, today: Day) -> Vec<Row> {
    let Some(roster) = workspace.rosters.get(&plan.id) else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    for task in &plan.tasks {
        let period = plan.periods(task, today).first().copied();
        let Some(unit) = unit else {
            rows.push(row_without_unit(plan, task, period, today));
            continue;
        };
        let Some(unit) = workspace.unit_on(&plan.id, unit).map(|unit| &unit.id) else {
            break;
        };
        if roster.part_of(unit, task).is_none() {
            continue;
        }
        let record = workspace.record(&plan.id, unit);
        let at = |period| row(plan, roster, unit, record, task, period, today);
        // The latest missed period has a row of its own, which counts those before it.
        let mut current = at(period);
        rows.extend(
            std::mem::take(&mut current.missed)
                .first()
                .map(|missed| at(Some(*missed))),
        );
        rows.push(current);
    }
    rows
}

fn horizon(row: &Row, today: Day) -> Option<Horizon> {
    match (&row.status, row.standing) {
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
