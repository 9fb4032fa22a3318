//! Labels and sentences of the overview.

use super::{count, date, number, percent, period};
use crate::domain::{Day, Period, Standing};
use crate::view::{Counts, Judged, Reviews, thousandths};

pub const OVERVIEW: &str = "Tổng hợp";
pub const GATHERING: &str = "Đang tổng hợp…";
pub const OFFICIAL_NUMBERS: &str = "Số nhiệm vụ theo tình hình thực hiện";
pub const NOBODY: &str =
    "Chưa có đơn vị nào trong danh sách của kế hoạch này. Thêm đơn vị ở mục Đơn vị.";
pub const NONE_MATCHES: &str =
    "Không có đơn vị nào như vậy. Hãy sửa chữ tìm hoặc bỏ bớt điều kiện chọn.";
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
/// What stands where there is nothing to be said.
pub const NONE: &str = "·";
pub const NOT_THEIRS: &str = "Không phải việc của đơn vị";
pub const OPEN_OVERVIEW: &str = "Xem tổng hợp";
pub const WAITING: &str = "Chờ thẩm định";
pub const PERIOD: &str = "Kỳ báo cáo";
pub const NOW: &str = "Kỳ này";
pub const BEFORE: &str = "Kỳ trước";
pub const NO_GROUP: &str = "Không thuộc khối nào";
pub const OVERLAP: &str =
    "Có đơn vị thuộc nhiều khối: đơn vị đó có ở mỗi khối, hàng Cộng chỉ tính một lần.";
pub const BY_GROUP: &str = "Theo khối";
pub const REPORTS: &str = "Báo cáo đã nhận";
pub const EXPECTED: &str = "Phải báo cáo";
pub const RECEIVED: &str = "Đã nhận";
pub const ON_TIME: &str = "Đúng hạn";
pub const LATE: &str = "Quá hạn";
pub const MISSING: &str = "Chưa nhận";
pub const DUE: &str = "Việc sắp đến hạn";
pub const NOTHING_DUE: &str = "Không có việc nào quá hạn hoặc đến hạn trong 30 ngày tới.";
pub const DROP_FILTER: &str = "Bỏ lọc";
pub const REMINDERS: &str = "Nhắc việc";
pub const NOBODY_TO_REMIND: &str = "Không có đơn vị nào chậm hoặc chưa báo cáo.";
pub const COPY: &str = "Chép lời nhắc";
pub const COPY_ALL: &str = "Chép lời nhắc chung";
pub const ALL_UNITS_REPORT: &str = "các đơn vị";
pub const COPIED: &str = "Đã chép lời nhắc. Dán vào Zalo hoặc e-mail để gửi.";
pub const REMINDER_TEXT: &str = "Lời nhắc";
pub const SEND_UP: &str = "Gửi lên cấp trên";
pub const SEND_UP_HINT: &str =
    "Một tệp gồm kết quả của mọi đơn vị trong kế hoạch này, để nơi nhận mở bằng Sổ Tiến Độ.";
pub const NOTHING_TO_SEND: &str = "Chưa có kết quả nào trong kế hoạch này để gửi. Hãy nhận kết quả của các đơn vị ở mục Gửi – nhận.";

/// The parts of a bar: colour and meaning.
pub const KEY: [(&str, &str); 5] = [
    ("green", "Đã xong (đúng hạn hoặc không có hạn)"),
    ("gold", "Xong quá hạn"),
    ("indigo", "Trong hạn"),
    ("lacquer", "Quá hạn chưa xong"),
    ("grey", "Không có hạn, chưa xong"),
];

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
    format!("{}/{} đơn vị đã có báo cáo", count(heard), count(all))
}

/// The plan and the day of the numbers.
#[must_use]
pub fn as_of(plan: &str, today: Day) -> String {
    format!("{plan} · số liệu đến ngày {}", date(today))
}

/// The name that a unit had before.
#[must_use]
pub fn formerly(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| format!("trước là {}", names.join(", ")))
}

/// So many periods before the running one; its name where all duties share it.
#[must_use]
pub fn back(steps: usize, shared: Option<Period>) -> String {
    let name = match steps {
        0 => NOW.to_owned(),
        1 => BEFORE.to_owned(),
        steps => format!("{steps} kỳ trước"),
    };
    match shared {
        Some(at) => format!("{name} ({})", period(at)),
        None => name,
    }
}

/// What the coordinator said, as one letter beside the sign; nothing where there is nothing to say.
#[must_use]
pub fn judged_sign(judged: Judged) -> Option<&'static str> {
    match judged {
        Judged::NotYet => None,
        Judged::Waiting => Some("c"),
        Judged::Accepted => Some("đ"),
        Judged::Returned => Some("t"),
        Judged::ExplanationAsked => Some("g"),
    }
}

#[must_use]
pub fn judged(judged: Judged) -> &'static str {
    match judged {
        Judged::NotYet => "chưa đến lúc thẩm định",
        Judged::Waiting => "chờ thẩm định",
        Judged::Accepted => "đã thẩm định: đạt",
        Judged::Returned => "trả lại",
        Judged::ExplanationAsked => "yêu cầu giải trình",
    }
}

