//! Records of units that were replaced, as those that take their place read them.

use super::{Dot, Field, Record, Value, Version, Write, Writes};
use crate::domain::{DeviceId, ItemId, UnitId};

impl Record {
    /// Returns the record of a unit as its successor takes it over.
    ///
    /// A device counts the writes of each unit's record for itself, so under one name the counts of
    /// two units would meet. Each device gets a name that tells the unit too; the same record gives
    /// the same names everywhere, and a later state of it joins as if it had never been renamed:
    /// (a ⊔ b) renamed = a renamed ⊔ b renamed.
    ///
    /// What the unit had taken over itself keeps its names: on whatever way a write comes to those
    /// who follow, it is one write.
    #[must_use]
    pub fn adopted_from(&self, unit: &UnitId) -> Self {
        let mut seen = Version::default();
        for (device, count) in self.seen.counts() {
            seen.reach(&renamed(device, unit), count);
        }
        let adopted = |writes: &Writes| writes.map(|write| write_of(write, unit));
        let dots = self.standing.iter();
        let standing = dots.map(|(dot, writes)| (dot_of(dot, unit), adopted(writes)));
        Self::of(seen, standing.collect())
    }
}

/// Stands between a device and the unit for which it wrote; devices are named by figures and
/// letters alone.
const OF_UNIT: char = '@';

fn renamed(device: &DeviceId, unit: &UnitId) -> DeviceId {
    if device.as_str().contains(OF_UNIT) {
        return device.clone();
    }
    DeviceId::new(format!("{device}{OF_UNIT}{unit}"))
}

fn dot_of(dot: &Dot, unit: &UnitId) -> Dot {
    Dot {
        device: renamed(&dot.device, unit),
        count: dot.count,
    }
}

fn write_of(write: &Write, unit: &UnitId) -> Write {
    let mut write = write.clone();
    write.slot.field = match write.slot.field {
        Field::Document(id) => Field::Document(item_of(&id, unit)),
        Field::Step(id) => Field::Step(item_of(&id, unit)),
        Field::Extension(id) => Field::Extension(item_of(&id, unit)),
        field => field,
    };
    if let Value::Review(review) = &mut write.value {
        review.of = review.of.iter().map(|dot| dot_of(dot, unit)).collect();
    }
    write
}

/// Items are named by the write that made them: the device, a dot, the count.
fn item_of(id: &ItemId, unit: &UnitId) -> ItemId {
    match id.as_str().rsplit_once('.') {
        _ if id.as_str().contains(OF_UNIT) => id.clone(),
        Some((device, count)) => ItemId::new(format!("{device}{OF_UNIT}{unit}.{count}")),
        None => ItemId::new(format!("{id}{OF_UNIT}{unit}")),
    }
}
