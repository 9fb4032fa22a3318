//! Lines that were cut at a width, as web pages and PDF files are copied.

use super::paragraph::{Line, is_finished};

/// How the lines of a text were cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Wrap {
    /// The width, in letters, where lines were cut at one.
    width: Option<usize>,
    /// Whether paragraphs follow each other without a blank line.
    dense: bool,
}

impl Wrap {
    /// Looks for lines that go on in the middle of a sentence.
    pub(super) fn of(lines: &[Line]) -> Self {
        const WIDEST: usize = 130;
        const LEAST: usize = 12;
        let mut lengths: Vec<_> = lines
            .iter()
            .map(|line| line.text.chars().count())
            .filter(|length| *length > 0)
            .collect();
        lengths.sort_unstable();
        let widest = lengths.get(lengths.len() * 95 / 100).copied().unwrap_or(0);
        let cut = lines
            .windows(2)
            .filter(|two| is_cut(&two[0].text, &two[1].text))
            .count();
        let wrapped = lengths.len() >= LEAST && widest <= WIDEST && cut * 8 >= lengths.len();
        Self {
            width: wrapped.then_some(widest),
            dense: (lines.len() - lengths.len()) * 5 < lengths.len(),
        }
    }

    /// Says whether a line may go on with the line before it, which is `length` letters long, though
    /// it begins with a capital. Where no blank lines part the paragraphs, only a full line does.
    pub(super) fn joins(self, length: usize, line: &str) -> bool {
        const RAGGED: usize = 2;
        let first = line.split(' ').next().unwrap_or_default().chars().count();
        self.width.is_some_and(|width| {
            !self.dense
                || length + 1 + first + RAGGED > width
                || !line.starts_with(char::is_uppercase)
        })
    }

    /// Says whether lines were cut at all.
    pub(super) fn is_wrapped(self) -> bool {
        self.width.is_some()
    }
}

fn is_cut(before: &str, line: &str) -> bool {
    let plain = |c: char| c == '*';
    let before = before.trim_end_matches(plain).trim_end();
    let line = line.trim_start_matches(plain);
    !before.is_empty() && !is_finished(before) && line.starts_with(char::is_lowercase)
}
