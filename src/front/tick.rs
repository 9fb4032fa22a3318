//! Ticks that are made before the app is whole. Each is kept under a key of its own, which is written once and taken
//! away when the tick stands in its record: whoever opens the store next carries it out, if this page does not live to.

use crate::docket::{Odd, Tokens, Words, read_status, write_status};
use crate::domain::{Moment, PlanId, Status, TaskId, UnitId};
use crate::progress::{Field, Slot};
use crate::sorted::sort_by;
use crate::store::{Store, StoreError, put};
use crate::workspace::RecordId;
use std::fmt::Display;

/// Keys that begin so hold ticks.
const NOTED: &str = "tick/";

/// A status that was set by a tap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    pub record: RecordId,
    /// Always the place of a status.
    pub slot: Slot,
    pub status: Status,
    /// By this device's clock.
    pub at: Moment,
}

/// Keeps a tick behind those that are kept, under a key that nobody else writes.
///
/// # Errors
/// As [`Store::set`], and [`StoreError::NotKept`].
pub fn note_tick(store: &dyn Store, name: &str, tick: &Tick) -> Result<String, StoreError> {
    let kept = store.keys()?.iter().filter_map(|key| number_of(key)).max();
    let number = kept.map_or(1, |last| last.saturating_add(1));
    let key = format!("{NOTED}{number}-{name}");
    put(store, &key, &tick.to_text()).map(|()| key)
}

/// Returns all ticks that are kept, each with its key, in the order in which they were made. What cannot be read is
/// left where it is.
#[must_use]
pub fn noted_ticks(store: &dyn Store) -> Vec<(String, Tick)> {
    let keys = store.keys().unwrap_or_default().into_iter();
    let tick = |key: String| {
        let number = number_of(&key)?;
        let text = store.get(&key).ok().flatten()?;
        Some((number, (key, Tick::parse(&text).ok()?)))
    };
    let mut ticks: Vec<_> = keys.filter_map(tick).collect();
    sort_by(&mut ticks, |(a, (one, _)), (b, (other, _))| {
        (a, one) < (b, other)
    });
    ticks.into_iter().map(|(_, tick)| tick).collect()
}

/// Counts the ticks that are kept: a clock that is set back in between, or that stands, would put them into another
/// order. `None` for what is no tick; one from before they were counted is older than all others.
fn number_of(key: &str) -> Option<u64> {
    let name = key.strip_prefix(NOTED)?;
    let number = name
        .split_once('-')
        .and_then(|(number, _)| number.parse().ok());
    Some(number.unwrap_or(0))
}

/// Takes a tick away that stands in its record.
///
/// # Errors
/// As [`Store::remove`].
pub fn strike_tick(store: &dyn Store, key: &str) -> Result<(), StoreError> {
    store.remove(key)
}

impl Tick {
    fn to_text(&self) -> String {
        let mut it = Tokens::default();
        it.word(self.record.plan.as_str());
        it.word(self.record.unit.as_str());
        it.word(self.slot.task.as_str());
        let period = self.slot.period.as_ref();
        it.optional(period.map(|period| period as &dyn Display));
        write_status(&self.status, &mut it);
        it.optional(Some(&self.at));
        it.into_text()
    }

    fn parse(text: &str) -> Result<Self, Odd> {
        let mut it = Words::of(text);
        let record = RecordId {
            plan: PlanId::new(it.word()?),
            unit: UnitId::new(it.word()?),
        };
        let task = TaskId::new(it.word()?);
        let tick = Self {
            record,
            slot: Slot::new(&task, it.optional()?, Field::Status),
            status: read_status(&mut it)?,
            at: it.read()?,
        };
        it.is_over().then_some(tick).ok_or(Odd)
    }
}
