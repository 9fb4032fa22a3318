//! What stands on paper: the sheet of a unit, and the table of the overview.

use super::{brief, count, count_down, date, names, overview, recurrence, screens};
use crate::domain::{Countdown, Day, Part, Status};
use crate::view::{Line, Poster, Row, Tally};

pub const PRINT_POSTER: &str = "In phiếu treo tường";
pub const PRINT_OVERVIEW: &str = "In bảng tổng hợp";
/// The heads of the sheet's columns.
pub const COLUMNS: [&str; 4] = ["Xong", "Nhiệm vụ", "Thời hạn", "Tình trạng"];
pub const DUTIES: &str = "Nhiệm vụ trong bảng";
/// The heads of the list of duties.
pub const DUTY_COLUMNS: [&str; 4] = ["Mục", "Nội dung", "Hạn", "Đã xong"];
pub const OVERVIEW: &str = "Tổng hợp tiến độ thực hiện";
pub const TICKED: &str = "✓";

/// Whose sheet it is.
#[must_use]
pub fn poster(poster: &Poster) -> String {
    format!("{}: {}", screens::CHECKLIST, poster.unit)
}

/// What the table of the overview is about.
#[must_use]
pub fn overview(plan: &str) -> String {
    format!("{OVERVIEW} {}", brief::plan(plan))
}

/// The day of the numbers, and the period where it is not the running one.
#[must_use]
pub fn as_of(today: Day, period: Option<&str>) -> String {
    let day = format!("Số liệu đến ngày {}", date(today));
    match period {
        Some(period) => format!("{day} · {}: {period}", overview::PERIOD),
        None => day,
    }
}

/// The plan with its title.
#[must_use]
pub fn plan(name: &str, title: Option<&str>) -> String {
    let plan = brief::plan(name);
    match title {
        Some(title) => format!("{plan}: {title}"),
        None => plan,
    }
}

/// The day of the numbers, and how far the duties are.
#[must_use]
pub fn state(today: Day, tally: Tally) -> String {
    format!(
        "Tình hình đến ngày {}: đã xong {}/{} nhiệm vụ, quá hạn chưa xong {}.",
        date(today),
        count(tally.done),
        count(tally.all()),
        count(tally.overdue)
    )
}

/// Names the duties of one kind, with their number.
#[must_use]
pub fn part(part: Option<Part>, duties: usize) -> String {
    let name = part.map_or(super::plans::GONE_DUTIES, names::part);
    format!("{name} ({})", count(duties))
}

/// The last day on time; a dash where there is none.
#[must_use]
pub fn last_day(day: Option<Day>) -> String {
    day.map_or("—".to_owned(), date)
}

/// How the plan puts the time, and the period that is meant.
#[must_use]
pub fn time(line: &Line) -> String {
    let row = &line.row;
    let words = match (&row.duty.time, line.recurrence) {
        (Some(words), _) => words.clone(),
        (None, Some(recurring)) => recurrence(recurring).to_owned(),
        (None, None) => screens::NO_DEADLINE.to_owned(),
    };
    let period = row.id.period.map(names::period);
    let told = [Some(words), period, overview::extended(row.gist.extensions)];
    told.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// What is to be said beside the standing: since when it is done, that it was begun, what was said of it.
#[must_use]
pub fn beside(row: &Row) -> String {
    let done = matches!(row.countdown, Countdown::Done(_)).then(|| count_down(row.countdown));
    let begun = matches!(row.gist.status, Status::InProgress | Status::Paused)
        .then(|| names::status_name(&row.gist.status).to_owned());
    let review = row.gist.verdict.map(|it| names::verdict(it).to_owned());
    let told = [done, begun, review];
    told.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Whom a duty concerns, each with its name.
#[must_use]
pub fn labelled(label: &str, said: &str) -> Option<String> {
    (!said.is_empty()).then(|| format!("{label}: {said}"))
}

/// How many units are shown of all; `None` where all are.
#[must_use]
pub fn chosen(shown: usize, all: usize) -> Option<String> {
    (shown < all).then(|| format!("Chỉ gồm {}/{} đơn vị được chọn", count(shown), count(all)))
}

/// Names a part of a table that is too wide for one page, so that it can be told apart from others.
#[must_use]
pub fn sheet(number: usize, of: usize, as_of: &str) -> Option<String> {
    (of > 1).then(|| format!("Bảng {number}/{of} · {as_of}"))
}
