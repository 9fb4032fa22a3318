//! The time in which a plan stands: it gives a year to days that are written without one.

use super::date;
use super::words::{Word, words};
use crate::domain::Day;
use chrono::Datelike;

/// What is known of a plan's own time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Calendar {
    /// The day of issue.
    pub(super) issued: Option<Day>,
    /// The year that the title names: "kế hoạch … năm 2026".
    pub(super) named: Option<i32>,
    /// The year of the latest document that the plan is based on.
    pub(super) basis: Option<i32>,
}

impl Calendar {
    /// Returns the year that a day without a year belongs to.
    pub(super) fn year(self) -> Option<i32> {
        self.named
            .or(self.issued.map(|day| day.year()))
            .or(self.basis)
    }

    /// Returns the day that is written without its year: in the plan's year, or in the next one
    /// where the plan is issued after it.
    pub(super) fn day(self, day: u32, month: u32) -> Option<Day> {
        let year = self.year()?;
        let found = Day::from_ymd_opt(year, month, day)?;
        match self.issued {
            Some(issued) if found < issued && self.named.is_none() => {
                Day::from_ymd_opt(year + 1, month, day)
            }
            _ => Some(found),
        }
    }

    /// Returns the day after which a recurring task first falls due.
    pub(super) fn start(self) -> Option<Day> {
        self.issued
            .or_else(|| Day::from_ymd_opt(self.year()?, 1, 1)?.pred_opt())
    }

    /// Says whether a day is so long past that it can only be told of, not asked for.
    pub(super) fn is_past(self, day: Day) -> bool {
        const DAYS: i64 = 45;
        self.issued
            .is_some_and(|issued| (issued - day).num_days() > DAYS)
    }
}

/// Returns the year that a title names, if it names one: "năm 2026", not "giai đoạn 2026 - 2030".
pub(super) fn year_of(title: &str) -> Option<i32> {
    let words = words(title);
    let named = |at: usize| {
        let year = words[at]
            .is("năm")
            .then(|| date::year(&words[at + 1..]))??;
        let cited = at > 4 && is_date(&words[at - 4..at]);
        (!cited).then_some(year)
    };
    (0..words.len()).filter_map(named).next_back()
}

/// "ngày 12 tháng 6" before "năm 2018".
fn is_date(words: &[Word]) -> bool {
    words[0].is("ngày") && words[2].is("tháng")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> Option<Day> {
        Day::from_ymd_opt(y, m, d)
    }

    #[test]
    fn a_day_without_year_takes_the_plans() {
        let issued = Calendar {
            issued: day(2025, 11, 18),
            ..Calendar::default()
        };
        assert_eq!(issued.day(15, 12), day(2025, 12, 15));
        assert_eq!(issued.day(30, 6), day(2026, 6, 30));
        let named = Calendar {
            named: Some(2025),
            ..issued
        };
        assert_eq!(named.day(30, 6), day(2025, 6, 30));
        assert_eq!(Calendar::default().day(30, 6), None);
    }

    #[test]
    fn a_title_names_its_year() {
        assert_eq!(year_of("Tổng kiểm tra vệ sinh năm 2026"), Some(2026));
        assert_eq!(year_of("Chỉ thị ngày 12 tháng 6 năm 2018 của Ban"), None);
        assert_eq!(year_of("giai đoạn 2021 - 2025"), None);
    }
}
