//! Labels and sentences of assigning: the roster, the report that is asked for, the plan file.

use super::{count, date, overview};
use crate::domain::{Day, Unit};
use crate::view::MOST_OFFERED;

pub const ASSIGN: &str = "Giao việc";
pub const OPEN: &str = "Giao việc cho đơn vị";
pub const LIST: &str = "1. Danh sách đơn vị";
pub const PASTE: &str = "Dán danh sách đơn vị";
pub const PASTE_HINT: &str = "Mỗi dòng một đơn vị. Chép thẳng từ Excel cũng được: tên đơn vị, khối, e-mail hoặc số điện thoại.";
pub const GROUP_OF_REST: &str = "Khối của các dòng không ghi khối";
pub const NO_GROUP: &str = "Không xếp vào khối nào";
pub const NEW_UNIT: &str = "mới";
pub const KNOWN_UNIT: &str = "đã có";
pub const UNITS: &str = "Đơn vị trong danh sách";
pub const FIND: &str = "Tìm đơn vị";
pub const ADDRESS: &str = "E-mail hoặc số điện thoại";
pub const ADDRESS_HINT: &str = "Chỉ lưu trên máy này, không đi theo tệp kế hoạch.";
pub const WITHOUT_DUTY: &str = "chưa có việc, hãy xếp vào khối";
pub const ROUND: &str = "2. Hẹn ngày báo cáo";
pub const ROUND_BY: &str = "Các đơn vị gửi báo cáo chậm nhất ngày";
pub const ROUND_TO: &str = "Gửi về (e-mail hoặc số Zalo)";
pub const ASK: &str = "Hẹn ngày này";
pub const NO_DAY: &str = "Hãy chọn ngày.";
pub const SEND: &str = "3. Gửi tệp kế hoạch";
pub const SEND_HINT: &str = "Tệp gồm kế hoạch, danh sách đơn vị và ngày hẹn báo cáo. Đơn vị mở tệp ở mục Gửi – nhận, chọn tên mình là có danh sách việc. Gửi lại sau khi sửa thì kết quả đã ghi vẫn giữ nguyên.";
pub const REPLACE: &str = "Sáp nhập, chia tách đơn vị";
pub const REPLACE_HINT: &str = "Chọn các đơn vị cũ, ghi tên đơn vị mới (mỗi dòng một tên). Đơn vị mới nhận việc và kết quả đã ghi của đơn vị cũ; đơn vị cũ vẫn xem lại được.";
pub const NEW_NAMES: &str = "Tên đơn vị mới";
pub const REPLACE_NOW: &str = "Thay bằng đơn vị mới";
pub const SURE: &str = "Thay các đơn vị đã chọn? Việc này không đảo ngược được.";
pub const FORMER_UNITS: &str = "Đơn vị đã sáp nhập, chia tách";
pub const FIND_OLD: &str = "Tìm đơn vị cũ";
pub const OLD_UNITS: &str = "danh sách dưới đây";
pub const CHOOSE_UNITS: &str = "Hãy chọn đơn vị cũ và ghi tên đơn vị mới.";
pub const WHO_ARE_YOU: &str = "Đã nhận kế hoạch. Bạn là đơn vị nào? Bấm “Tôi là” ở tên đơn vị.";

/// The button that takes a pasted list in.
#[must_use]
pub fn add(of: usize) -> String {
    format!("Đưa {} đơn vị vào danh sách", count(of))
}

/// Says that a list was taken in.
#[must_use]
pub fn added(of: usize) -> String {
    format!("Đã đưa {} đơn vị vào danh sách.", count(of))
}

/// "32 đơn vị, 3 khối"
#[must_use]
pub fn counts(units: usize, groups: usize) -> String {
    format!("{} đơn vị, {} khối", count(units), count(groups))
}

/// Says how many of all units are found, and what to do to choose one in a place.
#[must_use]
pub fn offered(found: Option<usize>, all: usize, place: &str) -> String {
    match found {
        None => format!(
            "Có {}: nhập tên để tìm, rồi chọn ở {place}.",
            overview::units(all)
        ),
        Some(0) => "Không có đơn vị nào tên như vậy.".to_owned(),
        Some(found) if found > MOST_OFFERED => format!(
            "Có {} tên như vậy: hãy nhập thêm chữ, rồi chọn ở {place}.",
            overview::units(found)
        ),
        Some(found) => format!(
            "Có {} tên như vậy: hãy chọn ở {place}.",
            overview::units(found)
        ),
    }
}

/// The button that shows more of a list.
#[must_use]
pub fn show_more(left: usize) -> String {
    format!("Xem thêm ({} đơn vị chưa hiện)", count(left))
}

/// "và 188 dòng nữa"
#[must_use]
pub fn more(of: usize) -> String {
    format!("và {} dòng nữa", count(of))
}

/// Says by when a report is asked for.
#[must_use]
pub fn asked(by: Day, to: &str) -> String {
    let day = date(by);
    if to.is_empty() {
        format!("Báo cáo chậm nhất ngày {day}.")
    } else {
        format!("Báo cáo chậm nhất ngày {day}, gửi về {to}.")
    }
}

/// "trước là Chi bộ 1, Chi bộ A"
#[must_use]
pub fn formerly(former: &[String]) -> String {
    format!("trước là {}", former.join(", "))
}

/// "nay là Đảng bộ A, Đảng bộ B"
#[must_use]
pub fn now(heirs: &[&Unit]) -> String {
    let names: Vec<_> = heirs.iter().map(|unit| unit.name.as_str()).collect();
    format!("nay là {}", names.join(", "))
}

/// Says that other units have taken the place of the one that works here.
#[must_use]
pub fn replaced(name: &str) -> String {
    format!("{name} đã được sáp nhập hoặc chia tách. Bạn nay là đơn vị nào?")
}
