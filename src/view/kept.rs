//! Rows that are kept while nothing changes of what they are made of: a change makes those rows anew
//! that it touches, however many there are.

use super::duty::Row;
use crate::docket::{Docket, Duty, Gists};
use crate::domain::Day;
use std::sync::Arc;

/// The rows of one docket, for each duty those that it has.
#[derive(Default)]
pub(super) struct Kept {
    basis: Option<(Arc<Docket>, Day)>,
    gists: Gists,
    rows: Vec<Vec<Arc<Row>>>,
}

/// Makes the rows of one duty, of the docket and of what is said of that duty alone.
pub(super) type Rows = fn(&Docket, &Arc<Duty>, &Gists, Day) -> Vec<Row>;

impl Kept {
    /// Returns the rows as they are now.
    pub(super) fn rows(
        &mut self,
        docket: &Arc<Docket>,
        gists: &Gists,
        today: Day,
        rows: Rows,
    ) -> &[Vec<Arc<Row>>] {
        let is_same =
            |(known, day): &(Arc<Docket>, Day)| Arc::ptr_eq(known, docket) && *day == today;
        let is_same = self.basis.as_ref().is_some_and(is_same);
        let differing = self.gists.differing(gists);
        if is_same && differing.is_empty() {
            return &self.rows;
        }
        let rows = |duty| {
            rows(docket, duty, gists, today)
                .into_iter()
                .map(Arc::new)
                .collect()
        };
        if is_same {
            for (duty, kept) in docket.duties.iter().zip(&mut self.rows) {
                if differing.contains(&&duty.task) {
                    *kept = rows(duty);
                }
            }
        } else {
            self.rows = docket.duties.iter().map(rows).collect();
            self.basis = Some((docket.clone(), today));
        }
        self.gists = gists.clone();
        &self.rows
    }
}
