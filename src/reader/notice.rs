//! What the reader could not tell, with the line that a person should look at.

use super::head::Head;
use crate::domain::{Block, Role, Task, TaskId};
use crate::json::from_json;
use serde::Serialize;

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

pub(super) fn about(head: &Head, tasks: &[Task], blocks: &[Block], notices: &mut Vec<Notice>) {
    let top = blocks.first().map_or(1, |block| block.line);
    let mut note = |line, puzzle| {
        notices.push(Notice {
            line,
            task: None,
            puzzle,
        });
    };
    if head.number.is_none() {
        note(top, Puzzle::NumberMissing);
    }
    // A day of issue is not looked for yet where documents write it with the place.
    note(top, Puzzle::IssueDayMissing);
    if head.issuer.is_none() {
        note(top, Puzzle::IssuerMissing);
    }
    for task in tasks {
        let line = blocks.get(task.block).map_or(top, |block| block.line);
        match task.lead.first() {
            None => note(line, Puzzle::LeadMissing),
            Some(lead) if lead.inherited_from.is_some() => note(line, Puzzle::LeadInherited),
            Some(_) => {}
        }
    }
    let mut outline = false;
    for block in blocks {
        outline |= block.role == Role::Section;
        if block.role == Role::Paragraph && !outline {
            note(block.line, Puzzle::OutsideOutline);
        }
    }
}
