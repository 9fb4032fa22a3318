//! A plan as a document: its passages in order, with the duties marked in place.

use super::duty::{Row, row, row_without_unit};
use crate::domain::{Block, Day, Plan, Task, UnitId};
use crate::sorted::sort_by;
use crate::workspace::Workspace;
use std::ops::Range;

/// A paragraph of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The index of its block.
    pub block: usize,
    pub content: Block,
    /// The duties that it states, as they stand for the unit on this device.
    pub duties: Vec<Row>,
}

/// A piece of a passage in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    pub text: String,
    pub strong: bool,
    pub italic: bool,
    pub found: bool,
}

/// Lays a plan out as passages.
#[must_use]
pub fn passages(
    workspace: &Workspace,
    plan: &Plan,
    unit: Option<&UnitId>,
    today: Day,
) -> Vec<Passage> {
    let unit = unit.and_then(|unit| workspace.unit_on(&plan.id, unit));
    let unit = unit.map(|unit| &unit.id);
    let duties = |block: usize| {
        let here = plan.tasks.iter().filter(|task| task.block == block);
        here.map(|task| duty(workspace, plan, task, unit, today))
            .collect()
    };
    plan.blocks
        .iter()
        .enumerate()
        .map(|(block, content)| Passage {
            block,
            content: content.clone(),
            duties: duties(block),
        })
        .collect()
}

fn duty(workspace: &Workspace, plan: &Plan, task: &Task, unit: Option<&UnitId>, today: Day) -> Row {
    let period = plan.periods(task, today).first().copied();
    let roster = workspace.rosters.get(&plan.id);
    match roster
        .zip(unit)
        .filter(|(roster, unit)| roster.part_of(unit, task).is_some())
    {
        Some((roster, unit)) => row(
            plan,
            roster,
            unit,
            workspace.record(&plan.id, unit),
            task,
            period,
            today,
        ),
        None => row_without_unit(plan, task, period, today),
    }
}

impl Passage {
    /// Cuts the passage into pieces of one style each; `found` are the places of a search.
    #[must_use]
    pub fn shares(&self, found: &[Range<usize>]) -> Vec<Share> {
        let text = &self.content.text;
        let emphasis = &self.content.emphasis;
        let ranges = emphasis.iter().map(|emphasis| &emphasis.range).chain(found);
        let mut cuts: Vec<usize> = ranges
            .flat_map(|range| [range.start, range.end])
            .chain([0, text.len()])
            .collect();
        cuts.retain(|cut| text.is_char_boundary(*cut));
        sort_by(&mut cuts, |a, b| a < b);
        cuts.dedup();
        let within = |range: &Range<usize>, at: usize| range.contains(&at);
        cuts.windows(2)
            .map(|pair| Share {
                text: text[pair[0]..pair[1]].to_owned(),
                strong: emphasis
                    .iter()
                    .any(|emphasis| emphasis.strong && within(&emphasis.range, pair[0])),
                italic: emphasis
                    .iter()
                    .any(|emphasis| !emphasis.strong && within(&emphasis.range, pair[0])),
                found: found.iter().any(|range| within(range, pair[0])),
            })
            .collect()
    }
}
