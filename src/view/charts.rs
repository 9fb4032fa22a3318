//! The overview by group.

use super::counts::Counts;
use super::overview::{Overview, UnitLine};
use crate::domain::GroupId;
use crate::sorted::SortedMap;

/// The units of a group, and how their duties stand. A unit of several groups is in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// `None` for the units in no group.
    pub group: Option<GroupId>,
    pub name: String,
    /// Places among the lines of the overview.
    pub lines: Vec<usize>,
    pub counts: Counts,
    /// The same by duty.
    pub sums: Vec<Counts>,
}

impl Overview {
    /// Gathers the lines by group; those in none come last. Groups without lines are left out.
    #[must_use]
    pub fn blocks(&self) -> Vec<Block> {
        let known = self.groups.iter();
        let known = known.map(|(id, name)| (Some(id.clone()), name.clone()));
        let all = known.chain([(None, String::new())]);
        let mut blocks: Vec<_> = all
            .map(|(id, name)| Block::empty(id, name, self.duties.len()))
            .collect();
        let places = self.groups.iter().enumerate();
        let places: SortedMap<&GroupId, usize> = places.map(|(at, (id, _))| (id, at)).collect();
        let alone = self.groups.len();
        for (at, line) in self.units.iter().enumerate() {
            let groups = line.groups.iter().filter_map(|id| places.get(&id));
            for place in groups.chain(line.groups.is_empty().then_some(&alone)) {
                blocks[*place].add(at, line);
            }
        }
        blocks.retain(|block| !block.lines.is_empty());
        blocks
    }

    /// Says whether some unit is in several groups, so that the blocks add up to more than all.
    #[must_use]
    pub fn has_overlap(&self) -> bool {
        self.units.iter().any(|line| line.groups.len() > 1)
    }
}

impl Block {
    fn empty(group: Option<GroupId>, name: String, duties: usize) -> Self {
        Self {
            group,
            name,
            lines: Vec::new(),
            counts: Counts::default(),
            sums: vec![Counts::default(); duties],
        }
    }

    fn add(&mut self, at: usize, line: &UnitLine) {
        // A roster that lists a group twice lists its members twice.
        if self.lines.last() != Some(&at) {
            self.lines.push(at);
            self.counts.join(line.counts);
            line.add_to(&mut self.sums);
        }
    }
}
