//! A unit's checklist: what it leads and what it supports.

use super::duty::{Row, row};
use crate::domain::{Day, Part, Plan, PlanId, Standing, Task, UnitId};
use crate::progress::Record;
use crate::workspace::Workspace;

/// A unit's duties on one plan, in the order of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist {
    pub lead: Vec<Row>,
    pub support: Vec<Row>,
    /// Duties that the plan has no longer, and on which the unit has reported; not counted.
    pub gone: Vec<Row>,
}

/// How many duties stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub done: usize,
    pub overdue: usize,
    pub open: usize,
}

impl Tally {
    /// Returns how many duties there are; those that do not apply are not counted.
    #[must_use]
    pub fn all(self) -> usize {
        self.done + self.overdue + self.open
    }

    pub(super) fn add(&mut self, standing: Standing) {
        match standing {
            Standing::DoneOnTime | Standing::DoneLate | Standing::DoneWithoutDay => self.done += 1,
            Standing::Overdue => self.overdue += 1,
            Standing::InTime | Standing::DueSoon | Standing::OpenWithoutDay => self.open += 1,
            Standing::NotApplicable => {}
        }
    }
}

impl Checklist {
    /// Counts the duties of the running periods.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for row in self.lead.iter().chain(&self.support) {
            tally.add(row.standing);
        }
        tally
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lead.is_empty() && self.support.is_empty() && self.gone.is_empty()
    }
}

/// Gathers a unit's checklist on a plan.
#[must_use]
pub fn checklist(workspace: &Workspace, plan: &PlanId, unit: &UnitId, today: Day) -> Checklist {
    let (Some(plan), Some(roster)) = (workspace.plans.get(plan), workspace.rosters.get(plan))
    else {
        return Checklist::default();
    };
    let Some(unit) = workspace.unit_on(&plan.id, unit).map(|unit| &unit.id) else {
        return Checklist::default();
    };
    let record = workspace.record(&plan.id, unit);
    let mut checklist = Checklist::default();
    for task in &plan.tasks {
        let period = plan.periods(task, today).first().copied();
        let row = row(plan, roster, unit, record, task, period, today);
        match row.part {
            Some(Part::Lead) => checklist.lead.push(row),
            Some(Part::Support) => checklist.support.push(row),
            None => {}
        }
    }
    let is_reported = |task: &&Task| {
        let on = |record: &Record| record.writes().any(|(_, write)| write.slot.task == task.id);
        record.is_some_and(on)
    };
    for task in plan.retired.iter().filter(is_reported) {
        let period = plan.periods(task, today).first().copied();
        let row = row(plan, roster, unit, record, task, period, today);
        checklist.gone.push(row);
    }
    checklist
}

/// Counts a unit's duties over all plans that are at work.
#[must_use]
pub fn tally(workspace: &Workspace, unit: &UnitId, today: Day) -> Tally {
    let of = |plan: &PlanId| checklist(workspace, plan, unit, today).tally();
    workspace
        .at_work()
        .map(|plan| of(&plan.id))
        .fold(Tally::default(), |sum, tally| Tally {
            done: sum.done + tally.done,
            overdue: sum.overdue + tally.overdue,
            open: sum.open + tally.open,
        })
}

/// Returns the plans at work on whose roster a unit stands.
#[must_use]
pub fn plans_of<'a>(workspace: &'a Workspace, unit: &UnitId) -> Vec<&'a Plan> {
    let is_on = |plan: &&Plan| workspace.unit_on(&plan.id, unit).is_some();
    workspace.at_work().filter(is_on).collect()
}
