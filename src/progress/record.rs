//! The record of one unit on one plan.

use super::{Dot, Field, Item, Slot, Value, Version, Writes};
use crate::domain::{DeviceId, ItemId, Moment, Period, TaskId};
use crate::sorted::{SortedMap, sort_by};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// A map from places to the writes that still stand there, and the version of all writes seen. Copies share
/// it until one is written to, so that a copy of a workspace costs little.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record(Arc<State>);

/// What copies of a record share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    pub(super) seen: Version,
    /// The writes that stand.
    pub(super) standing: SortedMap<Dot, Writes>,
}

/// A write: where, what, by whom, and when by that device's clock. Merging never looks at the time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Write {
    pub slot: Slot,
    pub value: Value,
    pub at: Moment,
    /// The name of the writer, for people to read; may be empty.
    pub by: Arc<str>,
}

/// Who writes, and when by the device's clock.
#[derive(Clone, Copy, Debug)]
pub struct Author<'a> {
    pub device: &'a DeviceId,
    pub name: &'a str,
    pub at: Moment,
}

impl Record {
    /// Writes a value to a place and replaces what was seen there.
    ///
    /// Returns the write's dot; `None`, and changes nothing, when the device's count is exhausted.
    pub fn write(&mut self, slot: Slot, value: Value, author: &Author<'_>) -> Option<Dot> {
        let dot = self.vacate(&slot, author.device)?;
        let write = Write {
            slot,
            value,
            at: author.at,
            by: author.name.into(),
        };
        self.standing.insert(dot.clone(), Writes::of(write));
        Some(dot)
    }

    /// Adds an item under a field of its own, named by the write that makes it.
    pub fn add(
        &mut self,
        task: &TaskId,
        period: Option<Period>,
        item: Item,
        author: &Author<'_>,
    ) -> Option<Dot> {
        let count = self.seen.count(author.device).checked_add(1)?;
        let id = ItemId::new(format!("{}.{count}", author.device));
        let (field, value) = match item {
            Item::Document(document) => (Field::Document(id), Value::Document(document)),
            Item::Step(step) => (Field::Step(id), Value::Step(step)),
            Item::Extension(extension) => (Field::Extension(id), Value::Extension(extension)),
        };
        self.write(Slot::new(task, period, field), value, author)
    }

    /// Takes away what stands at a place. This takes a dot too, so that versions tell that there is
    /// news; where nothing stands there is none.
    ///
    /// Returns the dot; `None`, and changes nothing, when nothing stands there or the device's count
    /// is exhausted.
    pub fn clear(&mut self, slot: &Slot, author: &Author<'_>) -> Option<Dot> {
        let stands = self.writes().any(|(_, write)| write.slot == *slot);
        if stands {
            self.vacate(slot, author.device)
        } else {
            None
        }
    }

    /// Takes away all dots with a write at a place, and returns a fresh dot.
    ///
    /// What such a dot holds of other places is put under a dot of its own: a dot that lost only
    /// some of its writes would get them back from any old file.
    fn vacate(&mut self, slot: &Slot, device: &DeviceId) -> Option<Dot> {
        let here = |writes: &Writes| writes.iter().any(|write| write.slot == *slot);
        let others = self
            .standing
            .values()
            .filter(|writes| here(writes))
            .flat_map(Writes::iter)
            .filter(|write| write.slot != *slot);
        let others: Vec<Write> = others.cloned().collect();
        let mut seen = self.seen.clone();
        let dot = seen.next(device)?;
        let dots: Vec<Dot> = others
            .iter()
            .map(|_| seen.next(device))
            .collect::<Option<_>>()?;
        self.standing.retain(|_, writes| !here(writes));
        for (dot, write) in dots.into_iter().zip(others) {
            self.standing.insert(dot, Writes::of(write));
        }
        self.seen = seen;
        Some(dot)
    }

