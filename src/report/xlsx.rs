//! Tables → a workbook of Excel, with days as days and numbers as numbers.
//!
//! A text is always written as a text, so one that begins with `=` computes nothing.

use super::shown::plain;
use super::{Cell, Column, Row, Sheet, Workbook};
use crate::domain::Day;
use chrono::Datelike;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError,
};

/// How many letters Excel takes in one cell, counted in UTF-16; a longer text is cut there.
pub const MOST_LETTERS: usize = 32_767;

/// How many letters stand side by side on a sheet laid across.
const LETTERS_ACROSS: u32 = 150;
/// How many may, on paper; a wider table goes on beside itself, with its first column on each page.
const LETTERS_ON_PAPER: u32 = 200;
/// Narrower than this no day stands in one line.
const FEWEST_LETTERS: u32 = 11;
/// The height of a line in points, and the most that a row may have.
const LINE: u32 = 16;
const HIGHEST_ROW: u32 = 409;
const A4: u8 = 9;
const FONT: &str = "Times New Roman";

/// Writes tables as the bytes of an .xlsx file, a sheet each. The same tables give the same bytes.
///
/// # Errors
/// Names of sheets that Excel does not take, and more rows or columns than it holds.
pub fn xlsx(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut file = rust_xlsxwriter::Workbook::new();
    // Else the library writes the moment.
    let first_day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    file.set_properties(&DocProperties::new().set_creation_datetime(&first_day));
    let looks = Looks::new();
    for sheet in &workbook.sheets {
        write_sheet(file.add_worksheet(), sheet, &looks)?;
    }
    file.save_to_buffer()
}

/// The few looks that cells have, made once a file.
struct Looks {
    above: Format,
    title: Format,
    across: Format,
    text: Format,
    count: Format,
    rate: Format,
    day: Format,
}

impl Looks {
    fn new() -> Self {
        let plain = Format::new().set_font_name(FONT).set_font_size(12);
        let bold = plain.clone().set_bold();
        let framed = |format: &Format| {
            let format = format.clone().set_border(FormatBorder::Thin);
            format.set_text_wrap().set_align(FormatAlign::Top)
        };
        let middle = framed(&plain).set_align(FormatAlign::Center);
        Self {
            above: bold.clone(),
            title: framed(&bold)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            // Not wrapped, it goes on over the empty cells beside it.
            across: bold.clone(),
            text: framed(&plain),
            count: middle.clone().set_num_format("#,##0"),
            rate: middle.clone().set_num_format("0.0%"),
            day: middle.set_num_format("dd/mm/yyyy"),
        }
    }
}

