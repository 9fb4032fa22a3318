//! A table on a page. A long one may have thousands of rows: the style shows them as grids, in blocks that are not drawn
//! while they are out of sight. On paper it is a table like any other.

use super::super::shown::shown;
use super::super::{Cell, Row, Table};
use crate::view::Markup;
use crate::words::report as said;

/// With more rows than these a table is long.
const MOST_DRAWN: usize = 200;

/// So many rows a block of a long table has.
const BLOCK: usize = 50;

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
    let is_long = table.rows.len() > MOST_DRAWN;
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
        // A short table is one block.
        let block = if self.is_long { BLOCK } else { MOST_DRAWN };
        for rows in table.rows.chunks(block) {
            // By this the style knows how high it is while it is not drawn.
            let count = format!("--rows: {}", rows.len());
            self.open("tbody", "rowgroup", &[("class", "far"), ("style", &count)]);
            for row in rows {
                self.row(row, table.columns.len());
            }
            self.page.close("tbody");
        }
        self.page.close("table");
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
