//! The columns of tables of duties, known by their heads.

use super::date;
use super::words::{Phrases, Table, words};
use std::sync::LazyLock;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The count of the row: STT, TT.
    Count,
    Duty,
    Lead,
    Support,
    Time,
    Product,
    /// Anything else: ghi chú, số lượng.
    Other,
}

/// Words at the beginning of a column's head. A new head is one line.
#[rustfmt::skip]
static HEADS: LazyLock<Table<Column>> = LazyLock::new(|| Table::with([
    ("stt",                     Column::Count),
    ("tt",                      Column::Count),
    ("số tt",                   Column::Count),
    ("số thứ tự",               Column::Count),
    ("nội dung",                Column::Duty),
    ("nhiệm vụ",                Column::Duty),
    ("tên nhiệm vụ",            Column::Duty),
    ("công việc",               Column::Duty),
    ("nội dung công việc",      Column::Duty),
    ("các nhiệm vụ",            Column::Duty),
    ("hoạt động",               Column::Duty),
    ("đầu việc",                Column::Duty),
    ("chủ trì",                 Column::Lead),
    ("cơ quan chủ trì",         Column::Lead),
    ("đơn vị chủ trì",          Column::Lead),
    ("cơ quan, đơn vị chủ trì", Column::Lead),
    ("cơ quan thực hiện",       Column::Lead),
    ("đơn vị thực hiện",        Column::Lead),
    ("cơ quan, đơn vị thực hiện", Column::Lead),
    ("người thực hiện",         Column::Lead),
    ("phân công thực hiện",     Column::Lead),
    ("phân công",               Column::Lead),
    ("trách nhiệm",             Column::Lead),
    ("đơn vị phụ trách",        Column::Lead),
    ("người phụ trách",         Column::Lead),
    ("cán bộ phụ trách",        Column::Lead),
    ("phối hợp",                Column::Support),
    ("cơ quan phối hợp",        Column::Support),
    ("đơn vị phối hợp",         Column::Support),
    ("cơ quan, đơn vị phối hợp", Column::Support),
    ("thời gian",               Column::Time),
    ("thời hạn",                Column::Time),
    ("thời điểm",               Column::Time),
    ("tiến độ",                 Column::Time),
    ("hoàn thành",              Column::Time),
    ("ngày hoàn thành",         Column::Time),
    ("ngày chậm nhất",          Column::Time),
    ("sản phẩm",                Column::Product),
    ("kết quả",                 Column::Product),
    ("dự kiến sản phẩm",        Column::Product),
]));

/// Words that make a column of days the last days, and not the planned ones.
static LATEST: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(&["trước ngày", "hoàn thành trước"]));

/// Says what a column holds by its head.
pub(super) fn of_head(head: &str) -> Column {
    let head = head.replace("<br>", " ");
    HEADS
        .find(&words(head.trim_matches('*')))
        .map_or(Column::Other, |(_, column)| column)
}

/// Says whether the days of a column are named by "trước ngày".
pub(super) fn is_before(head: &str) -> bool {
    LATEST.first(&words(head)).is_some()
}

/// Says whether a cell is the head of the column that counts the rows.
pub(super) fn is_count(cell: &str) -> bool {
    let plain = cell.trim_matches(['*', ' ']);
    plain.chars().count() <= 10 && of_head(plain) == Column::Count
}

/// Says whether cells are the heads of a table of duties.
pub(super) fn is_head(cells: &[&str]) -> bool {
    let columns: Vec<_> = cells.iter().map(|cell| of_head(cell)).collect();
    columns.contains(&Column::Duty)
        && columns
            .iter()
            .any(|column| matches!(column, Column::Lead | Column::Time | Column::Support))
}

/// Says under which head a cell belongs by what it holds; only days tell that.
pub(super) fn of_cell(cell: &str, head: &[&str]) -> Option<usize> {
    let cell = words(cell);
    let is_day = date::day(&cell).is_some_and(|(_, taken)| taken + 5 >= cell.len());
    let is_span = cell.len() <= 3 && cell.first().is_some_and(|word| word.number.is_some());
    if is_day {
        head.iter().rposition(|head| of_head(head) == Column::Time)
    } else if is_span {
        head.iter().position(|head| of_head(head) == Column::Other)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_tell_their_columns() {
        let columns = [
            "STT",
            "**Nội dung nhiệm vụ**",
            "Đơn vị chủ trì",
            "Cơ quan<br>phối hợp",
            "Thời gian hoàn thành",
            "Sản phẩm",
            "Ghi chú",
        ]
        .map(of_head);
        assert_eq!(
            columns,
            [
                Column::Count,
                Column::Duty,
                Column::Lead,
                Column::Support,
                Column::Time,
                Column::Product,
                Column::Other,
            ]
        );
        assert!(is_head(&["TT", "Nội dung", "Thời hạn"]));
        assert!(!is_head(&["TT", "Họ và tên", "Chức vụ"]));
    }
}
