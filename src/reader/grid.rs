//! Tables → one line a row, `| 1 | Tập huấn | Sở A |`.
//!
//! Three shapes are met: rows with bars on one line; cells between lines that hold a bar alone, as
//! web pages are copied; and cells that became paragraphs of their own. A table is known by the head
//! of its first column, "STT" or "TT".

use super::column;
use super::marker;
use super::paragraph::{Line, Paragraph};
use std::ops::Range;

/// The fewest and the most columns of a table.
const COLUMNS: std::ops::RangeInclusive<usize> = 3..=12;

/// Says whether a line is a row of a table.
pub(super) fn is_row(text: &str) -> bool {
    text.len() > 2 && text.starts_with('|') && text.ends_with('|') && text.matches('|').count() > 2
}

/// Returns the cells of a row.
pub(super) fn cells(row: &str) -> Vec<&str> {
    row.trim_matches('|').split('|').map(str::trim).collect()
}

fn row<'c>(cells: impl Iterator<Item = &'c str>) -> String {
    let cells: Vec<_> = cells.map(|cell| cell.replace('|', "/")).collect();
    format!("| {} |", cells.join(" | "))
}

/// Joins the cells between lines that are nothing but bars, where they make a table.
pub(super) fn rows_of_bars(lines: Vec<Line>) -> Vec<Line> {
    if lines.iter().filter(|line| is_bar(line)).count() <= *COLUMNS.start() {
        return lines;
    }
    let cells = between_bars(&lines);
    let mut out = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < cells.len() {
        if let Some(width) = width(&cells[at..]) {
            at += rows(&cells[at..], width, &mut out);
        } else {
            out.extend(lines[cells[at].lines.clone()].iter().cloned());
            at += 1;
        }
    }
    out
}

fn is_bar(line: &Line) -> bool {
    !line.text.is_empty() && line.text.chars().all(|c| c == '|')
}

/// What stands behind a bar, up to the next.
struct Cell {
    lines: Range<usize>,
    number: u32,
    text: String,
}

/// Returns how many columns a table has that begins with the head of its first column.
fn width(cells: &[Cell]) -> Option<usize> {
    if !column::is_count(&cells.first()?.text) {
        return None;
    }
    cells
        .iter()
        .take(COLUMNS.end() + 1)
        .position(|cell| cell.text.is_empty())
        .filter(|width| COLUMNS.contains(width))
}

/// Puts cells together to rows and returns how many were taken. Between two rows lies the end of
/// the one and the beginning of the other; words there stand behind the table.
fn rows(cells: &[Cell], width: usize, out: &mut Vec<Line>) -> usize {
    let mut taken = 0;
    for cells in cells.chunks(width + 1) {
        let own = &cells[..width.min(cells.len())];
        if let Some(first) = own.iter().find(|cell| !cell.text.is_empty()) {
            out.push(Line {
                number: first.number,
                text: row(own.iter().map(|cell| cell.text.as_str())),
            });
        }
        taken += own.len();
        if cells.get(width).is_none_or(|end| !end.text.is_empty()) {
            break;
        }
        taken += 1;
    }
    taken
}

fn between_bars(lines: &[Line]) -> Vec<Cell> {
    let empty = |at: usize, number| Cell {
        lines: at..at,
        number,
        text: String::new(),
    };
    let mut cells = vec![empty(0, 1)];
    let mut blank = false;
    for (line, at) in lines.iter().zip(0..) {
        if is_bar(line) {
            cells.extend(line.text.chars().map(|_| empty(at + 1, line.number)));
        } else if let Some(cell) = cells.last_mut() {
            cell.lines.end = at + 1;
            if !cell.text.is_empty() && !line.text.is_empty() {
                cell.text.push_str(if blank { "<br>" } else { " " });
            }
            cell.text.push_str(&line.text);
        }
        blank = line.text.is_empty();
    }
    cells
}

/// Joins paragraphs that were the cells of a table: the heads of its columns, then rows that begin
/// with their count.
pub(super) fn rows_of_paragraphs(paragraphs: &[Paragraph]) -> Vec<Paragraph> {
    let mut out = Vec::with_capacity(paragraphs.len());
    let mut at = 0;
    while at < paragraphs.len() {
        let here = &paragraphs[at..];
        if let Some((taken, rows)) = flattened(here) {
            out.extend(rows);
            at += taken;
        } else {
            out.push(here[0].clone());
            at += 1;
        }
    }
    out
}

