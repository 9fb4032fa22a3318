//! Rows of tables of duties: an annex that says who does what by when.

use super::calendar::Calendar;
use super::column::{self, Column};
use super::grid;
use super::mention::{Mention, join};
use super::words::words;
use super::{list, party, times, unit};
use crate::domain::capitalised;

/// A table that is being read, row by row.
#[derive(Default)]
pub(super) struct Rows {
    columns: Vec<Column>,
    before: bool,
    /// Those whom a row in between names for the rows below it.
    lead: Vec<String>,
    lead_from: Option<String>,
}

impl Rows {
    /// Reads the next row; the first tells the columns.
    pub(super) fn take(
        &mut self,
        row: &str,
        block: usize,
        path: &str,
        calendar: Calendar,
    ) -> Vec<Mention> {
        let cells = grid::cells(row);
        if column::is_head(&cells) {
            self.columns = cells.iter().map(|cell| column::of_head(cell)).collect();
            self.before = cells
                .iter()
                .any(|cell| column::of_head(cell) == Column::Time && column::is_before(cell));
            return Vec::new();
        }
        if self.columns.is_empty() || is_count_of_columns(&cells) {
            return Vec::new();
        }
        let cell = |wanted: Column| {
            let found = self.columns.iter().zip(&cells);
            found
                .filter(|(column, cell)| **column == wanted && !cell.is_empty())
                .map(|(_, cell)| *cell)
                .next()
        };
        let Some(duty) = cell(Column::Duty) else {
            return Vec::new();
        };
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        let alone = filled <= 2
            && [Column::Lead, Column::Support, Column::Time, Column::Product]
                .iter()
                .all(|column| cell(*column).is_none());
        if alone && self.columns.len() > 2 {
            self.group(duty, path);
            return Vec::new();
        }
        let place = place(path, cell(Column::Count));
        let mention = Mention {
            path: place,
            block,
            text: first_line(duty).to_owned(),
            product: cell(Column::Product).map(plain),
            ..Mention::default()
        };
        let time = cell(Column::Time).map(|cell| {
            let text = plain(cell);
            times::cell(&text, &words(&text), calendar, self.before)
        });
        let own = words(duty);
        let time = time.unwrap_or_else(|| times::in_text(duty, &own, calendar));
        self.named(mention, duty, cell(Column::Lead), cell(Column::Support))
            .timed(time)
    }

    fn named(
        &self,
        mut mention: Mention,
        duty: &str,
        lead: Option<&str>,
        support: Option<&str>,
    ) -> Mention {
        let lines: Vec<_> = duty
            .split("<br>")
            .map(|line| party::find(line, &words(line), None))
            .collect();
        let lead_of = |named: &party::Named| !named.lead.is_empty();
        let found = lines
            .iter()
            .position(lead_of)
            .or_else(|| lines.iter().position(|named| !named.support.is_empty()));
        let found = found
            .and_then(|at| lines.into_iter().nth(at))
            .unwrap_or_default();
        (mention.lead, mention.support) = lead.map(doers).unwrap_or_default();
        mention
            .support
            .extend(support.map(names).unwrap_or_default());
        if mention.lead.is_empty() {
            mention.lead = found.lead;
        }
        if mention.lead.is_empty() {
            mention.lead.clone_from(&self.lead);
            mention.inherited_from.clone_from(&self.lead_from);
        }
        if mention.support.is_empty() {
            mention.support = found.support;
        }
        mention
    }

    /// A row that only names units, or a group of duties.
    fn group(&mut self, title: &str, path: &str) {
        let names = unit::heading(title, &words(title));
        self.lead_from = names.as_ref().map(|_| path.to_owned());
        self.lead = names.unwrap_or_default();
    }
}

/// "(1) | (2) | (3)": the row that counts the columns.
fn is_count_of_columns(cells: &[&str]) -> bool {
    cells
        .iter()
        .zip(1..)
        .all(|(cell, count)| cell.trim_matches(['(', ')', ' ']).parse() == Ok(count))
}

/// The place of a row: its count below the place of the table.
fn place(path: &str, count: Option<&str>) -> String {
    let count = count.map(|count| count.trim_matches(['*', '.', ' ']));
    match (path.rsplit_once('.'), count) {
        (Some((table, _)), Some(count)) => join(table, count),
        (None, Some(count)) => count.to_owned(),
        (_, None) => path.to_owned(),
    }
}

/// "Phòng A chủ trì; Công an xã phối hợp", or nothing but those who lead.
fn doers(cell: &str) -> (Vec<String>, Vec<String>) {
    let text = cell.replace("<br>", "; ");
    let all = words(&text);
    if all
        .windows(2)
        .any(|two| two[0].is("chủ") && two[1].is("trì"))
    {
        return unit::doers(&text, &all);
    }
    (names(cell), Vec::new())
}

fn names(cell: &str) -> Vec<String> {
    cell.split("<br>")
        .flat_map(|line| list::split(line, &words(line)))
        .map(|name| name.trim_start_matches(['-', '+', ' ']).to_owned())
        .filter(|name| !name.is_empty())
        .collect()
}

fn plain(cell: &str) -> String {
    capitalised(cell.replace("<br>", " ").trim_matches(['*', ' ']))
}

fn first_line(cell: &str) -> &str {
    cell.split("<br>")
        .next()
        .unwrap_or(cell)
        .trim_matches(['*', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_duties_with_their_columns() {
        let mut rows = Rows::default();
        let mut take = |row: &str| rows.take(row, 0, "PL.p1", Calendar::default());
        assert!(take("| STT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành | Sản phẩm |").is_empty());
        assert!(take("| (1) | (2) | (3) | (4) | (5) | (6) |").is_empty());
        assert!(take("| I | Công tác tuyên truyền |  |  |  |  |").is_empty());
        let found = take(
            "| 1 | Tổ chức tập huấn | Phòng Văn hóa - Xã hội | Công an xã;<br>Các thôn | Trước ngày 15/3/2026 | Báo cáo |",
        );
        assert_eq!(found.len(), 1);
        let duty = &found[0];
        assert_eq!(
            (duty.path.as_str(), duty.text.as_str()),
            ("PL.1", "Tổ chức tập huấn")
        );
        assert_eq!(duty.lead, ["Phòng Văn hóa - Xã hội"]);
        assert_eq!(duty.support, ["Công an xã", "Các thôn"]);
        assert_eq!(duty.product.as_deref(), Some("Báo cáo"));
        let last = duty
            .deadline
            .as_ref()
            .and_then(|deadline| deadline.last_day(crate::domain::BeforeDay::Excluded));
        assert_eq!(
            last.map(|day| day.to_string()).as_deref(),
            Some("2026-03-14")
        );
    }
}
