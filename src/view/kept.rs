//! Rows that are kept while nothing changes of what they are made of: a change makes those rows anew
//! that it touches, however many there are.

use super::duty::{Row, Said};
use crate::domain::{Day, Plan, PlanId, Roster, Task, TaskId, UnitId};
use crate::progress::Record;
use crate::workspace::Workspace;
use std::sync::Arc;

/// Whose rows of which plan are looked at.
#[derive(Clone, Copy)]
pub(super) struct Sight<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) plan: &'a Plan,
    pub(super) roster: &'a Roster,
    /// The unit as the plan knows it; `None` for nobody in particular.
    pub(super) unit: Option<&'a UnitId>,
    pub(super) today: Day,
}

/// The rows of one plan, for each task those that it has.
#[derive(Default)]
pub(super) struct Kept {
    basis: Option<Basis>,
    record: Record,
    rows: Vec<Vec<Arc<Row>>>,
}

/// What rows are made of beside the record.
#[derive(PartialEq)]
struct Basis {
    /// The stamps of the plans and the rosters.
    stamps: (u64, u64),
    plan: PlanId,
    unit: Option<UnitId>,
    today: Day,
}

impl Kept {
    /// Returns the rows as they are now. `rows` makes those of one task, and must make them of the sight
    /// and of what is said of that task alone.
    pub(super) fn rows(
        &mut self,
        sight: Sight<'_>,
        rows: fn(Sight<'_>, &Said<'_>, &Task) -> Vec<Row>,
    ) -> &[Vec<Arc<Row>>] {
        let none = Record::default();
        let record = sight.unit.and_then(|unit| {
            let known = sight.workspace.record(&sight.plan.id, unit);
            known.or(Some(&none))
        });
        let record = record.unwrap_or(&none);
        let basis = Some(Basis {
            stamps: (
                sight.workspace.plans.stamp(),
                sight.workspace.rosters.stamp(),
            ),
            plan: sight.plan.id.clone(),
            unit: sight.unit.cloned(),
            today: sight.today,
        });
        let is_same = self.basis == basis;
        let touched = touched(&self.record, record);
        if is_same && touched.is_empty() {
            return &self.rows;
        }
        let said = Said::of(record, |task| !is_same || touched.contains(&task));
        let tasks = sight.plan.tasks.iter().chain(&sight.plan.retired);
        let rows = |task: &Task| rows(sight, &said, task).into_iter().map(Arc::new).collect();
        if is_same {
            for (task, kept) in tasks.zip(&mut self.rows) {
                if touched.contains(&&task.id) {
                    *kept = rows(task);
                }
            }
        } else {
            self.rows = tasks.map(rows).collect();
            self.basis = basis;
        }
        self.record = record.clone();
        &self.rows
    }
}

/// Returns the tasks of which one record says what the other does not.
fn touched<'a>(before: &'a Record, now: &'a Record) -> Vec<&'a TaskId> {
    let mut before = before.writes().peekable();
    let mut now = now.writes().peekable();
    let mut touched = Vec::new();
    loop {
        let next = match (before.peek(), now.peek()) {
            (None, None) => return touched,
            (Some(a), Some(b)) if a == b => {
                before.next();
                now.next();
                continue;
            }
            (Some(a), b) if b.is_none_or(|b| a < b) => before.next(),
            _ => now.next(),
        };
        touched.extend(next.map(|(_, write)| &write.slot.task));
    }
}
