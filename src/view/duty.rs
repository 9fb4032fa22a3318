//! A duty as a row of a list: one task of one unit in one period.

use crate::domain::capitalised;
use crate::domain::{
    Countdown, Day, Part, Period, Plan, PlanId, Roster, Standing, Status, Task, TaskId, UnitId,
};
use crate::progress::{Dot, Entry, Record, Review, Slot, Write};
use crate::sorted::sort_by;

/// Names one duty of a unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DutyId {
    pub plan: PlanId,
    pub task: TaskId,
    pub period: Option<Period>,
}

impl DutyId {
    /// Writes it as the key of an item in a list. No identity holds a line break.
    #[must_use]
    pub fn key(&self) -> String {
        let period = self.period.map(|it| it.to_string()).unwrap_or_default();
        format!("{}\n{}\n{period}", self.plan, self.task)
    }

    /// Reads a key.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        let mut parts = key.split('\n');
        Some(Self {
            plan: PlanId::new(parts.next()?),
            task: TaskId::new(parts.next()?),
            period: parts.next()?.parse().ok(),
        })
    }
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

/// What a unit says, in the order of its duties: each is found without looking at all others.
pub(super) struct Said<'a>(Vec<(&'a Dot, &'a Write)>);

impl<'a> Said<'a> {
    /// Gathers what a record says of those tasks that are wanted.
    pub(super) fn of(record: &'a Record, is_wanted: impl Fn(&TaskId) -> bool) -> Self {
        Self::at(record, |slot| is_wanted(&slot.task))
    }

    /// Gathers what a record says at those places that are wanted.
    pub(super) fn at(record: &'a Record, is_wanted: impl Fn(&Slot) -> bool) -> Self {
        let wanted = record.writes().filter(|(_, it)| is_wanted(&it.slot));
        let mut writes: Vec<_> = wanted.collect();
        sort_by(&mut writes, |(_, a), (_, b)| place(a) < place(b));
        Self(writes)
    }

    pub(super) fn is_empty(&self, task: &TaskId) -> bool {
        let at = self.0.partition_point(|(_, it)| it.slot.task < *task);
        self.0.get(at).is_none_or(|(_, it)| it.slot.task != *task)
    }

    pub(super) fn entry(&self, task: &TaskId, period: Option<Period>) -> Entry {
        let from = self.0.partition_point(|(_, it)| place(it) < (task, period));
        let rest = &self.0[from..];
        let len = rest.partition_point(|(_, it)| place(it) == (task, period));
        if len == 0 {
            return Entry::default();
        }
        Entry::gathered(rest[..len].to_vec())
    }
}

fn place(write: &Write) -> (&TaskId, Option<Period>) {
    (&write.slot.task, write.slot.period)
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
    let none = Record::default();
    let said = Said::of(record.unwrap_or(&none), |it| *it == task.id);
    row_said(plan, roster, unit, &said, task, period, today)
}

/// Builds the row of a unit's duty from what the unit says.
pub(super) fn row_said(
    plan: &Plan,
    roster: &Roster,
    unit: &UnitId,
    said: &Said<'_>,
    task: &Task,
    period: Option<Period>,
    today: Day,
) -> Row {
    let entry = said.entry(&task.id, period);
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
        missed: missed(plan, said, task, period),
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
fn missed(plan: &Plan, said: &Said<'_>, task: &Task, period: Option<Period>) -> Vec<Period> {
    let Some(current) = period else {
        return Vec::new();
    };
    plan.periods(task, current.last_day())
        .into_iter()
        .filter(|earlier| *earlier < current && is_open(said, &task.id, *earlier))
        .collect()
}

fn is_open(said: &Said<'_>, task: &TaskId, period: Period) -> bool {
    !matches!(
        said.entry(task, Some(period)).counted_status(),
        Status::Done { .. } | Status::NotApplicable { .. }
    )
}
