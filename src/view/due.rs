//! What comes due: duties by day, and how many units still owe each.

use super::duty::DutyId;
use super::overview::Overview;
use super::today::Horizon;
use crate::domain::Day;
use crate::sorted::SortedMap;

/// A duty that some units still owe by a day. Where the day was put off for some, it comes twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub duty: DutyId,
    pub path: String,
    pub action: String,
    pub day: Day,
    pub horizon: Horizon,
    pub owing: usize,
}

const WEEK: i64 = 7;
const MONTH: i64 = 30;

impl Overview {
    /// Returns what is overdue or due within 30 days, by day.
    #[must_use]
    pub fn due(&self, today: Day) -> Vec<Due> {
        let mut owing: SortedMap<(Day, usize), usize> = SortedMap::new();
        for line in &self.units {
            for (column, cell) in line.cells.iter().enumerate() {
                let cell = cell.as_ref().filter(|cell| cell.is_owed());
                if let Some(day) = cell.and_then(|cell| cell.last_day) {
                    *owing.or_default((day, column)) += 1;
                }
            }
        }
        let due = owing.iter();
        due.filter_map(|((day, column), owing)| {
            let duty = self.duties.get(*column)?;
            Some(Due {
                duty: duty.id.clone(),
                path: duty.path.clone(),
                action: duty.action.clone(),
                day: *day,
                horizon: horizon(*day, today)?,
                owing: *owing,
            })
        })
        .collect()
    }
}

fn horizon(day: Day, today: Day) -> Option<Horizon> {
    let days = (day - today).num_days();
    if days < 0 {
        Some(Horizon::Overdue)
    } else if days <= WEEK {
        Some(Horizon::Week)
    } else {
        (days <= MONTH).then_some(Horizon::Month)
    }
}
