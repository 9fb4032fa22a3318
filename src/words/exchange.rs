//! Sentences about files that are sent and opened.

use super::{count, date, field, period, status, task_path};
use crate::domain::{Plan, legible, small};
use crate::progress::{Change, Comparison, Document, Extension, Item, Review, Value};
use crate::workspace::Heap;

pub const SEND: &str = "Gửi kết quả";
pub const SHARE: &str = "Gửi qua Zalo, e-mail…";
pub const DOWNLOAD: &str = "Tải tệp kết quả về máy";
pub const NEVER_SENT: &str = "Chưa gửi lần nào.";
pub const UNSENT: &str = "Có thay đổi chưa gửi.";
pub const ALL_SENT: &str = "Mọi thay đổi đã có trong tệp đó.";
pub const NOTHING_YET: &str = "Chưa ghi kết quả nào, nên chưa có gì để gửi. Hãy đánh dấu việc đã làm ở mục Hôm nay hoặc Đơn vị.";
pub const SEND_HINT: &str =
    "Tệp kết quả gửi được qua Zalo hoặc e-mail. Nơi nhận mở bằng Sổ Tiến Độ, mục Gửi – nhận.";
pub const SHARED: &str = "Đã chuyển tệp kết quả cho ứng dụng bạn chọn.";
pub const DOWNLOADED: &str = "Đã tải tệp kết quả về máy. Hãy gửi tệp đó qua Zalo hoặc e-mail.";
pub const SHARE_FAILED: &str = "Chưa chia sẻ được. Hãy tải tệp về máy rồi gửi.";

pub const OTHER_WAYS: &str = "Cách khác";
pub const COPY: &str = "Chép nội dung";
pub const COPIED: &str = "Đã chép nội dung tệp. Hãy dán vào tin nhắn hoặc thư rồi gửi.";
pub const COPY_FAILED: &str = "Chưa chép được. Hãy tải tệp về máy rồi gửi.";
pub const MAIL: &str = "Soạn e-mail";
pub const MAILED: &str = "Đã soạn thư có sẵn nội dung tệp. Hãy gửi thư trong chương trình e-mail.";
pub const MAILED_WITHOUT: &str =
    "Đã soạn thư và tải tệp về máy. Hãy đính kèm tệp đó vào thư rồi gửi.";
pub const DOWNLOAD_OWN: &str = "Tải dạng .sotiendo";
pub const DOWNLOADED_OWN: &str =
    "Đã tải tệp .sotiendo về máy. Nơi đã cài Sổ Tiến Độ bấm đúp vào tệp là mở.";

/// The line of a mail that has no room for the file itself.
#[must_use]
pub fn attach(file_name: &str) -> String {
    format!("Đính kèm tệp: {file_name}")
}

/// The subject of a mail with results. Several plans are not named one by one.
#[must_use]
pub fn mail_subject(plan: Option<&str>, unit: &str) -> String {
    let plan = plan.unwrap_or("kế hoạch");
    legible(&format!("Kết quả thực hiện {plan} – {unit}"))
}

/// What a mail says before the file, kept short: the file needs the room.
pub const MAIL_WORDS: &str = "Mở bằng Sổ Tiến Độ, mục Gửi – nhận.";

pub const RECEIVE: &str = "Nhận tệp";
pub const CHOOSE_FILES: &str = "Chọn tệp để mở";
pub const RECEIVE_HINT: &str = "Có thể chọn hoặc kéo thả nhiều tệp một lúc, cả tệp nén .zip. Chưa có gì thay đổi cho đến khi bạn đồng ý.";
pub const PASTE: &str = "Dán từ bộ nhớ tạm";
pub const PASTE_HERE: &str = "Dán nội dung ở đây";
pub const OPEN_PASTED: &str = "Mở nội dung đã dán";
pub const PASTE_BLANK: &str = "Chưa có nội dung nào để mở.";
pub const OPENING: &str = "Đang mở tệp…";
pub const STOP: &str = "Dừng";
pub const STOPPED: &str = "Đã dừng. Chưa có gì thay đổi.";
pub const NOT_KEPT: &str = "Chưa nhận được tệp vừa chia sẻ. Hãy lưu tệp về máy rồi chọn ở đây.";

/// Says how much of many files was looked through.
#[must_use]
pub fn looking(percent: u32) -> String {
    format!("Đang xem các tệp: {percent}%")
}

/// Names a file that was pasted.
#[must_use]
pub fn pasted(number: usize) -> String {
    format!("nội dung dán {number}")
}

pub const PREVIEW: &str = "Xem trước";
pub const REJECT: &str = "Bỏ qua";
pub const TAKE_ALL: &str = "Chọn cả nhóm";
pub const TAKE_NONE: &str = "Bỏ chọn cả nhóm";
pub const IS_REPORT: &str = "Không có thay đổi; ghi nhận là đã báo cáo";
pub const OF_OTHERS: &str = "Kết quả của đơn vị khác trong cùng tệp; chỉ chọn nếu cần";
pub const NOT_IMPORTED: &str = "Chưa nhận gì, vì máy không lưu được bản phục hồi (thường do hết chỗ). Hãy xóa bớt kế hoạch cũ rồi mở lại tệp.";
pub const UNDO_IMPORT: &str = "Hoàn tác lần nhận này";
pub const IMPORT_UNDONE: &str = "Đã hoàn tác lần nhận tệp. Những gì ghi sau đó vẫn được giữ.";
pub const NO_RECEIPT: &str = "Chưa có nơi nào báo lại là đã nhận.";
pub const ALL_RECEIVED: &str = "Mọi cập nhật đã được nhận.";
pub const SOME_OFFICE: &str = "Nơi tổng hợp";
pub const BRIEF: &str = "Báo cáo ngắn để dán vào tin nhắn";
pub const COPY_BRIEF: &str = "Chép báo cáo ngắn";
pub const TEXT_COPIED: &str = "Đã chép. Hãy dán vào Zalo hoặc e-mail.";
pub const TEXT_NOT_COPIED: &str = "Chưa chép được. Hãy chọn đoạn chữ rồi chép bằng tay.";
pub const NOTHING_NEW: &str = "Không có gì mới để nhận.";

