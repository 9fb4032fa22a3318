//! Headings and sentences of the official report.

mod agenda;
mod columns;
mod figures;
mod names;

pub use agenda::{appointment, appointment_details, appointment_of};
pub use columns::*;
pub use figures::*;
pub use names::{
    annex, as_of, chapter, cited, long_date, marker, named, place_and_day, span, span_name,
};

use super::brief::shortened;
use super::{count, date, number, period, task_path};
use crate::domain::{Day, Period, Plan, Span, capitalised};
use crate::progress::Document;
use crate::report::Head;
use crate::workspace::Form;

pub const REPORT: &str = "BÁO CÁO";
pub const OVERALL: &str = "Kết quả chung";
pub const BY_SECTION: &str = "Kết quả theo từng phần của kế hoạch";
pub const BY_UNIT: &str = "Kết quả theo từng đơn vị";
pub const DONE_IN_SPAN: &str = "Nhiệm vụ hoàn thành trong kỳ";
pub const OVERDUE: &str = "Nhiệm vụ quá hạn chưa hoàn thành và nguyên nhân";
pub const DIFFICULTIES: &str = "Khó khăn, vướng mắc";
pub const COMING: &str = "Nhiệm vụ đến hạn trong thời gian tới";
pub const NOTHING: &str = "Không có.";
pub const NO_SECTION: &str = "Nhiệm vụ chung";
pub const SUM: &str = "Cộng";
pub const RECIPIENTS: &str = "Nơi nhận:";
pub const ANNEX: &str = "Tiến độ thực hiện các nhiệm vụ";
pub const TABLE: &str = "Bảng số liệu";
pub const ONGOING: &str = "Thường xuyên";

/// What [`see_annex`] speaks of.
pub const EACH_DUTY: &str = "Chi tiết tiến độ từng nhiệm vụ";
pub const EACH_UNIT: &str = "Chi tiết kết quả của từng đơn vị";

const LONGEST_ACTION: usize = 140;
/// How many units are named in one place.
pub const MOST_NAMED: usize = 10;

/// What stands at the top right, a line each: Hướng dẫn 05-HD/VPTW of the Party, Nghị định 30/2020/NĐ-CP of
/// the state.
#[must_use]
pub fn emblem(form: Form) -> &'static [&'static str] {
    match form {
        Form::Party => &["ĐẢNG CỘNG SẢN VIỆT NAM"],
        Form::State => &[
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
        ],
    }
}

/// Number and sign with room to write in.
#[must_use]
pub fn blank_number(form: Form) -> &'static str {
    match form {
        Form::Party => "Số ……-BC/……",
        Form::State => "Số: ……/BC-……",
    }
}

/// What the report is about, for its title.
#[must_use]
pub fn about(cited: &str, scope: Option<&str>) -> String {
    match scope {
        Some(scope) => format!(
            "kết quả của {} trong thực hiện {cited}",
            within_sentence(scope)
        ),
        None => format!("kết quả thực hiện {cited}"),
    }
}

/// The name of a group begins small within a sentence where it begins with "Các"; what else a name begins with
/// may be a name itself.
fn within_sentence(name: &str) -> String {
    match name.strip_prefix("Các ") {
        Some(rest) => format!("các {rest}"),
        None => name.to_owned(),
    }
}

/// What a spreadsheet is about.
#[must_use]
pub fn sheet_title(plan: &str, scope: Option<&str>) -> String {
    capitalised(&about(&super::brief::plan(plan), scope))
}

#[must_use]
pub fn opening(cited: &str, issuer: &str, at: Span) -> String {
    let issuer = if issuer.is_empty() {
        "cơ quan"
    } else {
        issuer
    };
    format!(
        "Thực hiện {cited}, {issuer} báo cáo kết quả thực hiện {} như sau:",
        span_name(at)
    )
}

/// The last sentence; documents of the state end with "./.".
#[must_use]
pub fn closing(form: Form, plan: &Plan, at: Span) -> String {
    let end = match form {
        Form::Party => ".",
        Form::State => "./.",
    };
    format!(
        "Trên đây là báo cáo kết quả thực hiện {} {}{end}",
        named(plan),
        span_name(at)
    )
}

/// A duty with its place, in few words.
#[must_use]
pub fn duty(path: &str, action: &str, of: Option<Period>) -> String {
    let action = shortened(&capitalised(action), LONGEST_ACTION);
    let action = action.trim_end_matches(['.', ';', ',', ' ']);
    format!("Mục {}: {action}{}", task_path(path), within(of))
}

