//! Columns of the tables of a report, each with its share of the width in hundredths.

/// The columns of the annex, after Phụ lục II of Thông báo kết luận 624/TB-VPCP (16/11/2025), with those
/// of assignment annexes; and their widths.
pub const ANNEX_COLUMNS: [(&str, u8); 8] = [
    ("STT", 5),
    ("Nội dung nhiệm vụ", 27),
    ("Chủ trì", 12),
    ("Phối hợp", 12),
    ("Thời hạn", 9),
    ("Kết quả thực hiện", 18),
    ("Tiến độ", 9),
    ("Ghi chú", 8),
];

/// The columns of numbers, after the one that names what is counted.
pub const COUNT_COLUMNS: [(&str, u8); 8] = [
    ("Tổng số", 8),
    ("Hoàn thành đúng hạn", 9),
    ("Hoàn thành quá hạn", 9),
    ("Chưa hoàn thành, trong hạn", 9),
    ("Chưa hoàn thành, quá hạn", 9),
    ("Không có hạn, đã hoàn thành", 9),
    ("Không có hạn, chưa hoàn thành", 9),
    ("Tỷ lệ hoàn thành", 10),
];
pub const SECTION: (&str, u8) = ("Phần của kế hoạch", 28);
pub const UNIT: (&str, u8) = ("Đơn vị", 28);

/// The columns of the comparison.
pub const COMPARISON: [(&str, u8); 4] = [
    ("Chỉ tiêu", 46),
    ("Kỳ này", 18),
    ("Kỳ trước", 18),
    ("Tăng, giảm", 18),
];
/// What is compared, in the order of [`COUNT_COLUMNS`]; then the two rates.
pub const FIGURES: [&str; 9] = [
    "Tổng số nhiệm vụ",
    "Hoàn thành đúng hạn",
    "Hoàn thành quá hạn",
    "Chưa hoàn thành, trong hạn",
    "Chưa hoàn thành, quá hạn",
    "Không có hạn, đã hoàn thành",
    "Không có hạn, chưa hoàn thành",
    "Tỷ lệ hoàn thành trên tổng số",
    "Tỷ lệ hoàn thành trên số đã đến hạn",
];

pub const DUTIES_SHEET: &str = "Nhiệm vụ";
pub const UNITS_SHEET: &str = "Đơn vị";
pub const MATRIX_SHEET: &str = "Đơn vị và nhiệm vụ";
pub const OVERDUE_SHEET: &str = "Quá hạn";
pub const DUTIES_COLUMNS: [(&str, u8); 14] = [
    ("Mục", 4),
    ("Nội dung nhiệm vụ", 17),
    ("Kỳ", 4),
    ("Đơn vị", 9),
    ("Vai trò", 4),
    ("Chủ trì", 7),
    ("Phối hợp", 6),
    ("Thời hạn", 5),
    ("Tình trạng", 6),
    ("Ngày hoàn thành", 5),
    ("Văn bản kết quả", 9),
    ("Khó khăn, vướng mắc", 9),
    ("Đề xuất, kiến nghị", 9),
    ("Ghi chú", 6),
];
pub const OVERDUE_COLUMNS: [(&str, u8); 7] = [
    ("STT", 4),
    ("Mục", 6),
    ("Nội dung nhiệm vụ", 36),
    ("Đơn vị", 18),
    ("Thời hạn", 9),
    ("Số ngày quá hạn", 7),
    ("Nguyên nhân", 20),
];
