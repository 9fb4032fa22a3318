//! What the reader could not tell, with the line that a person should look at.

use super::head::Head;
use crate::domain::{Block, Role, Task, TaskId};
use crate::json::from_json;
use serde::Serialize;
use std::collections::HashSet;

/// Something that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// The line of the source, counted from 1.
    pub line: u32,
    /// The task that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task: Option<TaskId>,
    pub puzzle: Puzzle,
}

/// What the reader could not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Puzzle {
    /// The text has no number of its own.
    NumberMissing,
    /// The text does not tell its day of issue.
    IssueDayMissing,
    /// The text names no issuer.
    IssuerMissing,
    /// The duty names nobody; the lead of its point is taken.
    LeadInherited,
    /// Nobody leads the duty.
    LeadMissing,
    /// The paragraph stands outside the outline.
    OutsideOutline,
    /// The words may ask for something or may only describe it.
    DutyDoubtful,
    /// The words of the time name no day: an event, or "theo tiến độ".
    DayMissing,
    /// The day is written without its year; the year is the plan's.
    YearAssumed,
    /// The words of the time can be read in two ways: "đến ngày X".
    DayDoubtful,
    /// The time is over before the plan was issued.
    DayBeforeIssue,
}

from_json!(Notice { line, puzzle; task });
from_json!(Puzzle {
    "number-missing" => NumberMissing,
    "issue-day-missing" => IssueDayMissing,
    "issuer-missing" => IssuerMissing,
    "lead-inherited" => LeadInherited,
    "lead-missing" => LeadMissing,
    "outside-outline" => OutsideOutline,
    "duty-doubtful" => DutyDoubtful,
    "day-missing" => DayMissing,
    "year-assumed" => YearAssumed,
    "day-doubtful" => DayDoubtful,
    "day-before-issue" => DayBeforeIssue
});

/// Tells what a person should look at: what the head lacks, the puzzles of each task, the blocks that
/// were left out among the duties, and what stands outside the outline.
pub(super) fn about(
    head: &Head,
    puzzles: &[Vec<Puzzle>],
    tasks: &[Task],
    left_out: &[usize],
    blocks: &[Block],
) -> Vec<Notice> {
    let top = blocks.first().map_or(1, |block| block.line);
    let mut notices = Vec::new();
    let mut note = |line, task: Option<&Task>, puzzle| {
        notices.push(Notice {
            line,
            task: task.map(|task| task.id.clone()),
            puzzle,
        });
    };
    for (missing, puzzle) in [
        (head.number.is_none(), Puzzle::NumberMissing),
        (head.issued.is_none(), Puzzle::IssueDayMissing),
        (head.issuer.is_none(), Puzzle::IssuerMissing),
    ] {
        if missing {
            note(top, None, puzzle);
        }
    }
    // Below a heading that is a unit's name there is no doubt whose a duty is.
    let paths: HashSet<&str> = tasks.iter().map(|task| task.path.as_str()).collect();
    let of_task = |path: &Option<String>| path.as_deref().is_some_and(|path| paths.contains(path));
    for (task, puzzles) in tasks.iter().zip(puzzles) {
        let line = blocks.get(task.block).map_or(top, |block| block.line);
        match task.lead.first() {
            None => note(line, Some(task), Puzzle::LeadMissing),
            Some(lead) if of_task(&lead.inherited_from) => {
                note(line, Some(task), Puzzle::LeadInherited);
            }
            Some(_) => {}
        }
        for puzzle in puzzles {
            note(line, Some(task), *puzzle);
        }
    }
    for block in left_out.iter().filter_map(|at| blocks.get(*at)) {
        note(block.line, None, Puzzle::DutyDoubtful);
    }
    let mut outline = false;
    for block in blocks {
        outline |= block.role == Role::Section;
        if block.role == Role::Paragraph && !outline {
            note(block.line, None, Puzzle::OutsideOutline);
        }
    }
    notices
}