fn write_sheet(to: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Result<(), XlsxError> {
    to.set_name(&sheet.name)?;
    let columns = &sheet.table.columns;
    let pages = columns
        .iter()
        .map(letters)
        .sum::<u32>()
        .div_ceil(LETTERS_ON_PAPER);
    let pages = u16::try_from(pages.max(1)).unwrap_or(u16::MAX);
    to.set_paper_size(A4)
        .set_landscape()
        .set_print_fit_to_pages(pages, 0)
        // The page and how many there are.
        .set_footer("&C&P/&N");
    set_widths(to, columns)?;
    let mut at = 0;
    for above in &sheet.above {
        to.write_string_with_format(at, 0, cut(above), &looks.above)?;
        at += 1;
    }
    write_titles(to, at, columns, looks)?;
    let titles = at;
    for row in &sheet.table.rows {
        at += 1;
        write_row(to, at, row, columns, looks)?;
    }
    if sheet.table.rows.last().is_some_and(is_sum) {
        // Sorted, it would stand among what it sums up.
        at -= 1;
    }
    to.autofilter(titles, 0, at, last_column(columns.len()))?;
    to.set_freeze_panes(titles + 1, 1)?;
    to.set_repeat_rows(titles, titles)?;
    to.set_repeat_columns(0, 0)?;
    Ok(())
}

fn is_sum(row: &Row) -> bool {
    let first = match row {
        Row::Cells(cells) => cells.first(),
        Row::Across(_) => None,
    };
    matches!(first, Some(Cell::Text(name)) if name == crate::words::report::SUM)
}

fn set_widths(to: &mut Worksheet, columns: &[Column]) -> Result<(), XlsxError> {
    for (column, at) in columns.iter().zip(0..) {
        to.set_column_width(at, letters(column))?;
    }
    Ok(())
}

fn write_titles(
    to: &mut Worksheet,
    at: u32,
    columns: &[Column],
    looks: &Looks,
) -> Result<(), XlsxError> {
    for (column, place) in columns.iter().zip(0..) {
        to.write_string_with_format(at, place, cut(&column.title), &looks.title)?;
    }
    let lines = columns.iter().map(|it| lines(&it.title, it));
    to.set_row_height(at, height(lines))?;
    Ok(())
}

fn write_row(
    to: &mut Worksheet,
    at: u32,
    row: &Row,
    columns: &[Column],
    looks: &Looks,
) -> Result<(), XlsxError> {
    match row {
        // Cells made into one would stand in the way of sorting.
        Row::Across(words) => {
            to.write_string_with_format(at, 0, cut(words), &looks.across)?;
        }
        Row::Cells(cells) => {
            for (cell, place) in cells.iter().zip(0..) {
                write_cell(to, at, place, cell, looks)?;
            }
            let lines = cells.iter().zip(columns).map(|(cell, column)| match cell {
                Cell::Text(text) => lines(text, column),
                _ => 1,
            });
            to.set_row_height(at, height(lines))?;
        }
    }
    Ok(())
}

/// How many letters a column takes in one line.
fn letters(column: &Column) -> u32 {
    (u32::from(column.width) * LETTERS_ACROSS / 100).max(FEWEST_LETTERS)
}

/// About how many lines a text takes, broken between words. Letters of Times are narrower than the digits by
/// which a column is measured.
fn lines(text: &str, column: &Column) -> u32 {
    let room = letters(column) as usize * 11 / 10;
    let mut lines = 0;
    for line in text.split('\n') {
        lines += 1;
        let mut used = 0;
        for word in line.split(' ') {
            let letters = word.chars().count();
            if used > 0 && used + 1 + letters > room {
                lines += 1;
                used = 0;
            }
            // A word without an end is broken, too.
            lines += letters.saturating_sub(1) / room;
            used += letters % room.max(1) + usize::from(used > 0);
        }
    }
    u32::try_from(lines).unwrap_or(u32::MAX)
}

/// The height of a row. Excel finds it by itself when it opens a file; other programs do not.
fn height(lines: impl Iterator<Item = u32>) -> u32 {
    let most = lines.max().unwrap_or(1);
    most.saturating_mul(LINE).min(HIGHEST_ROW)
}

fn write_cell(
    to: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => to.write_blank(row, column, &looks.text)?,
        Cell::Text(text) => to.write_string_with_format(row, column, cut(text), &looks.text)?,
        // More than 2⁵³ of anything are not counted here.
        #[allow(clippy::cast_precision_loss)]
        Cell::Count(count) => {
            to.write_number_with_format(row, column, *count as f64, &looks.count)?
        }
        Cell::Rate(thousandths) => {
            let share = f64::from(*thousandths) / 1000.0;
            to.write_number_with_format(row, column, share, &looks.rate)?
        }
        Cell::Day(day) => write_day(to, row, column, *day, &looks.day)?,
    };
    Ok(())
}

/// Excel's calendar begins with 1900; a day outside it is written in words.
fn write_day<'a>(
    to: &'a mut Worksheet,
    row: u32,
    column: u16,
    day: Day,
    look: &Format,
) -> Result<&'a mut Worksheet, XlsxError> {
    let number = |value: u32| u8::try_from(value).unwrap_or(0);
    let year = u16::try_from(day.year()).unwrap_or(0);
    match ExcelDateTime::from_ymd(year, number(day.month()), number(day.day())) {
        Ok(known) => to.write_datetime_with_format(row, column, &known, look),
        Err(_) => to.write_string_with_format(row, column, crate::words::date(day), look),
    }
}

fn last_column(columns: usize) -> u16 {
    u16::try_from(columns.saturating_sub(1)).unwrap_or(u16::MAX)
}

/// A text as a cell takes it.
fn cut(text: &str) -> String {
    let mut room = MOST_LETTERS;
    let fits = |c: &char| {
        let left = room.checked_sub(c.len_utf16());
        room = left.unwrap_or(0);
        left.is_some()
    };
    plain(text).chars().take_while(fits).collect()
}
