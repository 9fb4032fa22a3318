//! Deadlines that hang on something that has no day yet: "trong thời hạn 05 ngày làm việc kể từ
//! ngày nhận được yêu cầu", "trước Tết Nguyên đán".

use super::deadline::{Found, clause_end};
use super::words::{Phrases, Word};
use crate::domain::{Deadline, Rule};
use std::sync::LazyLock;

/// Words before a period.
static PERIODS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "trong thời hạn",
        "trong vòng",
        "chậm nhất",
        "chậm nhất là",
        "chậm nhất sau",
        "chậm nhất trong",
        "muộn nhất",
        "không quá",
        "sau",
        "trước",
    ])
});

/// Units of a period.
static UNITS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(&["ngày làm việc", "ngày", "giờ", "tuần", "tháng"]));

/// Words between a period and the event that it is counted from.
static BEGINNINGS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "kể từ",
        "tính từ",
        "từ khi",
        "từ ngày",
        "sau khi",
        "sau ngày",
        "trước khi",
        "trước ngày",
    ])
});

/// Events before which something is to be done, and whose day each year is another.
static EVENTS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "trước tết",
        "trước tết nguyên đán",
        "trước mùa mưa",
        "trước mùa mưa bão",
        "trước mùa mưa lũ",
        "trước ngày bầu cử",
        "trước ngày khai giảng",
        "trước năm học mới",
        "trước kỳ họp",
    ])
});

/// Finds the first such deadline of running text.
pub(super) fn find(text: &str, words: &[Word]) -> Option<Found> {
    (0..words.len()).find_map(|at| {
        let rest = &words[at..];
        let behind = at + period(rest).or_else(|| EVENTS.at(rest))?;
        let end = clause_end(words, behind);
        let range = words[at].range.start..words[end - 1].range.end;
        Some(Found {
            deadline: Deadline {
                words: text[range].to_owned(),
                rule: Rule::Event,
                chosen: None,
            },
            words: at..end,
            year_assumed: false,
            doubtful: false,
        })
    })
}

/// "chậm nhất 05 (năm) ngày làm việc kể từ": how many words it takes.
fn period(words: &[Word]) -> Option<usize> {
    let mut at = PERIODS.at(words)?;
    words.get(at)?.number?;
    at += 1;
    if words.get(at)?.is_sign('(') {
        at += 1 + words.get(at..)?.iter().position(|word| word.is_sign(')'))?;
    }
    at += UNITS.at(words.get(at..)?)?;
    at += usize::from(words.get(at)?.is_sign(','));
    Some(at + BEGINNINGS.at(words.get(at..)?)?)
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn periods_and_events_are_found_with_their_words() {
        for (text, expected) in [
            (
                "trả lời trong thời hạn 05 ngày làm việc kể từ ngày nhận được yêu cầu.",
                Some("trong thời hạn 05 ngày làm việc kể từ ngày nhận được yêu cầu"),
            ),
            (
                "gửi biên bản chậm nhất 03 (ba) ngày sau ngày bầu cử; lưu hồ sơ",
                Some("chậm nhất 03 (ba) ngày sau ngày bầu cử"),
            ),
            (
                "hoàn thành trước Tết Nguyên đán, báo cáo",
                Some("trước Tết Nguyên đán"),
            ),
            (
                "in thẻ trước ngày bầu cử ít nhất 10 ngày",
                Some("trước ngày bầu cử ít nhất 10 ngày"),
            ),
            ("sau 10 năm thực hiện Nghị quyết", None),
            ("trước khi xây dựng", None),
            ("không quá 05 người", None),
        ] {
            let found = find(text, &words(text));
            assert_eq!(
                found.map(|found| found.deadline.words).as_deref(),
                expected,
                "{text}"
            );
        }
    }
}