/// Counts what was said of results; `None` where there is nothing to count.
#[must_use]
pub fn reviews(counts: Reviews) -> Option<String> {
    let told = [
        (counts.waiting, "chờ thẩm định"),
        (counts.accepted, "đạt"),
        (counts.returned, "trả lại"),
        (counts.explanation_asked, "yêu cầu giải trình"),
    ];
    let told: Vec<_> = told
        .into_iter()
        .filter(|(all, _)| *all > 0)
        .map(|(all, name)| format!("{} {name}", count(all)))
        .chain(extended(counts.extensions))
        .collect();
    (!told.is_empty()).then(|| format!("Thẩm định: {}.", told.join(", ")))
}

/// How often days were put off.
#[must_use]
pub fn extended(times: usize) -> Option<String> {
    (times > 0).then(|| format!("gia hạn {times} lần"))
}

/// How many duties come due, by horizon.
#[must_use]
pub fn due(counts: &[(usize, &str)]) -> String {
    let told = counts.iter().filter(|(count, _)| *count > 0);
    let told: Vec<_> = told
        .map(|(count, name)| format!("{name}: {count}"))
        .collect();
    if told.is_empty() {
        "không có".to_owned()
    } else {
        told.join(" · ")
    }
}

/// How many units owe a duty.
#[must_use]
pub fn owing(units: usize) -> String {
    format!("{} đơn vị chưa xong", count(units))
}

/// Which duty the units are chosen by.
#[must_use]
pub fn owed(path: &str, day: Day) -> String {
    format!("Đơn vị chưa xong {path}, hạn {}", date(day))
}

/// Counts the units of a group.
#[must_use]
pub fn units(units: usize) -> String {
    format!("{} đơn vị", count(units))
}

/// How many are to be reminded.
#[must_use]
pub fn to_remind(units: usize) -> String {
    format!("{} đơn vị chậm hoặc chưa báo cáo", count(units))
}

/// The numbers of a group in one line.
#[must_use]
pub fn numbers(counts: Counts) -> String {
    format!(
        "Xong {}/{}: {} đúng hạn, {} quá hạn đã xong, {} trong hạn, {} quá hạn chưa xong, {} không có hạn",
        count(counts.done()),
        count(counts.all()),
        count(counts.done_on_time),
        count(counts.done_late),
        count(counts.in_time),
        count(counts.overdue),
        count(counts.done_without_day + counts.open_without_day)
    )
}

pub(super) fn ago(days: i64) -> String {
    match days {
        0 => "hôm nay".to_owned(),
        1 => "hôm qua".to_owned(),
        days => format!("{} ngày trước", number(days)),
    }
}

/// How many of all are done, for tables.
#[must_use]
pub fn total(counts: Counts) -> String {
    match counts.all() {
        0 => NONE.to_owned(),
        all => format!("{}/{}", count(counts.done()), count(all)),
    }
}

/// When a unit last wrote, in days.
#[must_use]
pub fn heard_before(days: Option<i64>) -> String {
    days.map_or("chưa có báo cáo".to_owned(), |days| {
        format!("ghi lần cuối {}", ago(days))
    })
}

/// The rate that offices call "tỷ lệ hoàn thành" of what was due, with its formula.
#[must_use]
pub fn rate_of_due(counts: Counts) -> String {
    format!(
        "Hoàn thành trên số đã đến hạn: {} = {} ÷ ({} đã xong + {} quá hạn)",
        rate(counts.done(), counts.done() + counts.overdue),
        count(counts.done()),
        count(counts.done()),
        count(counts.overdue)
    )
}

/// The rate of all duties, with its formula.
#[must_use]
pub fn rate_of_all(counts: Counts) -> String {
    format!(
        "Hoàn thành trên tổng số: {} = {} ÷ {} nhiệm vụ",
        rate(counts.done(), counts.all()),
        count(counts.done()),
        count(counts.all())
    )
}

/// Duties without a day are counted apart.
#[must_use]
pub fn without_day(counts: Counts) -> String {
    format!(
        "Không có hạn (thường xuyên): đã xong {}, chưa xong {}.",
        count(counts.done_without_day),
        count(counts.open_without_day)
    )
}

/// Tells how the numbers come to their sum.
#[must_use]
pub fn sum(counts: Counts) -> String {
    format!(
        "Tổng số {} = {} đúng hạn + {} quá hạn đã xong + {} trong hạn + {} quá hạn chưa xong + {} không có hạn",
        count(counts.all()),
        count(counts.done_on_time),
        count(counts.done_late),
        count(counts.in_time),
        count(counts.overdue),
        count(counts.done_without_day + counts.open_without_day)
    )
}

/// A share in per cent with one decimal, rounded half up: "66,7%"; a dash where there is nothing.
#[must_use]
pub fn rate(part: usize, whole: usize) -> String {
    thousandths(part, whole).map_or("—".to_owned(), percent)
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
