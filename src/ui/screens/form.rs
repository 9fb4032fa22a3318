//! What a unit says of a duty, as the fields of the open sheet read and write it.

use crate::domain::UnitId;
use crate::progress::{Entry, Field, Item, Slot, Value, Verdict, Write};
use crate::ui::parts::unfinished_in_sheet;
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal, StoredValue};
use crate::view::DutyId;
use crate::words::{exchange, screens as say};
use crate::workspace::{Action, Edit, RecordId};

/// The entry that the form writes.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) session: Session,
    pub(super) entry: Memo<Entry>,
    record: StoredValue<RecordId>,
    duty: StoredValue<DutyId>,
}

impl Form {
    pub(super) fn new(session: Session, unit: UnitId, duty: DutyId) -> Self {
        let record = StoredValue::new(RecordId {
            plan: duty.plan.clone(),
            unit,
        });
        let duty = StoredValue::new(duty);
        let entry = Memo::new(move || {
            session.workspace.with(|known| {
                let found = known.records.get(&record.get_value());
                duty.with_value(|duty| found.map(|found| Entry::of(found, &duty.task, duty.period)))
                    .unwrap_or_default()
            })
        });
        Self {
            session,
            entry,
            record,
            duty,
        }
    }

    /// Returns the writes that stand in a field, the latest first.
    pub(super) fn writes(self, field: &Field) -> Vec<Write> {
        let slot = self.slot(field.clone());
        self.session.workspace.with_untracked(|known| {
            let record = known.records.get(&self.record.get_value());
            record
                .map(|record| record.at(&slot).into_iter().cloned().collect())
                .unwrap_or_default()
        })
    }

    pub(super) fn slot(self, field: Field) -> Slot {
        self.duty
            .with_value(|duty| Slot::new(&duty.task, duty.period, field))
    }

    pub(super) fn write(self, field: Field, value: Value) {
        self.session.act(Action::Edit(
            self.record.get_value(),
            Edit::Write(self.slot(field), value),
        ));
    }

    pub(super) fn write_text(self, field: Field) -> impl Fn(String) + Send + Sync {
        move |text| self.write(field.clone(), Value::Text(text))
    }

    pub(super) fn add(self, item: Item) {
        self.session.act(self.addition(item));
    }

    /// Returns what is typed of an item that is not added yet.
    pub(super) fn unfinished(self, field: &str) -> RwSignal<String> {
        let unit = self.record.with_value(|record| record.unit.to_string());
        let duty = self.duty.with_value(DutyId::key);
        unfinished_in_sheet(&[&unit, "\n", &duty, "\n", field].concat())
    }

    /// Adds what was typed and not added yet when the sheet is left.
    pub(super) fn add_when_left(self, typed: impl Fn() -> Option<Item> + Send + Sync + 'static) {
        self.session.act_when_left(move || {
            let item = typed()?;
            let said = exchange::added(&item);
            Some((self.addition(item), said))
        });
    }

    fn addition(self, item: Item) -> Action {
        let (task, period) = self
            .duty
            .with_value(|duty| (duty.task.clone(), duty.period));
        Action::Edit(self.record.get_value(), Edit::Add(task, period, item))
    }

    /// Says what is thought of the entry, and goes on.
    pub(super) fn review(self, verdict: Verdict, words: String, then: impl FnOnce() + 'static) {
        let (task, period) = self
            .duty
            .with_value(|duty| (duty.task.clone(), duty.period));
        let edit = Edit::Review(task, period, verdict, words);
        self.session
            .act_then(Action::Edit(self.record.get_value(), edit), then);
    }

    pub(super) fn record(self) -> RecordId {
        self.record.get_value()
    }

    /// Takes an item away; undoing writes it again.
    pub(super) fn remove(self, field: Field, value: Value) {
        let said = format!("{}: {}", say::REMOVED, exchange::value(&value));
        let slot = self.slot(field);
        let undo = Action::Edit(self.record.get_value(), Edit::Write(slot.clone(), value));
        self.session.act_with_undo(
            Action::Edit(self.record.get_value(), Edit::Clear(slot)),
            said,
            undo,
        );
    }

    pub(super) fn text(self, read: fn(&Entry) -> &String) -> Memo<String> {
        Memo::new(move || self.entry.with(|entry| read(entry).clone()))
    }
}
