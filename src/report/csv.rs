//! A sheet as CSV, for programs that open nothing else.
//!
//! RFC 4180: commas, lines end with CR LF, and what holds a comma, a quote or a line break is quoted.
//! The mark before the text tells Excel that it is UTF-8.
//!
//! Days are written as 2026-09-30 and shares with a point: Excel reads "03/02/2026" and "66,7%" by the
//! region that the device is set to, and elsewhere takes the one for 2 March and the other for 667%.

use super::shown::plain;
use super::{Cell, Row, Sheet};

/// Tells programs that the text is UTF-8.
const MARK: &str = "\u{feff}";

/// Writes a sheet as text: the lines above the table, the titles of its columns, its rows.
#[must_use]
pub fn csv(sheet: &Sheet) -> String {
    let mut text = MARK.to_owned();
    for above in &sheet.above {
        line(&mut text, [field(above)]);
    }
    let titles = sheet.table.columns.iter();
    line(&mut text, titles.map(|column| field(&column.title)));
    for row in &sheet.table.rows {
        match row {
            Row::Across(words) => line(&mut text, [field(words)]),
            Row::Cells(cells) => line(&mut text, cells.iter().map(value)),
        }
    }
    text
}

fn line(text: &mut String, fields: impl IntoIterator<Item = String>) {
    let fields: Vec<_> = fields.into_iter().collect();
    text.push_str(&fields.join(","));
    text.push_str("\r\n");
}

fn value(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => field(text),
        Cell::Count(count) => count.to_string(),
        Cell::Rate(thousandths) => format!("{}.{}%", thousandths / 10, thousandths % 10),
        Cell::Day(day) => day.to_string(),
    }
}

fn field(text: &str) -> String {
    let text = guarded(plain(text));
    if text.contains(['"', ',', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// Puts an apostrophe before what a spreadsheet would take for a formula.
///
/// It shows, and so tells that something was done to the text. A blank would show less, but there are
/// programs that strip blanks around a field, and then the formula is back.
fn guarded(text: String) -> String {
    // The wide ones are those of East Asian keyboards, which Excel takes too.
    let is_formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    if text.trim_start().starts_with(is_formula) {
        format!("'{text}")
    } else {
        text
    }
}
