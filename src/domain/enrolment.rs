//! Units that are added to a roster by their names, any number of them.

use super::roster::sum;
use super::{GroupId, Roster, Unit, UnitId, slug, spelling, tidy_name};
use crate::sorted::SortedMap;

/// A roster to which units are added. Who stands on it is put in order once, so that each of thousands of names is
/// looked up fast.
#[derive(Debug)]
pub struct Enrolment<'r> {
    roster: &'r mut Roster,
    /// Where units stand, by the spelling of their names; of several that are called the same it is the first.
    names: SortedMap<String, usize>,
    ids: SortedMap<UnitId, usize>,
}

impl<'r> Enrolment<'r> {
    pub(super) fn of(roster: &'r mut Roster) -> Self {
        let units = roster.units.iter().enumerate();
        let ids = units.clone().map(|(place, unit)| (unit.id.clone(), place));
        // Of values under one key the last one stays.
        let names = units
            .rev()
            .map(|(place, unit)| (spelling(&unit.name), place));
        Self {
            ids: ids.collect(),
            names: names.collect(),
            roster,
        }
    }

    /// Returns the unit of that name, made anew where there is none.
    ///
    /// The same name typed on two devices gives the same identity, so that their files meet.
    pub fn unit(&mut self, name: &str) -> UnitId {
        let name = tidy_name(name);
        let spelling = spelling(&name);
        if let Some(place) = self.names.get(&spelling) {
            return self.roster.units[*place].id.clone();
        }
        let id = self.free_id(&name, &spelling);
        let place = self.roster.units.len();
        self.roster.units.push(Unit::new(id.clone(), name));
        self.names.insert(spelling, place);
        self.ids.insert(id.clone(), place);
        id
    }

    /// Returns the group of that name, made anew where there is none.
    pub fn group(&mut self, name: &str) -> GroupId {
        self.roster.group_named(name)
    }

    /// Puts a unit into a group, where it is not there yet.
    pub fn join(&mut self, group: &GroupId, unit: &UnitId) {
        self.roster.join(group, unit);
    }

    /// Sets where a unit is reached.
    pub fn set_address(&mut self, unit: &UnitId, address: &str) {
        if let Some(place) = self.ids.get(unit) {
            self.roster.units[*place].address = tidy_name(address);
        }
    }

    /// Returns an identity that follows from the name alone, counted up where a renamed unit holds
    /// it already. The slug is for people; names that differ by a tone alone differ in the sum.
    fn free_id(&self, name: &str, spelling: &str) -> UnitId {
        let base = format!("{}-{:06x}", slug(name), sum(spelling));
        let mut id = UnitId::new(base.as_str());
        let mut count = 2;
        while self.ids.contains_key(&id) {
            id = UnitId::new(format!("{base}-{count}"));
            count += 1;
        }
        id
    }
}
