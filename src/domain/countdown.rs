//! The countdown on the calendar leaf.

use super::{Day, Status};

/// What the leaf of a duty shows on a day; counts are calendar days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Countdown {
    /// So many days are left; at least 1.
    Left(i64),
    /// Today is the last day on time.
    Today,
    /// So many days late; at least 1.
    Over(i64),
    Done(Day),
    /// Open, without a day.
    NoDay,
    NotApplicable,
}

impl Countdown {
    /// Counts from `today` to the last day on time, if there is one.
    #[must_use]
    pub fn of(status: &Status, last_day: Option<Day>, today: Day) -> Self {
        match (status, last_day) {
            (Status::NotApplicable { .. }, _) => Self::NotApplicable,
            (Status::Done { on }, _) => Self::Done(*on),
            (_, None) => Self::NoDay,
            (_, Some(last)) => match (last - today).num_days() {
                0 => Self::Today,
                left if left > 0 => Self::Left(left),
                over => Self::Over(-over),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::moment_at;
    use crate::domain::day_in_vietnam;

    fn day(y: i32, m: u32, d: u32) -> Day {
        Day::from_ymd_opt(y, m, d).expect("a day")
    }

    #[test]
    fn the_count_changes_at_midnight_and_at_no_other_hour() {
        let last = day(2026, 2, 28);
        let count = |on, hour, minute| {
            let today = day_in_vietnam(moment_at(on, hour, minute));
            Countdown::of(&Status::NotStarted, Some(last), today)
        };
        for (hour, minute) in [(0, 0), (6, 59), (7, 0), (23, 59)] {
            assert_eq!(count(day(2026, 2, 27), hour, minute), Countdown::Left(1));
            assert_eq!(count(day(2026, 2, 28), hour, minute), Countdown::Today);
            assert_eq!(count(day(2026, 3, 1), hour, minute), Countdown::Over(1));
        }
    }

    #[test]
    fn the_first_plan_is_long_overdue() {
        let count = Countdown::of(
            &Status::InProgress,
            Some(day(2018, 6, 11)),
            day(2026, 11, 22),
        );
        assert_eq!(count, Countdown::Over(3086));
    }
}
