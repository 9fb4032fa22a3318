//! Sentences about the app as one file.

/// In the page itself, where the app does not start.
pub const NOT_OPENED: &str = "Không mở được Sổ Tiến Độ: trình duyệt này quá cũ, hoặc tệp bị hỏng. Hãy mở bằng Chrome, Edge, Firefox hay Safari bản mới, hoặc xin lại tệp.";
/// Of the file without the second module.
pub const SMALL: &str = "Tệp nhỏ này không đọc được kế hoạch từ Word, PDF, không lập được báo cáo, không ký, không khóa, không mở được tệp nén và tệp có khóa. Muốn làm những việc đó, hãy dùng tệp so-tien-do.html hoặc trang Sổ Tiến Độ.";

pub const SAVE: &str = "Tải ứng dụng kèm kế hoạch (một tệp)";
pub const SAVE_HINT: &str = "Một tệp .html có cả Sổ Tiến Độ, kế hoạch và danh sách đơn vị; mở trên máy tính bằng Chrome, Edge hay Firefox là dùng được ngay, không cần mạng hay cài đặt. Trên điện thoại, hãy dùng địa chỉ trang.";
pub const SAVING: &str = "Đang chuẩn bị tệp…";
pub const SAVED: &str = "Đã tải ứng dụng kèm kế hoạch về máy. Hãy gửi tệp đó cho đơn vị.";
pub const NOT_FETCHED: &str = "Chưa lấy được ứng dụng để gửi kèm: việc này cần mạng. Hãy nối mạng rồi thử lại, hoặc gửi tệp kế hoạch.";
pub const ENCLOSED: &str = "kế hoạch kèm theo ứng dụng";
