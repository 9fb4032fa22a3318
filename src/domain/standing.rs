//! The standing of a duty: computed from status, deadline and today, and never stored.

use super::{Day, Status};
use chrono::TimeDelta;

/// The four official words, with what lies beside them.
///
/// City statistics and e-office systems count done on time, done late, open in time and open
/// overdue; duties without a day are counted apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Hoàn thành đúng hạn.
    DoneOnTime,
    /// Hoàn thành quá hạn.
    DoneLate,
    /// Chưa hoàn thành, trong hạn; more than seven days are left.
    InTime,
    /// Chưa hoàn thành, trong hạn (sắp đến hạn).
    DueSoon,
    /// Chưa hoàn thành, quá hạn.
    Overdue,
    /// Hoàn thành, không có hạn.
    DoneWithoutDay,
    /// Chưa hoàn thành, không có hạn.
    OpenWithoutDay,
    /// Không áp dụng: left out of every count.
    NotApplicable,
}

/// A deadline this many days away, or fewer, is near.
pub(crate) const SOON_DAYS: i64 = 7;

impl Standing {
    /// Returns the standing on a day; `last_day` is the last day on time, if there is one.
    ///
    /// What was done later than that day was still open on it, so that a report as of an earlier day
    /// counts what was true then.
    #[must_use]
    pub fn of(status: &Status, last_day: Option<Day>, today: Day) -> Self {
        let done = match status {
            Status::Done { on } => Some(*on).filter(|on| *on <= today),
            _ => None,
        };
        match (done, last_day) {
            _ if matches!(status, Status::NotApplicable { .. }) => Self::NotApplicable,
            (Some(_), None) => Self::DoneWithoutDay,
            (Some(on), Some(last)) if on <= last => Self::DoneOnTime,
            (Some(_), Some(_)) => Self::DoneLate,
            (_, None) => Self::OpenWithoutDay,
            (_, Some(last)) if today > last => Self::Overdue,
            (_, Some(last)) if last - today <= TimeDelta::days(SOON_DAYS) => Self::DueSoon,
            (_, Some(_)) => Self::InTime,
        }
    }

    /// Says whether a result is still owed.
    #[must_use]
    pub fn is_owed(self) -> bool {
        matches!(
            self,
            Self::InTime | Self::DueSoon | Self::Overdue | Self::OpenWithoutDay
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(d: u32) -> Day {
        Day::from_ymd_opt(2026, 11, d).expect("a day")
    }

    fn open(last: Option<u32>, today: u32) -> Standing {
        let standings = [Status::NotStarted, Status::InProgress, Status::Paused]
            .map(|status| Standing::of(&status, last.map(day), day(today)));
        assert!(standings.windows(2).all(|pair| pair[0] == pair[1]));
        standings[0]
    }

    #[test]
    fn open_duties_stand_by_today() {
        assert_eq!(open(Some(23), 23), Standing::DueSoon);
        assert_eq!(open(Some(23), 24), Standing::Overdue);
        assert_eq!(open(Some(30), 23), Standing::DueSoon);
        assert_eq!(open(Some(30), 22), Standing::InTime);
        assert_eq!(open(None, 22), Standing::OpenWithoutDay);
    }

    #[test]
    fn done_duties_stand_by_the_day_they_were_done() {
        let done = |on, last: Option<u32>| {
            Standing::of(&Status::Done { on: day(on) }, last.map(day), day(30))
        };
        assert_eq!(done(11, Some(11)), Standing::DoneOnTime);
        assert_eq!(done(12, Some(11)), Standing::DoneLate);
        assert_eq!(done(12, None), Standing::DoneWithoutDay);
    }

    #[test]
    fn what_was_done_later_was_open_before() {
        let done = |today: u32, last: Option<u32>| {
            Standing::of(&Status::Done { on: day(12) }, last.map(day), day(today))
        };
        assert_eq!(done(11, Some(12)), Standing::DueSoon);
        assert_eq!(done(11, Some(10)), Standing::Overdue);
        assert_eq!(done(11, None), Standing::OpenWithoutDay);
        assert_eq!(done(12, Some(12)), Standing::DoneOnTime);
    }

    #[test]
    fn what_does_not_apply_is_never_overdue() {
        let status = Status::NotApplicable {
            reason: "đơn vị không có đối tượng".to_owned(),
        };
        assert_eq!(
            Standing::of(&status, Some(day(1)), day(30)),
            Standing::NotApplicable
        );
    }
}
