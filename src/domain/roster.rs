//! The roster: the units and groups of a plan, and who belongs to which group.

use super::{
    Day, Enrolment, GroupId, Moment, Part, Party, Task, UnitId, same_name, slug, spelling,
    tidy_name,
};
use crate::json::{field, field_or_default, from_json, object};
use serde::Serialize;

/// Who carries out a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Roster {
    pub units: Vec<Unit>,
    pub groups: Vec<Group>,
    /// The report that the units are asked for now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round: Option<Round>,
}

/// A report that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Round {
    /// When it was asked for; what arrived before is no answer to it.
    pub asked: Moment,
    /// The last day on which a report is in time.
    pub by: Day,
    /// Where to send it to: a mail address, a telephone number; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub to: String,
}

/// Who does it: a board, an office, a committee, a union.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unit {
    pub id: UnitId,
    pub name: String,
    /// Where to reach it: a mail address, a telephone number; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The names that it had before, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<String>,
    /// The units that took its place: one after a merger, several after a split. Empty for a unit
    /// that is at work.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub successors: Vec<UnitId>,
}

/// A name that a plan uses for many units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Group {
    pub id: GroupId,
    pub name: String,
    pub members: Vec<UnitId>,
}

impl Round {
    /// Returns the address if mail can go there.
    #[must_use]
    pub fn mail(&self) -> Option<&str> {
        Some(self.to.as_str()).filter(|to| to.contains('@'))
    }
}

impl Unit {
    #[must_use]
    pub fn new(id: UnitId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            address: String::new(),
            former: Vec::new(),
            successors: Vec::new(),
        }
    }

    /// Returns the address if mail can go there.
    #[must_use]
    pub fn mail(&self) -> Option<&str> {
        Some(self.address.as_str()).filter(|address| address.contains('@'))
    }

    /// Says whether no other unit has taken its place.
    #[must_use]
    pub fn is_at_work(&self) -> bool {
        self.successors.is_empty()
    }

    /// Gives it another name and remembers the one it had.
    pub fn rename(&mut self, name: String) {
        if name == self.name {
            return;
        }
        let former = std::mem::replace(&mut self.name, name);
        self.former.retain(|known| *known != self.name);
        self.former.push(former);
    }
}

impl Roster {
    /// Returns the units whose place no other has taken.
    pub fn at_work(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(|unit| unit.is_at_work())
    }

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

    /// Returns the part that a unit has in a task, by itself, as a member of a group, or by having
    /// taken the place of a unit that the task names.
    #[must_use]
    pub fn part_of(&self, unit: &UnitId, task: &Task) -> Option<Part> {
        self.bearer(unit).part_in(task)
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

    /// Adds the units, groups and members that another roster has beside, and the report that was
    /// asked for last; names stay as they are here. Returns whether anything was added.
    pub fn take_in(&mut self, other: &Self) -> bool {
        let before = self.clone();
        self.take_round(other.round.as_ref());
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

    /// Begins to add units by their names.
    pub fn enrolment(&mut self) -> Enrolment<'_> {
        Enrolment::of(self)
    }

    /// Returns the unit of that name, made anew where there is none; the same as [`Enrolment::unit`].
    pub fn unit_named(&mut self, name: &str) -> UnitId {
        self.enrolment().unit(name)
    }

    /// Returns the group of that name, made anew where there is none.
    pub fn group_named(&mut self, name: &str) -> GroupId {
        let name = tidy_name(name);
        if let Some(group) = self.groups.iter().find(|it| same_name(&it.name, &name)) {
            return group.id.clone();
        }
        let id = GroupId::new(format!("{}-{:06x}", slug(&name), sum(&spelling(&name))));
        self.groups.push(Group {
            id: id.clone(),
            name,
            members: Vec::new(),
        });
        id
    }

    /// Sets where a unit is reached. Returns whether it is known.
    pub fn set_address(&mut self, unit: &UnitId, address: &str) -> bool {
        let unit = self.units.iter_mut().find(|known| known.id == *unit);
        unit.map(|unit| unit.address = tidy_name(address)).is_some()
    }
}

/// The FNV-1a sum of a text, folded to 24 bits: it tells names apart, and keeps no secret.
pub(super) fn sum(text: &str) -> u32 {
    let sum = text.bytes().fold(0x811c_9dc5_u32, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (sum >> 24) ^ (sum & 0x00ff_ffff)
}

from_json!(Roster: |json| {
    let object = object(json)?;
    let roster = Self {
        units: field(object, "units")?,
        groups: field(object, "groups")?,
        round: field_or_default(object, "round")?,
    };
    match roster.odd_succession() {
        Some(fault) => Err(fault.to_owned()),
        None => Ok(roster),
    }
});
from_json!(Round { asked, by; to });
from_json!(Unit { id, name; address, former, successors });
from_json!(Group { id, name; members });
