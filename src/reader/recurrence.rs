//! Phrases that make a task come back. A new phrase is one line of the table.

use super::words::{Table, Word, outside_brackets};
use crate::domain::Recurrence;
use std::ops::Range;
use std::sync::LazyLock;

/// Where a phrase speaks of the task and not of a noun before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Anywhere,
    /// At the beginning of a clause, or behind a day: "Hằng năm, …", "trước ngày 15/11 hằng năm",
    /// but not "nhiệm vụ hằng năm".
    Clause,
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

/// "hàng" is read wherever "hằng" is written here. "6 tháng, năm" is two reports a year.
#[rustfmt::skip]
const TABLE: [Row; 57] = {
    use Place::{Anywhere, Clause};
    use Recurrence::{HalfYearly, Monthly, Quarterly, Term, Yearly};
    [
        row("định kỳ hằng năm",      Yearly,     Anywhere, "Định kỳ hằng năm, cấp ủy làm việc với các đoàn thể."),
        row("định kỳ mỗi năm",       Yearly,     Anywhere, "định kỳ mỗi năm tổ chức hội thi"),
        row("định kỳ năm",           Yearly,     Anywhere, "báo cáo định kỳ năm"),
        row("định kỳ 1 năm",         Yearly,     Anywhere, "định kỳ 1 năm rà soát"),
        row("hằng năm",              Yearly,     Clause,   "tổng hợp; hàng năm báo cáo cấp trên."),
        row("mỗi năm một lần",       Yearly,     Anywhere, "tổ chức đối thoại mỗi năm một lần"),
        row("mỗi năm 1 lần",         Yearly,     Anywhere, "tổ chức đối thoại mỗi năm 1 lần"),
        row("mỗi năm ít nhất",       Yearly,     Anywhere, "kiểm tra mỗi năm ít nhất 01 lần"),
        row("mỗi năm 01 lần",        Yearly,     Anywhere, "tổ chức đối thoại mỗi năm 01 lần"),
        row("mỗi năm",               Yearly,     Clause,   "tổ chức 01 hội nghị mỗi năm."),
        row("mỗi năm 02 lần",        HalfYearly, Anywhere, "kiểm tra mỗi năm 02 lần"),
        row("mỗi năm hai lần",       HalfYearly, Anywhere, "kiểm tra mỗi năm hai lần"),
        row("mỗi quý một lần",       Quarterly,  Anywhere, "giao ban mỗi quý một lần"),
        row("mỗi quý 1 lần",         Quarterly,  Anywhere, "giao ban mỗi quý 1 lần"),
        row("mỗi quý 01 lần",        Quarterly,  Anywhere, "giao ban mỗi quý 01 lần"),
        row("3 tháng một lần",       Quarterly,  Anywhere, "họp 3 tháng một lần"),
        row("03 tháng một lần",      Quarterly,  Anywhere, "họp 03 tháng một lần"),
        row("tháng cuối quý",        Quarterly,  Anywhere, "gửi báo cáo trước ngày 25 tháng cuối quý."),
        row("tháng cuối mỗi quý",    Quarterly,  Anywhere, "trước ngày 25 của tháng cuối mỗi quý"),
        row("tháng cuối của quý",    Quarterly,  Anywhere, "trước ngày 25 của tháng cuối của quý"),
        row("mỗi tháng một lần",     Monthly,    Anywhere, "họp mỗi tháng một lần"),
        row("mỗi tháng 1 lần",       Monthly,    Anywhere, "họp mỗi tháng 1 lần"),
        row("mỗi tháng 01 lần",      Monthly,    Anywhere, "họp mỗi tháng 01 lần"),
        row("1 lần/tháng",           Monthly,    Anywhere, "họp 1 lần/tháng"),
        row("01 lần/tháng",          Monthly,    Anywhere, "họp 01 lần/tháng"),
        row("1 lần/năm",             Yearly,     Anywhere, "kiểm tra 1 lần/năm"),
        row("01 lần/năm",            Yearly,     Anywhere, "kiểm tra ít nhất 01 lần/năm"),
        row("một lần/năm",           Yearly,     Anywhere, "kiểm tra một lần/năm"),
        row("sơ kết hằng năm",       Yearly,     Anywhere, "tổ chức sơ kết hằng năm"),
        row("báo cáo năm",           Yearly,     Clause,   "Báo cáo năm: trước ngày 15/12"),
        row("định kỳ 6 tháng",       HalfYearly, Anywhere, "Định kỳ 6 tháng báo cáo kết quả."),
        row("định kỳ 06 tháng",      HalfYearly, Anywhere, "định kỳ 06 tháng, năm báo cáo kết quả."),
        row("định kỳ hằng 6 tháng",  HalfYearly, Anywhere, "định kỳ hằng 6 tháng họp"),
        row("6 tháng một lần",       HalfYearly, Anywhere, "họp 6 tháng một lần"),
        row("06 tháng một lần",      HalfYearly, Anywhere, "họp 06 tháng một lần"),
        row("6 tháng, năm",          HalfYearly, Anywhere, "báo cáo 6 tháng, năm gửi về phòng"),
        row("06 tháng, năm",         HalfYearly, Anywhere, "báo cáo 06 tháng, năm gửi về phòng"),
        row("6 tháng và năm",        HalfYearly, Anywhere, "báo cáo 6 tháng và năm"),
        row("6 tháng, hằng năm",     HalfYearly, Anywhere, "định kỳ báo cáo 6 tháng, hằng năm"),
        row("6 tháng và hằng năm",   HalfYearly, Anywhere, "sơ kết 6 tháng và hằng năm"),
        row("6 tháng, cả năm",       HalfYearly, Anywhere, "báo cáo 6 tháng, cả năm"),
        row("6 tháng, 1 năm",        HalfYearly, Anywhere, "báo cáo 6 tháng, 1 năm"),
        row("2 lần/năm",             HalfYearly, Anywhere, "kiểm tra 2 lần/năm"),
        row("02 lần/năm",            HalfYearly, Anywhere, "kiểm tra 02 lần/năm"),
        row("định kỳ hằng quý",      Quarterly,  Anywhere, "định kỳ hằng quý kiểm tra"),
        row("định kỳ quý",           Quarterly,  Anywhere, "báo cáo định kỳ quý"),
        row("hằng quý",              Quarterly,  Clause,   "Hằng quý, họp giao ban."),
        row("mỗi quý",               Quarterly,  Clause,   "Mỗi quý tổ chức một buổi"),
        row("báo cáo quý",           Quarterly,  Clause,   "Báo cáo quý: trước ngày 20"),
        row("1 lần/quý",             Quarterly,  Anywhere, "họp 1 lần/quý"),
        row("01 lần/quý",            Quarterly,  Anywhere, "họp 01 lần/quý"),
        row("định kỳ hằng tháng",    Monthly,    Anywhere, "định kỳ hằng tháng báo cáo"),
        row("định kỳ tháng",         Monthly,    Anywhere, "báo cáo định kỳ tháng"),
        row("hằng tháng",            Monthly,    Clause,   "Hằng tháng, báo cáo."),
        row("mỗi tháng",             Monthly,    Clause,   "Mỗi tháng họp một lần"),
        row("theo nhiệm kỳ",         Term,       Anywhere, "xây dựng đề án quy hoạch theo nhiệm kỳ Đại hội Đảng."),
        row("mỗi nhiệm kỳ",          Term,       Anywhere, "mỗi nhiệm kỳ tổ chức một lần"),
    ]
};

