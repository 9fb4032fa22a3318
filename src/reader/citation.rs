//! Documents that a text refers to: kind, number, date.

use super::date;
use super::words::{Table, Word, words};
use crate::domain::Citation;
use std::sync::LazyLock;

/// Kinds of documents that may be cited, as they are written.
const KINDS: [&str; 14] = [
    "Kế hoạch",
    "Chỉ thị",
    "Nghị quyết",
    "Quyết định",
    "Nghị định",
    "Thông tư",
    "Hướng dẫn",
    "Kết luận",
    "Quy định",
    "Chương trình",
    "Công văn",
    "Thông báo",
    "Luật",
    "Đề án",
];

static PHRASES: LazyLock<Table<&str>> =
    LazyLock::new(|| Table::with(KINDS.iter().map(|kind| (*kind, *kind))));

/// Returns the documents that a text cites with their numbers, each once, in order.
pub(super) fn find(text: &str) -> Vec<Citation> {
    let words = words(text);
    let mut found: Vec<Citation> = Vec::new();
    for at in 0..words.len() {
        if let Some(citation) =
            citation(text, &words[at..]).filter(|citation| !found.contains(citation))
        {
            found.push(citation);
        }
    }
    found
}

fn citation(text: &str, words: &[Word]) -> Option<Citation> {
    let (length, kind) = PHRASES.find(words)?;
    let rest = words.get(length..)?;
    let named = usize::from(rest.first()?.is("số"));
    let (number, taken) = number(text, &rest[named..])?;
    let rest = &rest[named + taken..];
    let date = rest
        .iter()
        .position(|word| word.is("ngày"))
        .filter(|at| *at <= 1);
    Some(Citation {
        kind: kind.to_owned(),
        number,
        date: date
            .and_then(|at| date::day(&rest[at + 1..]))
            .map(|(day, _)| day),
    })
}

/// Reads a number and sign such as `108-KH/TU`: figures, then what is joined to them by signs.
fn number(text: &str, words: &[Word]) -> Option<(String, usize)> {
    let first = words
        .first()
        .filter(|word| text[word.range.clone()].starts_with(|c: char| c.is_ascii_digit()))?;
    let mut taken = 1;
    while words
        .get(taken)
        .is_some_and(|word| word.is_sign('-') || word.is_sign('/'))
        && words
            .get(taken + 1)
            .is_some_and(|word| word.range.start == words[taken].range.end)
    {
        taken += 2;
    }
    let number = &text[first.range.start..words[taken - 1].range.end];
    (taken > 1).then(|| (number.split_whitespace().collect(), taken))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_are_read_in_both_styles() {
        let found = find(
            "Kế hoạch số 83-KH/TU, ngày 12/6/2026 của Tỉnh ủy; Nghị định 56/2012/NĐ-CP ngày 16/7/2012; Nghị quyết này",
        );
        let found: Vec<_> = found
            .iter()
            .map(|citation| {
                (
                    citation.kind.as_str(),
                    citation.number.as_str(),
                    citation.date.map(|day| day.to_string()),
                )
            })
            .collect();
        assert_eq!(
            found,
            [
                ("Kế hoạch", "83-KH/TU", Some("2026-06-12".to_owned())),
                ("Nghị định", "56/2012/NĐ-CP", Some("2012-07-16".to_owned())),
            ]
        );
    }
}
