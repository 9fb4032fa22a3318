//! Sentences about automatic snapshots.

use super::{moment, size};
use crate::domain::Moment;
use crate::store::Reason;

pub const TITLE: &str = "Bản lưu tự động";
pub const HINT: &str = "Sổ Tiến Độ tự lưu lại mọi thứ trên máy trước khi nhận tệp, phục hồi, xóa hẳn kế hoạch, thay đơn vị, và khi có phiên bản mới. Giữ nhiều nhất 5 bản, hết chỗ thì bỏ bản cũ trước. Mất máy là mất cả các bản này, nên vẫn cần sao lưu ra tệp.";
pub const NONE: &str = "Chưa có bản lưu tự động nào.";
pub const OPEN: &str = "Mở";
pub const SAVE: &str = "Lưu ra tệp";
pub const REMOVE: &str = "Xóa";
pub const ASK_REMOVE: &str = "Xóa bản lưu này?";
pub const REMOVED: &str = "Đã xóa bản lưu tự động.";
pub const NOT_REMOVED: &str = "Chưa xóa được bản lưu tự động.";
pub const GONE: &str = "Không còn bản lưu này trên máy.";
pub const NOT_TAKEN: &str =
    "Máy không đủ chỗ để tự lưu lại mọi thứ trước thay đổi vừa rồi; nên sao lưu ra tệp.";

/// Names a snapshot, as in a file's place.
#[must_use]
pub fn name(at: Moment) -> String {
    format!("{TITLE} {}", moment(at))
}

/// Says before what a snapshot was taken, and how large it is.
#[must_use]
pub fn about(reason: Reason, characters: usize) -> String {
    let before = match reason {
        Reason::Import => "Trước khi nhận tệp",
        Reason::Restore => "Trước khi phục hồi",
        Reason::Removal => "Trước khi xóa hẳn kế hoạch",
        Reason::Units => "Trước khi thay đơn vị",
        Reason::Update => "Trước khi dùng phiên bản mới",
    };
    format!("{before} · {}", size(characters))
}
