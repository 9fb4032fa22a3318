//! The time that a report is about.

use super::{Day, day_from_iso};
use chrono::{Datelike, Days};
use std::fmt;
use std::str::FromStr;

/// From the first day to the last, both included.
///
/// As text: `2026-03`, `2026-Q3`, `2026-H1`, `2026-9M`, `2026`, each with `.14` behind it where it is
/// reckoned by the cut-offs; `2026-01-15..2026-03-14`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Span {
    Cycle(Cycle),
    /// Any days; the first is not later than the last.
    Days(Day, Day),
}

/// One of the spans by which offices report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cycle {
    length: Length,
    reckoning: Reckoning,
    /// The cycle's count since the year 0, in its own length.
    ordinal: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Length {
    Month,
    Quarter,
    HalfYear,
    /// The first nine months of a year; there is one a year.
    NineMonths,
    Year,
}

/// On which days a cycle begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reckoning {
    /// From the first day of its first month to the last day of its last.
    Calendar,
    /// Nghị định 09/2019/NĐ-CP, on periodical reports of state offices: from the 15th of the month
    /// before its first month to the 14th of its last.
    CutOff,
}

/// A text that names no span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpanError(String);

/// The day of the month on which a cycle closes by the cut-offs.
const CUT_OFF: u32 = 14;
/// What stands behind a cycle by the cut-offs.
const CUT_OFF_MARK: &str = ".14";

impl Span {
    /// Returns the span between two days, in whatever order they are given.
    #[must_use]
    pub fn between(one: Day, other: Day) -> Self {
        Self::Days(one.min(other), one.max(other))
    }

    #[must_use]
    pub fn first(self) -> Day {
        match self {
            Self::Cycle(cycle) => cycle.first(),
            Self::Days(first, _) => first,
        }
    }

    #[must_use]
    pub fn last(self) -> Day {
        match self {
            Self::Cycle(cycle) => cycle.last(),
            Self::Days(_, last) => last,
        }
    }

    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.first() <= day && day <= self.last()
    }

    /// Returns the span to compare with: the same cycle before, or as many days.
    #[must_use]
    pub fn previous(self) -> Self {
        match self {
            Self::Cycle(cycle) => Self::Cycle(cycle.moved(-1)),
            Self::Days(first, last) => {
                let before = first.pred_opt().unwrap_or(first);
                let first = before.checked_sub_days(apart(first, last));
                Self::between(first.unwrap_or(Day::MIN), before)
            }
        }
    }

    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Cycle(cycle) => Self::Cycle(cycle.moved(1)),
            Self::Days(first, last) => {
                let after = last.succ_opt().unwrap_or(last);
                let last = after.checked_add_days(apart(first, last));
                Self::between(after, last.unwrap_or(Day::MAX))
            }
        }
    }
}

fn apart(first: Day, last: Day) -> Days {
    Days::new((last - first).num_days().unsigned_abs())
}

impl Cycle {
    /// Returns the cycle that a day belongs to. The last months of a year belong to none of nine
    /// months; they give those of their year.
    #[must_use]
    pub fn at(length: Length, reckoning: Reckoning, day: Day) -> Self {
        let is_over = reckoning == Reckoning::CutOff && day.day() > CUT_OFF;
        let months = day.year() * 12 + day.month0().cast_signed() + i32::from(is_over);
        Self {
            length,
            reckoning,
            ordinal: months.div_euclid(length.cycle()),
        }
    }

    #[must_use]
    pub fn length(self) -> Length {
        self.length
    }

    #[must_use]
    pub fn reckoning(self) -> Reckoning {
        self.reckoning
    }

    /// Returns the same cycle of its year, on the days of another reckoning.
    #[must_use]
    pub fn reckoned(self, reckoning: Reckoning) -> Self {
        Self { reckoning, ..self }
    }

    /// Returns the year whose cycle it is, also where it begins in December of the year before.
    #[must_use]
    pub fn year(self) -> i32 {
        self.month().div_euclid(12)
    }

