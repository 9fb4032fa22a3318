//! The order of lists and tables, as a person chose it.

use super::checklist::Tally;
use super::overview::UnitLine;
use super::plans::Card;
use super::units::UnitRow;
use crate::domain::{Alphabetical, alphabetical};
use crate::sorted::sort_by;
use std::sync::Arc;

/// By what a list is sorted, and which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    pub by: SortBy,
    /// From the last letter, the largest number, the latest day.
    pub is_falling: bool,
}

/// By what a list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// As the plan has it.
    #[default]
    Given,
    Name,
    /// By how much is done of what there is.
    Done,
    Overdue,
    /// By the day of the latest report, or of issue.
    Day,
}

/// What a list is sorted by.
pub trait Sortable {
    /// The place of its name.
    fn place(&self) -> Arc<Alphabetical>;
    fn tally(&self) -> Tally;
    /// A moment or a day, in whatever unit; `None` where there is none.
    fn day(&self) -> Option<i64>;
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Number(i64),
    Name(Arc<Alphabetical>),
}

impl Order {
    /// Returns the order after somebody asked for one of the columns: it rises at first, then falls.
    #[must_use]
    pub fn turned(self, by: SortBy) -> Self {
        Self {
            by,
            is_falling: self.by == by && !self.is_falling,
        }
    }
}

/// Sorts a list. What is equal stays in its order; what has nothing to be sorted by comes last.
pub fn sort<T: Sortable>(list: &mut Vec<T>, order: Order) {
    if order.by == SortBy::Given {
        return;
    }
    let ranked = std::mem::take(list).into_iter();
    let mut ranked: Vec<_> = ranked.map(|it| (rank(&it, order.by), it)).collect();
    sort_by(&mut ranked, |(a, _), (b, _)| match (a, b) {
        (Some(a), Some(b)) if order.is_falling => b < a,
        (Some(a), Some(b)) => a < b,
        (a, b) => a.is_some() && b.is_none(),
    });
    list.extend(ranked.into_iter().map(|(_, it)| it));
}

fn rank(it: &impl Sortable, by: SortBy) -> Option<Rank> {
    let number = |count: usize| i64::try_from(count).ok();
    match by {
        SortBy::Given => None,
        SortBy::Name => Some(Rank::Name(it.place())),
        SortBy::Done => {
            let tally = it.tally();
            let share = (tally.done * 1_000_000).checked_div(tally.all())?;
            number(share).map(Rank::Number)
        }
        SortBy::Overdue => number(it.tally().overdue).map(Rank::Number),
        SortBy::Day => it.day().map(Rank::Number),
    }
}

impl Sortable for Arc<UnitLine> {
    fn place(&self) -> Arc<Alphabetical> {
        self.names.place(&self.unit)
    }

    fn tally(&self) -> Tally {
        let counts = self.counts;
        Tally {
            done: counts.done_on_time + counts.done_late + counts.done_without_day,
            overdue: counts.overdue,
            open: counts.in_time + counts.open_without_day,
        }
    }

    fn day(&self) -> Option<i64> {
        self.heard
    }
}

impl Sortable for Arc<UnitRow> {
    fn place(&self) -> Arc<Alphabetical> {
        self.names.place(&self.unit)
    }

    fn tally(&self) -> Tally {
        UnitRow::tally(self)
    }

    fn day(&self) -> Option<i64> {
        None
    }
}

impl Sortable for Card {
    fn place(&self) -> Arc<Alphabetical> {
        Arc::new(alphabetical(&self.name))
    }

    fn tally(&self) -> Tally {
        self.tally
    }

    fn day(&self) -> Option<i64> {
        let issued = self.issued?;
        Some(chrono::Datelike::num_days_from_ce(&issued).into())
    }
}
