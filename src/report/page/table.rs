//! A table on a page. A long one may have thousands of rows, or cells that name hundreds of units: the style shows its
//! rows as grids, in blocks that are not drawn while they are out of sight. On paper it is a table like any other.

use super::super::shown::shown;
use super::super::{Cell, Column, Row, Table};
use crate::view::Markup;
use crate::words::report as said;

/// With more than this a table is long.
const MOST_DRAWN: Extent = Extent {
    rows: 200,
    letters: 20_000,
};

/// With this a block of a long table is full.
const BLOCK: Extent = Extent {
    rows: 50,
    letters: 4_000,
};

/// How much there is of a table.
#[derive(Clone, Copy, Default)]
struct Extent {
    rows: usize,
    letters: usize,
}

/// Adds a table that can be moved aside where it is wider than the screen.
pub(super) fn add_table(table: &Table, page: &mut Markup) {
    page.open(
        "div",
        &[
            ("class", "wide"),
            ("tabindex", "0"),
            ("role", "group"),
            ("aria-label", said::TABLE),
        ],
    );
    let is_long = Extent::of(&table.rows).exceeds(MOST_DRAWN);
    TablePage { page, is_long }.add(table);
    page.close("div");
}

/// A page that a table comes on. By its style a long one is no table, so roles say that it is one.
struct TablePage<'p> {
    page: &'p mut Markup,
    is_long: bool,
}

impl TablePage<'_> {
    fn add(&mut self, table: &Table) {
        self.open(
            "table",
            "table",
            &[("class", "long"), ("style", &grid(table))],
        );
        self.page.open("colgroup", &[]);
        for column in &table.columns {
            let width = format!("{}%", column.width);
            self.page.open("col", &[("width", &width)]);
        }
        self.page.close("colgroup");
        self.open("thead", "rowgroup", &[]);
        self.open("tr", "row", &[]);
        for column in &table.columns {
            self.cell("th", "columnheader", &[("scope", "col")], &column.title);
        }
        self.page.close("tr");
        self.page.close("thead");
        let mut left = &*table.rows;
        while !left.is_empty() {
            let end = if self.is_long {
                block(left)
            } else {
                left.len()
            };
            let (rows, others) = left.split_at(end);
            self.block(rows, table);
            left = others;
        }
        self.page.close("table");
    }

    fn block(&mut self, rows: &[Row], table: &Table) {
        let lines: usize = rows.iter().map(|row| lines(row, table)).sum();
        // By this the style knows how high it is while it is not drawn.
        let height = format!("--lines: {lines}; --rows: {}", rows.len());
        self.open("tbody", "rowgroup", &[("class", "far"), ("style", &height)]);
        for row in rows {
            self.row(row, table.columns.len());
        }
        self.page.close("tbody");
    }

    fn row(&mut self, row: &Row, columns: usize) {
        self.open("tr", "row", &[]);
        match row {
            Row::Across(words) => {
                let columns = columns.to_string();
                let attributes = [("colspan", &*columns), ("scope", "colgroup")];
                self.cell("th", "rowheader", &attributes, words);
            }
            Row::Cells(cells) => {
                for cell in cells {
                    self.cell("td", "cell", &[("class", align(cell))], &shown(cell));
                }
            }
        }
        self.page.close("tr");
    }

    /// Begins a part, of a long table with what is for such a one alone.
    fn open(&mut self, tag: &str, role: &str, of_long: &[(&str, &str)]) {
        let role = [("role", role)];
        let attributes = [&role, of_long].concat();
        self.page
            .open(tag, if self.is_long { &attributes } else { &[] });
    }

    fn cell(&mut self, tag: &str, role: &str, attributes: &[(&str, &str)], words: &str) {
        let role = [("role", role)];
        let role = if self.is_long { &role[..] } else { &[] };
        self.page.element(tag, &[attributes, role].concat(), words);
    }
}

impl Extent {
    fn of(rows: &[Row]) -> Self {
        rows.iter().fold(Self::default(), Self::with)
    }

    fn with(self, row: &Row) -> Self {
        let letters = match row {
            Row::Across(words) => words.chars().count(),
            Row::Cells(cells) => cells.iter().map(letters).sum(),
        };
        Self {
            rows: self.rows + 1,
            letters: self.letters + letters,
        }
    }

    fn exceeds(self, other: Self) -> bool {
        self.rows > other.rows || self.letters > other.letters
    }
}

/// Returns how many of the rows make up the next block: one at least.
fn block(rows: &[Row]) -> usize {
    let mut extent = Extent::default();
    let fits = |row: &&Row| {
        extent = extent.with(row);
        !extent.exceeds(BLOCK)
    };
    rows.iter().take_while(fits).count().max(1)
}

fn letters(cell: &Cell) -> usize {
    shown(cell).chars().count()
}

/// Guesses of how many lines a row is: a hundredth of the width has room for about one letter.
fn lines(row: &Row, table: &Table) -> usize {
    let Row::Cells(cells) = row else {
        return 1;
    };
    let of_cell =
        |(cell, column): (&Cell, &Column)| letters(cell).div_ceil(column.width.max(1).into());
    let cells = cells.iter().zip(&table.columns).map(of_cell);
    cells.max().unwrap_or_default().max(1)
}

/// The columns as a style lays them out.
fn grid(table: &Table) -> String {
    let columns = table.columns.iter();
    let columns = columns.map(|it| format!("minmax(0, {}fr)", it.width));
    ["--columns: ", &columns.collect::<Vec<_>>().join(" ")].concat()
}

fn align(cell: &Cell) -> &'static str {
    match cell {
        Cell::Text(_) | Cell::Empty => "",
        Cell::Count(_) | Cell::Rate(_) | Cell::Day(_) => "figure",
    }
}
