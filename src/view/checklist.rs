//! A unit's checklist: what it leads and what it supports.

use super::duty::{Row, row_of};
use super::kept::Kept;
use crate::docket::{Docket, Duty, Gists};
use crate::domain::{Day, Part, Plan, PlanId, Standing, UnitId};
use crate::front::{self, List};
use crate::workspace::Workspace;
use std::sync::Arc;

/// A unit's duties on one plan, in the order of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist {
    pub lead: Vec<Arc<Row>>,
    pub support: Vec<Arc<Row>>,
    /// Duties that the plan has no longer, and on which the unit has reported; not counted.
    pub gone: Vec<Arc<Row>>,
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

/// A unit's checklist that is followed: only what a change touches is gathered anew.
#[derive(Default)]
pub struct KeptChecklist(Kept);

/// Gathers a unit's checklist on a plan.
#[must_use]
pub fn checklist(workspace: &Workspace, plan: &PlanId, unit: &UnitId, today: Day) -> Checklist {
    let list = front::list(workspace, plan, Some(unit));
    list.map(|list| KeptChecklist::default().now(&list, today))
        .unwrap_or_default()
}

impl KeptChecklist {
    /// Returns the checklist as it is now.
    pub fn now(&mut self, List { docket, gists }: &List, today: Day) -> Checklist {
        let rows = self.0.rows(docket, gists, today, rows).iter().flatten();
        let mut list = Checklist::default();
        for row in rows {
            let part = match (row.duty.is_gone, row.part()) {
                (true, _) => &mut list.gone,
                (false, Some(Part::Lead)) => &mut list.lead,
                (false, Some(Part::Support)) => &mut list.support,
                (false, None) => continue,
            };
            part.push(row.clone());
        }
        list
    }
}

/// Returns the row of a duty; none of one that is gone and of which nothing was said.
fn rows(docket: &Docket, duty: &Arc<Duty>, gists: &Gists, today: Day) -> Vec<Row> {
    if duty.is_gone && !gists.tell_of(&duty.task) {
        return Vec::new();
    }
    let period = docket.periods(duty, today).first().copied();
    vec![row_of(docket, duty, gists, period, today)]
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
