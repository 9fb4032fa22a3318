//! Dates and spans of time as documents write them.

use super::words::Word;
use crate::domain::Day;
use chrono::Datelike;

/// Reads a day at the beginning of `words`: `12/6/2018`, `12-6-2018`, `12 tháng 6 năm 2018`.
///
/// Returns the day and how many words it takes.
pub(super) fn day(words: &[Word]) -> Option<(Day, usize)> {
    let (day, month, taken) = day_month(words)?;
    let joined = match words.get(1)?.sign {
        Some(sign) => is_sign(words, taken, sign),
        None => is(words, taken, "năm"),
    };
    let year = joined.then(|| year(words.get(taken + 1..)?)).flatten()?;
    Some((Day::from_ymd_opt(year, month, day)?, taken + 2))
}

/// Reads a day without its year: `15/11`, `15-11`, `15 tháng 11`.
///
/// Returns day, month and how many words they take.
pub(super) fn day_month(words: &[Word]) -> Option<(u32, u32, usize)> {
    let (day, month) = (number(words, 0)?, number(words, 2)?);
    let joined =
        ['/', '-', '.'].iter().any(|sign| is_sign(words, 1, *sign)) || is(words, 1, "tháng");
    let fits = (1..=31).contains(&day) && (1..=12).contains(&month);
    (joined && fits).then_some((day, month, 3))
}

/// A month, a quarter or half of a year: the ordinal of its first month and its length in months,
/// with the year where it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    first_month: u32,
    months: u32,
    /// The last day within the last month, where it is not the month's own.
    day: Option<u32>,
    pub(super) year: Option<i32>,
}

impl Span {
    /// Returns the last day, in the year `year` where none is written.
    pub(super) fn last_day(self, year: i32) -> Option<Day> {
        let (year, month) = (
            self.year.unwrap_or(year),
            self.first_month + self.months - 1,
        );
        match self.day {
            Some(day) => Day::from_ymd_opt(year, month, day),
            None => month_end(year, month),
        }
    }

    /// Returns the first day.
    pub(super) fn first_day(self, year: i32) -> Option<Day> {
        Day::from_ymd_opt(self.year.unwrap_or(year), self.first_month, 1)
    }
}

/// Reads a span at the beginning of `words`: `tháng 3/2025`, `tháng 11 - 12/2025`, `quý II năm 2026`,
/// `năm 2026`, `6 tháng đầu năm`, `cuối năm 2026`, `giữa tháng 5`.
pub(super) fn span(words: &[Word]) -> Option<(Span, usize)> {
    let first = words.first()?;
    if first.is("tháng") || first.is("thng") {
        return months(words);
    }
    if first.is("quý") || first.is("quí") {
        let quarter = roman(words.get(1)?).or_else(|| number(words, 1))?;
        let span = Span {
            first_month: (1..=4).contains(&quarter).then(|| quarter * 3 - 2)?,
            months: 3,
            day: None,
            year: None,
        };
        return Some(with_year(span, words, 2));
    }
    if first.is("năm") {
        let span = Span {
            first_month: 1,
            months: 12,
            day: None,
            year: Some(year(words.get(1..)?)?),
        };
        return Some((span, 2));
    }
    half(words)
        .or_else(|| part(words))
        .or_else(|| part_of_month(words))
}

/// "cuối tháng 5", "tuần đầu tháng 3/2026", "giữa tháng 8": Bộ luật Dân sự 2015, art. 146.
fn part_of_month(words: &[Word]) -> Option<(Span, usize)> {
    let month = words.iter().take(5).position(|word| word.is("tháng"))?;
    let day = match month.checked_sub(1).map(|at| &words[..=at])? {
        [part] if part.is("cuối") => None,
        [part] if part.is("giữa") => Some(15),
        [part] if part.is("đầu") => Some(1),
        [week, part, ..] if week.is("tuần") && part.is("đầu") => Some(7),
        [week, part, ..] if week.is("tuần") && part.is("cuối") => None,
        _ => return None,
    };
    let (span, taken) = months(&words[month..])?;
    Some((Span { day, ..span }, month + taken))
}

fn months(words: &[Word]) -> Option<(Span, usize)> {
    let fits = |month: &u32| (1..=12).contains(month);
    let first = number(words, 1).filter(fits)?;
    let last = number(words, 3).filter(fits).filter(|last| {
        *last > first
            && (is_sign(words, 2, '-') || is_sign(words, 2, '–') || is_sign(words, 2, ','))
    });
    let (last, taken) = last.map_or((first, 2), |last| (last, 4));
    let span = Span {
        first_month: first,
        months: last + 1 - first,
        day: None,
        year: None,
    };
    Some(with_year(span, words, taken))
}

/// "6 tháng đầu năm 2026", "6 tháng cuối năm".
fn half(words: &[Word]) -> Option<(Span, usize)> {
    let six = number(words, 0) == Some(6) || is(words, 0, "sáu");
    if !six || !is(words, 1, "tháng") || !is(words, 3, "năm") {
        return None;
    }
    let first_month = if is(words, 2, "đầu") {
        1
    } else if is(words, 2, "cuối") {
        7
    } else {
        return None;
    };
    let span = Span {
        first_month,
        months: 6,
        day: None,
        year: words.get(4..).and_then(year),
    };
    Some((span, 4 + usize::from(span.year.is_some())))
}

