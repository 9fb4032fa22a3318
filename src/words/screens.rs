//! Labels and sentences of the screens.

use super::{count, number};
use crate::domain::{Assignment, legible};
use crate::view::{Horizon, Order, SortBy};

pub const APP: &str = "Sổ Tiến Độ";
pub const SKIP: &str = "Đến nội dung chính";
pub const MAIN_NAVIGATION: &str = "Các trang";

pub const TODAY: &str = "Hôm nay";
pub const PLAN: &str = "Kế hoạch";
pub const UNITS: &str = "Đơn vị";
pub const EXCHANGE: &str = "Gửi – nhận";
pub const SETTINGS: &str = "Cài đặt";

pub const CLOSE: &str = "Đóng";
pub const UNDO: &str = "Hoàn tác";
pub const REMOVE: &str = "Xóa";
pub const REMOVED: &str = "Đã xóa";
pub const ADD: &str = "Thêm";
pub const CANCEL: &str = "Thôi";
pub const SAVE: &str = "Lưu";
pub const KEPT_HERE: &str = "Mọi thay đổi được lưu ngay trên máy này.";
pub const SAVE_TO_FILE: &str = "Lưu ra tệp ngay";
pub const ANOTHER_WRITES: &str =
    "Sổ Tiến Độ đang mở ở một cửa sổ khác và được ghi ở đó. Cửa sổ này chỉ xem, và thay đổi theo.";
pub const WRITE_HERE: &str = "Ghi ở cửa sổ này";
pub const NEW_VERSION: &str = "Đã có phiên bản mới của Sổ Tiến Độ.";
pub const TAKE_NEW_VERSION: &str = "Cập nhật";

// Hôm nay
pub const CHOOSE_FIRST: &str =
    "Chọn đơn vị của bạn để thấy việc của mình và đánh dấu việc đã xong.";
pub const CHOOSE_UNIT: &str = "Chọn đơn vị của tôi";
pub const NOTHING_DUE: &str = "Không có việc nào quá hạn hay sắp đến hạn.";
pub const ALL_OF_UNIT: &str = "Xem đủ việc của đơn vị";
pub const ALL_OF_PLAN: &str = "Xem các kế hoạch";
pub const TODAY_SUMMARY: &str = "Số việc theo thời hạn";

/// Names a horizon as a heading.
#[must_use]
pub fn horizon(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::Overdue => "Quá hạn",
        Horizon::Week => "7 ngày tới",
        Horizon::Month => "30 ngày tới",
        Horizon::Period => "Trong kỳ này",
        Horizon::DoneToday => "Xong hôm nay",
    }
}

/// Says how many of the overdue are for a period that is over, which figures of other screens count apart.
#[must_use]
pub fn of_earlier(count: usize) -> String {
    format!("Quá hạn gồm {count} việc của kỳ trước; bảng tổng hợp và báo cáo tính riêng từng kỳ.")
}

/// Says how many open duties have no day.
#[must_use]
pub fn without_day(count: usize) -> String {
    format!(
        "Ngoài ra còn {} nhiệm vụ thường xuyên, không có hạn.",
        number(i64::try_from(count).unwrap_or(i64::MAX))
    )
}

pub const OPENING: &str = "Đang mở…";

// Phần tải sau
pub const FETCHING: &str = "Đang tải phần này…";
pub const NOT_FETCHED: &str = "Chưa tải được phần này của ứng dụng. Dữ liệu trên máy vẫn còn nguyên. Hãy nối mạng rồi thử lại.";
pub const FETCH_AGAIN: &str = "Thử lại";

