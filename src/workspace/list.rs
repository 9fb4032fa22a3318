//! Lists of units that are pasted: a name a line, or rows from a table program.

use crate::domain::{fold, spelling};
use crate::sorted::SortedMap;

/// A unit as a pasted line names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    pub name: String,
    /// The group that the line names; empty where it names none.
    pub group: String,
    /// Where to send to: a mail address or a telephone number; empty where none is given.
    pub address: String,
}

/// What a column of a pasted table holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Count,
    Name,
    Group,
    Address,
    Other,
}

/// Heads of columns, folded.
const HEADS: [(&str, Column); 14] = [
    ("stt", Column::Count),
    ("tt", Column::Count),
    ("ten don vi", Column::Name),
    ("don vi", Column::Name),
    ("ten", Column::Name),
    ("khoi", Column::Group),
    ("nhom", Column::Group),
    ("thuoc khoi", Column::Group),
    ("email", Column::Address),
    ("thu dien tu", Column::Address),
    ("dien thoai", Column::Address),
    ("so dien thoai", Column::Address),
    ("zalo", Column::Address),
    ("noi gui", Column::Address),
];

/// Reads a pasted list. Cells stand apart by tabs, as table programs copy them, or by semicolons.
/// Blank lines, counts and a head of columns are left out; of two lines with one name the first
/// counts.
#[must_use]
pub fn listed(text: &str) -> Vec<Listed> {
    let mut rows = text
        .lines()
        .map(cells)
        .filter(|cells| !cells.is_empty())
        .peekable();
    let head = rows
        .next_if(|cells| is_head(cells))
        .map(|cells| columns(&cells));
    let mut found: Vec<Listed> = Vec::new();
    let mut known: SortedMap<String, ()> = SortedMap::new();
    let mut group = String::new();
    for cells in rows {
        if let Some(heading) = group_heading(&cells) {
            heading.clone_into(&mut group);
            continue;
        }
        let mut listed = head
            .as_ref()
            .map_or_else(|| by_content(&cells), |head| by_head(&cells, head));
        if listed.group.is_empty() {
            listed.group.clone_from(&group);
        } else if head.as_deref().is_some_and(is_led_by_groups) {
            // Merged cells are copied as one that is filled and others that are empty.
            group.clone_from(&listed.group);
        }
        let name = spelling(&listed.name);
        if !listed.name.is_empty() && !known.contains_key(&name) {
            known.insert(name, ());
            found.push(listed);
        }
    }
    found
}

fn cells(line: &str) -> Vec<String> {
    let sign = if line.contains('\t') { '\t' } else { ';' };
    let tidy = |cell: &str| cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let cells: Vec<_> = line.split(sign).map(tidy).collect();
    if cells.iter().all(String::is_empty) {
        return Vec::new();
    }
    cells
}

/// Returns the group that a row of its own names: "I | Khối xã", with the units counted below it.
fn group_heading(cells: &[String]) -> Option<&str> {
    let mut filled = cells.iter().filter(|cell| !cell.is_empty());
    let (count, name) = (filled.next()?, filled.next()?);
    let letters = count.trim_end_matches(['.', ')']);
    let is_roman = !letters.is_empty() && letters.chars().all(|c| "IVX".contains(c));
    (is_roman && filled.next().is_none()).then_some(name)
}

fn column(cell: &str) -> Column {
    let folded = fold(cell);
    let head = HEADS.iter().find(|(head, _)| *head == folded);
    head.map_or(Column::Other, |(_, column)| *column)
}

fn is_head(cells: &[String]) -> bool {
    cells.iter().any(|cell| column(cell) == Column::Name)
        && cells
            .iter()
            .filter(|cell| column(cell) != Column::Other)
            .count()
            * 2
            >= cells.len()
        && (cells.len() > 1 || fold(&cells[0]) == "ten don vi")
}

/// Says whether the groups stand before the units, as in tables whose cells are merged.
fn is_led_by_groups(head: &[Column]) -> bool {
    let place = |wanted: Column| head.iter().position(|column| *column == wanted);
    place(Column::Group).is_some_and(|group| Some(group) < place(Column::Name))
}

