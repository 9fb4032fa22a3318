//! Units that change: one takes the place of others, and a newer roster takes the place of this one.

use super::{Roster, Round, Unit, UnitId};
use crate::sorted::SortedMap;

/// Changes one after another beyond this, or places taken beyond [`MAX_TAKEN`], are beyond sense:
/// all that a unit wrote goes to all who follow it.
const MAX_CHANGES: usize = 20;
const MAX_TAKEN: usize = 10_000;

impl Roster {
    /// Puts new units in the place of others: several by one is a merger, one by several a split.
    /// They belong to the groups of those whose place they take, which stay to be read.
    ///
    /// Returns the identities of the new units; `None`, and changes nothing, when a name is that of a
    /// unit whose place is taken, or when one that is taken is not at work.
    pub fn replace(&mut self, units: &[UnitId], names: &[String]) -> Option<Vec<UnitId>> {
        let mut next = self.clone();
        let mut heirs: Vec<UnitId> = Vec::new();
        let mut enrolment = next.enrolment();
        for name in names {
            let heir = enrolment.unit(name);
            if !heirs.contains(&heir) {
                heirs.push(heir);
            }
        }
        let is_at_work = |id: &UnitId| self.unit(id).is_some_and(Unit::is_at_work);
        let can_follow =
            |heir: &UnitId| !units.contains(heir) && next.unit(heir).is_some_and(Unit::is_at_work);
        if units.is_empty() || heirs.is_empty() {
            return None;
        }
        if !units.iter().all(is_at_work) || !heirs.iter().all(can_follow) {
            return None;
        }
        for unit in &mut next.units {
            if units.contains(&unit.id) {
                unit.successors.clone_from(&heirs);
            }
        }
        for group in units.iter().flat_map(|unit| self.groups_of(unit)) {
            for heir in &heirs {
                next.join(&group, heir);
            }
        }
        let is_odd = next.odd_succession().or(next.beyond_sense()).is_some();
        (!is_odd).then(|| {
            *self = next;
            heirs
        })
    }

    /// Takes over a newer roster: its units, names and groups are right. Units and groups that it does
    /// not know stay, each unit in its groups; addresses stay where it tells none.
    pub fn take_over(&mut self, newer: &Self) {
        let known = std::mem::replace(self, newer.clone());
        for unit in &mut self.units {
            if let Some(known) = known.unit(&unit.id) {
                unit.learn(known);
            }
        }
        let is_beside = |id: &UnitId| newer.unit(id).is_none();
        let beside = known.units.iter().filter(|unit| is_beside(&unit.id));
        self.units.extend(beside.cloned());
        for group in known.groups {
            let members = group.members.iter().filter(|member| is_beside(member));
            if self.group(&group.id).is_none() {
                self.groups.push(group);
                continue;
            }
            for member in members {
                self.join(&group.id, member);
            }
        }
        self.take_round(known.round.as_ref());
    }

    /// Returns the roster as it is sent: whom one writes to is nobody else's business.
    #[must_use]
    pub fn without_addresses(&self) -> Self {
        let mut roster = self.clone();
        for unit in &mut roster.units {
            unit.address.clear();
        }
        roster
    }

    /// Returns those whose place was taken, each before those who took it; those who take their own
    /// place in a circle are left out.
    #[must_use]
    pub fn replaced(&self) -> Vec<&Unit> {
        let (ordered, _) = self.successions();
        ordered
    }

