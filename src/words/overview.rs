//! Labels and sentences of the overview.

use super::number;
use crate::domain::Standing;
use crate::view::Counts;

pub const OVERVIEW: &str = "Tổng hợp";
pub const OFFICIAL_NUMBERS: &str = "Số nhiệm vụ theo tình hình thực hiện";
pub const NOBODY: &str =
    "Chưa có đơn vị nào trong danh sách của kế hoạch này. Thêm đơn vị ở trang Đơn vị.";
pub const NONE_MATCHES: &str = "Không có đơn vị nào như vậy.";
pub const SHOW: &str = "Chọn xem";
pub const ALL_UNITS: &str = "Tất cả";
pub const SILENT: &str = "Chưa báo cáo";
pub const ALL_GROUPS: &str = "Mọi khối";
pub const GROUP: &str = "Khối";
pub const FIND_UNIT: &str = "Tìm đơn vị";
pub const UNIT: &str = "Đơn vị";
pub const DONE: &str = "Đã xong";
pub const SUM: &str = "Cộng";
pub const MATRIX: &str = "Bảng đơn vị và nhiệm vụ";
pub const LEGEND: &str = "Ký hiệu";
pub const NOT_THEIRS: &str = "Không phải việc của đơn vị";
pub const OPEN_OVERVIEW: &str = "Xem tổng hợp";

/// The sign of a standing as one or two letters, for tables.
#[must_use]
pub fn sign(standing: Standing) -> &'static str {
    match standing {
        Standing::DoneOnTime | Standing::DoneWithoutDay => "✓",
        Standing::DoneLate => "✓!",
        Standing::InTime | Standing::OpenWithoutDay => "○",
        Standing::DueSoon => "◔",
        Standing::Overdue => "!",
        Standing::NotApplicable => "–",
    }
}

/// "12/30 đơn vị đã có báo cáo"
#[must_use]
pub fn heard(heard: usize, all: usize) -> String {
    format!("{heard}/{all} đơn vị đã có báo cáo")
}

/// When a unit last wrote, in days.
#[must_use]
pub fn heard_before(days: Option<i64>) -> String {
    match days {
        None => "chưa có báo cáo".to_owned(),
        Some(0) => "ghi lần cuối hôm nay".to_owned(),
        Some(1) => "ghi lần cuối hôm qua".to_owned(),
        Some(days) => format!("ghi lần cuối {} ngày trước", number(days)),
    }
}

/// The rate that offices call "tỷ lệ hoàn thành" of what was due, with its formula.
#[must_use]
pub fn rate_of_due(counts: Counts) -> String {
    format!(
        "Hoàn thành trên số đã đến hạn: {} = {} ÷ ({} đã xong + {} quá hạn)",
        rate(counts.done(), counts.done() + counts.overdue),
        counts.done(),
        counts.done(),
        counts.overdue
    )
}

/// The rate of all duties, with its formula.
#[must_use]
pub fn rate_of_all(counts: Counts) -> String {
    format!(
        "Hoàn thành trên tổng số: {} = {} ÷ {} nhiệm vụ",
        rate(counts.done(), counts.all()),
        counts.done(),
        counts.all()
    )
}

/// Duties without a day are counted apart.
#[must_use]
pub fn without_day(counts: Counts) -> String {
    format!(
        "Không có hạn (thường xuyên): đã xong {}, đang làm {}.",
        counts.done_without_day, counts.open_without_day
    )
}

/// Tells how the numbers come to their sum.
#[must_use]
pub fn sum(counts: Counts) -> String {
    format!(
        "Tổng số {} = {} đúng hạn + {} quá hạn đã xong + {} trong hạn + {} quá hạn chưa xong + {} không có hạn",
        counts.all(),
        counts.done_on_time,
        counts.done_late,
        counts.in_time,
        counts.overdue,
        counts.done_without_day + counts.open_without_day
    )
}

/// A share in per cent with one decimal, rounded half up: "66,7%"; a dash where there is nothing.
#[must_use]
pub fn rate(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "—".to_owned();
    }
    let tenths = (part * 2000 + whole) / (whole * 2);
    format!("{},{}%", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_rounded_to_a_tenth() {
        assert_eq!(rate(2, 3), "66,7%");
        assert_eq!(rate(1, 8), "12,5%");
        assert_eq!(rate(1, 3), "33,3%");
        assert_eq!(rate(7, 7), "100,0%");
        assert_eq!(rate(0, 5), "0,0%");
        assert_eq!(rate(0, 0), "—");
    }
}
