//! Sentences of the screen on which reports are made.

use super::report::{span, span_name};
use crate::domain::{Length, Reckoning, Span, capitalised};
use crate::report::Format;
use crate::workspace::{Chapter, Form};

pub const REPORT: &str = "Báo cáo";
pub const MAKE_REPORT: &str = "Lập báo cáo";
pub const MAKE_HINT: &str = "Báo cáo tiến độ theo mẫu, tệp Word, bảng Excel, lịch nhắc hạn – lập từ số liệu có trên máy này.";

pub const WHAT: &str = "Báo cáo gì";
pub const OF_PLAN: &str = "Kế hoạch";
pub const LENGTH: &str = "Loại kỳ";
pub const FREE_DAYS: &str = "Từ ngày – đến ngày";
pub const SPAN: &str = "Kỳ báo cáo";
pub const FIRST: &str = "Từ ngày";
pub const LAST: &str = "Đến ngày";
pub const RECKONING: &str = "Cách tính kỳ";
pub const RECKONING_HINT: &str =
    "Chốt ngày 14: từ ngày 15 tháng trước đến ngày 14 tháng cuối kỳ, theo Nghị định 09/2019/NĐ-CP.";
pub const SCOPE: &str = "Phạm vi";
pub const AT_SCOPE: &str = "ô Phạm vi";
pub const EVERYONE: &str = "Tất cả đơn vị";
pub const GROUPS: &str = "Khối";
pub const UNITS: &str = "Từng đơn vị";
pub const AS_OF: &str = "Số liệu tính đến ngày";
pub const TO_COME: &str = "Ngày này chưa đến: kết quả trong báo cáo mới có đến hôm nay, còn quá hạn thì tính đến ngày đã chọn.";

pub const FILES: &str = "Lấy báo cáo";
pub const PRINT: &str = "In hoặc lưu PDF";
pub const COPY: &str = "Chép toàn văn";
pub const COPIED: &str = "Đã chép toàn văn báo cáo. Hãy dán vào tin nhắn hoặc văn bản.";
pub const SAVED: &str = "Đã tải tệp báo cáo về máy.";
pub const CALENDAR: &str = "lịch nhắc hạn";
pub const FETCH_CALENDAR: &str = "Đưa hạn vào lịch";
pub const CALENDAR_SAVED: &str = "Đã tải lịch nhắc hạn. Mở tệp đó để đưa vào lịch của điện thoại hoặc máy tính; tải lại sau này thì lịch được cập nhật.";
pub const STOP: &str = "Dừng";
pub const STOPPED: &str = "Đã dừng lập báo cáo.";
pub const AGAIN: &str = "Thử lại";
pub const BROKEN: &str =
    "Chưa lập được báo cáo: phần lập báo cáo chưa tải được. Hãy nối mạng một lần rồi thử lại.";
pub const FAILED: &str = "Chưa lập được báo cáo này. Số liệu trên máy vẫn còn nguyên; hãy chọn kỳ hoặc phạm vi khác, hoặc lấy dạng khác.";
pub const PREVIEW: &str = "Xem trước báo cáo";
pub const TO_PREVIEW: &str = "Xem trước báo cáo ở cuối trang";

pub const OWN_WORDS: &str = "Lời của cơ quan";
pub const OWN_WORDS_HINT: &str = "Viết thêm vào từng phần; mỗi dòng là một đoạn, đứng trước phần số liệu. Lời viết ở đây được giữ cho đúng kỳ và phạm vi này, kể cả khi số liệu thay đổi.";
pub const LETTERHEAD: &str = "Đầu văn bản, nơi nhận, chữ ký";
pub const LETTERHEAD_HINT: &str =
    "Dùng chung cho mọi báo cáo lập trên máy này. Chỗ nào để trống thì chừa sẵn để ghi tay.";
pub const FORM: &str = "Mẫu văn bản";
pub const ABOVE: &str = "Cơ quan cấp trên";
pub const ISSUER: &str = "Cơ quan báo cáo";
pub const NUMBER: &str = "Số, ký hiệu";
pub const PLACE: &str = "Địa danh";
pub const RECIPIENTS: &str = "Nơi nhận (mỗi dòng một nơi)";
pub const BEHALF: &str = "Ký thay mặt";
pub const ROLE: &str = "Chức vụ người ký";
pub const SIGNER: &str = "Họ và tên người ký";

/// What reports at regular times are called.
#[must_use]
pub fn length(length: Length) -> &'static str {
    match length {
        Length::Month => "Tháng",
        Length::Quarter => "Quý",
        Length::HalfYear => "6 tháng",
        Length::NineMonths => "9 tháng",
        Length::Year => "Năm",
    }
}

#[must_use]
pub fn reckoning(reckoning: Reckoning) -> &'static str {
    match reckoning {
        Reckoning::Calendar => "Theo tháng dương lịch",
        Reckoning::CutOff => "Chốt số liệu ngày 14",
    }
}

#[must_use]
pub fn form(form: Form) -> &'static str {
    match form {
        Form::Party => "Văn bản của Đảng",
        Form::State => "Văn bản hành chính",
    }
}

/// A span in a list to choose from.
#[must_use]
pub fn option(of: Span) -> String {
    capitalised(&span_name(of))
}

/// Says on which days a span begins and ends.
#[must_use]
pub fn days(of: Span) -> String {
    capitalised(&span(Span::between(of.first(), of.last())))
}

/// A chapter as the label of a field.
#[must_use]
pub fn chapter(chapter: Chapter) -> &'static str {
    match chapter {
        Chapter::Conduct => "I. Tình hình triển khai",
        Chapter::Results => "II. Kết quả thực hiện",
        Chapter::Shortcomings => "III. Tồn tại, hạn chế và nguyên nhân",
        Chapter::Directions => "IV. Phương hướng, nhiệm vụ thời gian tới",
        Chapter::Proposals => "V. Đề xuất, kiến nghị",
    }
}

/// What a file is fetched by.
#[must_use]
pub fn fetch(format: Format) -> &'static str {
    match format {
        Format::Word => "Tải tệp Word",
        Format::Excel => "Tải bảng Excel",
        Format::Csv => "Tải bảng CSV",
        Format::Text => COPY,
        Format::Page => PREVIEW,
    }
}

/// Names what is being written.
#[must_use]
pub fn what(format: Format) -> &'static str {
    match format {
        Format::Word => "tệp Word",
        Format::Excel => "bảng Excel",
        Format::Csv => "bảng CSV",
        Format::Text => "toàn văn",
        Format::Page => "bản xem trước",
    }
}

/// Says how far the writing of something is.
#[must_use]
pub fn writing(what: &str, percent: u32) -> String {
    format!("Đang lập {what}… {percent} %")
}

/// Says how many chapters have words of the office's own.
#[must_use]
pub fn written(chapters: usize) -> String {
    match chapters {
        0 => "chưa viết".to_owned(),
        some => format!("đã viết {some}/5 phần"),
    }
}
