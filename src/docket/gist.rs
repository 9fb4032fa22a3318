//! What lists show of what a unit says.

use crate::domain::{Day, Period, Status, TaskId};
use crate::progress::{Dot, Entry, Record, Verdict, Write};
use crate::sorted::{SortedMap, sort_by};
use std::sync::Arc;

/// What lists show of one entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gist {
    /// What counts: a result that was returned is at work until it is reported anew.
    pub status: Status,
    /// The person in charge; may be empty.
    pub person: String,
    /// The latest document that shows the result: its number, or else its title.
    pub document: Option<String>,
    /// Sub-steps done, and all.
    pub steps: (usize, usize),
    pub has_conflict: bool,
    /// What the coordinator said of what the unit says now.
    pub verdict: Option<Verdict>,
    /// The last day on time where a later one was granted.
    pub extended_to: Option<Day>,
    /// How often the day was put off.
    pub extensions: usize,
}

/// What lists show of all entries of one unit on one plan. Copies share the entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gists(pub(super) SortedMap<Place, Arc<Gist>>);

pub(super) type Place = (TaskId, Option<Period>);

impl Gist {
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        let latest = entry.documents.last().map(|(_, document)| document);
        let name = latest.map(|it| match it.number.as_str() {
            "" => &it.title,
            _ => &it.number,
        });
        let name = name.filter(|it| !it.is_empty());
        Self {
            status: entry.counted_status(),
            person: entry.person.clone(),
            document: name.cloned(),
            steps: (
                entry.steps.iter().filter(|(_, step)| step.done).count(),
                entry.steps.len(),
            ),
            has_conflict: !entry.conflicts.is_empty(),
            verdict: entry.standing_review().map(|review| review.verdict),
            extended_to: entry.extended_to(),
            extensions: entry.extensions.len(),
        }
    }

    /// Says whether something is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(
            self.status,
            Status::Done { .. } | Status::NotApplicable { .. }
        )
    }

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

impl Gists {
    /// Gathers what a record says.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        Self::from_writes(record.writes().collect())
    }

    /// Gathers what a record says of one task.
    #[must_use]
    pub fn of_task(record: &Record, task: &TaskId) -> Self {
        let writes = record.writes().filter(|(_, it)| it.slot.task == *task);
        Self::from_writes(writes.collect())
    }

    fn from_writes(mut writes: Vec<(&Dot, &Write)>) -> Self {
        sort_by(&mut writes, |(_, a), (_, b)| place(a) < place(b));
        let entries = writes.chunk_by(|(_, a), (_, b)| place(a) == place(b));
        Self(entries.map(gathered).collect())
    }

    /// Gathers anew what a record says of one task in one period.
    pub fn renew(&mut self, record: &Record, task: &TaskId, period: Option<Period>) {
        let here = |(_, it): &(&Dot, &Write)| it.slot.task == *task && it.slot.period == period;
        let writes: Vec<_> = record.writes().filter(here).collect();
        if writes.is_empty() {
            self.0.remove(&(task.clone(), period));
        } else {
            let (place, gist) = gathered(&writes);
            self.0.insert(place, gist);
        }
    }

    /// Puts a status in, as the unit's latest word.
    pub fn tick(&mut self, task: &TaskId, period: Option<Period>, status: Status) {
        let gist = Arc::make_mut(self.0.or_default((task.clone(), period)));
        gist.status = status;
        // What was reviewed was what the unit said before.
        gist.verdict = None;
    }

    /// Returns what is said of a task in a period; the same as of one of which nothing was ever said.
    #[must_use]
    pub fn get(&self, task: &TaskId, period: Option<Period>) -> Arc<Gist> {
        let gist = self.0.get(&(task.clone(), period));
        gist.cloned().unwrap_or_default()
    }

    /// Says whether anything is said of a task, in whatever period.
    #[must_use]
    pub fn tell_of(&self, task: &TaskId) -> bool {
        self.0.keys().any(|(told, _)| told == task)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the tasks of which one says what the other does not.
    #[must_use]
    pub fn differing<'a>(&'a self, other: &'a Self) -> Vec<&'a TaskId> {
        let mut here = self.0.iter().peekable();
        let mut there = other.0.iter().peekable();
        let mut tasks = Vec::new();
        loop {
            let next = match (here.peek(), there.peek()) {
                (None, None) => return tasks,
                (Some(a), Some(b)) if a == b => {
                    here.next();
                    there.next();
                    continue;
                }
                (Some((a, _)), b) if b.is_none_or(|(b, _)| a <= b) => here.next(),
                _ => there.next(),
            };
            tasks.extend(next.map(|((task, _), _)| task));
        }
    }
}

fn gathered(writes: &[(&Dot, &Write)]) -> (Place, Arc<Gist>) {
    let (_, first) = writes[0];
    let place = (first.slot.task.clone(), first.slot.period);
    let gist = Gist::of(&Entry::gathered(writes.to_vec()));
    (place, Arc::new(gist))
}

fn place(write: &Write) -> (&TaskId, Option<Period>) {
    (&write.slot.task, write.slot.period)
}
