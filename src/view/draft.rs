//! What the confirming of a draft shows.

use crate::domain::{BeforeDay, Day, Part, Plan, Role, Task, TaskId, capitalised};
use crate::draft::{Change, Difference, Draft, compare};
use crate::reader::{Notice, Puzzle};
use crate::sorted::sort_by;
use crate::workspace::Workspace;
use std::ops::Range;
use std::sync::Arc;

/// A duty as the text and the list show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub task: Task,
    /// Where its words stand in the paragraph.
    pub range: Range<usize>,
    /// Whether the reader asks something about it.
    pub is_unsure: bool,
    /// How the plan counts "trước ngày".
    pub before: BeforeDay,
}

/// What the reader asks, in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub puzzle: Puzzle,
    pub doubts: Vec<Doubt>,
}

/// One place that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The number by which it is settled.
    pub notice: usize,
    pub task: Option<TaskId>,
    pub block: Option<usize>,
    /// The first words of the place.
    pub excerpt: String,
}

/// One duty of two texts, side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub difference: Difference,
    pub old: Option<Task>,
    pub new: Option<Task>,
}

/// Returns the duties of the draft as the text and the list show them.
#[must_use]
pub fn marks(draft: &Draft) -> Vec<Mark> {
    let asked: Vec<&TaskId> = draft
        .open_notices()
        .filter_map(|(_, notice)| notice.task.as_ref())
        .collect();
    let mark = |task: &Task| Mark {
        range: draft.place_of(&task.id).unwrap_or_default(),
        is_unsure: asked.contains(&&task.id),
        before: draft.plan().before_day,
        task: task.clone(),
    };
    draft.plan().tasks.iter().map(mark).collect()
}

/// Says whether a person may make a duty of a paragraph: the head and the end hold none.
#[must_use]
pub fn may_be_duty(role: Role) -> bool {
    matches!(
        role,
        Role::Opening | Role::Section | Role::Point | Role::Paragraph | Role::Row
    )
}

/// Returns what is asked, the weightiest first.
#[must_use]
pub fn questions(draft: &Draft) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    for (number, notice) in draft.open_notices() {
        let doubt = doubt(draft.plan(), number, notice);
        let mut known = questions.iter_mut();
        match known.find(|question| question.puzzle == notice.puzzle) {
            Some(question) => question.doubts.push(doubt),
            None => questions.push(Question {
                puzzle: notice.puzzle,
                doubts: vec![doubt],
            }),
        }
    }
    sort_by(&mut questions, |a, b| weight(a.puzzle) < weight(b.puzzle));
    questions
}

fn doubt(plan: &Plan, number: usize, notice: &Notice) -> Doubt {
    let task = notice.task.as_ref().and_then(|id| plan.task(id));
    let mut blocks = plan.blocks.iter();
    let line = blocks.position(|block| block.line == notice.line);
    let block = task.map(|task| task.block).or(line);
    let of_block = |at: usize| plan.blocks.get(at).map(|block| block.text.as_str());
    let words = task.map(|task| task.text.as_str());
    let words = words.or_else(|| block.and_then(of_block));
    Doubt {
        notice: number,
        task: notice.task.clone(),
        block,
        excerpt: first_words(words.unwrap_or_default()),
    }
}

/// What decides over duties comes before what only describes them.
fn weight(puzzle: Puzzle) -> usize {
    match puzzle {
        Puzzle::NumberMissing | Puzzle::IssuerMissing | Puzzle::IssueDayMissing => 0,
        Puzzle::DutyDoubtful => 1,
        Puzzle::LeadMissing => 2,
        Puzzle::DayBeforeIssue | Puzzle::DayDoubtful | Puzzle::DayMissing => 3,
        Puzzle::YearAssumed => 4,
        Puzzle::OutsideOutline => 5,
        Puzzle::LeadInherited => 6,
    }
}

/// Returns the beginning of a text, cut between words.
#[must_use]
pub fn first_words(text: &str) -> String {
    const LETTERS: usize = 120;
    let Some((end, _)) = text.char_indices().nth(LETTERS) else {
        return text.to_owned();
    };
    let cut = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..cut].trim_end_matches([',', ';', '.', ' ']))
}

/// Returns the duties of both texts side by side; nothing for a draft that amends none.
#[must_use]
pub fn pairs(workspace: &Workspace) -> Vec<Pair> {
    let Some(draft) = &workspace.draft else {
        return Vec::new();
    };
    let amended = draft.origin().amends.as_ref();
    let Some(old) = amended.and_then(|id| workspace.plans.get(id)) else {
        return Vec::new();
    };
    let of = |plan: &Plan, id: &TaskId| plan.tasks.iter().find(|task| task.id == *id).cloned();
    let pair = |Change { task, difference }: Change| Pair {
        difference,
        old: of(old, &task),
        new: of(draft.plan(), &task),
    };
    compare(old, draft.plan()).into_iter().map(pair).collect()
}

/// Returns the places, in bytes, at which a duty's text may be cut: between its sentences and
/// clauses, or where it has but one, between its smaller parts.
#[must_use]
pub fn cuts(text: &str) -> Vec<usize> {
    let behind = |signs: &[char]| -> Vec<usize> {
        let ends = text.match_indices(' ').map(|(at, _)| at);
        ends.filter(|at| text[..*at].ends_with(signs))
            .map(|at| at + 1)
            .collect()
    };
    let cuts = behind(&['.', ';', ':', '!', '?']);
    if cuts.is_empty() {
        behind(&[','])
    } else {
        cuts
    }
}

/// Returns the names that a duty can be given to: those of the draft first, then of other plans.
#[must_use]
pub fn known_names(workspace: &Workspace) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let drafted = workspace.draft.iter().map(Draft::roster);
    for roster in drafted.chain(workspace.rosters.values().map(Arc::as_ref)) {
        let units = roster.units.iter().map(|unit| &unit.name);
        for name in units.chain(roster.groups.iter().map(|group| &group.name)) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
    names
}

/// Returns the names that are most often given to duties of the draft, without those that stand in
/// a list already.
#[must_use]
pub fn likely_names(draft: &Draft, part: Part, without: &[String]) -> Vec<String> {
    const OFFERED: usize = 4;
    let mut counted: Vec<(String, usize)> = Vec::new();
    let tasks = draft.plan().tasks.iter();
    for words in tasks.flat_map(|task| assigned(task, part)) {
        let name = capitalised(&words);
        match counted.iter_mut().find(|known| known.0 == name) {
            Some(known) => known.1 += 1,
            None => counted.push((name, 1)),
        }
    }
    counted.retain(|(name, _)| !without.iter().any(|known| capitalised(known) == *name));
    sort_by(&mut counted, |a, b| a.1 > b.1);
    counted
        .into_iter()
        .take(OFFERED)
        .map(|(name, _)| name)
        .collect()
}

/// Returns the names of those who lead or support a duty, in the words of the document.
#[must_use]
pub fn assigned(task: &Task, part: Part) -> Vec<String> {
    let list = match part {
        Part::Lead => &task.lead,
        Part::Support => &task.support,
    };
    list.iter()
        .map(|assignment| assignment.words.clone())
        .collect()
}

/// Returns the last day on time of a duty of the draft.
#[must_use]
pub fn last_day(draft: &Draft, task: &TaskId) -> Option<Day> {
    let deadline = draft.plan().task(task)?.deadline.as_ref()?;
    deadline.last_day(draft.plan().before_day)
}
