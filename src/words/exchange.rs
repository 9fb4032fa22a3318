//! Sentences about files that are sent and opened.

use super::{date, field, number, period, status, task_path};
use crate::domain::{Plan, legible};
use crate::progress::{Change, Comparison, Document, Value};

pub const SEND: &str = "Gửi kết quả";
pub const SHARE: &str = "Gửi qua Zalo, e-mail…";
pub const DOWNLOAD: &str = "Tải tệp kết quả về máy";
pub const NEVER_SENT: &str = "Chưa gửi lần nào.";
pub const UNSENT: &str = "Có thay đổi chưa gửi.";
pub const ALL_SENT: &str = "Mọi thay đổi đã gửi.";
pub const NOTHING_YET: &str = "Chưa ghi kết quả nào, nên chưa có gì để gửi.";
pub const SEND_HINT: &str =
    "Tệp kết quả gửi được qua Zalo hoặc e-mail. Nơi nhận mở bằng Sổ Tiến Độ, mục Gửi – nhận.";
pub const SHARED: &str = "Đã chuyển tệp kết quả cho ứng dụng bạn chọn.";
pub const DOWNLOADED: &str = "Đã tải tệp kết quả về máy. Hãy gửi tệp đó qua Zalo hoặc e-mail.";
pub const SHARE_FAILED: &str = "Chưa chia sẻ được. Hãy tải tệp về máy rồi gửi.";

pub const RECEIVE: &str = "Nhận tệp";
pub const CHOOSE_FILES: &str = "Chọn tệp để mở";
pub const RECEIVE_HINT: &str =
    "Có thể chọn nhiều tệp một lúc. Chưa có gì thay đổi cho đến khi bạn đồng ý.";
pub const PREVIEW: &str = "Xem trước";
pub const REJECT: &str = "Bỏ qua";
pub const NOTHING_NEW: &str = "Không có gì mới để nhận.";

/// Says when the result was last sent.
#[must_use]
pub fn sent_at(moment: &str) -> String {
    format!("Gửi lần cuối lúc {moment}.")
}

/// The button that takes records in.
#[must_use]
pub fn accept(count: usize) -> String {
    if count == 1 {
        "Nhận kết quả này".to_owned()
    } else {
        format!("Nhận {count} kết quả")
    }
}

/// Says that records were taken in.
#[must_use]
pub fn accepted(count: usize) -> String {
    format!("Đã nhận {count} kết quả. Xem ở mục Đơn vị.")
}

/// Says how what arrives relates to what is here.
#[must_use]
pub fn comparison(comparison: Comparison, first: bool) -> &'static str {
    match comparison {
        Comparison::Newer if first => "Mới, chưa từng nhận",
        Comparison::Newer => "Mới hơn bản trên máy",
        Comparison::Diverged => "Cả hai bên cùng có thay đổi, sẽ gộp lại",
        Comparison::Same => "Giống bản trên máy, không có gì mới",
        Comparison::Older => "Cũ hơn bản trên máy, không có gì mới",
    }
}

/// Says that a file is of a plan that is not here.
#[must_use]
pub fn other_plan(name: &str) -> String {
    let name = legible(name);
    format!("Tệp này của kế hoạch khác: {name}. Trên máy chưa có kế hoạch đó, nên không nhận.")
}

pub const EMPTY_FILE: &str = "Tệp không có kết quả nào.";
pub const NEW_UNIT: &str = "Đơn vị chưa có trong danh sách, sẽ được thêm vào";

/// Says that two contents will stand against each other.
pub const WILL_CONFLICT: &str = "hai nơi ghi khác nhau, giữ cả hai để chọn";

/// Counts changes.
#[must_use]
pub fn changes(count: usize) -> String {
    format!(
        "{} thay đổi",
        number(i64::try_from(count).unwrap_or(i64::MAX))
    )
}

/// Tells a change in a line: where, what was there, what will be.
#[must_use]
pub fn change(change: &Change, plan: Option<&Plan>) -> String {
    let slot = &change.slot;
    let task = plan
        .and_then(|plan| plan.task(&slot.task))
        .map(|task| task_path(&task.path));
    let task = task.unwrap_or_else(|| format!("việc không có trong kế hoạch ({})", slot.task));
    let when = slot
        .period
        .map(|at| format!(", {}", period(at)))
        .unwrap_or_default();
    let name = field(change.field());
    let line = match (&change.before, &change.after) {
        (Some(before), Some(after)) if before == after => {
            format!("{task}{when} · {name}: {}", value(after))
        }
        (Some(before), Some(after)) => format!(
            "{task}{when} · {name}: {} → {}",
            value(before),
            value(after)
        ),
        (None, Some(after)) => format!("{task}{when} · {name}: {}", value(after)),
        (Some(before), None) => format!("{task}{when} · {name}: bỏ {}", value(before)),
        (None, None) => format!("{task}{when} · {name}"),
    };
    legible(&line)
}

/// Tells a value in a line.
#[must_use]
pub fn value(value: &Value) -> String {
    // What others wrote may not change how the words beside it read.
    legible(&told(value))
}

fn told(value: &Value) -> String {
    match value {
        Value::Status(said) => status(said),
        Value::Text(text) if text.is_empty() => "(trống)".to_owned(),
        Value::Text(text) => format!("“{text}”"),
        Value::Document(said) => document(said),
        Value::Step(step) if step.done => format!("“{}” (xong)", step.text),
        Value::Step(step) => format!("“{}”", step.text),
    }
}

/// Names a document: number, date, title.
#[must_use]
pub fn document(document: &Document) -> String {
    let day = document.date.map(|day| format!("ngày {}", date(day)));
    let parts = [
        Some(document.number.clone()),
        day,
        Some(document.title.clone()),
    ];
    parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}
