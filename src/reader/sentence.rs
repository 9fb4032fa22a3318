//! The sentences of a paragraph.

use super::words::Word;
use std::ops::Range;

/// Returns the sentences, in words; a point within figures ends none.
pub(super) fn sentences(words: &[Word]) -> Vec<Range<usize>> {
    split(words, |at| words[at].is_sign('.'))
}

/// Returns the clause around the word at `at`, in words.
pub(super) fn clause(words: &[Word], at: usize) -> Range<usize> {
    let clauses = split(words, |at| words[at].is_sign('.') || words[at].is_sign(';'));
    clauses
        .into_iter()
        .find(|clause| clause.contains(&at))
        .unwrap_or(0..words.len())
}

fn split(words: &[Word], ends: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let within_figures = |at: usize| {
        let next = words.get(at + 1);
        next.is_some_and(|next| next.number.is_some() && next.range.start == words[at].range.end)
    };
    let mut parts = Vec::new();
    let mut start = 0;
    for at in (0..words.len()).filter(|at| ends(*at) && !within_figures(*at)) {
        parts.push(start..at + 1);
        start = at + 1;
    }
    if start < words.len() {
        parts.push(start..words.len());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn points_within_figures_end_no_sentence() {
        let words = words("Xong ngày 20.01.2026; gửi Sở A. Sở A tổng hợp.");
        assert_eq!(sentences(&words).len(), 2);
        assert_eq!(clause(&words, 0).end, 8);
        assert_eq!(clause(&words, 9).start, 8);
    }
}
