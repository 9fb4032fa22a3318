//! Sentences about saving everything, bringing it back, and where it may be lost.

use super::{count, moment, number};
use crate::domain::{Moment, legible};
use crate::view::Risk;
use crate::workspace::{Backup, Restore};

pub const BACKUP: &str = "Sao lưu";
pub const HINT: &str = "Bản sao lưu là một tệp chứa tất cả trên máy này: kế hoạch, danh sách đơn vị có địa chỉ, kết quả, bản nháp. Đổi máy hoặc mất dữ liệu thì mở tệp đó ở mục Gửi – nhận để phục hồi.";
pub const SHARE: &str = "Sao lưu qua Zalo, e-mail…";
pub const DOWNLOAD: &str = "Tải bản sao lưu về máy";
pub const SHARED: &str = "Đã chuyển bản sao lưu cho ứng dụng bạn chọn.";
pub const DOWNLOADED: &str = "Đã tải bản sao lưu về máy. Nên cất thêm một bản ở nơi khác.";
pub const MAIL_WORDS: &str = "Phục hồi bằng Sổ Tiến Độ, mục Gửi – nhận.";
pub const NEVER: &str = "Chưa sao lưu lần nào.";
pub const TO_BACKUP: &str = "Sao lưu ngay";
pub const LATER: &str = "Để sau";
pub const UNDERSTOOD: &str = "Đã hiểu";
pub const RESTORE: &str = "Phục hồi từ bản sao lưu";
pub const TAKE_CHOSEN: &str = "Nhận các mục đã chọn";
pub const RESTORED: &str = "Đã phục hồi từ bản sao lưu.";
pub const ALL_HERE: &str = "Mọi thứ trong bản này đã có trên máy.";
pub const KEEPS: &str =
    "Chỉ nhận phần còn thiếu và phần mới hơn; những gì ghi sau trên máy này được giữ.";
pub const TITLE: &str = "Bản sao lưu";
pub const LASTING: &str = "Trình duyệt đã nhận giữ lâu dài dữ liệu này.";
pub const NOT_LASTING: &str = "Trình duyệt có thể xóa dữ liệu này khi máy hết chỗ. Hãy cài Sổ Tiến Độ vào máy hoặc sao lưu đều.";

/// Says when the last backup was made and how much was written since.
#[must_use]
pub fn last(at: Option<Moment>, changes: u64) -> String {
    let Some(at) = at else {
        return format!("{NEVER} {}", unsaved(changes));
    };
    format!("Sao lưu lần cuối lúc {}. {}", moment(at), unsaved(changes))
}

fn unsaved(changes: u64) -> String {
    match changes {
        0 => "Chưa có thay đổi nào cần sao lưu.".to_owned(),
        _ => format!("Có {} thay đổi chưa sao lưu.", written(changes)),
    }
}

/// Reminds of the backup.
#[must_use]
pub fn due(at: Option<Moment>, changes: u64) -> String {
    let changes = written(changes);
    match at {
        None => format!(
            "{changes} thay đổi chỉ có trên máy này, chưa sao lưu lần nào. Mất máy hoặc xóa dữ liệu trình duyệt là mất."
        ),
        Some(at) => format!(
            "Sao lưu lần cuối lúc {}; từ đó có {changes} thay đổi.",
            moment(at)
        ),
    }
}

fn written(changes: u64) -> String {
    number(i64::try_from(changes).unwrap_or(i64::MAX))
}

/// The subject of a mail with a backup.
#[must_use]
pub fn mail_subject(office: &str) -> String {
    if office.is_empty() {
        "Bản sao lưu Sổ Tiến Độ".to_owned()
    } else {
        legible(&format!("Bản sao lưu Sổ Tiến Độ – {office}"))
    }
}

/// Says when a backup was made, and by whom.
#[must_use]
pub fn made(restore: &Restore) -> String {
    let office = restore.from.as_ref().map(|from| from.name.as_str());
    let by = match office.unwrap_or_default() {
        "" => String::new(),
        name => legible(&format!(", của {name}")),
    };
    format!("Làm lúc {}{by}", moment(restore.written_at))
}

/// Says what a backup holds.
#[must_use]
pub fn holds(backup: &Backup) -> String {
    let mut units: Vec<_> = backup.records.iter().map(|(_, unit, _)| unit).collect();
    crate::sorted::sort_by(&mut units, |a, b| a < b);
    units.dedup();
    let draft = if backup.draft.is_some() {
        ", 1 bản nháp"
    } else {
        ""
    };
    format!(
        "Có {} kế hoạch, {} sổ kết quả của {} đơn vị{draft}.",
        count(backup.plans.len()),
        count(backup.records.len()),
        count(units.len())
    )
}

/// Says what taking a backup in would bring.
#[must_use]
pub fn brings(restore: &Restore) -> String {
    match (restore.plans, restore.records) {
        (0, 0) => "Sẽ bổ sung phần cài đặt còn thiếu.".to_owned(),
        (plans, 0) => format!("Sẽ thêm hoặc bổ sung {} kế hoạch.", count(plans)),
        (0, records) => format!("Sẽ thêm hoặc bổ sung {} sổ kết quả.", count(records)),
        (plans, records) => format!(
            "Sẽ thêm hoặc bổ sung {} kế hoạch, {} sổ kết quả.",
            count(plans),
            count(records)
        ),
    }
}

/// Says why what is kept here may be lost, and the way out.
#[must_use]
pub fn risk(risk: Risk) -> &'static str {
    match risk {
        Risk::File => {
            "Sổ Tiến Độ đang chạy từ một tệp; dữ liệu nằm trong trình duyệt này, gắn với tệp này ở chỗ này. Đổi tên hay chuyển tệp, dùng trình duyệt khác hoặc dọn trình duyệt là có thể không thấy dữ liệu nữa. Hãy sao lưu thường xuyên; sang tệp khác thì mở bản sao lưu ở mục Gửi – nhận."
        }
        Risk::InApp => {
            "Đang mở trong ứng dụng khác (Zalo, Facebook…): dữ liệu ở đây dễ mất và không thấy ở trình duyệt thường. Hãy bấm dấu ba chấm, chọn mở bằng Chrome hoặc Safari."
        }
        Risk::SafariTab => {
            "Safari trên iPhone, iPad có thể xóa dữ liệu sau 7 ngày không mở trang. Hãy bấm Chia sẻ, chọn Thêm vào MH chính, rồi mở từ đó."
        }
    }
}
