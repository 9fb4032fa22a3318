//! Sentences about a report that is asked for, and about those who answered.

use super::overview::ago;
use super::{date, moment, number};
use crate::domain::{Day, Moment, legible};
use crate::view::{Answer, Reports};

/// The day until which reports are asked for, and where to send them.
#[must_use]
pub fn asked(by: Day, to: &str) -> String {
    let until = format!("Báo cáo yêu cầu gửi chậm nhất ngày {}", date(by));
    if to.is_empty() {
        format!("{until}.")
    } else {
        format!("{until}, về {}.", legible(to))
    }
}

/// How the numbers of reports come about.
#[must_use]
pub fn reports(reports: Reports) -> String {
    format!(
        "{} phải báo cáo = {} đã nhận ({} đúng hạn + {} quá hạn) + {} chưa nhận",
        reports.expected, reports.received, reports.on_time, reports.late, reports.missing
    )
}

/// The same in few words.
#[must_use]
pub fn reports_short(reports: Reports) -> String {
    format!(
        "Đã nhận {}/{}, đúng hạn {}, chưa nhận {}",
        reports.received, reports.expected, reports.on_time, reports.missing
    )
}

/// How a unit answered.
#[must_use]
pub fn answer(answer: Answer) -> String {
    match answer {
        Answer::OnTime => "Đúng hạn".to_owned(),
        Answer::Late(late) => format!("Quá hạn {} ngày", number(late)),
        Answer::Missing(0) => "Chưa nhận, còn trong hạn".to_owned(),
        Answer::Missing(late) => format!("Chưa nhận, quá hạn {} ngày", number(late)),
    }
}

/// When a report arrived, and how old it is.
#[must_use]
pub fn arrived(at: Moment, age: i64) -> String {
    format!("nhận lúc {} ({})", moment(at), ago(age))
}
