//! Deadlines behind "Thời gian:" and in columns of times, where every day counts.

use super::calendar::Calendar;
use super::deadline::Found;
use super::moment::{self, Point};
use super::words::{Phrases, Word, outside_brackets};
use crate::domain::{Deadline, Rule};
use std::sync::LazyLock;

/// Words that say that something has no end.
static ENDLESS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "các năm tiếp theo",
        "những năm tiếp theo",
        "năm tiếp theo",
        "các năm sau",
        "thường xuyên",
        "liên tục",
        "hằng ngày",
        "hàng ngày",
        "hằng tuần",
        "hàng tuần",
    ])
});

/// Reads what stands behind "Thời gian:" or in a column of times, where every day is a deadline.
/// `before` says that the head of the column makes the day itself late.
pub(super) fn read(text: &str, words: &[Word], calendar: Calendar, before: bool) -> Option<Found> {
    let open = outside_brackets(words);
    let words_outside: Vec<Word> = open.iter().map(|at| words[*at].clone()).collect();
    let (rule, assumed, doubtful) = value_rule(&words_outside, calendar)
        .or_else(|| value_rule(words, calendar))
        .unwrap_or((Rule::Event, false, false));
    let rule = match rule {
        Rule::By(day) | Rule::Within(day) if before => Rule::Before(day),
        rule => rule,
    };
    let whole = words.first()?.range.start..words.last()?.range.end;
    let text = text[whole].trim_end_matches(['.', ';', ',', ' ']);
    Some(Found {
        deadline: Deadline {
            words: text.to_owned(),
            rule,
            chosen: None,
        },
        words: 0..words.len(),
        year_assumed: assumed,
        doubtful,
    })
}

fn value_rule(words: &[Word], calendar: Calendar) -> Option<(Rule, bool, bool)> {
    if ENDLESS.first(words).is_some() {
        return Some((Rule::Ongoing, false, false));
    }
    let points = points(words, calendar);
    let (at, last) = points.last()?;
    let behind = at + last.taken;
    // "… đến khi kết thúc", "… đến ngày bầu cử": the end has no day of its own.
    let goes_on = words[behind..].iter().any(|word| word.is("đến"));
    let after = at.checked_sub(1).is_some_and(|at| words[at].is("sau"))
        || words.first().is_some_and(|word| word.is("sau"));
    if goes_on || after {
        return Some((Rule::Event, false, false));
    }
    let before = words[..*at]
        .iter()
        .rev()
        .take(3)
        .any(|word| word.is("trước"));
    let rule = if before {
        Rule::Before(last.first)
    } else if last.is_day {
        Rule::By(last.last)
    } else {
        Rule::Within(last.last)
    };
    Some((rule, last.year_assumed, false))
}

/// Returns all points of time of a value, with where they stand.
fn points(words: &[Word], calendar: Calendar) -> Vec<(usize, Point)> {
    let mut points = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let begins = at == 0 || words[at - 1].number.is_none() || words[at].number.is_none();
        let point = begins
            .then(|| moment::point(&words[at..], calendar).or_else(|| moment::bare(&words[at..])))
            .flatten();
        match point {
            Some(point) => {
                let taken = point.taken;
                points.push((at, point));
                at += taken;
            }
            None => at += 1,
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;
    use crate::domain::{BeforeDay, Day};

    fn last(found: &Found) -> Option<String> {
        found
            .deadline
            .last_day(BeforeDay::Excluded)
            .map(|day| day.to_string())
    }

    #[test]
    fn values_are_read_as_people_write_them() {
        let calendar = Calendar {
            issued: Day::from_ymd_opt(2025, 3, 1),
            ..Calendar::default()
        };
        for (text, expected) in [
            ("Quý IV/2025 và Quý I/2026;", Some("2026-03-31")),
            ("Tháng 11 - 12/2025.", Some("2025-12-31")),
            (
                "Dự kiến tháng 11/2025 (sau khi cấp trên ban hành hướng dẫn).",
                Some("2025-11-30"),
            ),
            ("Trước ngày 31/5/2026", Some("2026-05-30")),
            (
                "Từ ngày 17/12/2025 đến 17 giờ 00, ngày 01/02/2026.",
                Some("2026-02-01"),
            ),
            ("tháng 11/2025 đến tháng 4/2026;", Some("2026-04-30")),
            ("07/02/2026 (Chủ nhật)", Some("2026-02-07")),
            ("3/2026", Some("2026-03-31")),
            ("II/2026", None),
            ("Năm 2026", Some("2026-12-31")),
            ("15/4", Some("2025-04-15")),
            ("Năm 2025 và các năm tiếp theo", None),
            ("Từ tháng 11/2025 đến khi kết thúc đợt kiểm kê", None),
            ("Từ ngày 15/3/2026 đến ngày bầu cử", None),
            ("Thường xuyên", None),
            ("Sau ngày bầu cử 15/3/2026", None),
            ("Theo tiến độ", None),
        ] {
            let found = read(text, &words(text), calendar, false).expect("words");
            assert_eq!(last(&found).as_deref(), expected, "{text}");
        }
        let text = "Năm 2025 và các năm tiếp theo";
        let found = read(text, &words(text), calendar, false).expect("words");
        assert_eq!(found.deadline.rule, Rule::Ongoing);
    }
}
