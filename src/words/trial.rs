//! Trying the app on a made-up office.

pub const BANNER: &str = "Đang dùng thử – dữ liệu này không phải của đơn vị bạn.";
pub const LEAVE: &str = "Thôi dùng thử";
pub const TITLE: &str = "Dùng thử";
pub const BEGIN: &str = "Dùng thử với số liệu mẫu";
pub const ABOUT: &str = "Mở cả sổ với các đơn vị mẫu để tập đánh dấu, ghi, gửi, nhận, xóa. Dữ liệu thật của bạn không bị đụng đến; thôi dùng thử thì số liệu mẫu mất đi.";
pub const NOT_OPENED: &str =
    "Đang dùng thử nên tệp chưa được mở. Hãy bấm Thôi dùng thử rồi mở lại tệp.";

/// What people call the plan of the trial, also in all that is written from it.
pub const PLAN: &str = "96-KH/HU (dùng thử)";
pub const AUTHOR: &str = "Người dùng thử";
/// The units of the made-up office; the first is the user's.
pub const UNITS: [&str; 5] = [
    "Đơn vị mẫu 1",
    "Đơn vị mẫu 2",
    "Đơn vị mẫu 3",
    "Đơn vị mẫu 4",
    "Chi hội mẫu",
];
pub const DUE: &str = "Hạn mẫu";
pub const NOTE: &str = "Ghi chú mẫu: đã họp bàn, đang chuẩn bị văn bản.";
pub const DIFFICULTY: &str = "Khó khăn mẫu: chưa thu đủ số liệu.";
pub const PROPOSAL: &str = "Đề xuất mẫu: cho thêm thời gian.";
pub const DOCUMENT: &str = "Văn bản mẫu về kết quả thực hiện";

/// Names a file that is written in a trial.
#[must_use]
pub fn file_name(name: &str) -> String {
    ["DUNG-THU-", name].concat()
}
