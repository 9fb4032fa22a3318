//! What went wrong, why, and the way out.

use crate::draft::EditError;
use crate::file::{FileError, LockError};
use crate::reader::Puzzle;
use crate::source::{ArchiveFault, MAX_ARCHIVE, MAX_ENTRIES, MAX_UNPACKED};
use crate::store::{Aside, StoreError};
use crate::workspace::ActionError;

/// Says why a file could not be opened, and what to do.
#[must_use]
pub fn file_error(error: &FileError) -> String {
    match error {
        FileError::Unreadable => "Không đọc được tệp này từ máy. Hãy tải tệp về máy rồi chọn lại.".to_owned(),
        FileError::TooLarge { bytes } => format!(
            "Tệp quá lớn ({}), không phải tệp của Sổ Tiến Độ.",
            super::size(*bytes)
        ),
        FileError::Empty => "Tệp trống. Hãy nhờ nơi gửi gửi lại.".to_owned(),
        FileError::NotJson => {
            "Tệp này không phải tệp của Sổ Tiến Độ, hoặc bị cắt mất một phần khi gửi. Hãy nhờ nơi gửi gửi lại đúng tệp."
                .to_owned()
        }
        FileError::Foreign => "Tệp này do chương trình khác làm ra, không phải tệp của Sổ Tiến Độ.".to_owned(),
        FileError::Trial => "Tệp này được làm khi dùng thử, số liệu trong đó không có thật. Không lấy gì từ tệp này; hãy nhờ nơi gửi mở sổ thật, gửi lại đúng tệp.".to_owned(),
        FileError::NotTrial => "Đây là tệp thật, không mở khi đang dùng thử. Hãy bấm Thôi dùng thử rồi mở lại tệp.".to_owned(),
        FileError::TooNew { .. } => {
            "Tệp được làm bằng phiên bản Sổ Tiến Độ mới hơn. Hãy cập nhật Sổ Tiến Độ trên máy này rồi mở lại.".to_owned()
        }
        FileError::Damaged => {
            "Tệp bị hỏng, bị cắt mất một phần hoặc đã bị sửa sau khi xuất ra. Không lấy gì từ tệp này; hãy nhờ nơi gửi gửi lại.".to_owned()
        }
        FileError::Forged => {
            "Nội dung tệp đã bị sửa sau khi ký, chữ ký không còn khớp. Không lấy gì từ tệp này; hãy gọi điện hỏi nơi gửi rồi nhờ gửi lại.".to_owned()
        }
        FileError::OtherKind { .. } => "Tệp của Sổ Tiến Độ nhưng không phải tệp kết quả, tệp kế hoạch hay bản sao lưu.".to_owned(),
        FileError::TextTooLong { bytes } => format!(
            "Trong tệp có đoạn chữ quá dài ({}), không phải kết quả ghi bằng Sổ Tiến Độ. Không lấy gì từ tệp này.",
            super::size(*bytes)
        ),
        FileError::TooDeep | FileError::TooMany { .. } => {
            "Tệp có cấu tạo quá lớn hoặc quá phức tạp, không phải do Sổ Tiến Độ làm ra. Không lấy gì từ tệp này.".to_owned()
        }
        FileError::Invalid { .. } => {
            "Nội dung tệp không đúng mẫu của Sổ Tiến Độ. Không lấy gì từ tệp này; hãy nhờ nơi gửi gửi lại.".to_owned()
        }
        FileError::Locked(error) => lock_error(*error).to_owned(),
        FileError::Archive(fault) => archive_fault(*fault),
    }
}

/// Says why a locked file was not opened.
#[must_use]
pub fn lock_error(error: LockError) -> &'static str {
    match error {
        LockError::WrongPassphrase => "Mật khẩu chưa đúng. Hãy hỏi lại nơi gửi rồi nhập lại.",
        LockError::TooCostly => {
            "Tệp này khóa theo cách quá nặng cho máy, nên không mở. Hãy nhờ nơi gửi khóa lại bằng Sổ Tiến Độ."
        }
        LockError::Damaged => {
            "Tệp khóa bị hỏng, bị cắt mất một phần hoặc bị sửa. Hãy nhờ nơi gửi gửi lại."
        }
    }
}

