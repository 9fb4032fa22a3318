//! What one unit says of one task in one period, as it is shown.

use super::{Document, Dot, Extension, Field, Record, Review, Step, Value, Verdict, Write};
use crate::domain::{Day, ItemId, Period, Status, TaskId};
use crate::sorted::sort_by;

/// An entry (kết quả thực hiện), gathered from the writes that stand.
///
/// Where writes contradict each other, the latest by its writer's clock is shown and the place is
/// listed in `conflicts`; on equal clocks every device shows the same one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub status: Status,
    pub person: String,
    pub note: String,
    pub difficulty: String,
    pub proposal: String,
    /// What the unit answered when an explanation was asked.
    pub explanation: String,
    pub documents: Vec<(ItemId, Document)>,
    pub steps: Vec<(ItemId, Step)>,
    /// What the coordinator last said of it.
    pub review: Option<Review>,
    /// Whether the unit wrote its status anew since the review, or the explanation that was asked.
    pub is_answered: bool,
    pub extensions: Vec<(ItemId, Extension)>,
    /// Fields whose writes contradict each other.
    pub conflicts: Vec<Field>,
}

impl Entry {
    /// Gathers the entry of a task in a period; `None` for a task that does not recur.
    #[must_use]
    pub fn of(record: &Record, task: &TaskId, period: Option<Period>) -> Self {
        let here = |write: &Write| write.slot.task == *task && write.slot.period == period;
        Self::gathered(record.writes().filter(|(_, write)| here(write)).collect())
    }

    /// Gathers an entry from the writes that stand at its places.
    #[must_use]
    pub fn gathered(mut writes: Vec<(&Dot, &Write)>) -> Self {
        sort_by(&mut writes, |(_, a), (_, b)| (a.at, *a) < (b.at, *b));
        let mut entry = Self::default();
        for (_, write) in &writes {
            entry.take(write);
        }
        entry.is_answered = entry.review.as_ref().is_some_and(|review| {
            let mut said = writes.iter().filter(|(_, write)| answers(review, write));
            said.any(|(dot, _)| !review.of.contains(dot))
        });
        let writes = writes.into_iter().map(|(_, write)| write).collect();
        latest_of_each(&mut entry.documents);
        latest_of_each(&mut entry.steps);
        latest_of_each(&mut entry.extensions);
        entry.conflicts = conflicts(writes);
        entry
    }

    /// Takes a write over those before it.
    fn take(&mut self, write: &Write) {
        match (&write.slot.field, &write.value) {
            (Field::Status, Value::Status(status)) => self.status = status.clone(),
            (Field::Person, Value::Text(text)) => self.person.clone_from(text),
            (Field::Note, Value::Text(text)) => self.note.clone_from(text),
            (Field::Difficulty, Value::Text(text)) => self.difficulty.clone_from(text),
            (Field::Proposal, Value::Text(text)) => self.proposal.clone_from(text),
            (Field::Explanation, Value::Text(text)) => self.explanation.clone_from(text),
            (Field::Document(id), Value::Document(document)) => {
                self.documents.push((id.clone(), document.clone()));
            }
            (Field::Step(id), Value::Step(step)) => self.steps.push((id.clone(), step.clone())),
            (Field::Review, Value::Review(review)) => self.review = Some(review.clone()),
            (Field::Extension(id), Value::Extension(extension)) => {
                self.extensions.push((id.clone(), extension.clone()));
            }
            // A value that does not fit its field is kept in the record and shown nowhere.
            _ => {}
        }
    }

    /// Returns the last day on time where the coordinator granted a later one.
    #[must_use]
    pub fn extended_to(&self) -> Option<Day> {
        self.extensions
            .iter()
            .map(|(_, extension)| extension.last_day)
            .max()
    }

    /// Returns the review if it speaks of what the unit says now.
    #[must_use]
    pub fn standing_review(&self) -> Option<&Review> {
        self.review.as_ref().filter(|_| !self.is_answered)
    }

    /// Returns the status that counts: what was returned is not done until the unit says so again.
    #[must_use]
    pub fn counted_status(&self) -> Status {
        let verdict = self.standing_review().map(|review| review.verdict);
        match &self.status {
            Status::Done { .. } if verdict == Some(Verdict::Returned) => Status::InProgress,
            status => status.clone(),
        }
    }

    /// Says whether nothing at all was said.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

/// Says whether a write speaks to what a review says: the status, and where one was asked for the
/// explanation.
fn answers(review: &Review, write: &Write) -> bool {
    let is_explanation = write.slot.field == Field::Explanation;
    write.slot.field == Field::Status
        || (is_explanation && review.verdict == Verdict::ExplanationAsked)
}

/// Leaves of each item what was written last, and puts them in the order in which they were made.
fn latest_of_each<T>(items: &mut Vec<(ItemId, T)>) {
    sort_by(items, |(a, _), (b, _)| age(a) < age(b));
    items.dedup_by(|later, earlier| {
        let is_same = later.0 == earlier.0;
        if is_same {
            std::mem::swap(later, earlier);
        }
        is_same
    });
}

/// Orders items as they were made, whatever was changed in them since.
fn age(id: &ItemId) -> (u64, &ItemId) {
    let count = id
        .as_str()
        .rsplit('.')
        .next()
        .and_then(|count| count.parse().ok());
    (count.unwrap_or(u64::MAX), id)
}

/// Returns the fields in which writes of one entry contradict each other.
fn conflicts(mut writes: Vec<&Write>) -> Vec<Field> {
    sort_by(&mut writes, |a, b| {
        (&a.slot.field, &a.value) < (&b.slot.field, &b.value)
    });
    let mut fields: Vec<_> = writes
        .windows(2)
        .map(|pair| (pair[0], pair[1]))
        .filter(|(a, b)| a.slot.field == b.slot.field && a.value != b.value)
        .map(|(a, _)| a.slot.field.clone())
        .collect();
    fields.dedup();
    fields
}
