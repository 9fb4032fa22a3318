//! Phrases that make a task come back. A new phrase is one line of the table.

use super::words::{Phrase, Word, words};
use crate::domain::Recurrence;
use std::ops::Range;
use std::sync::LazyLock;

/// Where a phrase speaks of the task and not of a noun before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Anywhere,
    /// At the beginning of a clause: "Hằng năm, …" but not "nhiệm vụ hằng năm".
    ClauseStart,
}

struct Row {
    phrase: &'static str,
    recurrence: Recurrence,
    place: Place,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the table's test"))]
    example: &'static str,
}

const fn row(
    phrase: &'static str,
    recurrence: Recurrence,
    place: Place,
    example: &'static str,
) -> Row {
    Row {
        phrase,
        recurrence,
        place,
        example,
    }
}

#[rustfmt::skip]
const TABLE: [Row; 13] = {
    use Place::{Anywhere, ClauseStart};
    use Recurrence::{HalfYearly, Monthly, Quarterly, Term, Yearly};
    [
        row("định kỳ hằng năm",   Yearly,     Anywhere,    "Định kỳ hằng năm, cấp ủy làm việc với các đoàn thể."),
        row("định kỳ hàng năm",   Yearly,     Anywhere,    "theo dõi việc thực hiện; định kỳ hàng năm báo cáo."),
        row("hằng năm",           Yearly,     ClauseStart, "Hằng năm, tổ chức sơ kết."),
        row("hàng năm",           Yearly,     ClauseStart, "tổng hợp; hàng năm báo cáo cấp trên."),
        row("mỗi năm một lần",    Yearly,     Anywhere,    "tổ chức đối thoại mỗi năm một lần"),
        row("định kỳ 6 tháng",    HalfYearly, Anywhere,    "Định kỳ 6 tháng báo cáo kết quả."),
        row("định kỳ hằng quý",   Quarterly,  Anywhere,    "định kỳ hằng quý kiểm tra"),
        row("định kỳ hàng quý",   Quarterly,  Anywhere,    "Định kỳ hàng quý, họp giao ban."),
        row("hằng quý",           Quarterly,  ClauseStart, "Hằng quý, họp giao ban."),
        row("định kỳ hằng tháng", Monthly,    Anywhere,    "định kỳ hằng tháng báo cáo"),
        row("định kỳ hàng tháng", Monthly,    Anywhere,    "Định kỳ hàng tháng báo cáo."),
        row("hằng tháng",         Monthly,    ClauseStart, "Hằng tháng, báo cáo."),
        row("theo nhiệm kỳ",      Term,       Anywhere,    "xây dựng đề án quy hoạch theo nhiệm kỳ Đại hội Đảng."),
    ]
};

static PHRASES: LazyLock<Vec<(Phrase, &Row)>> = LazyLock::new(|| {
    TABLE
        .iter()
        .map(|row| (Phrase::new(row.phrase), row))
        .collect()
});

/// Finds how often the task of a text comes back, and where the text says so, in bytes.
pub(super) fn find(text: &str) -> Option<(Recurrence, Range<usize>)> {
    let words = words(text);
    (0..words.len()).find_map(|at| {
        let (length, row) = PHRASES.iter().find_map(|(phrase, row)| {
            let fits = row.place == Place::Anywhere || starts_clause(&words, at);
            phrase
                .at(&words[at..])
                .filter(|_| fits)
                .map(|length| (length, row))
        })?;
        Some((
            row.recurrence,
            words[at].range.start..words[at + length - 1].range.end,
        ))
    })
}

fn starts_clause(words: &[Word], at: usize) -> bool {
    at == 0 || matches!(words[at - 1].key.as_str(), "." | ";" | ":" | ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_reads_its_example() {
        for row in &TABLE {
            assert_eq!(
                find(row.example).map(|found| found.0),
                Some(row.recurrence),
                "{}",
                row.example
            );
        }
    }

    #[test]
    fn what_qualifies_a_noun_does_not_recur() {
        for text in [
            "Căn cứ nghị quyết về phương hướng, nhiệm vụ hàng năm của cấp ủy",
            "dự án phát triển kinh tế - xã hội hàng năm; chú trọng nâng cao hiệu lực",
            "ngân sách hằng năm",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
