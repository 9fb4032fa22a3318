//! Labels and sentences of the review (thẩm định).

use super::{date, moment, verdict};
use crate::domain::{Moment, legible};
use crate::progress::{Extension, Review, Verdict};

pub const REVIEW: &str = "Thẩm định";
pub const OPINION: &str = "Ý kiến thẩm định";
pub const WORDS: &str = "Ý kiến (đơn vị sẽ đọc được)";
pub const WORDS_WANTED: &str = "Hãy ghi rõ ý kiến để đơn vị biết cần làm gì.";
pub const SAID: &str = "Đã ghi ý kiến. Nhớ gửi trả lời cho đơn vị.";
pub const EXTEND: &str = "Gia hạn";
pub const EXTEND_TO: &str = "Hạn mới";
pub const GROUND: &str = "Lý do gia hạn";
pub const EXTEND_NOW: &str = "Ghi gia hạn";
pub const EXTENDED: &str = "Đã ghi gia hạn. Nhớ gửi trả lời cho đơn vị.";
pub const TAKE_BACK: &str = "Bỏ gia hạn này";
pub const ANSWERED: &str = "Đơn vị đã trả lời sau ý kiến này.";
pub const REPORT_AGAIN: &str = "Nhiệm vụ chưa được công nhận hoàn thành. Bổ sung xong, chọn lại “Đã hoàn thành” rồi gửi kết quả.";
pub const EXPLAIN_BELOW: &str = "Ghi giải trình vào ô dưới đây rồi gửi kết quả.";
pub const EXPLANATION: &str = "Giải trình";
pub const ANSWER: &str = "Gửi trả lời cho đơn vị";
pub const ANSWER_HINT: &str =
    "Tệp trả lời gồm mọi ý kiến, gia hạn và cho đơn vị biết kết quả đã được nhận đến đâu.";
pub const SHARE_ANSWER: &str = "Gửi trả lời qua Zalo, e-mail…";
pub const DOWNLOAD_ANSWER: &str = "Tải tệp trả lời về máy";
pub const ANSWER_SHARED: &str = "Đã chuyển tệp trả lời cho ứng dụng bạn chọn.";
pub const ANSWER_DOWNLOADED: &str = "Đã tải tệp trả lời về máy. Hãy gửi tệp đó cho đơn vị.";

/// The subject of a mail with the answer.
#[must_use]
pub fn mail_subject(unit: &str) -> String {
    legible(&format!("Trả lời kết quả thực hiện – {unit}"))
}

/// The button that gives a verdict.
#[must_use]
pub fn give(of: Verdict) -> &'static str {
    verdict(of)
}

/// "Trả lại: thiếu văn bản"
#[must_use]
pub fn opinion(review: &Review) -> String {
    let verdict = verdict(review.verdict);
    if review.words.is_empty() {
        verdict.to_owned()
    } else {
        format!("{verdict}: {}", legible(&review.words))
    }
}

/// "Văn phòng, 14:05 ngày 20/11/2026"
#[must_use]
pub fn by(name: &str, at: Moment) -> String {
    let at = moment(at);
    if name.is_empty() {
        at
    } else {
        format!("{}, {at}", legible(name))
    }
}

/// "Gia hạn lần 2 đến 15/12/2026: mưa lũ"
#[must_use]
pub fn extension(number: usize, extension: &Extension) -> String {
    let said = format!("Gia hạn lần {number} đến {}", date(extension.last_day));
    if extension.ground.is_empty() {
        said
    } else {
        format!("{said}: {}", legible(&extension.ground))
    }
}
