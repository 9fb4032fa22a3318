//! Sentences about a plan that is being taken in.

use super::{date, recurrence, task_path};
use crate::domain::{BeforeDay, Day, Task, legible, small};
use crate::draft::Difference;
use crate::reader::Puzzle;

pub const ADD_HINT: &str =
    "Chọn tệp hoặc dán văn bản. Chưa có gì được lưu cho đến khi bạn xác nhận.";
pub const FROM_FILE: &str = "Từ tệp";
pub const CHOOSE_FILE: &str = "Chọn tệp kế hoạch";
pub const FILE_HINT: &str =
    "Tệp Word (.docx), PDF có chữ, hoặc văn bản (.txt). Trên máy tính có thể kéo tệp thả vào đây.";
pub const FROM_TEXT: &str = "Từ văn bản";
pub const PASTE: &str = "Dán văn bản kế hoạch vào đây";
pub const READ: &str = "Đọc văn bản";
pub const PASTE_BLANK: &str = "Hãy dán văn bản kế hoạch trước.";
pub const STOP: &str = "Dừng";
pub const STOPPED: &str = "Đã dừng đọc.";
pub const READING: &str = "Đang đọc";
pub const PASTED: &str = "văn bản đã dán";
pub const DRAFT_THERE: &str = "Đọc văn bản khác sẽ thay bản nháp này.";

pub const CONFIRM: &str = "Xác nhận kế hoạch";
pub const NO_DRAFT: &str = "Không có bản nháp nào trên máy này.";
pub const KEEP: &str = "Lưu kế hoạch";
pub const DRAFT_KEPT: &str = "Bản nháp được giữ trên máy này; rời trang rồi quay lại vẫn còn.";
pub const HEAD: &str = "Thông tin chung";
pub const NUMBER: &str = "Số, ký hiệu";
pub const TITLE: &str = "Tên kế hoạch (trích yếu)";
pub const ISSUER: &str = "Cơ quan ban hành";
pub const ISSUED: &str = "Ngày ban hành";
pub const NAME: &str = "Tên gọi ngắn (không bắt buộc)";

pub const WHICH: &str = "Đây là";
pub const NEW_PLAN: &str = "Kế hoạch mới";

pub const REVIEW: &str = "Cần xem lại";
pub const NOTHING_TO_REVIEW: &str = "Không còn chỗ nào cần xem lại.";
pub const RIGHT: &str = "Đúng";
pub const CORRECT: &str = "Sửa";
pub const LEAVE_OUT: &str = "Bỏ qua";
pub const IS_DUTY: &str = "Là nhiệm vụ";
pub const IS_NO_DUTY: &str = "Không phải";
pub const UNSURE: &str = "cần xem lại";

pub const TEXT: &str = "Văn bản";
pub const DUTIES: &str = "Các nhiệm vụ";
pub const NO_DUTIES: &str =
    "Chưa đánh dấu nhiệm vụ nào. Bấm dấu cộng bên cạnh một đoạn để đánh dấu.";
pub const MAKE: &str = "Đánh dấu là nhiệm vụ";
pub const MADE: &str = "Đã đánh dấu nhiệm vụ";
pub const DROP: &str = "Bỏ đánh dấu nhiệm vụ";
pub const DROPPED: &str = "Đã bỏ đánh dấu";
pub const NO_SUCH_DUTY: &str =
    "Không còn nhiệm vụ này trong bản nháp. Hãy đóng lại rồi chọn nhiệm vụ khác.";
pub const WHO_MISSING: &str = "chưa rõ ai chủ trì";

pub const ADD_NAME: &str = "Thêm đơn vị hoặc khối";
pub const NO_ONE: &str = "Chưa có";
pub const DAY: &str = "Ngày cuối đúng hạn";
pub const TIME_WORDS: &str = "Câu chữ về thời hạn";
pub const NO_DEADLINE: &str = "Không có thời hạn";
pub const RECURRENCE: &str = "Định kỳ";
pub const ONCE: &str = "Không định kỳ";

pub const SCOPE: &str = "Sửa phạm vi: tách, gộp, chuyển đoạn";
pub const SPLIT_HINT: &str = "Bấm vào giữa hai phần để tách thành hai nhiệm vụ:";
pub const SPLIT_HERE: &str = "Tách ở đây";
pub const SPLIT_DONE: &str = "Đã tách thành hai nhiệm vụ";
pub const JOIN_DONE: &str = "Đã gộp hai nhiệm vụ";
pub const MOVE_BEFORE: &str = "Chuyển dấu lên đoạn trước";
pub const MOVE_AFTER: &str = "Chuyển dấu xuống đoạn sau";
pub const MOVED: &str = "Đã chuyển dấu";

