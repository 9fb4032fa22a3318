//! A plan as a document: its passages in order, with the duties marked in place.

use super::duty::{Row, row_of};
use crate::docket::{Docket, Duty, Gists};
use crate::domain::{Block, Day, Plan, UnitId};
use crate::front::{self, List};
use crate::sorted::sort_by;
use crate::workspace::Workspace;
use std::ops::Range;
use std::sync::Arc;

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
    let all = List {
        docket: Arc::new(Docket::of_plan(plan)),
        gists: Gists::default(),
    };
    let own = unit.and_then(|unit| front::list(workspace, &plan.id, Some(unit)));
    let row = |duty: &Arc<Duty>| {
        let has = |own: &&List| own.docket.duties.iter().any(|it| it.task == duty.task);
        let List { docket, gists } = own.as_ref().filter(has).unwrap_or(&all);
        let mut duties = docket.duties.iter();
        let duty = duties.find(|it| it.task == duty.task).unwrap_or(duty);
        let period = docket.periods(duty, today).first().copied();
        row_of(docket, duty, gists, period, today)
    };
    let duties = |block: usize| {
        let here = plan.tasks.iter().zip(&all.docket.duties);
        let here = here.filter(|(task, _)| task.block == block);
        here.map(|(_, duty)| row(duty)).collect()
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