    /// Orders those whose place was taken, and counts the changes one after another.
    fn successions(&self) -> (Vec<&Unit>, usize) {
        let replaced = self.replaced_by_id();
        // How many of those whose place a unit took are still to come.
        let mut before: SortedMap<&UnitId, usize> = replaced.keys().map(|id| (*id, 0)).collect();
        for heir in replaced.values().flat_map(|unit| &unit.successors) {
            if let Some(count) = before.get_mut(&heir) {
                *count += 1;
            }
        }
        let is_first = |unit: &&Unit| before.get(&&unit.id) == Some(&0);
        let mut next: Vec<&Unit> = replaced.values().copied().filter(is_first).collect();
        let (mut ordered, mut changes) = (Vec::new(), 0);
        while !next.is_empty() {
            let mut later = Vec::new();
            for heir in next.iter().flat_map(|unit| &unit.successors) {
                let Some(count) = before.get_mut(&heir) else {
                    continue;
                };
                *count -= 1;
                if *count == 0 {
                    later.extend(replaced.get(&heir));
                }
            }
            ordered.append(&mut next);
            next = later;
            changes += 1;
        }
        (ordered, changes)
    }

    /// Returns the units whose place a unit took, at once or over several changes.
    #[must_use]
    pub fn predecessors(&self, unit: &UnitId) -> Vec<&Unit> {
        let mut is_before: SortedMap<&UnitId, ()> = SortedMap::new();
        let mut found = Vec::new();
        // Asked of every unit and duty, and most took nobody's place.
        if !self.units.iter().any(|it| it.successors.contains(unit)) {
            return found;
        }
        // Each comes before those who took its place, so backwards each is asked after them.
        let (ordered, _) = self.successions();
        for earlier in ordered.into_iter().rev() {
            let leads_here = |heir: &UnitId| heir == unit || is_before.contains_key(&heir);
            if earlier.successors.iter().any(leads_here) {
                is_before.insert(&earlier.id, ());
                found.push(earlier);
            }
        }
        found
    }

    /// Returns those whose place was taken; of two under one identity one.
    fn replaced_by_id(&self) -> SortedMap<&UnitId, &Unit> {
        let replaced = self.units.iter().filter(|unit| !unit.is_at_work());
        replaced.map(|unit| (&unit.id, unit)).collect()
    }

    /// Says what cannot be of who took whose place; `None` where all can be.
    pub(super) fn odd_succession(&self) -> Option<&'static str> {
        let replaced = self.replaced_by_id();
        if replaced.is_empty() {
            return None;
        }
        let known: SortedMap<&UnitId, ()> = self.units.iter().map(|unit| (&unit.id, ())).collect();
        let mut heirs = replaced.values().flat_map(|unit| &unit.successors);
        let (ordered, _) = self.successions();
        if ordered.len() < replaced.len() {
            Some("units that take each other's place in a circle")
        } else if heirs.any(|heir| !known.contains_key(&heir)) {
            Some("a unit's place is taken by one that is not there")
        } else {
            None
        }
    }

    /// Says what is beyond sense in a roster that is handed on. What a device keeps is read all the
    /// same, lest it be lost.
    #[must_use]
    pub fn beyond_sense(&self) -> Option<&'static str> {
        let known: SortedMap<&UnitId, ()> = self.units.iter().map(|unit| (&unit.id, ())).collect();
        let taken: usize = self.units.iter().map(|unit| unit.successors.len()).sum();
        let (_, changes) = self.successions();
        if known.len() < self.units.len() {
            Some("two units under one identity")
        } else if changes > MAX_CHANGES || taken > MAX_TAKEN {
            Some("units that change too often")
        } else {
            None
        }
    }

    /// Takes over the report that is asked for, if it was asked for later than this one.
    pub(super) fn take_round(&mut self, round: Option<&Round>) {
        let asked = |round: Option<&Round>| round.map(|round| round.asked);
        if asked(round) > asked(self.round.as_ref()) {
            self.round = round.cloned();
        }
    }
}

impl Unit {
    /// Keeps what another roster knew of the same unit.
    fn learn(&mut self, known: &Self) {
        if self.address.is_empty() {
            self.address.clone_from(&known.address);
        }
        let mut former: Vec<String> = Vec::new();
        let all = known.former.iter().chain([&known.name]).chain(&self.former);
        for name in all.filter(|name| **name != self.name) {
            if !former.contains(name) {
                former.push(name.clone());
            }
        }
        self.former = former;
    }
}