/// Says when a file to be sent was last made; whether it was sent the app cannot know.
#[must_use]
pub fn sent_at(moment: &str) -> String {
    format!("Lập tệp gửi lần cuối lúc {moment}.")
}

/// The button that takes records in.
#[must_use]
pub fn accept(results: usize) -> String {
    if results == 1 {
        "Nhận kết quả này".to_owned()
    } else {
        format!("Nhận {} kết quả", count(results))
    }
}

/// Says that records were taken in.
#[must_use]
pub fn accepted(results: usize) -> String {
    format!(
        "Đã nhận {} kết quả. Xem ở Đơn vị, phần tổng hợp.",
        count(results)
    )
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

/// Names a heap of arrivals.
#[must_use]
pub fn heap(heap: Heap) -> &'static str {
    match heap {
        Heap::Locked => "Có khóa mật khẩu",
        Heap::Doubtful => "Cần xem lại chữ ký",
        Heap::Backup => super::backup::TITLE,
        Heap::Plan => "Kế hoạch",
        Heap::New => "Mới",
        Heap::Newer => "Mới hơn bản trên máy",
        Heap::PartlyKnown => "Hai bên cùng có thay đổi",
        Heap::OtherRevision => "Ghi theo bản kế hoạch khác",
        Heap::Same => "Giống bản trên máy",
        Heap::Older => "Cũ hơn bản trên máy",
        Heap::WrongPlan => "Của kế hoạch khác",
        Heap::Damaged => "Tệp hỏng",
        Heap::NotOurs => "Không phải tệp của Sổ Tiến Độ",
    }
}

/// Says in a line what was opened: "32 tệp · 28 mới, 3 cũ hơn".
#[must_use]
pub fn heaps(files: usize, heaps: &[(Heap, usize)]) -> String {
    let part = |(heap, of): &(Heap, usize)| {
        let name = self::heap(*heap);
        let rest = name.chars().skip(1);
        let name: String = name.chars().take(1).map(small).chain(rest).collect();
        format!("{} {name}", count(*of))
    };
    let parts: Vec<_> = heaps.iter().map(part).collect();
    format!("{} tệp: {}", count(files), parts.join(", "))
}

/// Says that a record was written by another revision of the plan.
#[must_use]
pub fn other_revision(there: u32, here: u32) -> String {
    format!(
        "Ghi theo kế hoạch lần {there}; trên máy là lần {here}. Vẫn nhận được, việc nào vào việc nấy."
    )
}

/// Tells what was taken in last, and when.
#[must_use]
pub fn last_import(plans: usize, records: usize, at: &str) -> String {
    let what = match (plans, records) {
        (0, records) => format!("{} kết quả", count(records)),
        (plans, 0) => format!("{} kế hoạch", count(plans)),
        (plans, records) => format!("{} kế hoạch, {} kết quả", count(plans), count(records)),
    };
    format!("Lần nhận gần nhất: {what}, lúc {at}.")
}

/// Says up to which update another office has received what this unit wrote.
#[must_use]
pub fn received_until(office: &str, moment: &str) -> String {
    let office = if office.is_empty() {
        SOME_OFFICE
    } else {
        office
    };
    format!("{} đã nhận đến lần cập nhật {moment}.", legible(office))
}

/// Counts what was written since.
#[must_use]
pub fn not_received(writes: usize) -> String {
    format!("{} cập nhật chưa được báo nhận.", count(writes))
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
pub fn changes(places: usize) -> String {
    format!("{} thay đổi", count(places))
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

/// Tells that what was typed of an entry's items was added to them.
#[must_use]
pub fn added(item: &Item) -> String {
    let said = match item {
        Item::Document(said) => document(said),
        Item::Step(step) => format!("“{}”", step.text),
        Item::Extension(said) => extension_text(said),
    };
    format!("Đã thêm: {}", legible(&said))
}

fn told(value: &Value) -> String {
    match value {
        Value::Status(said) => status(said),
        Value::Text(text) if text.is_empty() => "(trống)".to_owned(),
        Value::Text(text) => format!("“{text}”"),
        Value::Document(said) => document(said),
        Value::Step(step) if step.done => format!("“{}” (xong)", step.text),
        Value::Step(step) => format!("“{}”", step.text),
        Value::Review(review) => review_text(review),
        Value::Extension(extension) => extension_text(extension),
    }
}

/// Tells a review: "Trả lại: thiếu văn bản".
#[must_use]
pub fn review_text(review: &Review) -> String {
    with_ground(super::verdict(review.verdict), &review.words)
}

/// Tells an extension: "gia hạn đến 15/12/2026: mưa lũ".
#[must_use]
pub fn extension_text(extension: &Extension) -> String {
    let said = format!("gia hạn đến {}", date(extension.last_day));
    with_ground(&said, &extension.ground)
}

fn with_ground(said: &str, ground: &str) -> String {
    if ground.is_empty() {
        said.to_owned()
    } else {
        format!("{said}: {ground}")
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
