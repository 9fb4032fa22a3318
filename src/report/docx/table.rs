//! Tables: with frames for figures, without for what stands side by side.

use super::paragraph::{Align, Letters, Mark, Place, paragraph};
use super::xml::Xml;
use crate::report::shown::shown;
use crate::report::{Cell, Column, Row, Table};
use crate::words::report::SUM;

/// 12 points.
const LETTERS: Letters = Letters::of(24, &[]);
const BOLD: Letters = Letters::of(24, &[Mark::Bold]);
/// 11 points, so that the longest syllable fits into a column of figures.
const TITLE: Letters = Letters::of(22, &[Mark::Bold]);
const SIDES: [&str; 6] = [
    "w:top",
    "w:left",
    "w:bottom",
    "w:right",
    "w:insideH",
    "w:insideV",
];
/// Room between a frame and its text.
const ROOM: &str = "50";
const ROOM_ABOVE: &str = "30";
/// A row of more lines may go over pages: on a page that lies across there is no room for it whole.
const MOST_LINES: u32 = 26;
/// A table of no more lines stays on one page.
const MOST_LINES_TOGETHER: u32 = 20;

/// Writes a table of a width. Its head stands on every page again, and no row goes over two pages that has room
/// on one.
/// A table without columns is nothing.
pub(super) fn table(xml: &mut Xml, table: &Table, width: u32) {
    if table.columns.is_empty() {
        return;
    }
    let columns = widths(&table.columns, width);
    framed(xml, Some("single"), &columns, |xml| {
        row(xml, true, true, |xml| {
            for (column, width) in table.columns.iter().zip(&columns) {
                let place = Place::close(Align::Center);
                cell(xml, *width, 1, |xml| {
                    paragraph(xml, place, TITLE, &column.title);
                });
            }
        });
        let all: u32 = table.rows.iter().map(|it| lines(it, &columns)).sum();
        let is_short = all <= MOST_LINES_TOGETHER;
        for (line, left) in table.rows.iter().zip((0..table.rows.len()).rev()) {
            let is_whole = lines(line, &columns) <= MOST_LINES;
            row(xml, false, is_whole, |xml| {
                write_cells(xml, line, &columns, is_short && left > 0);
            });
        }
    });
}

/// Writes two columns without a frame, side by side.
pub(super) fn side_by_side(
    xml: &mut Xml,
    widths: [u32; 2],
    left: impl FnOnce(&mut Xml),
    right: impl FnOnce(&mut Xml),
) {
    framed(xml, None, &widths, |xml| {
        row(xml, false, true, |xml| {
            cell(xml, widths[0], 1, left);
            cell(xml, widths[1], 1, right);
        });
    });
}

fn write_cells(xml: &mut Xml, row: &Row, columns: &[u32], keeps_next: bool) {
    match row {
        Row::Across(words) => {
            let place = Place {
                keeps_next: true,
                ..Place::close(Align::Left)
            };
            cell(xml, columns.iter().sum(), columns.len(), |xml| {
                paragraph(xml, place, BOLD, words);
            });
        }
        Row::Cells(cells) => {
            let is_sum = matches!(cells.first(), Some(Cell::Text(name)) if name == SUM);
            let letters = if is_sum { BOLD } else { LETTERS };
            for (content, width) in cells.iter().zip(columns) {
                let place = Place {
                    keeps_next,
                    ..Place::close(align(content))
                };
                cell(xml, *width, 1, |xml| {
                    paragraph(xml, place, letters, &shown(content));
                });
            }
        }
    }
}

/// About how many lines the highest cell of a row has.
fn lines(row: &Row, columns: &[u32]) -> u32 {
    let of_cell = |(cell, width): (&Cell, &u32)| {
        let room = width.saturating_sub(100).max(1);
        LETTERS.width(&shown(cell)).div_ceil(room)
    };
    match row {
        Row::Across(_) => 1,
        Row::Cells(cells) => cells.iter().zip(columns).map(of_cell).max().unwrap_or(0),
    }
}

/// Figures stand in the middle, and so does a difference, which is a text for the sake of its sign.
fn align(cell: &Cell) -> Align {
    let is_difference = |text: &str| {
        let figure = text
            .strip_prefix(['+', '-'])
            .or((text == "0").then_some(text));
        figure.is_some_and(|it| it.starts_with(|c: char| c.is_ascii_digit()))
    };
    match cell {
        Cell::Text(text) if is_difference(text) => Align::Center,
        Cell::Empty | Cell::Text(_) => Align::Left,
        Cell::Count(_) | Cell::Rate(_) | Cell::Day(_) => Align::Center,
    }
}

/// How wide columns are, by their shares of a width.
fn widths(columns: &[Column], width: u32) -> Vec<u32> {
    let share = |column: &Column| u32::from(column.width.max(1));
    let all: u32 = columns.iter().map(share).sum();
    columns
        .iter()
        .map(|column| width * share(column) / all)
        .collect()
}

fn framed(xml: &mut Xml, frame: Option<&str>, columns: &[u32], rows: impl FnOnce(&mut Xml)) {
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            let width: u32 = columns.iter().sum();
            xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            xml.set("w:jc", "center");
            if let Some(frame) = frame {
                xml.element("w:tblBorders", &[], |xml| {
                    for side in SIDES {
                        xml.empty(side, &[("w:val", frame), ("w:sz", "4")]);
                    }
                });
            }
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            let room = if frame.is_some() { ROOM } else { "0" };
            let above = if frame.is_some() { ROOM_ABOVE } else { "0" };
            xml.element("w:tblCellMar", &[], |xml| {
                for (side, room) in [
                    ("w:top", above),
                    ("w:left", room),
                    ("w:bottom", above),
                    ("w:right", room),
                ] {
                    xml.empty(side, &[("w:w", room), ("w:type", "dxa")]);
                }
            });
        });
        xml.element("w:tblGrid", &[], |xml| {
            for width in columns {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        rows(xml);
    });
}

fn row(xml: &mut Xml, is_head: bool, is_whole: bool, cells: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |xml| {
        if is_whole {
            xml.element("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                if is_head {
                    xml.empty("w:tblHeader", &[]);
                }
            });
        }
        cells(xml);
    });
}

fn cell(xml: &mut Xml, width: u32, columns: usize, content: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if columns > 1 {
                xml.set("w:gridSpan", &columns.to_string());
            }
        });
        content(xml);
    });
}
