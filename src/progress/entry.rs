//! What one unit says of one task in one period, as it is shown.

use super::{Document, Field, Record, Step, Value, Write};
use crate::domain::{ItemId, Period, Status, TaskId};
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
    pub documents: Vec<(ItemId, Document)>,
    pub steps: Vec<(ItemId, Step)>,
    /// Fields whose writes contradict each other.
    pub conflicts: Vec<Field>,
}

impl Entry {
    /// Gathers the entry of a task in a period; `None` for a task that does not recur.
    #[must_use]
    pub fn of(record: &Record, task: &TaskId, period: Option<Period>) -> Self {
        let mut writes: Vec<&Write> = record
            .writes()
            .map(|(_, write)| write)
            .filter(|write| write.slot.task == *task && write.slot.period == period)
            .collect();
        sort_by(&mut writes, |a, b| (a.at, *a) < (b.at, *b));
        let mut entry = Self::default();
        for write in &writes {
            entry.take(write);
        }
        sort_by(&mut entry.documents, |(a, _), (b, _)| age(a) < age(b));
        sort_by(&mut entry.steps, |(a, _), (b, _)| age(a) < age(b));
        entry.conflicts = conflicts(&writes);
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
            (Field::Document(id), Value::Document(document)) => {
                put(&mut self.documents, id, document);
            }
            (Field::Step(id), Value::Step(step)) => put(&mut self.steps, id, step),
            // A value that does not fit its field is kept in the record and shown nowhere.
            _ => {}
        }
    }

    /// Says whether nothing at all was said.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

fn put<T: Clone>(items: &mut Vec<(ItemId, T)>, id: &ItemId, item: &T) {
    match items.iter_mut().find(|(known, _)| known == id) {
        Some((_, known)) => known.clone_from(item),
        None => items.push((id.clone(), item.clone())),
    }
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

fn conflicts(writes: &[&Write]) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for (at, write) in writes.iter().enumerate() {
        let contradicted = writes[..at]
            .iter()
            .any(|earlier| earlier.slot == write.slot && earlier.value != write.value);
        if contradicted && !fields.contains(&write.slot.field) {
            fields.push(write.slot.field.clone());
        }
    }
    fields
}