static PHRASES: LazyLock<Table<(Recurrence, Place)>> = LazyLock::new(|| {
    let spellings: Vec<(String, (Recurrence, Place))> = TABLE
        .iter()
        .flat_map(|row| {
            let meaning = (row.recurrence, row.place);
            [
                (row.phrase.to_owned(), meaning),
                (row.phrase.replace("hằng", "hàng"), meaning),
            ]
        })
        .collect();
    Table::with(
        spellings
            .iter()
            .map(|(text, meaning)| (text.as_str(), *meaning)),
    )
});

/// A recurrence, and where its words stand, in words.
pub(super) type Found = (Recurrence, Range<usize>);

/// Finds how often the task of a text comes back; each recurrence once, in order.
pub(super) fn find(words: &[Word]) -> Vec<Found> {
    let mut found = adjoining(words);
    if words.iter().any(|word| word.is_sign('(')) {
        for later in around_brackets(words) {
            if found.iter().all(|known| known.0 != later.0) {
                found.push(later);
            }
        }
        found.sort_by_key(|known| known.1.start);
    }
    found
}

/// "6 tháng (trước ngày 15/6) và năm (trước ngày 15/12)": the phrase goes on behind the bracket.
fn around_brackets(words: &[Word]) -> Vec<Found> {
    let outside = outside_brackets(words);
    let kept: Vec<Word> = outside.iter().map(|at| words[*at].clone()).collect();
    adjoining(&kept)
        .into_iter()
        .map(|(recurrence, range)| {
            let length = range.len();
            let whole = outside[range.start]..outside[range.end - 1] + 1;
            (recurrence, whole, length)
        })
        .filter(|(_, whole, length)| whole.len() > *length)
        .map(|(recurrence, whole, _)| (recurrence, whole))
        .collect()
}

