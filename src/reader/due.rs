//! The day on which a recurring duty first falls due.

use super::calendar::Calendar;
use super::date;
use super::deadline::Found;
use super::words::Word;
use crate::domain::{Day, Deadline, Recurrence, Rule};
use chrono::Datelike;
use std::ops::Range;

/// Returns the deadline within the first period that falls due after the plan was issued:
/// "trước ngày 15/11 hằng năm", "trước ngày 25 hằng tháng", "ngày 20 của tháng cuối quý".
pub(super) fn due(
    text: &str,
    words: &[Word],
    recurrence: Recurrence,
    deadlines: &[Found],
    calendar: Calendar,
) -> Option<Deadline> {
    let start = calendar.start();
    let yearly = deadlines.iter().filter(|found| found.year_assumed);
    let next = yearly
        .filter_map(|found| {
            let (day, before) = match found.deadline.rule {
                Rule::Before(day) => (day, true),
                Rule::By(day) => (day, false),
                _ => return None,
            };
            let day = date::next_after(start?, day.day(), day.month())?;
            Some((day, before, found.deadline.words.clone()))
        })
        .min_by_key(|(day, ..)| *day);
    if let Some((day, before, words)) = next {
        return Some(deadline_on(words, day, before));
    }
    let dated = deadlines.iter().find(|found| !found.year_assumed);
    dated
        .map(|found| found.deadline.clone())
        .or_else(|| day_of_month(text, words, recurrence, start?))
}

fn deadline_on(words: String, day: Day, before: bool) -> Deadline {
    Deadline {
        words,
        rule: if before {
            Rule::Before(day)
        } else {
            Rule::By(day)
        },
        chosen: None,
    }
}

/// "ngày 25", where the recurrence tells the month.
fn day_of_month(
    text: &str,
    words: &[Word],
    recurrence: Recurrence,
    start: Day,
) -> Option<Deadline> {
    let at = (0..words.len().saturating_sub(1)).find(|at| {
        words[*at].is("ngày")
            && words[at + 1]
                .number
                .is_some_and(|day| (1..=31).contains(&day))
            && !words.get(at + 2).is_some_and(|word| {
                word.is_sign('/')
                    || word.is_sign('-')
                    || word.is("tháng") && is_number(words, at + 3)
            })
    })?;
    let day = words[at + 1].number?;
    let before = words[at.saturating_sub(2)..at]
        .iter()
        .any(|word| word.is("trước"));
    let found = months(words, at + 2, recurrence, start)?
        .into_iter()
        .filter_map(|(year, month)| {
            Day::from_ymd_opt(year, month, day.min(28)).map(|_| (year, month))
        })
        .filter_map(|(year, month)| {
            (1..=day)
                .rev()
                .find_map(|day| Day::from_ymd_opt(year, month, day))
        })
        .find(|day| *day > start)?;
    let range: Range<usize> =
        words[if before { at - 1 } else { at }].range.start..words[at + 1].range.end;
    Some(deadline_on(text[range].to_owned(), found, before))
}

fn is_number(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.number.is_some())
}

/// Returns the months in which a duty may fall due, from the month of `start` on.
fn months(
    words: &[Word],
    behind: usize,
    recurrence: Recurrence,
    start: Day,
) -> Option<Vec<(i32, u32)>> {
    let ends = words.get(behind..).unwrap_or_default().iter().take(5);
    let told: Vec<_> = ends.collect();
    let last = told
        .iter()
        .any(|word| word.is("cuối") || word.is("ba") || word.number == Some(3));
    let first = told.iter().any(|word| word.is("đầu"));
    let length = match recurrence {
        Recurrence::Monthly => 1,
        Recurrence::Quarterly if last || first => 3,
        Recurrence::HalfYearly if last || first => 6,
        _ => return None,
    };
    let wanted = if length == 1 || first { 0 } else { length - 1 };
    let months = (0..14_i32).map(|step| start.year() * 12 + start.month0().cast_signed() + step);
    Some(
        months
            .filter(|month| month.rem_euclid(length) == wanted)
            .map(|month| {
                (
                    month.div_euclid(12),
                    month.rem_euclid(12).cast_unsigned() + 1,
                )
            })
            .collect(),
    )
}
