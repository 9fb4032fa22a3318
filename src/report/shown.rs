//! What a cell holds, as people read it, and text as any of the formats can hold it.

use super::Cell;
use crate::domain::legible;
use crate::words;

/// The words of a cell: days as dd/mm/yyyy, shares with a decimal comma.
pub(super) fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Count(count) => words::count(*count),
        Cell::Rate(thousandths) => words::percent(*thousandths),
        Cell::Day(day) => words::date(*day),
    }
}

/// A text without what XML cannot hold and nobody sees; every end of a line is `\n`.
pub(super) fn plain(text: &str) -> String {
    let text = legible(text).replace("\r\n", "\n");
    let text = text.chars().map(|c| match c {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        other => other,
    });
    text.filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect()
}
