//! Deadline phrases. A new phrase is one line of the table, with an example that is its test.

use super::date;
use super::words::{Phrase, Word, words};
use crate::domain::{Day, Deadline, Rule};
use std::sync::LazyLock;

/// What follows the phrase, and which rule it makes.
#[derive(Clone, Copy)]
enum Form {
    BeforeDay,
    ByDay,
    WithinMonth,
    WithinQuarter,
    WithinYear,
}

struct Row {
    phrase: &'static str,
    form: Form,
    /// An example, and the last day on time by the rule as it is written.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the table's test"))]
    example: (&'static str, &'static str),
}

const fn row(phrase: &'static str, form: Form, example: (&'static str, &'static str)) -> Row {
    Row {
        phrase,
        form,
        example,
    }
}

/// The phrases that make a day a deadline. A day without one of them is background: the date of
/// a cited document, the bounds of a programme.
#[rustfmt::skip]
const TABLE: [Row; 14] = [
    row("trước ngày",       Form::BeforeDay,     ("Thời gian: Trước ngày 12/6/2018.", "2018-06-11")),
    row("chậm nhất là ngày", Form::ByDay,        ("gửi báo cáo chậm nhất là ngày 25/10/2026", "2026-10-25")),
    row("chậm nhất ngày",   Form::ByDay,         ("Chậm nhất ngày 05 tháng 3 năm 2026 phải xong", "2026-03-05")),
    row("muộn nhất ngày",   Form::ByDay,         ("muộn nhất ngày 28/2/2026", "2026-02-28")),
    row("không quá ngày",   Form::ByDay,         ("không quá ngày 15-11-2026", "2026-11-15")),
    row("đến hết ngày",     Form::ByDay,         ("thực hiện đến hết ngày 31/12/2026", "2026-12-31")),
    row("xong trong ngày",  Form::ByDay,         ("hoàn thành xong trong ngày 25/10/2026", "2026-10-25")),
    row("xong trước ngày",  Form::BeforeDay,     ("hoàn thành xong trước ngày 01/3/2028", "2028-02-29")),
    row("trong tháng",      Form::WithinMonth,   ("Hoàn thành trong tháng 3/2025.", "2025-03-31")),
    row("trong quý",        Form::WithinQuarter, ("triển khai trong quý II/2026", "2026-06-30")),
    row("trong quí",        Form::WithinQuarter, ("triển khai trong quí IV-2025", "2025-12-31")),
    row("trong năm",        Form::WithinYear,    ("Hoàn thành trong năm 2026", "2026-12-31")),
    row("đến hết tháng",    Form::WithinMonth,   ("đến hết tháng 2 năm 2028", "2028-02-29")),
    row("đến hết năm",      Form::WithinYear,    ("thực hiện đến hết năm 2026", "2026-12-31")),
];

static PHRASES: LazyLock<Vec<(Phrase, Form)>> = LazyLock::new(|| {
    TABLE
        .iter()
        .map(|row| (Phrase::new(row.phrase), row.form))
        .collect()
});

/// Finds the deadline that a text states.
pub(super) fn find(text: &str) -> Option<Deadline> {
    let words = words(text);
    (0..words.len()).find_map(|at| {
        let rest = &words[at..];
        let (rule, taken) = PHRASES.iter().find_map(|(phrase, form)| {
            let length = phrase.at(rest)?;
            let (rule, further) = form.read(&rest[length..])?;
            Some((rule, length + further))
        })?;
        let range = rest[0].range.start..rest[taken - 1].range.end;
        Some(Deadline {
            words: text[range].to_owned(),
            rule,
            chosen: None,
        })
    })
}

impl Form {
    fn read(self, words: &[Word]) -> Option<(Rule, usize)> {
        let within = |day: Option<Day>, taken| Some((Rule::Within(day?), taken));
        match self {
            Self::BeforeDay => date::day(words).map(|(day, taken)| (Rule::Before(day), taken)),
            Self::ByDay => date::day(words).map(|(day, taken)| (Rule::By(day), taken)),
            Self::WithinMonth => date::numbered(words)
                .and_then(|(month, year, taken)| within(date::month_end(year, month), taken)),
            Self::WithinQuarter => date::numbered(words)
                .filter(|(quarter, ..)| (1..=4).contains(quarter))
                .and_then(|(quarter, year, taken)| {
                    within(date::month_end(year, quarter * 3), taken)
                }),
            Self::WithinYear => {
                date::year(words).and_then(|year| within(date::month_end(year, 12), 1))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::BeforeDay;

    #[test]
    fn every_phrase_reads_its_example() {
        for row in &TABLE {
            let (text, last) = row.example;
            let deadline = find(text).unwrap_or_else(|| panic!("no deadline in {text:?}"));
            assert_eq!(
                deadline
                    .last_day(BeforeDay::Excluded)
                    .expect("a day")
                    .to_string(),
                last,
                "{text}"
            );
            assert!(text.contains(&deadline.words), "{text}");
        }
    }

    #[test]
    fn background_is_no_deadline() {
        for text in [
            "Chỉ thị số 21-CT/TW ngày 20/01/2018 của Ban Bí thư",
            "chiến lược giai đoạn 2011 - 2020 và tầm nhìn đến năm 2030",
            "sau 10 năm thực hiện Nghị quyết số 11-NQ/TW ngày 27/4/2007",
            "trước ngày 31/2/2018",
            "trong quý V/2026",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
