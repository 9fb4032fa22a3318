//! Sentences about the room that is left, and about what was cleared.

use super::{count, size};
use crate::store::Kept;

pub const TITLE: &str = "Chỗ lưu trên máy này";
pub const TO_ROOM: &str = "Xem cách lấy lại chỗ";
pub const HINT: &str = "Muốn bớt kết quả: đưa kế hoạch không dùng nữa vào mục Đã xóa, rồi xóa hẳn ở đây. Nên sao lưu ra tệp trước.";
pub const FREED: &str = "Đã lấy lại chỗ.";
pub const DROP_SNAPSHOTS: &str = "Xóa mọi bản lưu tự động";
pub const ASK_DROP_SNAPSHOTS: &str =
    "Xóa mọi bản lưu tự động? Những gì đang dùng không bị ảnh hưởng.";
pub const FORGET_IMPORT: &str = "Bỏ phần hoàn tác";
pub const ASK_FORGET_IMPORT: &str =
    "Bỏ phần để hoàn tác lần nhận gần nhất? Kết quả đã nhận vẫn được giữ.";
pub const EMPTY_BIN: &str = "Xóa hẳn kế hoạch trong mục Đã xóa";
pub const SAVE_DAMAGED: &str = "Lưu phần hỏng ra tệp";
pub const DROP_DAMAGED: &str = "Xóa phần hỏng";
pub const ASK_DROP_DAMAGED: &str = "Xóa phần hỏng khỏi máy? Chỉ nên xóa khi đã có tệp vừa lưu.";
pub const DAMAGED_FILE: &str = "phan-hong-so-tien-do.txt";
pub const CLEARED: &str = "Dữ liệu của trang này trong trình duyệt vừa bị xóa; Sổ Tiến Độ đã ghi lại những gì đang mở, chỉ mất các bản lưu tự động.";
pub const CLEARED_FOR_GOOD: &str = "Dữ liệu của trang này trong trình duyệt vừa bị xóa và chưa ghi lại được hết; hãy lưu ra tệp trước khi đóng trang.";

/// Names what takes room.
#[must_use]
pub fn kept(kept: Kept) -> &'static str {
    match kept {
        Kept::Plans => "Kế hoạch, danh sách đơn vị",
        Kept::Results => "Kết quả của đơn vị",
        Kept::LastImport => "Lần nhận gần nhất (để hoàn tác)",
        Kept::Draft => "Bản nháp",
        Kept::Snapshots => "Bản lưu tự động",
        Kept::Damaged => "Phần hỏng đã cất riêng",
        Kept::Other => "Thứ khác",
    }
}

/// Says how much of the room is taken, and how much is left.
#[must_use]
pub fn taken(characters: usize, left: usize, percent: usize) -> String {
    format!(
        "Đang dùng {}, khoảng {percent}% chỗ mà trình duyệt thường dành cho một trang. Còn khoảng {}.",
        size(characters),
        size(left)
    )
}

/// Warns that little room is left, and says what takes most of it.
#[must_use]
pub fn short(percent: usize, most: Option<(Kept, usize)>) -> String {
    let most = most.map(|(what, characters)| {
        format!(", nhiều nhất là “{}” ({})", kept(what), size(characters))
    });
    let most = most.unwrap_or_default();
    format!("Chỗ lưu của trình duyệt đã dùng {percent}%{most}.")
}

/// Asks before the plans in the bin are removed for good.
#[must_use]
pub fn ask_empty_bin(plans: usize) -> String {
    format!(
        "Xóa hẳn {} kế hoạch trong mục Đã xóa, cùng mọi kết quả ghi theo đó? Nên sao lưu ra tệp trước.",
        count(plans)
    )
}
