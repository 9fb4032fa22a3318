//! Dates and spans of time as documents write them.

use super::words::Word;
use crate::domain::Day;

/// Reads a day at the beginning of `words`: `12/6/2018`, `12-6-2018`, `12 tháng 6 năm 2018`.
///
/// Returns the day and how many words it takes.
pub(super) fn day(words: &[Word]) -> Option<(Day, usize)> {
    let number = |at: usize| words.get(at).and_then(|word| word.key.parse::<u32>().ok());
    let is = |at: usize, key: &str| words.get(at).is_some_and(|word| word.is(key));
    let (day, month, year) = (number(0)?, number(2)?, number(4)?);
    let numeric = ["/", "-", "."]
        .iter()
        .any(|sign| is(1, sign) && is(3, sign));
    let spelled = is(1, "tháng") && is(3, "năm");
    (numeric || spelled).then_some(())?;
    let year = i32::try_from(year)
        .ok()
        .filter(|year| (1900..=2999).contains(year))?;
    Some((Day::from_ymd_opt(year, month, day)?, 5))
}

/// Reads the number of a month, quarter or year with its year: `3/2025`, `II/2026`, `2 năm 2026`.
///
/// Returns the number, the year, and how many words they take.
pub(super) fn numbered(words: &[Word]) -> Option<(u32, i32, usize)> {
    let number = match words.first()?.key.as_str() {
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        digits => digits.parse().ok()?,
    };
    let joined = words
        .get(1)
        .is_some_and(|word| ["/", "-", "năm"].iter().any(|sign| word.is(sign)));
    joined.then_some(())?;
    Some((number, year(words.get(2..)?)?, 3))
}

/// Reads a year of four digits.
pub(super) fn year(words: &[Word]) -> Option<i32> {
    words
        .first()?
        .key
        .parse()
        .ok()
        .filter(|year| (1900..=2999).contains(year))
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
    fn months_end_where_the_calendar_says() {
        assert_eq!(month_end(2028, 2), Day::from_ymd_opt(2028, 2, 29));
        assert_eq!(month_end(2026, 12), Day::from_ymd_opt(2026, 12, 31));
        assert_eq!(month_end(2026, 13), None);
    }
}
