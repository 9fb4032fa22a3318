//! Headings and sentences of the official report.

mod agenda;
mod columns;
mod names;

pub use agenda::{appointment, appointment_details, appointment_of};
pub use columns::*;
pub use names::{annex, as_of, chapter, cited, long_date, marker, place_and_day, span, span_name};

use super::brief::shortened;
use super::overview::{rate, rate_of_all, rate_of_due};
use super::{count, date, number, period, task_path};
use crate::domain::{Day, Period, capitalised};
use crate::progress::Document;
use crate::report::{Form, Span};
use crate::view::Counts;

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

const LONGEST_ACTION: usize = 140;

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
        Form::Party => "Số       -BC/",
        Form::State => "Số:       /BC-",
    }
}

/// What the report is about, for its title.
#[must_use]
pub fn about(cited: &str, scope: Option<&str>) -> String {
    match scope {
        Some(scope) => format!("kết quả của {scope} trong thực hiện {cited}"),
        None => format!("kết quả thực hiện {cited}"),
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
        "Thực hiện {cited}, {issuer} báo cáo kết quả {} như sau:",
        span_name(at)
    )
}

/// The last sentence; documents of the state end with "./.".
#[must_use]
pub fn closing(form: Form, at: Span) -> String {
    let end = match form {
        Form::Party => ".",
        Form::State => "./.",
    };
    format!("Trên đây là báo cáo kết quả {}{end}", span_name(at))
}

/// How much there is to do, and how it is counted.
#[must_use]
pub fn assigned(duties: usize, units: usize, all: usize) -> String {
    format!(
        "Trong kỳ có {} nhiệm vụ của {} đơn vị. Mỗi nhiệm vụ của mỗi đơn vị được tính là một; tổng số là {}.",
        count(duties),
        count(units),
        count(all)
    )
}

/// How much one unit has to do.
#[must_use]
pub fn assigned_to(unit: &str, all: usize) -> String {
    format!("{unit} có {} nhiệm vụ trong kỳ.", count(all))
}

/// Which duties nobody on the list has, so that nobody is counted for them.
#[must_use]
pub fn unassigned(paths: &[String]) -> String {
    let paths: Vec<_> = paths.iter().map(|path| task_path(path)).collect();
    format!(
        "{} nhiệm vụ chưa tính vì chưa có đơn vị thực hiện trong danh sách: {}.",
        count(paths.len()),
        paths.join("; ")
    )
}

/// Of how many units there is a report, and of whom there is none.
#[must_use]
pub fn heard(heard: usize, silent: &[&str]) -> String {
    let all = count(heard + silent.len());
    let heard = count(heard);
    if silent.is_empty() {
        format!("Đã có báo cáo của {heard}/{all} đơn vị.")
    } else {
        format!(
            "Đã có báo cáo của {heard}/{all} đơn vị; chưa có báo cáo của: {}.",
            silent.join("; ")
        )
    }
}

/// The usual sentence of city statistics, duties without a day told apart.
#[must_use]
pub fn general(counts: Counts) -> Vec<String> {
    let open = counts.in_time + counts.overdue + counts.open_without_day;
    vec![
        format!(
            "Tổng số nhiệm vụ: {}. Đã hoàn thành {} ({}), trong đó đúng hạn {}, quá hạn {}, không có hạn {}; \
             chưa hoàn thành {}, trong đó trong hạn {}, quá hạn {}, không có hạn {}.",
            count(counts.all()),
            count(counts.done()),
            rate(counts.done(), counts.all()),
            count(counts.done_on_time),
            count(counts.done_late),
            count(counts.done_without_day),
            count(open),
            count(counts.in_time),
            count(counts.overdue),
            count(counts.open_without_day),
        ),
        format!("{}.", rate_of_all(counts)),
        format!("{}.", rate_of_due(counts)),
    ]
}

/// With which span the figures are compared.
#[must_use]
pub fn compared(with: Span) -> String {
    format!("So sánh với kỳ trước, {}:", span(with))
}

/// A difference with its sign.
#[must_use]
pub fn difference(now: usize, before: usize) -> String {
    let of = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    signed(of(now) - of(before), number)
}

/// A difference of shares, in points of a hundred.
#[must_use]
pub fn rate_difference(now: u32, before: u32) -> String {
    let points = |tenths: i64| format!("{},{} điểm %", tenths / 10, tenths % 10);
    signed(i64::from(now) - i64::from(before), points)
}

fn signed(difference: i64, write: impl Fn(i64) -> String) -> String {
    match difference {
        0 => "0".to_owned(),
        more if more > 0 => format!("+{}", write(more)),
        less => format!("-{}", write(-less)),
    }
}

/// A duty with its place, in few words.
#[must_use]
pub fn duty(path: &str, action: &str, of: Option<Period>) -> String {
    let action = shortened(&capitalised(action), LONGEST_ACTION);
    let action = action.trim_end_matches(['.', ';', ',', ' ']);
    format!("{} {action}{}", task_path(path), within(of))
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

/// Names at most so many of a list, and says how many units are not named.
#[must_use]
pub fn some(of: &[impl AsRef<str>], most: usize) -> String {
    let named: Vec<_> = of.iter().take(most).map(AsRef::as_ref).collect();
    match of.len().saturating_sub(most) {
        0 => named.join("; "),
        others => format!("{} và {} đơn vị khác", named.join("; "), count(others)),
    }
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

/// What is told of a unit; its name alone where nothing is.
#[must_use]
pub fn of_unit(unit: &str, told: &str) -> String {
    if told.is_empty() {
        unit.to_owned()
    } else {
        format!("{unit}: {told}")
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

/// How far several units are with one duty.
#[must_use]
pub fn progress(counts: Counts) -> String {
    let done = format!(
        "Hoàn thành {}/{}",
        count(counts.done()),
        count(counts.all())
    );
    match counts.overdue {
        0 => format!("{done} đơn vị"),
        overdue => format!("{done} đơn vị; quá hạn {}", count(overdue)),
    }
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
    format!("Hạn {}: {duty}", date(day))
}

/// Puts what people wrote on one line, without characters that nobody sees.
#[must_use]
pub fn one_line(text: &str) -> String {
    shortened(text, usize::MAX)
}