// Việc
pub const MARK_DONE: &str = "Đánh dấu đã hoàn thành";
pub const DIFFERS: &str = "Có hai nội dung khác nhau";
pub const DUTY_TEXT: &str = "Nội dung trong kế hoạch";
pub const WHO_LEADS: &str = "Chủ trì";
pub const WHO_SUPPORTS: &str = "Phối hợp";
pub const DEADLINE: &str = "Thời hạn";
pub const NO_DEADLINE: &str = "Kế hoạch không nêu thời hạn";
pub const STATUS: &str = "Trạng thái";
pub const DONE_ON: &str = "Ngày hoàn thành";
pub const REASON: &str = "Lý do không áp dụng";
pub const PERSON: &str = "Cán bộ phụ trách";
pub const NOTE: &str = "Ghi chú";
pub const DIFFICULTY: &str = "Khó khăn, vướng mắc";
pub const PROPOSAL: &str = "Đề xuất, kiến nghị";
pub const DOCUMENTS: &str = "Văn bản, kết quả";
pub const DOCUMENT_NUMBER: &str = "Số, ký hiệu";
pub const DOCUMENT_DATE: &str = "Ngày";
pub const DOCUMENT_TITLE: &str = "Tên, trích yếu";
pub const ADD_DOCUMENT: &str = "Thêm văn bản";
pub const DOCUMENT_BLANK: &str = "Hãy ghi số hoặc tên văn bản.";
pub const STEPS: &str = "Việc nhỏ của đơn vị";
pub const STEP_TEXT: &str = "Việc cần làm";
pub const ADD_STEP: &str = "Thêm việc nhỏ";
pub const STEP_BLANK: &str = "Hãy ghi việc cần làm.";
pub const PERIODS: &str = "Các kỳ";
pub const READ_ONLY: &str = "Đang xem của đơn vị khác, nên không sửa được ở đây.";
pub const NO_SUCH_DUTY: &str =
    "Không tìm thấy việc này trong kế hoạch trên máy. Hãy đóng lại rồi tìm ở mục Kế hoạch.";
pub const CONFLICT: &str = "Hai nơi ghi khác nhau. Chọn nội dung đúng:";
pub const KEEP_THIS: &str = "Giữ nội dung này";

/// Says who wrote a value, and when.
#[must_use]
pub fn written_by(name: &str, at: &str) -> String {
    if name.is_empty() {
        format!("ghi lúc {at}")
    } else {
        format!("{} ghi lúc {at}", legible(name))
    }
}

/// Says whose lead is meant where a paragraph names nobody.
#[must_use]
pub fn inherited(words: &str, path: &str) -> String {
    format!("{words} (theo điểm {})", super::task_path(path))
}

/// Names those who lead or support a duty.
#[must_use]
pub fn bearers(list: &[Assignment]) -> String {
    let name = |assignment: &Assignment| match &assignment.inherited_from {
        Some(path) => inherited(&assignment.words, path),
        None => assignment.words.clone(),
    };
    list.iter().map(name).collect::<Vec<_>>().join("; ")
}

/// Counts sub-steps.
#[must_use]
pub fn steps_done(done: usize, all: usize) -> String {
    format!("việc nhỏ {done}/{all}")
}

// Kế hoạch
pub const OUTLINE: &str = "Mục lục";
pub const SEARCH: &str = "Tìm trong kế hoạch";
/// What stands in the field itself, which is narrow on a phone.
pub const SEARCH_SHORT: &str = "Tìm";
pub const SEARCH_HINT: &str = "Gõ có dấu hoặc không dấu";
pub const NEXT_HIT: &str = "Chỗ sau";
pub const PREVIOUS_HIT: &str = "Chỗ trước";
pub const NOT_FOUND: &str = "Không thấy";
pub const ISSUED_UNKNOWN: &str = "ngày ban hành: không rõ";
pub const NO_PLAN: &str = "Không có kế hoạch này trên máy.";
pub const TO_PLANS: &str = "Xem các kế hoạch";

/// Says which hit is looked at, and of how many.
#[must_use]
pub fn hit(at: usize, all: usize) -> String {
    format!("{at}/{all}")
}

/// Says when the plan was issued.
#[must_use]
pub fn issued(day: &str) -> String {
    format!("ngày ban hành: {day}")
}

