//! The overview in a few figures, for a chat.

use super::charts::Block;
use super::counts::Counts;
use super::due::Due;
use super::overview::Overview;
use super::today::Horizon;
use crate::domain::Day;
use crate::sorted::sort_by;

/// What a chat is told of the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    pub plan_name: String,
    pub today: Day,
    /// The units that are counted, and all that there are.
    pub units: (usize, usize),
    /// How many duties the counted units have stands in here.
    pub counts: Counts,
    /// The names of those who have not reported.
    pub silent: Vec<String>,
    /// What is overdue, oldest first.
    pub overdue: Vec<Due>,
    pub shares: Shares,
}

/// How the counts come together: of units while they are few, else of groups where there are any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shares {
    /// Those with most overdue come first.
    Units(Vec<(String, Counts)>),
    /// In the order of the roster. `overlap` says that some unit is in several of them.
    Groups { blocks: Vec<Block>, overlap: bool },
}

/// As many units as a picture has room for.
const FEW: usize = 12;

impl Overview {
    /// Gathers the figures of these units, of so many that there are.
    #[must_use]
    pub fn digest(&self, today: Day, all: usize) -> Digest {
        let mut overdue = self.due(today);
        overdue.retain(|due| due.horizon == Horizon::Overdue);
        let silent = self.silent().into_iter().map(|unit| unit.name.clone());
        Digest {
            plan_name: self.plan_name.clone(),
            today,
            units: (self.units.len(), all),
            counts: self.counts(),
            silent: silent.collect(),
            overdue,
            shares: self.shares(),
        }
    }

    fn shares(&self) -> Shares {
        let blocks = self.blocks();
        let is_grouped = blocks.iter().any(|block| block.group.is_some());
        if is_grouped && self.units.len() > FEW {
            let overlap = self.has_overlap();
            return Shares::Groups { blocks, overlap };
        }
        let units = self.units.iter();
        let mut units: Vec<_> = units
            .map(|line| (line.unit.name.clone(), line.counts))
            .collect();
        sort_by(&mut units, |(_, a), (_, b)| a.overdue > b.overdue);
        Shares::Units(units)
    }
}