/// Says why a zip, or a file within one, could not be opened.
fn archive_fault(fault: ArchiveFault) -> String {
    let megabytes =
        |bytes: usize| super::number(i64::try_from(bytes / 1_000_000).unwrap_or(i64::MAX));
    match fault {
        ArchiveFault::TooLarge => format!(
            "Tệp nén lớn hơn {} MB nên không mở. Hãy giải nén rồi chọn các tệp bên trong.",
            megabytes(MAX_ARCHIVE)
        ),
        ArchiveFault::TooMuch => format!(
            "Tệp nén chứa hơn {} MB khi giải nén nên không mở. Hãy giải nén rồi chọn các tệp kết quả.",
            megabytes(MAX_UNPACKED)
        ),
        ArchiveFault::TooMany => format!(
            "Tệp nén chứa hơn {} tệp nên không mở. Hãy chia thành nhiều tệp nén nhỏ hơn.",
            super::number(i64::try_from(MAX_ENTRIES).unwrap_or(i64::MAX))
        ),
        ArchiveFault::Empty => "Tệp nén không có tệp nào bên trong.".to_owned(),
        ArchiveFault::Damaged => {
            "Tệp nén bị hỏng ở chỗ này nên không giải nén được. Hãy nhờ nơi gửi gửi lại.".to_owned()
        }
        ArchiveFault::Encrypted => {
            "Tệp nén có đặt mật khẩu. Hãy giải nén trên máy rồi chọn các tệp bên trong.".to_owned()
        }
        ArchiveFault::Method => {
            "Tệp được nén theo cách mà Sổ Tiến Độ không mở được. Hãy giải nén trên máy rồi chọn các tệp bên trong."
                .to_owned()
        }
        ArchiveFault::Document => {
            "Đây là tệp văn bản hoặc bảng tính, không phải tệp của Sổ Tiến Độ. Muốn đưa một kế hoạch vào sổ, mở mục Kế hoạch, chọn Thêm kế hoạch."
                .to_owned()
        }
        ArchiveFault::Foreign => file_error(&FileError::Foreign),
        ArchiveFault::Broken => {
            "Chưa giải nén được trên máy này. Hãy thử lại khi có mạng, hoặc giải nén rồi chọn các tệp bên trong."
                .to_owned()
        }
    }
}

/// Says why something was not kept on the device.
#[must_use]
pub fn store_error(error: &StoreError) -> &'static str {
    match error {
        StoreError::Blocked => {
            "Trình duyệt không cho lưu trên máy này (cửa sổ ẩn danh, hoặc lưu trữ bị chặn). Những gì ghi bây giờ sẽ mất khi đóng trang."
        }
        StoreError::Full => {
            "Bộ nhớ dành cho trang đã đầy, nên thay đổi vừa rồi chưa lưu được trên máy."
        }
        StoreError::NotKept => {
            "Trình duyệt không giữ đúng những gì vừa ghi, nên thay đổi vừa rồi chưa lưu được."
        }
        StoreError::Locked => {
            "Dữ liệu này do phiên bản mới hơn ghi, hoặc bị hỏng mà chưa cất riêng được, nên không ghi đè lên."
        }
        StoreError::Other(_) => {
            "Trình duyệt báo lỗi khi lưu, nên thay đổi vừa rồi chưa lưu được trên máy."
        }
    }
}

/// Says what to do when something was not kept.
#[must_use]
pub fn store_error_way_out(error: &StoreError) -> &'static str {
    match error {
        StoreError::Blocked => {
            "Hãy mở bằng cửa sổ thường của Chrome, Edge, Firefox hoặc Safari; hoặc lưu ra tệp ngay."
        }
        _ => "Hãy lưu ra tệp ngay để không mất.",
    }
}