fn columns(cells: &[String]) -> Vec<Column> {
    cells.iter().map(|cell| column(cell)).collect()
}

fn by_head(cells: &[String], head: &[Column]) -> Listed {
    let of = |wanted: Column| {
        let found = head
            .iter()
            .zip(cells)
            .find(|(column, cell)| **column == wanted && !cell.is_empty());
        found.map(|(_, cell)| cell.clone()).unwrap_or_default()
    };
    Listed {
        name: of(Column::Name),
        group: of(Column::Group),
        address: of(Column::Address),
    }
}

/// Without a head the first words are the name, the next the group; addresses show themselves.
fn by_content(cells: &[String]) -> Listed {
    let mut words = cells
        .iter()
        .filter(|cell| !is_count(cell) && !is_address(cell) && !cell.is_empty());
    Listed {
        name: words
            .next()
            .map(|cell| without_count(cell).to_owned())
            .unwrap_or_default(),
        group: words.next().cloned().unwrap_or_default(),
        address: cells
            .iter()
            .find(|cell| is_address(cell))
            .cloned()
            .unwrap_or_default(),
    }
}

fn is_count(cell: &str) -> bool {
    let digits = cell.trim_end_matches(['.', ')']);
    digits.len() <= 4 && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// "1. Chi bộ thôn A", "- Chi bộ thôn A"
fn without_count(cell: &str) -> &str {
    let bare = cell.trim_start_matches(['-', '+', '*', '•', ' ']);
    match bare.split_once(' ') {
        Some((count, name)) if is_count(count) && count.ends_with(['.', ')']) => name,
        _ => bare,
    }
}

fn is_address(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let others = cell
        .chars()
        .filter(|c| !matches!(c, '0'..='9' | ' ' | '.' | '-' | '+'))
        .count();
    cell.contains('@') && !cell.contains(' ') || (9..=12).contains(&digits) && others == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str, &str)]) {
        let found = listed(text);
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.name.as_str(), one.group.as_str(), one.address.as_str()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_name_a_line() {
        check(
            "Chi bộ thôn A\n\n1. Chi bộ thôn B\n- Chi bộ thôn C\r\nchi bộ thôn a",
            &[
                ("Chi bộ thôn A", "", ""),
                ("Chi bộ thôn B", "", ""),
                ("Chi bộ thôn C", "", ""),
            ],
        );
    }

    #[test]
    fn rows_of_a_table_program_with_a_head() {
        check(
            "STT\tTên đơn vị\tKhối\tEmail\n1\tTrường A\tTrường học\ta@b.vn\n2\tTrạm Y tế\t\t",
            &[("Trường A", "Trường học", "a@b.vn"), ("Trạm Y tế", "", "")],
        );
    }

    #[test]
    fn merged_cells_and_rows_of_their_own_tell_the_group_of_those_below() {
        check(
            "Khối\tTên đơn vị\nTrường học\tTrường A\n\tTrường B",
            &[
                ("Trường A", "Trường học", ""),
                ("Trường B", "Trường học", ""),
            ],
        );
        check(
            "I\tKhối xã\n1\tĐảng bộ xã A\n2\tĐảng bộ xã B\nII\tKhối cơ quan\n3\tChi bộ C",
            &[
                ("Đảng bộ xã A", "Khối xã", ""),
                ("Đảng bộ xã B", "Khối xã", ""),
                ("Chi bộ C", "Khối cơ quan", ""),
            ],
        );
    }

    #[test]
    fn rows_without_a_head_tell_by_what_they_hold() {
        check(
            "1\tTrường A\tTrường học\t0912 345 678\n2\tTrạm Y tế;x",
            &[
                ("Trường A", "Trường học", "0912 345 678"),
                ("Trạm Y tế;x", "", ""),
            ],
        );
        check(
            "Trường A; Trường học; a@b.vn",
            &[("Trường A", "Trường học", "a@b.vn")],
        );
    }

    #[test]
    fn a_unit_may_be_called_by_a_word_of_the_heads() {
        check(
            "Đơn vị 5\nKhối Đảng",
            &[("Đơn vị 5", "", ""), ("Khối Đảng", "", "")],
        );
    }
}
