//! Periods of recurring tasks: one period, one record.

use super::Day;
use crate::json::{ByText, Fault, from_json, from_tree, text};
use chrono::Datelike;
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::str::FromStr;

/// How often a task comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Recurrence {
    Yearly,
    HalfYearly,
    Quarterly,
    Monthly,
    /// Per term of a Party congress: five years.
    Term,
}

/// One turn of a recurrence: `2026`, `2026-H1`, `2026-Q3`, `2026-11`, `2025-2030`.
///
/// A term is named by its two congress years. The day of the next congress is not known
/// beforehand, so a term is counted from 1 January after its first congress year to 31 December
/// of its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Period {
    recurrence: Recurrence,
    /// The period's count since the year 0, in its own length.
    ordinal: i32,
}

/// A text that names no period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodError(String);

const TERM_YEARS: i32 = 5;

impl Recurrence {
    /// Returns the period that a day belongs to.
    #[must_use]
    pub fn period_at(self, day: Day) -> Period {
        let months = day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0);
        // Years of a term count from the year after the congress.
        let months = if self == Self::Term {
            months - 12
        } else {
            months
        };
        Period {
            recurrence: self,
            ordinal: months.div_euclid(self.months()),
        }
    }

    /// Returns the periods from that of a day to today's, newest first; only today's where the day is not known
    /// or has not come yet.
    #[must_use]
    pub fn periods(self, since: Option<Day>, today: Day) -> Vec<Period> {
        let current = self.period_at(today);
        let first = since
            .map_or(current, |day| self.period_at(day))
            .min(current);
        std::iter::successors(Some(current), |period| Some(period.previous()))
            .take_while(|period| *period >= first)
            .collect()
    }

    fn months(self) -> i32 {
        match self {
            Self::Monthly => 1,
            Self::Quarterly => 3,
            Self::HalfYearly => 6,
            Self::Yearly => 12,
            Self::Term => 12 * TERM_YEARS,
        }
    }
}

impl Period {
    #[must_use]
    pub fn recurrence(self) -> Recurrence {
        self.recurrence
    }

    /// Returns the first day that belongs to the period.
    #[must_use]
    pub fn first_day(self) -> Day {
        self.starts(self.ordinal)
    }

    /// Returns the last day that belongs to the period.
    #[must_use]
    pub fn last_day(self) -> Day {
        self.starts(self.ordinal + 1).pred_opt().unwrap_or(Day::MAX)
    }

    #[must_use]
    pub fn previous(self) -> Self {
        Self {
            ordinal: self.ordinal - 1,
            ..self
        }
    }

    #[must_use]
    pub fn next(self) -> Self {
        Self {
            ordinal: self.ordinal + 1,
            ..self
        }
    }

    /// Returns the day that lies in this period as `day` lies in its own: 15 March in the first
    /// quarter stands for 15 June in the second, the last day of a month for that of the other.
    #[must_use]
    pub fn counterpart(self, day: Day) -> Day {
        let months = |from: Day, to: Day| {
            (to.year() - from.year()) * 12 + to.month().cast_signed() - from.month().cast_signed()
        };
        let own = self.recurrence.period_at(day).first_day();
        let month = months(own, day);
        let first = self.first_day();
        let months = first.year() * 12 + first.month0().cast_signed() + month;
        let year = months.div_euclid(12);
        let month = months.rem_euclid(12).cast_unsigned() + 1;
        let ends_month = day.succ_opt().is_none_or(|next| next.day() == 1);
        let day = if ends_month { 31 } else { day.day() };
        (1..=day)
            .rev()
            .find_map(|day| Day::from_ymd_opt(year, month, day))
            .unwrap_or(Day::MAX)
    }

    fn starts(self, ordinal: i32) -> Day {
        let months = ordinal * self.recurrence.months();
        let months = if self.recurrence == Recurrence::Term {
            months + 12
        } else {
            months
        };
        let month = u32::try_from(months.rem_euclid(12)).unwrap_or(0) + 1;
        Day::from_ymd_opt(months.div_euclid(12), month, 1).unwrap_or(Day::MAX)
    }

