//! The overview by group.

use super::counts::Counts;
use super::overview::{Overview, UnitLine};
use crate::domain::GroupId;

/// The units of a group, and how their duties stand. A unit of several groups is in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// `None` for the units in no group.
    pub group: Option<GroupId>,
    pub name: String,
    /// Places among the lines of the overview.
    pub lines: Vec<usize>,
    pub counts: Counts,
}

impl Overview {
    /// Gathers the lines by group; those in none come last. Groups without lines are left out.
    #[must_use]
    pub fn blocks(&self) -> Vec<Block> {
        let known = self
            .groups
            .iter()
            .map(|(id, name)| (Some(id), name.as_str()));
        known
            .chain([(None, "")])
            .map(|(group, name)| self.block(group, name))
            .filter(|block| !block.lines.is_empty())
            .collect()
    }

    /// Says whether some unit is in several groups, so that the blocks add up to more than all.
    #[must_use]
    pub fn has_overlap(&self) -> bool {
        self.units.iter().any(|line| line.groups.len() > 1)
    }

    fn block(&self, group: Option<&GroupId>, name: &str) -> Block {
        let is_of = |line: &UnitLine| match group {
            Some(group) => line.groups.contains(group),
            None => line.groups.is_empty(),
        };
        let lines = self
            .units
            .iter()
            .enumerate()
            .filter(|(_, line)| is_of(line));
        let lines: Vec<usize> = lines.map(|(at, _)| at).collect();
        let mut counts = Counts::default();
        for line in lines.iter().filter_map(|at| self.units.get(*at)) {
            counts.join(line.counts);
        }
        Block {
            group: group.cloned(),
            name: name.to_owned(),
            lines,
            counts,
        }
    }
}
