//! A day or month that is told first: "Tháng 5: Hoàn thành công tác chuẩn bị."

use super::calendar::Calendar;
use super::deadline::{Form, Found, deadline, rule};
use super::moment;
use super::words::Word;
use chrono::Datelike;

/// "Tháng 5: hoàn thành …", "Ngày 15/3/2026, các Tổ bầu cử …": what is told first is planned for
/// then, unless it was before the plan.
pub(super) fn day(text: &str, words: &[Word], calendar: Calendar) -> Option<Found> {
    let point = moment::point(words, calendar)?;
    let behind = words.get(point.taken)?;
    let told = behind.is_sign(':') || behind.is_sign(',') && !point.is_year;
    let planned = calendar.issued.map_or_else(
        || {
            calendar
                .year()
                .is_some_and(|year| point.last.year() >= year)
        },
        |issued| point.last >= issued,
    );
    let rule = rule(Form::By, &point)?;
    (told && planned).then(|| Found {
        deadline: deadline(text, words, 0..point.taken, rule),
        words: 0..point.taken,
        year_assumed: point.year_assumed,
        doubtful: false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;
    use crate::domain::{BeforeDay, Day};

    #[test]
    fn what_is_told_first_is_planned_for_then() {
        let calendar = Calendar {
            issued: Day::from_ymd_opt(2025, 3, 1),
            ..Calendar::default()
        };
        for (text, expected) in [
            ("Tháng 5: Hoàn thành công tác chuẩn bị.", Some("2025-05-31")),
            (
                "Ngày bầu cử 15/3/2026: các Tổ bầu cử làm việc.",
                Some("2026-03-15"),
            ),
            ("Ngày 05/01/2025, Ban Bí thư ban hành Chỉ thị.", None),
            ("Năm 2026, tập trung rà soát", None),
        ] {
            let found = day(text, &words(text), calendar);
            let last = found.and_then(|found| found.deadline.last_day(BeforeDay::Excluded));
            assert_eq!(
                last.map(|day| day.to_string()).as_deref(),
                expected,
                "{text}"
            );
        }
    }
}
