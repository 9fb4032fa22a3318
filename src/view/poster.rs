//! A unit's duties on one plan as a sheet to be hung on a wall: each with its whole text, finished ones too.

use super::checklist::{Checklist, Tally, checklist};
use super::duty::Row;
use crate::domain::{Assignment, Day, Part, PlanId, Recurrence, Task, UnitId};
use crate::workspace::Workspace;
use std::sync::Arc;

/// What stands on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poster {
    pub unit: String,
    pub plan_name: String,
    /// What the plan is about; nothing where people call it by that.
    pub title: Option<String>,
    pub today: Day,
    pub tally: Tally,
    /// The duties that the unit leads, those that it supports, and those that the plan has no longer.
    pub parts: Vec<(Option<Part>, Vec<Line>)>,
}

/// A duty on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub row: Arc<Row>,
    /// The words of the plan, whole.
    pub text: String,
    pub lead: Vec<Assignment>,
    pub support: Vec<Assignment>,
    pub recurrence: Option<Recurrence>,
}

/// Writes the sheet of a unit; `None` where it has no duty on the plan.
#[must_use]
pub fn poster(workspace: &Workspace, plan: &PlanId, unit: &UnitId, today: Day) -> Option<Poster> {
    let plan = workspace.plans.get(plan)?;
    let unit = workspace.unit_on(&plan.id, unit)?;
    let list = checklist(workspace, &plan.id, &unit.id, today);
    if list.is_empty() {
        return None;
    }
    let tally = list.tally();
    let Checklist {
        lead,
        support,
        gone,
    } = list;
    let lines = |rows: Vec<Arc<Row>>| -> Vec<Line> {
        let rows = rows.into_iter();
        rows.filter_map(|row| Some(line(plan.task(&row.id.task)?, row)))
            .collect()
    };
    let mut parts = vec![
        (Some(Part::Lead), lines(lead)),
        (Some(Part::Support), lines(support)),
        (None, lines(gone)),
    ];
    parts.retain(|(_, lines)| !lines.is_empty());
    let name = plan.short_name();
    Some(Poster {
        unit: unit.name.clone(),
        plan_name: name.to_owned(),
        title: (name != plan.title).then(|| plan.title.clone()),
        today,
        tally,
        parts,
    })
}

fn line(task: &Task, row: Arc<Row>) -> Line {
    Line {
        row,
        text: task.text.clone(),
        lead: task.lead.clone(),
        support: task.support.clone(),
        recurrence: task.recurrence,
    }
}
