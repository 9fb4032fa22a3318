//! Sentences with figures.

use super::super::overview::rate;
use super::super::{count, number, task_path};
use super::{some, span};
use crate::domain::Span;
use crate::view::Counts;

/// How much there is to do, and how it is counted.
#[must_use]
pub fn assigned(duties: usize, units: usize, all: usize) -> String {
    format!(
        "Trong kỳ có {} nhiệm vụ giao cho {} đơn vị. Mỗi nhiệm vụ được tính riêng cho từng đơn vị thực hiện, tổng số là {}.",
        count(duties),
        count(units),
        count(all)
    )
}

/// How much one unit has to do.
#[must_use]
pub fn assigned_to(unit: &str, all: usize) -> String {
    format!("Trong kỳ, {unit} có {} nhiệm vụ.", count(all))
}

/// Which duties nobody on the list has, so that nobody is counted for them.
#[must_use]
pub fn unassigned(paths: &[String]) -> String {
    let paths: Vec<_> = paths.iter().map(|path| task_path(path)).collect();
    format!(
        "Có {} nhiệm vụ chưa được tính do danh sách chưa có đơn vị thực hiện: mục {}.",
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
            some(silent, "; ")
        )
    }
}

/// The usual sentence of city statistics, duties without a day told apart.
#[must_use]
pub fn general(counts: Counts) -> Vec<String> {
    let done = [
        ("đúng hạn", counts.done_on_time),
        ("quá hạn", counts.done_late),
        ("không có hạn", counts.done_without_day),
    ];
    let open = [
        ("trong hạn", counts.in_time),
        ("quá hạn", counts.overdue),
        ("không có hạn", counts.open_without_day),
    ];
    let (all, all_done) = (counts.all(), counts.done());
    let due = all_done + counts.overdue;
    vec![
        format!(
            "Tổng số nhiệm vụ: {}. Đã hoàn thành {} ({}){}; chưa hoàn thành {}{}.",
            count(all),
            count(all_done),
            rate(all_done, all),
            among(&done),
            count(all - all_done),
            among(&open),
        ),
        format!(
            "Tỷ lệ hoàn thành trên tổng số nhiệm vụ: {} ({}/{}).",
            rate(all_done, all),
            count(all_done),
            count(all)
        ),
        format!(
            "Tỷ lệ hoàn thành trên số đã đến hạn: {} ({}/{} nhiệm vụ đã hoàn thành hoặc quá hạn).",
            rate(all_done, due),
            count(all_done),
            count(due)
        ),
    ]
}

/// The parts of a number that there are.
fn among(parts: &[(&str, usize)]) -> String {
    let parts = parts.iter().filter(|(_, of)| *of > 0);
    let parts: Vec<_> = parts
        .map(|(name, of)| format!("{name} {}", count(*of)))
        .collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!(", trong đó {}", parts.join(", "))
    }
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