// Đơn vị
pub const CHECKLIST: &str = "Việc của đơn vị";
pub const I_AM: &str = "Tôi là";
pub const I_AM_THIS: &str = "Tôi là đơn vị này";
pub const CHANGE: &str = "Đổi đơn vị";
pub const NAMED_UNITS: &str = "Đơn vị nêu trong kế hoạch";
pub const GROUPS: &str = "Khối gồm nhiều đơn vị";
pub const GROUPS_HINT: &str = "Kế hoạch gọi chung nhiều đơn vị bằng một tên. Mở khối có đơn vị của bạn, ghi tên đơn vị vào rồi chọn.";
pub const MEMBERS_MISSING: &str = "Chưa có đơn vị nào";
pub const ADD_MEMBERS: &str = "Thêm đơn vị vào khối (mỗi dòng một tên)";
pub const RENAME: &str = "Đổi tên";
pub const NEW_NAME: &str = "Tên mới";
pub const TAKE_OUT: &str = "Đưa ra khỏi khối";
pub const NO_DUTIES: &str = "Kế hoạch không giao việc nào cho đơn vị này. Nếu thiếu, hãy xếp đơn vị vào khối của nó ở mục Đơn vị.";
pub const NO_SUCH_UNIT: &str = "Không có đơn vị này trong danh sách trên máy.";
pub const ALL_UNITS: &str = "Tất cả đơn vị";
pub const SEND_RESULT: &str = "Gửi kết quả của đơn vị";

/// Asks before a unit is taken out of a group.
#[must_use]
pub fn ask_take_out(unit: &str) -> String {
    format!("Đưa “{unit}” ra khỏi khối? Kết quả đã ghi vẫn được giữ.")
}

/// Counts the members of a group.
#[must_use]
pub fn members(units: usize) -> String {
    if units == 0 {
        MEMBERS_MISSING.to_owned()
    } else {
        format!("{} đơn vị", count(units))
    }
}

// Cài đặt
pub const AUTHOR: &str = "Tên người ghi";
pub const AUTHOR_HINT: &str = "Ghi kèm mỗi kết quả, để nơi nhận biết ai đã ghi. Có thể bỏ trống.";
pub const BEFORE_DAY: &str = "Cách hiểu “trước ngày …”";
pub const DATA: &str = "Dữ liệu trên máy này";
pub const DATA_HINT: &str = "Tất cả nằm trong trình duyệt của máy này. Không có máy chủ; không có gì được gửi đi, trừ khi chính bạn gửi tệp.";
pub const ASIDE: &str = "Dữ liệu không đọc được, đã cất riêng";
pub const SAVE_ASIDE: &str = "Lưu ra tệp";
pub const VERSION: &str = "Phiên bản";

pub const SORT: &str = "Sắp xếp";

/// Says by what a list is sorted.
#[must_use]
pub fn order(Order { by, is_falling }: Order) -> &'static str {
    match (by, is_falling) {
        (SortBy::Given, _) => "Thứ tự ban đầu",
        (SortBy::Name, false) => "Tên, từ A đến Z",
        (SortBy::Name, true) => "Tên, từ Z đến A",
        (SortBy::Done, false) => "Xong ít trước",
        (SortBy::Done, true) => "Xong nhiều trước",
        (SortBy::Overdue, false) => "Quá hạn ít trước",
        (SortBy::Overdue, true) => "Quá hạn nhiều trước",
        (SortBy::Day, false) => "Cũ nhất trước",
        (SortBy::Day, true) => "Mới nhất trước",
    }
}

/// Tells those who do not see it how a list is sorted now.
#[must_use]
pub fn sorted(order_now: Order) -> String {
    format!("Đã xếp: {}", order(order_now))
}

pub const UNIT_RENAMED: &str = "Đã đổi tên. Tên cũ vẫn được nhớ.";
pub const BEFORE_DAY_SET: &str = "Đã đổi cách tính hạn “trước ngày”.";

#[must_use]
pub fn taken_out(unit: &str) -> String {
    format!("Đã đưa {unit} ra khỏi khối. Kết quả đã ghi vẫn còn.")
}

#[must_use]
pub fn i_am(unit: &str) -> String {
    format!("Từ nay máy này ghi cho {unit}.")
}