fn flattened(paragraphs: &[Paragraph]) -> Option<(usize, Vec<Paragraph>)> {
    if !column::is_count(&paragraphs.first()?.text) {
        return None;
    }
    let width = paragraphs
        .iter()
        .take(*COLUMNS.end() + 1)
        .position(|paragraph| count(&paragraph.text) == Some(1))
        .filter(|width| COLUMNS.contains(width))?;
    let head: Vec<_> = paragraphs[..width]
        .iter()
        .map(|p| p.text.as_str())
        .collect();
    if !column::is_head(&head) {
        return None;
    }
    let mut rows = vec![joined(&paragraphs[..width])];
    let mut from = width;
    let mut next = 2;
    let mut end = paragraphs.len();
    for (at, paragraph) in paragraphs.iter().enumerate().skip(width + 1) {
        if count(&paragraph.text) == Some(next) {
            rows.push(placed(&paragraphs[from..at], &head));
            from = at;
            next += 1;
        } else if at - from > 2 * width + 6 || is_after_table(&paragraph.text) {
            end = at;
            break;
        }
    }
    rows.push(placed(&paragraphs[from..end], &head));
    Some((end, rows))
}

/// A heading or the end of the document cannot stand in a cell.
fn is_after_table(text: &str) -> bool {
    let plain = text.replace('*', "");
    let (marker, title) = marker::split(plain.trim());
    let heads = marker::kind(marker).is_section() && !title.is_empty();
    heads
        || super::layout::begins_recipients(text)
        || super::layout::begins_signature(text)
        || super::layout::is_annex(text)
}

fn count(text: &str) -> Option<u32> {
    text.trim_matches(['*', '.', ' ']).parse().ok()
}

fn joined(cells: &[Paragraph]) -> Paragraph {
    Paragraph {
        line: cells.first().map_or(1, |cell| cell.line),
        text: row(cells.iter().map(|cell| cell.text.as_str())),
    }
}

/// Puts the cells of a row under their heads; what stands between the first and those that tell
/// their column by themselves belongs to the column of the words.
fn placed(cells: &[Paragraph], head: &[&str]) -> Paragraph {
    if cells.len() == head.len() {
        return joined(cells);
    }
    let mut row_cells = vec![String::new(); head.len()];
    for (at, cell) in cells.iter().enumerate() {
        let column = if at == 0 {
            0
        } else {
            column::of_cell(&cell.text, head).unwrap_or(1)
        };
        if let Some(known) = row_cells.get_mut(column) {
            if !known.is_empty() {
                known.push_str("<br>");
            }
            known.push_str(&cell.text);
        }
    }
    Paragraph {
        line: cells.first().map_or(1, |cell| cell.line),
        text: row(row_cells.iter().map(String::as_str)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::paragraph::paragraphs;

    fn rows(text: &str) -> Vec<String> {
        paragraphs(text).into_iter().map(|p| p.text).collect()
    }

    #[test]
    fn cells_between_bars_are_rows() {
        let text = "|\nSTT\n|\nNội dung\n|\nChủ trì\n|\nThời gian\n|\n|\n1\n|\nTổ chức\nhội nghị\n|\nPhòng A\n\nPhòng B\n|\nQuý I/2026\n|\n|\n2\n|\nSơ kết\n|\n|\nQuý II/2026\n|\nNơi nhận:";
        assert_eq!(
            rows(text),
            [
                "| STT | Nội dung | Chủ trì | Thời gian |",
                "| 1 | Tổ chức hội nghị | Phòng A<br>Phòng B | Quý I/2026 |",
                "| 2 | Sơ kết |  | Quý II/2026 |",
                "Nơi nhận:",
            ]
        );
    }

    #[test]
    fn cells_that_became_paragraphs_are_rows() {
        let text = "TT\n\nNội dung\n\nNgày chậm nhất phải hoàn thành\n\n1\n\nHọp triển khai\n\nMời đủ thành phần.\n\n21/01/2026\n\n2\n\nTập huấn\n\n27/01/2026\n\nNơi nhận:";
        assert_eq!(
            rows(text),
            [
                "| TT | Nội dung | Ngày chậm nhất phải hoàn thành |",
                "| 1 | Họp triển khai<br>Mời đủ thành phần. | 21/01/2026 |",
                "| 2 | Tập huấn | 27/01/2026 |",
                "Nơi nhận:",
            ]
        );
    }

    #[test]
    fn what_stands_behind_a_table_is_kept() {
        let table = "|\nTT\n|\nNội dung\n|\nThời hạn\n|\n|\n1\n|\nHọp\n|\n5/3/2026\n|\n";
        let end = "|\nNơi nhận:\n- Như trên.\n|\nCHỦ TỊCH\n|";
        assert_eq!(
            rows(&format!("{table}\nIV. TỔ CHỨC\n\n1. Họp\n{end}")),
            [
                "| TT | Nội dung | Thời hạn |",
                "| 1 | Họp | 5/3/2026 |",
                "IV. TỔ CHỨC",
                "1. Họp",
                "Nơi nhận:",
                "- Như trên.",
                "CHỦ TỊCH",
            ]
        );
    }

    #[test]
    fn a_letterhead_between_bars_is_no_table() {
        let text = "|\nUBND XÃ A\n|\nCỘNG HÒA\n|\n|\nSố: 1/KH-UBND\n|\nXã A\n|";
        assert_eq!(
            rows(text),
            ["UBND XÃ A", "CỘNG HÒA", "Số: 1/KH-UBND", "Xã A"]
        );
    }
}
