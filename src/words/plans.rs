//! Sentences about plans as a whole: their list, putting away, handing on.

use super::count;
use crate::domain::legible;
use crate::view::Card;
use crate::workspace::{Relation, Shelf};

pub const ADD_PLAN: &str = "Thêm kế hoạch";
pub const NO_PLANS: &str =
    "Chưa có kế hoạch nào đang thực hiện. Bấm Thêm kế hoạch để đưa một kế hoạch vào sổ.";
pub const ARCHIVE: &str = "Lưu trữ";
pub const BIN: &str = "Đã xóa";
pub const BACK_TO_WORK: &str = "Đưa lại";
pub const REMOVE_FOR_GOOD: &str = "Xóa hẳn";
pub const THIS_PLAN: &str = "Gửi đi, lưu trữ, xóa";
pub const TO_ARCHIVE: &str = "Lưu trữ";
pub const TO_BIN: &str = "Xóa";
pub const PUT_AWAY_HINT: &str = "Kế hoạch lưu trữ hoặc đã xóa không còn hiện ở Hôm nay và Đơn vị. Kết quả đã ghi vẫn được giữ, đưa lại được bất cứ lúc nào.";
pub const GONE_DUTIES: &str = "Nhiệm vụ đã bỏ";
pub const GONE_DUTIES_HINT: &str =
    "Bản sửa đổi không còn các nhiệm vụ này. Kết quả đã ghi vẫn được giữ.";

pub const SHARE_PLAN: &str = "Gửi kế hoạch qua Zalo, e-mail…";
pub const DOWNLOAD_PLAN: &str = "Tải tệp kế hoạch về máy";
pub const PLAN_SHARED: &str = "Đã chuyển tệp kế hoạch cho ứng dụng bạn chọn.";
pub const PLAN_DOWNLOADED: &str =
    "Đã tải tệp kế hoạch về máy. Hãy gửi tệp đó qua Zalo hoặc e-mail.";
/// The subject of a mail with a plan.
#[must_use]
pub fn mail_subject(plan: &str) -> String {
    legible(&format!("Kế hoạch {plan}"))
}

pub const SHARE_HINT: &str =
    "Nơi nhận mở tệp bằng Sổ Tiến Độ, mục Gửi – nhận, là có kế hoạch này, không phải đọc lại.";

pub const DRAFT: &str = "Bản nháp";
pub const RESUME: &str = "Tiếp tục";
pub const DROP_DRAFT: &str = "Bỏ bản nháp";
pub const DRAFT_DROPPED: &str = "Đã bỏ bản nháp";
pub const DRAFT_REPLACED: &str = "Đã thay bản nháp trước";

/// Counts the plans at work.
#[must_use]
pub fn plans_at_work(of: usize) -> String {
    format!("{} kế hoạch đang thực hiện", count(of))
}

/// Counts a plan's duties.
#[must_use]
pub fn duties(of: usize) -> String {
    format!("{} nhiệm vụ", count(of))
}

/// Says in a line how a plan's duties stand.
#[must_use]
pub fn standing(card: &Card) -> String {
    let tally = card.tally;
    let done = if card.is_mine {
        format!("đơn vị xong {}/{}", tally.done, tally.all())
    } else {
        duties(card.duties)
    };
    match tally.overdue {
        0 => done,
        late => format!("{done} · quá hạn {}", count(late)),
    }
}

/// Names a further revision.
#[must_use]
pub fn revision(revision: u32) -> String {
    format!("bản sửa lần {}", revision.saturating_sub(1))
}

/// Says where a plan is put away.
#[must_use]
pub fn is_put_away(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Archive => "Kế hoạch này đang ở mục Lưu trữ.",
        Shelf::Bin => "Kế hoạch này đang ở mục Đã xóa.",
    }
}

/// Says that a plan was put away.
#[must_use]
pub fn put_away(shelf: Shelf, name: &str) -> String {
    match shelf {
        Shelf::Archive => format!("Đã đưa vào Lưu trữ: {name}"),
        Shelf::Bin => format!("Đã xóa: {name}"),
    }
}

/// Asks before a plan is removed for good.
#[must_use]
pub fn ask_remove(name: &str) -> String {
    format!(
        "Xóa hẳn “{name}” cùng mọi kết quả đã ghi? Nên tải tệp kế hoạch và lưu kết quả ra tệp trước."
    )
}

/// Says that a plan was removed for good.
#[must_use]
pub fn removed(name: &str) -> String {
    format!("Đã xóa hẳn: {name}")
}

/// Names the draft.
#[must_use]
pub fn draft(name: &str) -> String {
    format!("Bản nháp chưa lưu: {name}")
}

/// Says how a plan that arrives relates to what is here.
#[must_use]
pub fn relation(relation: &Relation, revision: u32) -> String {
    match relation {
        Relation::New => "Kế hoạch mới, trên máy chưa có".to_owned(),
        Relation::Newer { here } => format!(
            "Bản mới hơn (lần {revision}; trên máy là lần {here}). Kết quả đã ghi đi theo từng nhiệm vụ."
        ),
        Relation::Same { brings: true } => {
            "Giống kế hoạch trên máy; bổ sung danh sách đơn vị hoặc đưa kế hoạch trở lại".to_owned()
        }
        Relation::Same { brings: false } => "Giống kế hoạch trên máy, không có gì mới".to_owned(),
        Relation::Older { here } => {
            format!("Bản cũ hơn (lần {revision}; trên máy là lần {here}), nên không nhận")
        }
        Relation::Differs { here, there } => format!(
            "Hai nội dung khác nhau cùng mang lần {revision}: trên máy là bản {here}, trong tệp là bản {there}. Không nhận; hãy hỏi nơi ban hành bản nào đúng."
        ),
    }
}

/// The button that takes in what arrived: plans, results, or both.
#[must_use]
pub fn accept(plans: usize, results: usize) -> String {
    match (plans, results) {
        (0, results) => super::exchange::accept(results),
        (1, 0) => "Nhận kế hoạch này".to_owned(),
        (plans, 0) => format!("Nhận {plans} kế hoạch"),
        (plans, results) => format!("Nhận {plans} kế hoạch và {} kết quả", count(results)),
    }
}

/// Says that plans were taken in.
#[must_use]
pub fn accepted(plans: usize, results: usize) -> String {
    match (plans, results) {
        (0, results) => super::exchange::accepted(results),
        (plans, 0) => format!("Đã nhận {plans} kế hoạch. Xem ở mục Kế hoạch."),
        (plans, results) => format!("Đã nhận {plans} kế hoạch và {} kết quả.", count(results)),
    }
}

/// Says that a plan that was put away is at work again.
#[must_use]
pub fn back_at_work(name: &str) -> String {
    format!("Đã đưa {name} về danh sách đang thực hiện.")
}
