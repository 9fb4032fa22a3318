//! A report as people read it, whatever format it is written in: words, tables, head and signature.

use crate::domain::Day;
use crate::workspace::Form;

/// A whole document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub form: Form,
    pub head: Head,
    /// What it is and what it is about, a line each: "BÁO CÁO", "kết quả thực hiện …".
    pub title: Vec<String>,
    pub body: Vec<Block>,
    /// Names alone, without a dash before and a semicolon after.
    pub recipients: Vec<String>,
    pub signature: Signature,
    /// Tables on pages of their own, laid across.
    pub annexes: Vec<Annex>,
}

/// What stands above the title. What is not known is left for the writer to fill in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// The office above the issuer; may be empty.
    pub above: String,
    pub issuer: String,
    /// Number and sign, such as "Số     -BC/ĐU".
    pub number: String,
    pub place: String,
    /// The day of issue; `None` leaves the blanks.
    pub day: Option<Day>,
}

/// A part of the body.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading of level 1 ("I."), 2 ("1.") or 3 ("a)"), its marker included.
    Heading(u8, String),
    Paragraph(String),
    Table(Table),
}

/// A table. Each row has as many cells as there are columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub title: String,
    /// Its share of the width, in hundredths.
    pub width: u8,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// A line across all columns, such as the name of a group.
    Across(String),
    Cells(Vec<Cell>),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Count(usize),
    /// A share in thousandths; shown in hundredths with one decimal.
    Rate(u32),
    Day(Day),
}

/// A table under a title of its own. That it is an annex, and which, is written above the title.
#[derive(Clone, Debug, PartialEq)]
pub struct Annex {
    pub title: String,
    /// The line below the title, such as "Dữ liệu tính đến ngày …".
    pub below: String,
    pub table: Table,
}

/// Who signs: "T/M BAN THƯỜNG VỤ", "BÍ THƯ", and the name, each empty where it is not known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signature {
    pub behalf: String,
    pub role: String,
    pub name: String,
}

/// Tables for a spreadsheet, one sheet each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workbook {
    pub sheets: Vec<Sheet>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// At most 31 characters, without `[]:*?/\`, each once in a workbook.
    pub name: String,
    /// Lines above the table: what it is, and as of which day.
    pub above: Vec<String>,
    pub table: Table,
}
