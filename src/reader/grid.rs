//! Tables → one line a row, `| 1 | Tập huấn | Sở A |`.
//!
//! Three shapes are met: rows with bars on one line; cells between lines that hold a bar alone, as
//! web pages are copied; and cells that became paragraphs of their own. A table is known by the head
//! of its first column, "STT" or "TT".

use super::column;
use super::paragraph::{Line, Paragraph};

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
    let is_bar = |line: &Line| !line.text.is_empty() && line.text.chars().all(|c| c == '|');
    if lines.iter().filter(|line| is_bar(line)).count() <= *COLUMNS.start() {
        return lines;
    }
    let mut out = Vec::with_capacity(lines.len());
    let mut rest = lines.into_iter().peekable();
    while let Some(line) = rest.next() {
        if !is_bar(&line) {
            out.push(line);
            continue;
        }
        let mut run = vec![line];
        let mut quiet = 0;
        // A table ends where bars stay away for longer than a cell is.
        while quiet < 40
            && let Some(line) = rest.next()
        {
            quiet = if is_bar(&line) { 0 } else { quiet + 1 };
            run.push(line);
        }
        let after = run.iter().rposition(is_bar).map_or(run.len(), |at| at + 1);
        let tail = run.split_off(after);
        match table(&run) {
            Some(rows) => out.extend(rows),
            None => out.extend(run),
        }
        out.extend(tail);
    }
    out
}

struct Cell {
    number: u32,
    text: String,
}

/// Returns the rows of a run of cells and bars, if its first row has the head of a table.
fn table(run: &[Line]) -> Option<Vec<Line>> {
    let cells = between_bars(run);
    let head = cells.iter().position(|cell| column::is_count(&cell.text))?;
    let width = cells[head..]
        .iter()
        .position(|cell| cell.text.is_empty())
        .filter(|width| COLUMNS.contains(width))?;
    let mut lines: Vec<Line> = cells[..head]
        .iter()
        .flat_map(|cell| {
            let parts = cell.text.split("<br>").map(str::to_owned);
            parts.map(|text| Line {
                number: cell.number,
                text,
            })
        })
        .collect();
    // Between two rows lies the end of the one and the beginning of the other.
    for cells in cells[head..].chunks(width + 1) {
        let filled = cells.iter().find(|cell| !cell.text.is_empty());
        if let Some(first) = filled {
            lines.push(Line {
                number: first.number,
                text: row(cells.iter().take(width).map(|cell| cell.text.as_str())),
            });
        }
    }
    Some(lines)
}

fn between_bars(run: &[Line]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    let mut blank = false;
    for line in run {
        let bars = line.text.chars().all(|c| c == '|');
        if bars && !line.text.is_empty() {
            for _ in line.text.chars() {
                cells.push(Cell {
                    number: line.number,
                    text: String::new(),
                });
            }
        } else if line.text.is_empty() {
            blank = true;
            continue;
        } else if let Some(cell) = cells.last_mut() {
            if !cell.text.is_empty() {
                cell.text.push_str(if blank { "<br>" } else { " " });
            }
            cell.text.push_str(&line.text);
        }
        blank = false;
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
    super::layout::begins_recipients(text)
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
    fn a_letterhead_between_bars_is_no_table() {
        let text = "|\nUBND XÃ A\n|\nCỘNG HÒA\n|\n|\nSố: 1/KH-UBND\n|\nXã A\n|";
        assert_eq!(
            rows(text),
            ["UBND XÃ A", "CỘNG HÒA", "Số: 1/KH-UBND", "Xã A"]
        );
    }
}
