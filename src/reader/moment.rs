//! Points of time: a day, a month, a quarter, with hours and words around them.

use super::calendar::Calendar;
use super::date;
use super::words::Word;
use crate::domain::Day;

/// A point of time, from its first day to its last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) first: Day,
    pub(super) last: Day,
    /// Whether it is one day, and not a month or quarter.
    pub(super) is_day: bool,
    pub(super) is_year: bool,
    pub(super) year_assumed: bool,
    /// How many words it takes.
    pub(super) taken: usize,
}

/// Reads a point of time at the beginning of `words`: "17 giờ 00, ngày 01/02/2026", "ngày bầu cử
/// 15/3/2026", "15 tháng 11", "tháng 3", "cuối năm 2026".
pub(super) fn point(words: &[Word], calendar: Calendar) -> Option<Point> {
    let skipped = hour(words);
    let rest = words.get(skipped..)?;
    let named = usize::from(
        rest.first()
            .is_some_and(|word| word.is("ngày") || word.is("ngy")),
    );
    let point = rest
        .get(named..)
        .and_then(|behind| day(behind, calendar))
        .map(|point| (named, point))
        .or_else(|| (named == 1).then(|| named_day(rest)).flatten())
        // "ngày Tháng 11/2025": the day was left blank.
        .or_else(|| span(rest.get(named..)?, calendar).map(|point| (named, point)));
    let (before, point) = point?;
    Some(Point {
        taken: skipped + before + point.taken,
        ..point
    })
}

/// Reads the first days of "từ ngày 01 đến ngày 05/3/2026", which borrow month and year.
pub(super) fn days_of(words: &[Word], calendar: Calendar) -> Option<Point> {
    let named = usize::from(words.first()?.is("ngày"));
    words
        .get(named)?
        .number
        .filter(|day| (1..=31).contains(day))?;
    let to = words.get(named + 1)?;
    if !(to.is("đến") || to.is_sign('-')) {
        return None;
    }
    let end = point(words.get(named + 2..)?, calendar).filter(|end| end.is_day)?;
    Some(Point {
        first: end.first.min(end.last),
        taken: named + 1,
        ..end
    })
}

/// Reads a month with its year at the beginning of a value: "3/2026".
pub(super) fn bare(words: &[Word]) -> Option<Point> {
    let month = words
        .first()?
        .number
        .filter(|month| (1..=12).contains(month))?;
    words.get(1)?.is_sign('/').then_some(())?;
    let year = date::year(words.get(2..)?)?;
    Some(Point {
        first: Day::from_ymd_opt(year, month, 1)?,
        last: date::month_end(year, month)?,
        is_day: false,
        is_year: false,
        year_assumed: false,
        taken: 3,
    })
}

fn day(words: &[Word], calendar: Calendar) -> Option<Point> {
    let (day, year_assumed, taken) = if let Some((day, taken)) = date::day(words) {
        (day, false, taken)
    } else {
        let (day, month, taken) = date::day_month(words)?;
        // "4/2026" is a month, "4.1" a point of the outline.
        let dotted = words[1].is_sign('.') || words[1].is_sign('-');
        if dotted || words.get(taken).is_some_and(|word| word.is_sign('/')) {
            return None;
        }
        (calendar.day(day, month)?, true, taken)
    };
    Some(Point {
        first: day,
        last: day,
        is_day: true,
        is_year: false,
        year_assumed,
        taken,
    })
}

/// "ngày bầu cử 15/3/2026", "ngày thứ Sáu, 20/3/2026": a few words stand before the figures.
fn named_day(words: &[Word]) -> Option<(usize, Point)> {
    (2..=4).find_map(|at| {
        let (day, taken) = date::day(words.get(at..)?)?;
        let point = Point {
            first: day,
            last: day,
            is_day: true,
            is_year: false,
            year_assumed: false,
            taken,
        };
        Some((at, point))
    })
}

fn span(words: &[Word], calendar: Calendar) -> Option<Point> {
    let (span, taken) = date::span(words)?;
    let year = span.year.or_else(|| calendar.year())?;
    Some(Point {
        first: span.first_day(year)?,
        last: span.last_day(year)?,
        is_day: false,
        is_year: taken == 2 && words[0].is("năm"),
        year_assumed: span.year.is_none(),
        taken,
    })
}

/// "17 giờ 00,", "05 giờ 00 phút", "09 giờ, 11 giờ và 15 giờ".
fn hour(words: &[Word]) -> usize {
    let named = |at: usize| {
        let hour = words.get(at).is_some_and(|word| word.number.is_some());
        hour && words.get(at + 1).is_some_and(|word| word.is("giờ"))
    };
    let mut taken = 0;
    while named(taken) {
        taken += 2;
        if !named(taken) && words.get(taken).is_some_and(|word| word.number.is_some()) {
            taken += 1;
        }
        while words
            .get(taken)
            .is_some_and(|word| word.is("phút") || word.is_sign(',') || word.is("và"))
        {
            taken += 1;
        }
    }
    taken
}