/// Finds phrases whose words stand beside each other.
fn adjoining(words: &[Word]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let here = PHRASES.find(&words[at..]).filter(|(length, (_, place))| {
            let fits = *place == Place::Anywhere || fits(words, at, at + length);
            fits && !names_quarter(words, at + length)
        });
        match here {
            Some((length, (recurrence, _))) => {
                if found.iter().all(|known| known.0 != recurrence) {
                    found.push((recurrence, at..at + length));
                }
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// "tháng cuối quý II/2026" is a month, and comes once.
fn names_quarter(words: &[Word], end: usize) -> bool {
    let figure = words.get(end).is_some_and(|word| {
        word.number.is_some() || ["i", "ii", "iii", "iv"].iter().any(|roman| word.is(roman))
    });
    words[end - 1].is("quý") && figure
}

fn fits(words: &[Word], at: usize, end: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|at| &words[at]) else {
        return true;
    };
    let sign = |word: &Word| {
        word.sign
            .is_some_and(|sign| matches!(sign, '.' | ';' | ':' | ',' | '('))
    };
    sign(before)
        || before.number.is_some()
        || before.is("vào")
        || is_dated(&words[end..])
        || words[at].is("mỗi") && words.get(end).is_none_or(sign) && is_counted(&words[..at])
}

/// "gửi kết quả hằng tháng trước ngày 25": a day within the period follows.
fn is_dated(behind: &[Word]) -> bool {
    let day = behind.iter().take(4).position(|word| word.is("ngày"));
    let due = behind
        .first()
        .is_some_and(|word| ["trước", "vào", "chậm"].iter().any(|due| word.is(due)));
    due && day.is_some_and(|day| {
        behind
            .get(day + 1)
            .is_some_and(|word| word.number.is_some())
    })
}

/// "tổ chức 01 hội nghị mỗi năm": so many of something.
fn is_counted(before: &[Word]) -> bool {
    const NEAR: usize = 6;
    let near = before.iter().rev().take(NEAR);
    near.take_while(|word| word.sign.is_none())
        .any(|word| word.number.is_some())
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn every_phrase_reads_its_example() {
        for row in &TABLE {
            let found: Vec<_> = find(&words(row.example)).into_iter().map(|f| f.0).collect();
            assert_eq!(found, [row.recurrence], "{}", row.example);
        }
    }

    #[test]
    fn behind_a_day_it_speaks_of_the_task() {
        let found = find(&words("gửi báo cáo trước ngày 15/11 hằng năm"));
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn what_qualifies_a_noun_does_not_recur() {
        for text in [
            "Căn cứ nghị quyết về phương hướng, nhiệm vụ hàng năm của cấp ủy",
            "dự án phát triển kinh tế - xã hội hàng năm; chú trọng nâng cao hiệu lực",
            "ngân sách hằng năm",
            "6 tháng đầu năm 2026",
            "từng bước, định kỳ tổng hợp",
            "xong trước ngày 20 tháng cuối quý II/2026",
            "rà soát kế hoạch công tác hằng năm của các chi bộ",
        ] {
            assert_eq!(find(&words(text)), [], "{text}");
        }
    }
}
