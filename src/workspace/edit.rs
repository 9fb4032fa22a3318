//! Writing into records.

use super::{ActionError, Edit, Key, RecordId, Workspace};
use crate::domain::Moment;
use crate::file::is_too_long;
use crate::progress::{Author, Field, Record, Review, Slot, Value};

impl Workspace {
    /// Writes into a unit's record.
    pub(super) fn edit(
        &mut self,
        id: RecordId,
        edit: Edit,
        now: Moment,
    ) -> Result<Vec<Key>, ActionError> {
        let roster = self.rosters.get(&id.plan).ok_or(ActionError::NoSuchPlan)?;
        roster.unit(&id.unit).ok_or(ActionError::NoSuchUnit)?;
        if is_text_too_long(&edit) {
            return Err(ActionError::TextTooLong);
        }
        let author = Author {
            device: &self.device,
            name: &self.settings.author,
            at: now,
        };
        let known = self.records.get(&id);
        if known.is_some_and(|record| record.seen().count(&self.device) == u64::MAX) {
            return Err(ActionError::CountExhausted);
        }
        // Clearing where nothing was ever written leaves no record behind.
        if matches!(edit, Edit::Clear(_)) && known.is_none() {
            return Ok(Vec::new());
        }
        let record = self.records.or_default(id.clone());
        write(record, edit, &author)?;
        Ok(vec![Key::Record(id)])
    }
}

fn write(record: &mut Record, edit: Edit, author: &Author<'_>) -> Result<(), ActionError> {
    let dot = match edit {
        Edit::Clear(slot) => {
            record.clear(&slot, author);
            return Ok(());
        }
        Edit::Write(slot, value) => record.write(slot, value, author),
        Edit::Review(task, period, verdict, words) => {
            let mut of = Vec::new();
            for field in [Field::Status, Field::Explanation] {
                of.extend(record.dots_at(&Slot::new(&task, period, field)));
            }
            let review = Review { verdict, words, of };
            let slot = Slot::new(&task, period, Field::Review);
            record.write(slot, Value::Review(review), author)
        }
        Edit::Add(task, period, item) => record.add(&task, period, item, author),
    };
    dot.map(|_| ()).ok_or(ActionError::CountExhausted)
}

/// Says whether a person writes more at one place than can be sent.
fn is_text_too_long(edit: &Edit) -> bool {
    match edit {
        Edit::Write(_, value) => is_too_long(value),
        Edit::Add(_, _, item) => is_too_long(item),
        Edit::Review(_, _, _, words) => is_too_long(words),
        Edit::Clear(_) => false,
    }
}
