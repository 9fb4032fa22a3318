//! A duty as a row of a list: one task of one unit in one period.

use crate::docket::{Docket, Duty, Gist, Gists};
use crate::domain::{
    Countdown, Day, Part, Period, Plan, PlanId, Roster, Standing, Status, Task, TaskId, UnitId,
};
use crate::progress::{Dot, Entry, Record, Slot, Write};
use crate::sorted::sort_by;
use std::sync::Arc;

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
    pub plan_name: Arc<str>,
    /// Whose duty it is, as the plan knows the unit; `None` where no unit is looked at.
    pub unit: Option<UnitId>,
    pub duty: Arc<Duty>,
    pub gist: Arc<Gist>,
    pub standing: Standing,
    pub countdown: Countdown,
    pub last_day: Option<Day>,
    /// Earlier periods that are neither done nor without application, newest first.
    pub missed: Vec<Period>,
}

impl Row {
    /// Returns the status that a tap on the tick means: done today, or no longer done.
    #[must_use]
    pub fn toggled(&self, today: Day) -> Status {
        self.gist.toggled(today)
    }

    #[must_use]
    pub fn is_done(&self) -> bool {
        self.gist.status.is_done()
    }

    #[must_use]
    pub fn part(&self) -> Option<Part> {
        self.duty.part
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
    let docket = Docket::of_task(plan, roster, unit, task);
    let gists = record.map(|record| Gists::of_task(record, &task.id));
    let gists = gists.unwrap_or_default();
    row_of(&docket, &docket.duties[0], &gists, period, today)
}

/// Builds the row of a duty on a docket.
pub(super) fn row_of(
    docket: &Docket,
    duty: &Arc<Duty>,
    gists: &Gists,
    period: Option<Period>,
    today: Day,
) -> Row {
    let gist = gists.get(&duty.task, period);
    let last_day = gist.extended_to.or_else(|| duty.last_day(period));
    Row {
        id: DutyId {
            plan: docket.plan.clone(),
            task: duty.task.clone(),
            period,
        },
        plan_name: docket.plan_name.clone(),
        unit: docket.unit.clone(),
        duty: duty.clone(),
        standing: Standing::of(&gist.status, last_day, today),
        countdown: Countdown::of(&gist.status, last_day, today),
        last_day,
        missed: missed(docket, duty, gists, period),
        gist,
    }
}

/// Returns the periods before this one that wait for a result; none where no unit is looked at.
fn missed(docket: &Docket, duty: &Duty, gists: &Gists, period: Option<Period>) -> Vec<Period> {
    let Some(current) = period.filter(|_| docket.unit.is_some()) else {
        return Vec::new();
    };
    docket
        .periods(duty, current.last_day())
        .into_iter()
        .filter(|earlier| *earlier < current && gists.get(&duty.task, Some(*earlier)).is_open())
        .collect()
}

/// What a unit says, in the order of its duties: each is found without looking at all others.
pub(super) struct Said<'a>(Vec<(&'a Dot, &'a Write)>);

impl<'a> Said<'a> {
    /// Gathers what a record says at those places that are wanted.
    pub(super) fn at(record: &'a Record, is_wanted: impl Fn(&Slot) -> bool) -> Self {
        let wanted = record.writes().filter(|(_, it)| is_wanted(&it.slot));
        let mut writes: Vec<_> = wanted.collect();
        sort_by(&mut writes, |(_, a), (_, b)| place(a) < place(b));
        Self(writes)
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