/// "cuối năm 2026", "giữa năm", "đầu năm": Bộ luật Dân sự 2015, art. 146.
fn part(words: &[Word]) -> Option<(Span, usize)> {
    if !is(words, 1, "năm") {
        return None;
    }
    let months = if is(words, 0, "cuối") || is(words, 0, "hết") {
        12
    } else if is(words, 0, "giữa") {
        6
    } else if is(words, 0, "đầu") {
        1
    } else {
        return None;
    };
    let span = Span {
        first_month: 1,
        months,
        day: None,
        year: words.get(2..).and_then(year),
    };
    Some((span, 2 + usize::from(span.year.is_some())))
}

fn with_year(span: Span, words: &[Word], taken: usize) -> (Span, usize) {
    let joined =
        is_sign(words, taken, '/') || is_sign(words, taken, '-') || is(words, taken, "năm");
    let year = joined
        .then(|| words.get(taken + 1..).and_then(year))
        .flatten();
    (
        Span { year, ..span },
        taken + if year.is_some() { 2 } else { 0 },
    )
}

fn roman(word: &Word) -> Option<u32> {
    ["i", "ii", "iii", "iv"]
        .iter()
        .zip(1..)
        .find_map(|(figure, number)| word.is(figure).then_some(number))
}

fn number(words: &[Word], at: usize) -> Option<u32> {
    words.get(at)?.number
}

fn is(words: &[Word], at: usize, text: &str) -> bool {
    let damaged = |word: &Word| text == "tháng" && word.is("thng");
    words
        .get(at)
        .is_some_and(|word| word.is(text) || damaged(word))
}

fn is_sign(words: &[Word], at: usize, sign: char) -> bool {
    words.get(at).is_some_and(|word| word.is_sign(sign))
}

/// Reads a year of four digits.
pub(super) fn year(words: &[Word]) -> Option<i32> {
    let year = i32::try_from(words.first()?.number?).ok()?;
    (1900..=2999).contains(&year).then_some(year)
}

/// Returns the last day of a month.
pub(super) fn month_end(year: i32, month: u32) -> Option<Day> {
    let (year, month) = if month == 12 {
        (year + 1, 1)
    } else {
        (year, month + 1)
    };
    Day::from_ymd_opt(year, month, 1)?.pred_opt()
}

/// Returns the first such day of a year strictly after `after`.
pub(super) fn next_after(after: Day, day: u32, month: u32) -> Option<Day> {
    (after.year()..)
        .take(9)
        .filter_map(|year| Day::from_ymd_opt(year, month, day))
        .find(|found| *found > after)
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn days_are_read_in_all_spellings() {
        for text in [
            "12/6/2018",
            "12-06-2018",
            "12.6.2018",
            "12 tháng 6 năm 2018",
        ] {
            assert_eq!(
                day(&words(text)),
                Day::from_ymd_opt(2018, 6, 12).map(|day| (day, 5)),
                "{text}"
            );
        }
        for text in [
            "31/2/2018",
            "12/6",
            "12/6/18",
            "1/2-2018",
            "tháng 6 năm 2018",
        ] {
            assert_eq!(day(&words(text)), None, "{text}");
        }
    }

    #[test]
    fn spans_end_on_their_last_day() {
        for (text, last) in [
            ("tháng 3/2025", "2025-03-31"),
            ("tháng 02 năm 2028", "2028-02-29"),
            ("tháng 11 - 12/2025", "2025-12-31"),
            ("tháng 5", "2026-05-31"),
            ("quý II/2026", "2026-06-30"),
            ("quí IV-2025", "2025-12-31"),
            ("quý 3 năm 2027", "2027-09-30"),
            ("quý I", "2026-03-31"),
            ("năm 2027", "2027-12-31"),
            ("6 tháng đầu năm", "2026-06-30"),
            ("6 tháng cuối năm 2027", "2027-12-31"),
            ("giữa năm 2026", "2026-06-30"),
            ("cuối năm", "2026-12-31"),
            ("cuối tháng 5/2027", "2027-05-31"),
            ("giữa tháng 8", "2026-08-15"),
            ("tuần đầu tháng 3 năm 2026", "2026-03-07"),
            ("tuần cuối cùng của tháng 3", "2026-03-31"),
        ] {
            let found = span(&words(text)).and_then(|(span, taken)| {
                assert_eq!(taken, words(text).len(), "{text}");
                span.last_day(2026)
            });
            assert_eq!(
                found.map(|day| day.to_string()).as_deref(),
                Some(last),
                "{text}"
            );
        }
        for text in ["quý V/2026", "tháng 13", "năm nay", "6 tháng"] {
            assert_eq!(span(&words(text)), None, "{text}");
        }
    }

    #[test]
    fn months_end_where_the_calendar_says() {
        assert_eq!(month_end(2028, 2), Day::from_ymd_opt(2028, 2, 29));
        assert_eq!(month_end(2026, 12), Day::from_ymd_opt(2026, 12, 31));
    }

    #[test]
    fn a_day_that_comes_back_is_the_next_one() {
        let after = Day::from_ymd_opt(2026, 11, 15).expect("a day");
        assert_eq!(next_after(after, 15, 11), Day::from_ymd_opt(2027, 11, 15));
        assert_eq!(next_after(after, 16, 11), Day::from_ymd_opt(2026, 11, 16));
        assert_eq!(next_after(after, 29, 2), Day::from_ymd_opt(2028, 2, 29));
    }
}