/// What is to be done, in all its words.
#[must_use]
pub fn action(action: &str, of: Option<Period>) -> String {
    let action = one_line(&capitalised(action));
    let ends: &[char] = if of.is_some() {
        &[';', ',', '.', ' ']
    } else {
        &[';', ',', ' ']
    };
    format!("{}{}", action.trim_end_matches(ends), within(of))
}

fn within(of: Option<Period>) -> String {
    of.map_or(String::new(), |of| format!(" ({})", period(of)))
}

/// Names the first units of a list, and says how many are not named. Tables name all.
#[must_use]
pub fn some(of: &[impl AsRef<str>], between: &str) -> String {
    let named: Vec<_> = of.iter().take(MOST_NAMED).map(AsRef::as_ref).collect();
    match of.len().saturating_sub(MOST_NAMED) {
        0 => named.join(between),
        others => format!("{} {}", named.join(between), and_others(others)),
    }
}

/// How many units are not named.
#[must_use]
pub fn and_others(others: usize) -> String {
    format!("và {} đơn vị khác", count(others))
}

/// A line of a list.
#[must_use]
pub fn item(of: &str, told: &[String]) -> String {
    if told.is_empty() {
        return format!("- {of}.");
    }
    let told = told.join("; ");
    format!("- {of} – {}.", told.trim_end_matches('.'))
}

/// What is told of units alike; their names alone where nothing is.
#[must_use]
pub fn of_units(units: &[&str], told: &str) -> String {
    let units = some(units, ", ");
    if told.is_empty() {
        units
    } else {
        format!("{units}: {told}")
    }
}

#[must_use]
pub fn done_on(day: Day) -> String {
    format!("hoàn thành ngày {}", date(day))
}

/// A document that proves a result: "Báo cáo quán triệt số 12-BC/CB ngày 09/06/2018".
#[must_use]
pub fn document(document: &Document) -> String {
    let title = match one_line(&document.title) {
        title if title.is_empty() => "Văn bản".to_owned(),
        title => title,
    };
    let number = one_line(&document.number);
    let number = (!number.is_empty()).then(|| format!("số {number}"));
    let day = document.date.map(|day| format!("ngày {}", date(day)));
    let words: Vec<_> = std::iter::once(title).chain(number).chain(day).collect();
    words.join(" ")
}

#[must_use]
pub fn late(day: Day, as_of: Day) -> String {
    format!(
        "hạn {}, quá hạn {} ngày",
        date(day),
        number((as_of - day).num_days())
    )
}

#[must_use]
pub fn reason(words: &str) -> String {
    format!("nguyên nhân: {words}")
}

#[must_use]
pub fn extended_to(day: Day) -> String {
    format!("Gia hạn đến {}", date(day))
}

/// What is left to do of what is late.
#[must_use]
pub fn catch_up(overdue: usize) -> String {
    format!(
        "Tập trung hoàn thành {} nhiệm vụ đã quá hạn.",
        count(overdue)
    )
}

#[must_use]
pub fn carry_on(ongoing: usize) -> String {
    format!(
        "Tiếp tục thực hiện {} nhiệm vụ thường xuyên, không có hạn.",
        count(ongoing)
    )
}

#[must_use]
pub fn due_by(day: Day, duty: &str) -> String {
    let duty = duty.replacen("Mục", "mục", 1);
    format!("Hạn {}, {duty}", date(day))
}

/// Where in the annexes something is told in full.
#[must_use]
pub fn see_annex(what: &str, number: usize, of: usize) -> String {
    format!("{what} tại {} kèm theo.", annex(number, of))
}

/// What an annex belongs to: "(Kèm theo Báo cáo số 15/BC-UBND ngày 17 tháng 9 năm 2018 của UBND huyện)".
#[must_use]
pub fn attached(head: &Head) -> String {
    let number = head.number.trim_start_matches("Số").trim_start_matches(':');
    let (day, issuer) = (place_and_day("", head.day), one_line(&head.issuer));
    let day = day.split_once(", ").map_or("", |(_, day)| day);
    let of = if issuer.is_empty() { "" } else { " của " };
    format!("(Kèm theo Báo cáo số {} {day}{of}{issuer})", number.trim())
}

/// Puts what people wrote on one line, without characters that nobody sees.
#[must_use]
pub fn one_line(text: &str) -> String {
    shortened(text, usize::MAX)
}
