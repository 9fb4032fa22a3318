//! Why a document could not be read, and the way out.

use crate::source::{Foreign, MAX_BYTES, MAX_TEXT, OldFont, SourceError};

/// Says why a document could not be read, and what to do.
#[must_use]
pub fn source_error(error: &SourceError) -> String {
    match error {
        SourceError::TooLarge => format!(
            "Tệp quá lớn (chỉ đọc tệp đến {}). Hãy bỏ bớt ảnh trong tệp, hoặc chép phần chữ rồi dán vào đây.",
            megabytes(MAX_BYTES)
        ),
        SourceError::TooLong => format!(
            "Văn bản quá dài (chỉ đọc đến {}, chừng 600 trang). Hãy chép riêng phần kế hoạch rồi dán vào đây.",
            megabytes(MAX_TEXT)
        ),
        SourceError::GarbledPdf { percent } => format!(
            "Chữ trong tệp PDF này lấy ra bị sai ({percent} % ký tự không đọc được) vì phông chữ của tệp. {WORD_FILE}"
        ),
        SourceError::Foreign(foreign) => self::foreign(*foreign).to_owned(),
        _ => sentence(*error).to_owned(),
    }
}

fn megabytes(bytes: usize) -> String {
    format!("{} MB", bytes / 1_000_000)
}

const WORD_FILE: &str =
    "Hãy xin nơi gửi tệp Word (.docx), hoặc gõ lại, chép phần chữ rồi dán vào đây.";

fn sentence(error: SourceError) -> &'static str {
    match error {
        SourceError::Overwhelming => {
            "Tệp này quá nặng hoặc bị hỏng, nên việc đọc phải dừng. Hãy chép phần chữ của kế hoạch rồi dán vào đây."
        }
        SourceError::Empty => "Tệp không có chữ nào. Hãy chọn lại đúng tệp kế hoạch.",
        SourceError::Undecodable => {
            "Tệp không phải văn bản, hoặc bị hỏng. Hãy mở tệp bằng Word, chọn Lưu thành (Save As) kiểu .docx, rồi mở tệp mới ở đây."
        }
        SourceError::LegacyDoc => {
            "Tệp Word kiểu cũ (.doc) không đọc được ở đây. Hãy mở tệp bằng Word, chọn Lưu thành (Save As) kiểu .docx, rồi mở tệp mới ở đây."
        }
        SourceError::EncryptedDocx => {
            "Tệp có đặt mật khẩu. Hãy mở tệp bằng Word, bỏ mật khẩu, lưu lại rồi mở ở đây."
        }
        SourceError::DamagedDocx => {
            "Tệp Word bị hỏng hoặc bị cắt mất một phần khi gửi. Hãy nhờ nơi gửi gửi lại."
        }
        SourceError::HostileDocx => {
            "Tệp này không do Word lưu ra và có phần khai báo lạ, nên không đọc. Hãy mở bằng Word, chọn Lưu thành (Save As) kiểu .docx, rồi mở tệp mới ở đây."
        }
        SourceError::EncryptedPdf => {
            "Tệp PDF có đặt mật khẩu. Hãy xin nơi gửi tệp không có mật khẩu, hoặc tệp Word (.docx)."
        }
        SourceError::DamagedPdf => {
            "Tệp PDF bị hỏng hoặc bị cắt mất một phần khi gửi. Hãy nhờ nơi gửi gửi lại."
        }
        SourceError::ScannedPdf => {
            "Tệp PDF này là ảnh chụp (bản scan), không có chữ để đọc. Hãy xin nơi gửi tệp Word (.docx), hoặc gõ phần nội dung rồi dán vào đây."
        }
        _ => "Không đọc được tệp này từ máy. Hãy tải tệp về máy rồi chọn lại.",
    }
}

fn foreign(kind: Foreign) -> &'static str {
    match kind {
        Foreign::Own => {
            "Đây là tệp của Sổ Tiến Độ, không phải văn bản kế hoạch. Hãy mở tệp này ở mục Gửi – nhận."
        }
        Foreign::Spreadsheet => {
            "Đây là bảng tính Excel. Hãy chọn các ô có nội dung, chép rồi dán vào đây."
        }
        Foreign::Slides => "Đây là tệp trình chiếu. Hãy chép phần chữ rồi dán vào đây.",
        Foreign::Document => {
            "Kiểu tệp này không đọc được ở đây. Hãy mở tệp bằng Word, chọn Lưu thành (Save As) kiểu .docx, rồi mở tệp mới ở đây."
        }
        Foreign::Picture => {
            "Đây là ảnh, không có chữ để đọc. Hãy xin nơi gửi tệp Word (.docx), hoặc gõ phần nội dung rồi dán vào đây."
        }
        Foreign::Archive => "Đây là tệp nén. Hãy giải nén rồi chọn tệp kế hoạch bên trong.",
    }
}

/// Says that the part of the app that reads documents does not run here.
#[must_use]
pub fn reading_broken() -> &'static str {
    "Phần đọc văn bản không chạy được trên trình duyệt này. Hãy tải lại trang khi có mạng, hoặc dùng Chrome, Edge, Firefox, Safari bản mới."
}

/// Says that letters of an old font were turned into Unicode.
#[must_use]
pub fn old_font(font: OldFont) -> &'static str {
    match font {
        OldFont::Tcvn3 => {
            "Văn bản dùng phông chữ cũ TCVN3 (.VnTime), đã đổi sang Unicode. Hãy soát lại chữ hoa và tên riêng."
        }
        OldFont::Vni => {
            "Văn bản dùng phông chữ cũ VNI, đã đổi sang Unicode. Hãy soát lại chữ hoa và tên riêng."
        }
    }
}