    /// Joins another replica of the same record into this one.
    ///
    /// The causal merge of Almeida, Shoker and Baquero, "Delta State Replicated Data Types" (2018):
    /// a write stands if both have it, or if one has it and the other has not yet seen it. So
    /// a⊔b = b⊔a, (a⊔b)⊔c = a⊔(b⊔c) and a⊔a = a; an older file never beats a newer one; and two
    /// writes that did not know of each other both stand. No clock is consulted.
    pub fn merge(&mut self, other: &Self) {
        if Arc::ptr_eq(&self.0, &other.0) {
            return;
        }
        if self.is_empty() {
            // What is joined to nothing is shared.
            self.0 = other.0.clone();
            return;
        }
        let State { seen, standing } = &**other;
        self.standing
            .retain(|dot, _| standing.contains_key(dot) || !seen.has_seen(dot));
        let is_news = |dot: &Dot, writes: &Writes| match self.standing.get(dot) {
            Some(here) => here != writes,
            None => !self.seen.has_seen(dot),
        };
        let news: Vec<_> = standing
            .iter()
            .filter(|(dot, writes)| is_news(dot, writes))
            .map(|(dot, writes)| (dot.clone(), writes.clone()))
            .collect();
        self.standing.extend_with(news, Writes::join);
        self.seen.join(seen);
    }

    /// Returns this replica without the writes that another one has seen and holds no more.
    #[must_use]
    pub fn without_replaced_by(&self, other: &Self) -> Self {
        let mut left = self.clone();
        left.standing
            .retain(|dot, _| other.standing.contains_key(dot) || !other.seen.has_seen(dot));
        left
    }

    /// Returns the join of two replicas.
    #[must_use]
    pub fn merged(&self, other: &Self) -> Self {
        let mut merged = self.clone();
        merged.merge(other);
        merged
    }

    /// Returns all writes that stand, oldest device count first.
    pub fn writes(&self) -> impl Iterator<Item = (&Dot, &Write)> {
        self.standing
            .iter()
            .flat_map(|(dot, writes)| writes.iter().map(move |write| (dot, write)))
    }

    /// Returns the writes that stand at a place, the latest by its writer's clock first: the one that
    /// an [`Entry`](super::Entry) shows.
    #[must_use]
    pub fn at(&self, slot: &Slot) -> Vec<&Write> {
        let mut found: Vec<_> = self
            .writes()
            .map(|(_, write)| write)
            .filter(|write| write.slot == *slot)
            .collect();
        sort_by(&mut found, |a, b| (b.at, *b) < (a.at, *a));
        found
    }

    /// Returns the dots of the writes that stand at a place.
    #[must_use]
    pub fn dots_at(&self, slot: &Slot) -> Vec<Dot> {
        self.writes()
            .filter(|(_, write)| write.slot == *slot)
            .map(|(dot, _)| dot.clone())
            .collect()
    }

    /// Returns the places where writes with different values stand: the true conflicts.
    #[must_use]
    pub fn conflicts(&self) -> BTreeSet<&Slot> {
        let mut first: BTreeMap<&Slot, &Value> = BTreeMap::new();
        self.writes()
            .filter(|(_, write)| *first.entry(&write.slot).or_insert(&write.value) != &write.value)
            .map(|(_, write)| &write.slot)
            .collect()
    }

    #[must_use]
    pub fn seen(&self) -> &Version {
        &self.seen
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.standing.is_empty() && self.seen == Version::default()
    }

    /// Returns the time of the latest write that stands, by its writer's clock.
    #[must_use]
    pub fn written_at(&self) -> Option<Moment> {
        self.writes().map(|(_, write)| write.at).max()
    }
}

impl Record {
    pub(super) fn of(seen: Version, standing: SortedMap<Dot, Writes>) -> Self {
        Self(Arc::new(State { seen, standing }))
    }
}

impl Deref for Record {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

impl DerefMut for Record {
    fn deref_mut(&mut self) -> &mut State {
        Arc::make_mut(&mut self.0)
    }
}