    /// Returns its number within the year, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        let earlier = self.ordinal.rem_euclid(self.length.per_year());
        usize::try_from(earlier).unwrap_or_default() + 1
    }

    fn first(self) -> Day {
        match self.reckoning {
            Reckoning::Calendar => day_of(self.month(), 1),
            Reckoning::CutOff => day_of(self.month() - 1, CUT_OFF + 1),
        }
    }

    fn last(self) -> Day {
        let end = self.month() + self.length.months();
        match self.reckoning {
            Reckoning::Calendar => day_of(end, 1).pred_opt().unwrap_or(Day::MAX),
            Reckoning::CutOff => day_of(end - 1, CUT_OFF),
        }
    }

    fn moved(self, by: i32) -> Self {
        Self {
            ordinal: self.ordinal + by,
            ..self
        }
    }

    /// Its first month, counted since the year 0.
    fn month(self) -> i32 {
        self.ordinal * self.length.cycle()
    }
}

impl Length {
    pub const ALL: [Self; 5] = [
        Self::Month,
        Self::Quarter,
        Self::HalfYear,
        Self::NineMonths,
        Self::Year,
    ];

    /// How many months it lasts.
    fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::NineMonths => 9,
            Self::Year => 12,
        }
    }

    /// After how many months the next one begins.
    fn cycle(self) -> i32 {
        match self {
            Self::NineMonths => 12,
            _ => self.months(),
        }
    }

    fn per_year(self) -> i32 {
        12 / self.cycle()
    }
}

/// Returns a day of a month that is counted since the year 0.
fn day_of(month: i32, day: u32) -> Day {
    let month_of_year = month.rem_euclid(12).cast_unsigned() + 1;
    Day::from_ymd_opt(month.div_euclid(12), month_of_year, day).unwrap_or(Day::MAX)
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cycle(cycle) => cycle.fmt(f),
            Self::Days(first, last) => write!(f, "{first}..{last}"),
        }
    }
}

impl fmt::Display for Cycle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, number) = (self.year(), self.number());
        match self.length {
            Length::Month => write!(f, "{year:04}-{number:02}"),
            Length::Quarter => write!(f, "{year:04}-Q{number}"),
            Length::HalfYear => write!(f, "{year:04}-H{number}"),
            Length::NineMonths => write!(f, "{year:04}-9M"),
            Length::Year => write!(f, "{year:04}"),
        }?;
        match self.reckoning {
            Reckoning::Calendar => Ok(()),
            Reckoning::CutOff => f.write_str(CUT_OFF_MARK),
        }
    }
}

impl FromStr for Span {
    type Err = SpanError;

    fn from_str(text: &str) -> Result<Self, SpanError> {
        let span = match text.split_once("..") {
            Some((first, last)) => days(first, last),
            None => cycle(text).map(Self::Cycle),
        };
        // Only the one spelling that is written names a span, so that a text is an identity.
        span.filter(|span| span.to_string() == text)
            .ok_or_else(|| SpanError(text.to_owned()))
    }
}

fn days(first: &str, last: &str) -> Option<Span> {
    let (first, last) = (day_from_iso(first)?, day_from_iso(last)?);
    (first <= last).then_some(Span::Days(first, last))
}

fn cycle(text: &str) -> Option<Cycle> {
    let (text, reckoning) = match text.strip_suffix(CUT_OFF_MARK) {
        Some(text) => (text, Reckoning::CutOff),
        None => (text, Reckoning::Calendar),
    };
    let (year, rest) = text.split_once('-').unwrap_or((text, ""));
    let (length, number) = match rest {
        "" => (Length::Year, "1"),
        "9M" => (Length::NineMonths, "1"),
        _ => match rest.split_at_checked(1)? {
            ("Q", number) => (Length::Quarter, number),
            ("H", number) => (Length::HalfYear, number),
            _ => (Length::Month, rest),
        },
    };
    let year: i32 = year.parse().ok().filter(|year| (1..=9000).contains(year))?;
    let number: i32 = number.parse().ok()?;
    (1..=length.per_year()).contains(&number).then(|| Cycle {
        length,
        reckoning,
        ordinal: year * length.per_year() + number - 1,
    })
}

impl fmt::Display for SpanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no period of a report: {:?}", self.0)
    }
}

impl std::error::Error for SpanError {}