pub const COMPARED: &str = "So với bản đang có";
pub const BEFORE: &str = "Bản đang có";
pub const NOW: &str = "Bản này";
pub const SEPARATE: &str = "Không phải cùng một nhiệm vụ";
pub const MATCH: &str = "Là một nhiệm vụ cũ…";
pub const MATCHED: &str = "Đã nối với nhiệm vụ cũ";
pub const SEPARATED: &str = "Đã tách thành nhiệm vụ mới";

/// Says how far the reading is.
#[must_use]
pub fn reading(name: &str, percent: u32) -> String {
    format!("{READING} {name}… {percent} %")
}

/// The choice to take a text for a further one of a plan.
#[must_use]
pub fn amends(name: &str) -> String {
    format!("Bản sửa đổi của {name}")
}

/// Says that there is a plan under the same number.
#[must_use]
pub fn namesake(name: &str) -> String {
    format!("Trên máy đã có kế hoạch cùng số: {name}. Nếu đây là bản sửa đổi, hãy chọn ở dưới.")
}

/// Tells that a name that was typed was added to a duty.
#[must_use]
pub fn added(name: &str) -> String {
    format!("Đã thêm: “{}”", legible(name))
}

/// Says that a plan was kept.
#[must_use]
pub fn kept(name: &str) -> String {
    format!("Đã lưu kế hoạch {name} trên máy này.")
}

/// Accepts all that the reader is unsure of in one way.
#[must_use]
pub fn all_right(count: usize) -> String {
    format!("Đúng cả {count}")
}

/// Takes the latest correction back.
#[must_use]
pub fn undo(edits: usize) -> String {
    format!("Hoàn tác ({edits})")
}

/// Joins a duty with the next.
#[must_use]
pub fn join(next: &str) -> String {
    format!("Gộp với nhiệm vụ sau ({})", task_path(next))
}

/// Says when a duty is due, in as few words as it can be told.
#[must_use]
pub fn when(task: &Task, before: BeforeDay) -> Option<String> {
    let due = task.deadline.as_ref().map(|deadline| {
        let day = deadline.last_day(before);
        day.map_or(deadline.words.clone(), |day| format!("hạn {}", date(day)))
    });
    let often = task
        .recurrence
        .map(|often| small_letters(recurrence(often)));
    match (due, often) {
        (Some(due), Some(often)) => Some(format!("{often}, {due}")),
        (due, often) => due.or(often),
    }
}

/// Writes a name within a sentence. The standard library's way weighs 25 kB.
#[must_use]
pub fn small_letters(text: &str) -> String {
    text.chars().map(small).collect()
}

/// The words of a deadline that a person sets where the plan has none.
#[must_use]
pub fn until(day: Day) -> String {
    format!("Đến hết ngày {}", date(day))
}

/// The four kinds of duties of an amended plan, as headings.
#[must_use]
pub fn difference(difference: Difference) -> &'static str {
    match difference {
        Difference::New => "Nhiệm vụ mới",
        Difference::Changed { .. } => "Nhiệm vụ thay đổi",
        Difference::Gone => "Nhiệm vụ không còn",
        Difference::Unchanged => "Nhiệm vụ giữ nguyên",
    }
}

/// Names what changed in a duty.
#[must_use]
pub fn changed(difference: Difference) -> String {
    let Difference::Changed {
        text,
        lead,
        support,
        time,
    } = difference
    else {
        return String::new();
    };
    let parts = [
        (text, "câu chữ"),
        (lead, "chủ trì"),
        (support, "phối hợp"),
        (time, "thời hạn"),
    ];
    let parts = parts.into_iter().filter(|part| part.0).map(|part| part.1);
    format!("Khác: {}", parts.collect::<Vec<_>>().join(", "))
}

/// Says of a head's puzzle which field answers it.
#[must_use]
pub fn field_of(puzzle: Puzzle) -> Option<&'static str> {
    match puzzle {
        Puzzle::NumberMissing => Some(NUMBER),
        Puzzle::IssueDayMissing => Some(ISSUED),
        Puzzle::IssuerMissing => Some(ISSUER),
        _ => None,
    }
}
