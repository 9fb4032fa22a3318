//! The roster: the units and groups of a plan, and who belongs to which group.

use super::{GroupId, Part, Party, Task, UnitId, slug, spelling, tidy_name};
use crate::json::from_json;
use serde::Serialize;

/// Who carries out a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Roster {
    pub units: Vec<Unit>,
    pub groups: Vec<Group>,
}

/// Who does it: a board, an office, a committee, a union.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unit {
    pub id: UnitId,
    pub name: String,
}

/// A name that a plan uses for many units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Group {
    pub id: GroupId,
    pub name: String,
    pub members: Vec<UnitId>,
}

impl Roster {
    #[must_use]
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == *id)
    }

    #[must_use]
    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    #[must_use]
    pub fn name_of(&self, party: &Party) -> Option<&str> {
        match party {
            Party::Unit(id) => self.unit(id).map(|unit| unit.name.as_str()),
            Party::Group(id) => self.group(id).map(|group| group.name.as_str()),
        }
    }

    /// Returns the part that a unit has in a task, by itself or as a member of a group.
    #[must_use]
    pub fn part_of(&self, unit: &UnitId, task: &Task) -> Option<Part> {
        let named = |assignments: &[super::Assignment]| {
            assignments
                .iter()
                .flat_map(|assignment| &assignment.parties)
                .any(|party| self.includes(party, unit))
        };
        if named(&task.lead) {
            Some(Part::Lead)
        } else {
            named(&task.support).then_some(Part::Support)
        }
    }

    fn includes(&self, party: &Party, unit: &UnitId) -> bool {
        match party {
            Party::Unit(id) => id == unit,
            Party::Group(id) => self
                .group(id)
                .is_some_and(|group| group.members.contains(unit)),
        }
    }

    /// Returns the groups that a unit belongs to.
    #[must_use]
    pub fn groups_of(&self, unit: &UnitId) -> Vec<GroupId> {
        self.groups
            .iter()
            .filter(|group| group.members.contains(unit))
            .map(|group| group.id.clone())
            .collect()
    }

    /// Puts a unit into a group. Returns whether it was not there before; an unknown group takes nobody.
    pub fn join(&mut self, group: &GroupId, unit: &UnitId) -> bool {
        let group = self.groups.iter_mut().find(|known| known.id == *group);
        let Some(group) = group.filter(|group| !group.members.contains(unit)) else {
            return false;
        };
        group.members.push(unit.clone());
        true
    }

    /// Adds the units, groups and members that another roster has beside; names stay as they are
    /// here. Returns whether anything was added.
    pub fn take_in(&mut self, other: &Self) -> bool {
        let before = self.clone();
        for unit in &other.units {
            if self.unit(&unit.id).is_none() {
                self.units.push(unit.clone());
            }
        }
        for group in &other.groups {
            if self.group(&group.id).is_none() {
                self.groups.push(group.clone());
            }
            for member in &group.members {
                self.join(&group.id, member);
            }
        }
        *self != before
    }

    /// Returns the unit of that name, made anew where there is none.
    ///
    /// The same name typed on two devices gives the same identity, so that their files meet.
    pub fn unit_named(&mut self, name: &str) -> UnitId {
        let name = tidy_name(name);
        if let Some(unit) = self.units.iter().find(|unit| same_name(&unit.name, &name)) {
            return unit.id.clone();
        }
        let id = self.free_id(&name);
        self.units.push(Unit {
            id: id.clone(),
            name,
        });
        id
    }

    /// Returns an identity that follows from the name alone, counted up where a renamed unit holds
    /// it already. The slug is for people; names that differ by a tone alone differ in the sum.
    fn free_id(&self, name: &str) -> UnitId {
        let base = format!("{}-{:06x}", slug(name), sum(&spelling(name)));
        let mut id = UnitId::new(base.as_str());
        let mut count = 2;
        while self.unit(&id).is_some() {
            id = UnitId::new(format!("{base}-{count}"));
            count += 1;
        }
        id
    }
}

/// Says whether two names are the same but for case, blanks, punctuation and the place of tones.
#[must_use]
pub fn same_name(a: &str, b: &str) -> bool {
    spelling(a) == spelling(b)
}

/// The FNV-1a sum of a text, folded to 24 bits: it tells names apart, and keeps no secret.
fn sum(text: &str) -> u32 {
    let sum = text.bytes().fold(0x811c_9dc5_u32, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (sum >> 24) ^ (sum & 0x00ff_ffff)
}

from_json!(Roster { units, groups; });
from_json!(Unit { id, name; });
from_json!(Group { id, name; members });
