//! Tables: grids become lines of cells, tables that only lay out a page become their content.

use super::styles::Styles;
use super::xml::Element;

/// A cell: its content, and how many columns it takes.
pub(super) struct Cell<'t> {
    pub(super) content: Element<'t>,
    pub(super) columns: usize,
    /// Goes on with the cell above.
    pub(super) continues: bool,
}

/// More columns than any page bears.
const MAX_COLUMNS: usize = 63;

/// The rows of a table with their cells; a row's first columns may be left out.
pub(super) fn rows(table: Element<'_>) -> Vec<(usize, Vec<Cell<'_>>)> {
    through(table, "tr")
        .into_iter()
        .filter(|row| row.grandchild("trPr", "del").is_none())
        .map(|row| {
            let before = row
                .grandchild("trPr", "gridBefore")
                .and_then(Element::val)
                .and_then(|columns| columns.parse().ok())
                .unwrap_or(0)
                .min(MAX_COLUMNS);
            (before, through(row, "tc").into_iter().map(cell).collect())
        })
        .collect()
}

/// The rows or cells of an element, through whatever wraps them.
fn through<'t>(parent: Element<'t>, name: &str) -> Vec<Element<'t>> {
    let mut found = Vec::new();
    for child in parent.children() {
        match child.name() {
            known if known == name => found.push(child),
            "sdt" | "sdtContent" | "customXml" | "smartTag" | "ins" => {
                found.extend(through(child, name));
            }
            _ => {}
        }
    }
    found
}

fn cell(cell: Element<'_>) -> Cell<'_> {
    let property = |name| cell.grandchild("tcPr", name);
    let columns = property("gridSpan")
        .and_then(Element::val)
        .and_then(|columns| columns.parse().ok())
        .unwrap_or(1);
    // A merge without a word goes on; only "restart" begins one.
    let continues = |name| {
        property(name).is_some_and(|merge| merge.val().is_none_or(|value| value != "restart"))
    };
    Cell {
        content: cell,
        columns: columns.clamp(1, MAX_COLUMNS),
        continues: continues("vMerge") || continues("hMerge"),
    }
}

/// Says whether a table is a grid of data, rather than a means to lay out a page such as the head of
/// a letter: it has visible lines, or three columns with something in them.
pub(super) fn is_grid(
    table: Element<'_>,
    rows: &[(usize, Vec<Cell<'_>>)],
    styles: &Styles,
) -> bool {
    let width = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    if width < 2 {
        return false;
    }
    let filled = (0..width)
        .filter(|column| {
            let mut cells = rows.iter().filter_map(|(_, cells)| cells.get(*column));
            cells.any(|cell| is_filled(cell.content))
        })
        .count();
    filled >= 3 || has_lines(table, rows, styles)
}

/// Says whether a cell holds a word, or a number that Word gives.
fn is_filled(cell: Element<'_>) -> bool {
    cell.descendants()
        .any(|element| matches!(element.name(), "t" | "numPr"))
}

fn has_lines(table: Element<'_>, rows: &[(usize, Vec<Cell<'_>>)], styles: &Styles) -> bool {
    let mut cells = rows.iter().flat_map(|(_, cells)| cells);
    let own = cells.find_map(|cell| cell.content.grandchild("tcPr", "tcBorders"));
    let properties = table.child("tblPr");
    let of_table = properties.and_then(|properties| properties.child("tblBorders"));
    if let Some(borders) = of_table.or(own) {
        return has_borders(borders);
    }
    let style = properties
        .and_then(|properties| properties.child("tblStyle"))
        .and_then(Element::val);
    styles.has_borders(style.as_deref())
}

/// Says whether any of some borders is visible.
pub(super) fn has_borders(borders: Element<'_>) -> bool {
    borders.children().any(|border| {
        border
            .val()
            .is_some_and(|kind| !matches!(&*kind, "nil" | "none"))
    })
}

/// Writes a row of a grid as one line.
pub(super) fn line(cells: &[String]) -> String {
    let mut line = "|".to_owned();
    for cell in cells {
        let words: Vec<_> = cell.split(' ').filter(|word| !word.is_empty()).collect();
        let cell = words.join(" ").replace('|', "/").replace('\n', "<br>");
        line.push(' ');
        line.push_str(&cell);
        line.push_str(if cell.is_empty() { "|" } else { " |" });
    }
    line
}