    fn year(self) -> i32 {
        (self.ordinal * self.recurrence.months()).div_euclid(12)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year();
        match self.recurrence {
            Recurrence::Yearly => write!(f, "{year:04}"),
            Recurrence::HalfYearly => write!(f, "{year:04}-H{}", self.ordinal.rem_euclid(2) + 1),
            Recurrence::Quarterly => write!(f, "{year:04}-Q{}", self.ordinal.rem_euclid(4) + 1),
            Recurrence::Monthly => write!(f, "{year:04}-{:02}", self.ordinal.rem_euclid(12) + 1),
            Recurrence::Term => write!(f, "{year:04}-{:04}", year + TERM_YEARS),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let period = parse(text).ok_or_else(|| PeriodError(text.to_owned()))?;
        // Only the one spelling that is written names a period, so that a text is an identity.
        if period.to_string() == text {
            Ok(period)
        } else {
            Err(PeriodError(text.to_owned()))
        }
    }
}

fn parse(text: &str) -> Option<Period> {
    let (year, rest) = match text.split_once('-') {
        Some((year, rest)) => (year, Some(rest)),
        None => (text, None),
    };
    let year: i32 = year.parse().ok().filter(|year| (1..=9000).contains(year))?;
    let of = |recurrence: Recurrence, per_year: i32, turn: &str| {
        let turn: i32 = turn
            .parse()
            .ok()
            .filter(|turn| (1..=per_year).contains(turn))?;
        Some(Period {
            recurrence,
            ordinal: year * per_year + turn - 1,
        })
    };
    match rest {
        None => Some(Period {
            recurrence: Recurrence::Yearly,
            ordinal: year,
        }),
        Some(half) if half.starts_with('H') => of(Recurrence::HalfYearly, 2, &half[1..]),
        Some(quarter) if quarter.starts_with('Q') => of(Recurrence::Quarterly, 4, &quarter[1..]),
        Some(month) if month.len() == 2 => of(Recurrence::Monthly, 12, month),
        Some(_) => Some(Period {
            recurrence: Recurrence::Term,
            ordinal: year / TERM_YEARS,
        }),
    }
}

from_tree!(Period: |json| read(text(json)?));

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(ByText(read))
    }
}

fn read(text: &str) -> Result<Period, Fault> {
    text.parse().map_err(|error: PeriodError| error.to_string())
}

from_json!(Recurrence {
    "yearly" => Yearly,
    "half-yearly" => HalfYearly,
    "quarterly" => Quarterly,
    "monthly" => Monthly,
    "term" => Term
});

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no period: {:?}", self.0)
    }
}

impl std::error::Error for PeriodError {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(recurrence: Recurrence, on: (i32, u32, u32), name: &str, last: (i32, u32, u32)) {
        let day = |(y, m, d)| Day::from_ymd_opt(y, m, d).expect("a day");
        let period = recurrence.period_at(day(on));
        assert_eq!(period.to_string(), name);
        assert_eq!(period.last_day(), day(last));
    }

    #[test]
    fn periods_are_named_and_end_as_people_say() {
        check(Recurrence::Yearly, (2026, 11, 23), "2026", (2026, 12, 31));
        check(
            Recurrence::HalfYearly,
            (2026, 6, 30),
            "2026-H1",
            (2026, 6, 30),
        );
        check(
            Recurrence::Quarterly,
            (2026, 7, 1),
            "2026-Q3",
            (2026, 9, 30),
        );
        check(Recurrence::Monthly, (2028, 2, 1), "2028-02", (2028, 2, 29));
        check(Recurrence::Term, (2026, 1, 1), "2025-2030", (2030, 12, 31));
        check(
            Recurrence::Term,
            (2030, 12, 31),
            "2025-2030",
            (2030, 12, 31),
        );
        check(Recurrence::Term, (2018, 4, 5), "2015-2020", (2020, 12, 31));
    }

    #[test]
    fn a_day_of_one_period_has_its_counterpart_in_another() {
        let day = |y, m, d| Day::from_ymd_opt(y, m, d).expect("a day");
        let check = |period: &str, of: Day, is: Day| {
            let period: Period = period.parse().expect("a period");
            assert_eq!(period.counterpart(of), is);
        };
        check("2028", day(2026, 11, 15), day(2028, 11, 15));
        check("2026-Q2", day(2026, 3, 15), day(2026, 6, 15));
        check("2026-02", day(2026, 1, 30), day(2026, 2, 28));
        check("2026-01", day(2026, 4, 30), day(2026, 1, 31));
        check("2026-H2", day(2026, 6, 14), day(2026, 12, 14));
        check("2025-2030", day(2020, 12, 31), day(2030, 12, 31));
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "26x",
            "2026-Q5",
            "2026-Q03",
            "2026-13",
            "2025-2031",
            "2026-2031",
            "-1",
            "2026-H",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_day_lies_in_its_period_and_periods_follow_each_other(days in 100_000_i32..2_000_000, which in 0_usize..5) {
            use Recurrence::{HalfYearly, Monthly, Quarterly, Term, Yearly};
            let day = Day::from_num_days_from_ce_opt(days).expect("a day");
            let period = [Yearly, HalfYearly, Quarterly, Monthly, Term][which].period_at(day);
            prop_assert!(period.first_day() <= day && day <= period.last_day());
            prop_assert_eq!(period.last_day().succ_opt(), Some(period.next().first_day()));
            prop_assert_eq!(period.next().previous(), period);
            prop_assert_eq!(period.to_string().parse(), Ok(period));
        }
    }
}
