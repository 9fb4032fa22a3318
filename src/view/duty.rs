//! A duty as a row of a list: one task of one unit in one period.

use crate::domain::capitalised;
use crate::domain::{
    Countdown, Day, Part, Period, Plan, PlanId, Roster, Standing, Status, Task, TaskId, UnitId,
};
use crate::progress::{Entry, Record, Review};

/// Names one duty of a unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DutyId {
    pub plan: PlanId,
    pub task: TaskId,
    pub period: Option<Period>,
}

/// What a list shows of a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub id: DutyId,
    pub plan_name: String,
    /// Whose duty it is, as the plan knows the unit; `None` where no unit is looked at.
    pub unit: Option<UnitId>,
    pub path: String,
    /// What is to be done, beginning with a capital letter.
    pub action: String,
    /// Who leads, in the words of the document.
    pub leads: String,
    /// The document's words for the time, where it has any.
    pub time: Option<String>,
    /// The unit's part; `None` where no unit is looked at.
    pub part: Option<Part>,
    /// What counts: a result that was returned is at work until it is reported anew.
    pub status: Status,
    pub standing: Standing,
    pub countdown: Countdown,
    pub last_day: Option<Day>,
    /// Earlier periods that are neither done nor without application, newest first.
    pub missed: Vec<Period>,
    /// The person in charge; may be empty.
    pub person: String,
    /// The latest document that shows the result.
    pub document: Option<String>,
    /// Sub-steps done, and all.
    pub steps: (usize, usize),
    pub has_conflict: bool,
    /// What the coordinator last said of it.
    pub review: Option<Review>,
    /// Whether the unit reported anew since the review.
    pub is_answered: bool,
    /// How often its day was put off.
    pub extensions: usize,
}

impl Row {
    /// Returns the status that a tap on the tick means: done today, or no longer done.
    #[must_use]
    pub fn toggled(&self, today: Day) -> Status {
        let begun = !self.person.is_empty() || self.document.is_some() || self.steps.1 > 0;
        match self.status {
            Status::Done { .. } if begun => Status::InProgress,
            Status::Done { .. } => Status::NotStarted,
            _ => Status::Done { on: today },
        }
    }
}

/// Builds the row of a unit's duty.
#[must_use]
pub fn row(
    plan: &Plan,
    roster: &Roster,
    unit: &UnitId,
    record: Option<&Record>,
    task: &Task,
    period: Option<Period>,
    today: Day,
) -> Row {
    let entry = record
        .map(|record| Entry::of(record, &task.id, period))
        .unwrap_or_default();
    let last_day = entry
        .extended_to()
        .or_else(|| task.last_day(period, plan.before_day));
    let status = entry.counted_status();
    let latest = entry.documents.last().map(|(_, document)| document);
    Row {
        unit: Some(unit.clone()),
        part: roster.part_of(unit, task),
        standing: Standing::of(&status, last_day, today),
        countdown: Countdown::of(&status, last_day, today),
        missed: missed(plan, record, task, period),
        document: latest.map(|document| {
            if document.number.is_empty() {
                &document.title
            } else {
                &document.number
            }
            .clone()
        }),
        steps: (
            entry.steps.iter().filter(|(_, step)| step.done).count(),
            entry.steps.len(),
        ),
        has_conflict: !entry.conflicts.is_empty(),
        last_day,
        review: entry.review,
        is_answered: entry.is_answered,
        extensions: entry.extensions.len(),
        status,
        person: entry.person,
        ..row_without_unit(plan, task, period, today)
    }
}

/// Builds the row of a task for somebody who is no unit: nothing is reported on it.
#[must_use]
pub fn row_without_unit(plan: &Plan, task: &Task, period: Option<Period>, today: Day) -> Row {
    let last_day = task.last_day(period, plan.before_day);
    let leads: Vec<_> = task
        .lead
        .iter()
        .map(|assignment| assignment.words.as_str())
        .collect();
    Row {
        id: DutyId {
            plan: plan.id.clone(),
            task: task.id.clone(),
            period,
        },
        plan_name: plan.short_name().to_owned(),
        unit: None,
        path: task.path.clone(),
        action: capitalised(task.action()),
        leads: capitalised(&leads.join(", ")),
        time: task
            .deadline
            .as_ref()
            .map(|deadline| deadline.words.clone()),
        part: None,
        status: Status::default(),
        standing: Standing::of(&Status::default(), last_day, today),
        countdown: Countdown::of(&Status::default(), last_day, today),
        last_day,
        missed: Vec::new(),
        person: String::new(),
        document: None,
        steps: (0, 0),
        has_conflict: false,
        review: None,
        is_answered: false,
        extensions: 0,
    }
}

/// Returns the periods before this one that wait for a result.
fn missed(
    plan: &Plan,
    record: Option<&Record>,
    task: &Task,
    period: Option<Period>,
) -> Vec<Period> {
    let Some(current) = period else {
        return Vec::new();
    };
    plan.periods(task, current.last_day())
        .into_iter()
        .filter(|earlier| *earlier < current && is_open(record, &task.id, *earlier))
        .collect()
}

fn is_open(record: Option<&Record>, task: &TaskId, period: Period) -> bool {
    let status = record
        .map(|record| Entry::of(record, task, Some(period)).counted_status())
        .unwrap_or_default();
    !matches!(status, Status::Done { .. } | Status::NotApplicable { .. })
}