/// Says that a stored text could not be read, and where it is now.
#[must_use]
pub fn aside(aside: &Aside) -> String {
    match &aside.error {
        Some(FileError::TooNew { .. }) => {
            "Một phần dữ liệu do phiên bản mới hơn ghi. Nó được giữ nguyên; hãy cập nhật Sổ Tiến Độ để xem đủ và ghi tiếp.".to_owned()
        }
        _ => "Một phần dữ liệu trên máy bị hỏng, không đọc được. Nó đã được cất riêng, không bị ghi đè; có thể lưu ra tệp để nhờ người kiểm tra."
            .to_owned(),
    }
}

/// Says why an action was refused.
#[must_use]
pub fn action_error(error: ActionError) -> &'static str {
    match error {
        ActionError::NoSuchPlan => "Không còn kế hoạch này trên máy.",
        ActionError::NothingToUndo => "Không có lần nhận tệp nào để hoàn tác.",
        ActionError::NotReplaceable => {
            "Chưa ghi được: có đơn vị đã được thay trước đó, hoặc tên mới trùng với đơn vị được thay."
        }
        ActionError::NoSuchUnit => "Không còn đơn vị này trong danh sách.",
        ActionError::NoSuchGroup => "Không còn khối này trong danh sách.",
        ActionError::TextTooLong => {
            "Đoạn chữ quá dài nên chưa ghi. Hãy rút gọn, hoặc ghi số, ký hiệu văn bản thay cho toàn văn."
        }
        ActionError::NameMissing => "Hãy ghi tên đơn vị.",
        ActionError::NameTaken => "Đã có đơn vị khác mang tên này.",
        ActionError::CountExhausted => {
            "Máy này không ghi thêm được nữa. Hãy lưu ra tệp và dùng máy khác."
        }
        ActionError::NoDraft => "Không còn bản nháp này trên máy.",
        ActionError::TitleMissing => "Hãy ghi tên kế hoạch.",
        ActionError::Draft(error) => edit_error(error),
    }
}

fn edit_error(error: EditError) -> &'static str {
    match error {
        EditError::NoSuchTask => "Không còn nhiệm vụ này trong bản nháp.",
        EditError::NoSuchPlace => "Không có đoạn nào ở phía đó.",
        EditError::Blank => "Phải còn chữ ở cả hai phần.",
        EditError::Taken => "Đoạn đó đã là một nhiệm vụ khác.",
        EditError::NotOfThePlan => "Kế hoạch cũ không có nhiệm vụ đó.",
    }
}

/// Says what the reader of plans could not tell.
#[must_use]
pub fn puzzle(puzzle: Puzzle) -> &'static str {
    match puzzle {
        Puzzle::NumberMissing => "Văn bản không ghi số, ký hiệu.",
        Puzzle::IssueDayMissing => "Văn bản không ghi ngày ban hành.",
        Puzzle::IssuerMissing => "Văn bản không ghi rõ cơ quan ban hành.",
        Puzzle::LeadInherited => "Đoạn này không nêu đơn vị; hiểu là đơn vị của điểm chứa nó.",
        Puzzle::LeadMissing => "Không rõ đơn vị nào chủ trì.",
        Puzzle::OutsideOutline => "Đoạn này nằm ngoài các mục của kế hoạch.",
        Puzzle::DutyDoubtful => "Chưa chắc đoạn này có phải là nhiệm vụ không.",
        Puzzle::DayMissing => "Thời hạn không ghi ngày cụ thể; cần đặt ngày nếu có.",
        Puzzle::YearAssumed => "Ngày không ghi năm; lấy năm của kế hoạch.",
        Puzzle::DayDoubtful => "Câu chữ về thời hạn có thể hiểu theo hai cách.",
        Puzzle::DayBeforeIssue => "Thời hạn sớm hơn ngày ban hành kế hoạch.",
    }
}
